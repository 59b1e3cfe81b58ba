/**
 * The instruction of an EQ field as text. Offices make readings above characters (拼音指南), encircled numbers,
 * fractions and roots with it, and the characters stand nowhere else. Grammar: switches \x with options, arguments in
 * brackets parted by commas or semicolons, \, \( \) \\ for the characters themselves.
 */
export interface EquationText {
  /** With <sup> and <sub>. */
  readonly text: string;
  /** Readings above characters, which are not in the text. */
  readonly readings: readonly { readonly base: string; readonly reading: string }[];
}

const DEEPEST = 40;

export const readEquation = (instruction: string): EquationText => {
  const source = instruction.replace(/^\s*EQ\s*/i, '').replace(/\\\*\s*(?:"[^"]*"|[^\s\\]+)/g, '');
  const reading = new EquationReading(source);
  return { text: reading.sequence(0, '').text.trim(), readings: reading.readings };
};

interface Piece {
  readonly text: string;
  /** Stands above or below the line. */
  readonly lifted: 'up' | 'down' | null;
  /** The text without the marks of lifting. */
  readonly plain: string;
}

class EquationReading {
  readonly readings: { base: string; reading: string }[] = [];
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Up to one of the characters of `ends`, which is left. */
  sequence(depth: number, ends: string): Piece {
    let text = '';
    let plain = '';
    let lifted: Piece['lifted'] = null;
    let parts = 0;
    const add = (piece: Piece): void => {
      if (piece.text.trim() !== '') {
        parts++;
        lifted = parts === 1 ? piece.lifted : null;
      }
      text += piece.text;
      plain += piece.plain;
    };
    while (this.at < this.source.length) {
      const unit = this.source[this.at]!;
      if (ends.includes(unit)) break;
      const next = this.source[this.at + 1];
      if (unit === '\\' && next !== undefined && /[a-z]/i.test(next)) add(this.element(depth));
      else {
        const escaped = unit === '\\' && next !== undefined;
        const character = escaped ? next : unit;
        add({ text: character, plain: character, lifted: null });
        this.at += escaped ? 2 : 1;
      }
    }
    return { text, plain, lifted };
  }

  private element(depth: number): Piece {
    const name = this.source[this.at + 1]!.toLowerCase();
    this.at += 2;
    const options = this.options();
    if (this.source[this.at] !== '(') return { text: '', plain: '', lifted: null };
    const parts = this.parts(depth + 1);
    const texts = parts.map(({ text }) => text);
    const same = (text: string): Piece => ({ text, plain: text, lifted: null });
    switch (name) {
      case 'f':
        return same(texts.map(grouped).join('/'));
      case 'r': {
        const [first = '', ...rest] = texts;
        return same(rest.length === 0 ? `√${grouped(first)}` : `${raised(first)}√${grouped(rest.join(''))}`);
      }
      case 's':
        return this.lift(parts, options);
      case 'o':
        return same(this.overstrike(parts));
      case 'b': {
        const bracket = /\\bc\s*\\(.)/.exec(options)?.[1] ?? /\\lc\s*\\(.)/.exec(options)?.[1] ?? '(';
        const closing = ({ '{': '}', '[': ']', '<': '>', '(': ')' } as Readonly<Record<string, string>>)[
          bracket
        ];
        return same(bracket + texts.join('') + (/\\lc/.test(options) ? '' : (closing ?? bracket)));
      }
      case 'i':
        return same(`∫${texts.join(' ')}`);
      case 'a':
        return same(texts.join(' '));
      case 'l':
        return same(texts.join(','));
      default:
        return same(texts.join(''));
    }
  }

  private lift(parts: readonly Piece[], options: string): Piece {
    const plain = parts.map((part) => part.plain).join('');
    const text = parts.map((part) => part.text).join('');
    const down = /\\do/i.test(options);
    /* Two at once: the one above, then the one below. */
    if (parts.length > 1)
      return {
        text: `<sup>${parts[0]!.plain}</sup><sub>${parts
          .slice(1)
          .map((p) => p.plain)
          .join('')}</sub>`,
        plain,
        lifted: null,
      };
    if (/\\(?:ai|di)/i.test(options)) return { text, plain, lifted: null };
    return {
      text: `<${down ? 'sub' : 'sup'}>${plain}</${down ? 'sub' : 'sup'}>`,
      plain,
      lifted: down ? 'down' : 'up',
    };
  }

  /** Characters over one another: a reading above its base, a number in a ring. */
  private overstrike(parts: readonly Piece[]): string {
    const above = parts.filter(({ lifted }) => lifted !== null);
    const base = parts.filter(({ lifted }) => lifted === null);
    if (above.length > 0 && base.length > 0) {
      const text = base
        .map((part) => part.text)
        .join('')
        .trim();
      this.readings.push({
        base: text,
        reading: above
          .map(({ plain }) => plain)
          .join(' ')
          .trim(),
      });
      return text;
    }
    const texts = parts.map(({ plain }) => plain.trim());
    const ring = texts.findIndex((text) => /^[○◯〇]$/.test(text));
    const number = Number(texts.find((text) => /^\d{1,2}$/.test(text)));
    if (ring >= 0 && number >= 1 && number <= 20) return String.fromCodePoint(0x245f + number);
    return texts.join('');
  }

  /** \ad, \up 9 and the like, before the bracket. */
  private options(): string {
    const from = this.at;
    while (this.at < this.source.length) {
      const unit = this.source[this.at]!;
      if (unit === '\\') this.at += /^\\[a-z]/i.test(this.source.slice(this.at, this.at + 2)) ? 1 : 2;
      else if (/[a-z0-9\s.-]/i.test(unit)) this.at++;
      else break;
    }
    return this.source.slice(from, this.at);
  }

  private parts(depth: number): Piece[] {
    this.at++;
    const parts: Piece[] = [];
    if (depth > DEEPEST) {
      const text = this.source.slice(this.at);
      this.at = this.source.length;
      return [{ text, plain: text, lifted: null }];
    }
    while (this.at < this.source.length) {
      parts.push(this.sequence(depth, ',;，；)'));
      const end = this.source[this.at++];
      if (end === ')' || end === undefined) break;
    }
    return parts;
  }
}

export const grouped = (text: string): string =>
  [...text].length > 1 && !/^[\w.]+$/.test(text) ? `(${text})` : text;

const raised = (text: string): string => (text.trim() === '' ? '' : `<sup>${text.trim()}</sup>`);
