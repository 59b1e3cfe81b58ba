/**
 * Normalises the punctuation and spaces of a line of copy (GB/T 15834-2011; docs/typesetting.md §3): half-width marks
 * beside Han become full-width, straight quotes are paired, dots become an ellipsis, hyphens a dash; Han–space–Han
 * becomes one U+3000, a space between Han and digit or Latin goes, and headline-spaces.ts
 * puts those back that part clauses of a headline. Numbers, times, Latin text, addresses stay.
 * Method: one pass from left to right; what stands before is read from the output, what follows from the input.
 * Limits: a quotation that runs over several paragraphs is opened anew in each.
 */
import { hanOf, hasSecondCodes } from '../issue/han-forms.ts';
import { isDigit, isHan, isLatin, isStop, isWide } from './character-kinds.ts';
import type { NormalisationRule } from './import-report.ts';
import { columnOf, type LedgerEntry, type SourceLine } from './source-lines.ts';
import type { PlacedChange, TracedText } from './traced-text.ts';

/** Quotes left open at the end of a line that is cut in mid-sentence: the next line closes them. */
export interface OpenQuotes {
  double: boolean;
  single: boolean;
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
};
const SPACE = /[ \t\u000b\u000c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const CHINESE_NUMERAL = '〇○零一二三四五六七八九十';
// Addresses keep their marks. What follows an address as a stop is not part of it.
const ADDRESS =
  /(?:https?:\/\/|www\.)[\x21-\x7e]{0,2000}[\w/]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
// Only these can set a rule off: lines without them, most lines of clean copy, are passed on as they are.
const SUSPECT = /[,;:!?().'"\-\s\u00a0\u3000Oo0\u2e80-\u2fdf\uf900-\ufaff]|。。。|\ud87e[\udc00-\ude1f]/;

/** Which half-width brackets become full-width: of a pair both or none (mixed pairs always). */
const bracketsToWiden = (text: string): ReadonlySet<number> => {
  const widen = new Set<number>();
  if (!/[()]/.test(text)) return widen;
  const hanBefore = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) hanBefore[i + 1] = hanBefore[i]! + (isHan(text[i]) ? 1 : 0);
  const open: number[] = [];
  const lone: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (unit === '(' || unit === '（') open.push(i);
    else if (unit === ')' || unit === '）') {
      const from = open.pop();
      if (from === undefined) {
        lone.push(i);
        continue;
      }
      const mixed = (text[from] === '(') !== (unit === ')');
      if (mixed || hanBefore[i]! > hanBefore[from]! || isWide(text[from - 1]) || isWide(text[i + 1])) {
        if (text[from] === '(') widen.add(from);
        if (unit === ')') widen.add(i);
      }
    }
  }
  for (const i of [...open, ...lone]) {
    if (text[i] !== '(' && text[i] !== ')') continue;
    if (isWide(text[i - 1]) || isWide(text[i + 1])) widen.add(i);
  }
  return widen;
};

/**
 * Whether the `.` before `to` is a stop: it follows Han, or a number at the end of a line of some length. Between
 * two Han it is one only in copy typed half-width throughout; elsewhere it is the point of a foreign name.
 */
const isSentenceStop = (text: string, to: number, previous: string, typedHalfWidth: boolean): boolean => {
  const next = text[to];
  if (isDigit(previous) || previous === '%') return next === undefined && text.length > 8;
  if (!isWide(previous) || isDigit(next) || isLatin(next)) return false;
  return typedHalfWidth || !isHan(previous) || !isHan(next);
};

/** An empty cell between two leaves a blank more; a long row of TABs only reaches for a place on the line. */
const columnGap = (blank: string): string =>
  '\u3000'.repeat(Math.min(blank.split('\t').length - 1, MOST_COLUMNS));
const MOST_COLUMNS = 8;

const isIdeograph = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** Those beyond the BMP end in a unit that counts as Han (character-kinds.ts). */
const isVariationSelector = (unit: number): boolean => unit >= 0xfe00 && unit <= 0xfe0f;

/**
 * `text` is `line.text` from `offset`. Changes are entered in `ledger`; `quotes` is read and left as the line leaves it.
 */
export const normaliseLine = (
  text: string,
  line: SourceLine,
  offset: number,
  ledger: LedgerEntry[],
  quotes: OpenQuotes,
): TracedText => {
  if (!SUSPECT.test(text)) return { text, changes: [] };
  const changes: PlacedChange[] = [];
  const widen = bracketsToWiden(text);
  const hasSeconds = hasSecondCodes(text);
  const hasHan = /[\u3400-\u9fff]/.test(text);
  const typedHalfWidth = hasHan && /[\u3400-\u9fff][,;]/.test(text);
  const pieces: string[] = [];
  let length = 0;
  let previous = '';
  /** Where in the input the last change ended. */
  let changedTo = -1;

  const put = (after: string): void => {
    pieces.push(after);
    length += after.length;
    /* A variation selector (葛 with U+FE00) is part of the character before it. */
    if (after !== '' && !isVariationSelector(after.charCodeAt(after.length - 1)))
      previous = after[after.length - 1]!;
  };
  const change = (from: number, before: string, after: string, rule: NormalisationRule): void => {
    const last = changes.at(-1);
    if (last && last.entry.rule === rule && changedTo === from) {
      // Neighbours under one rule are one change: ！！, or a line of nothing but commas.
      const entry = { ...last.entry, before: last.entry.before + before, after: last.entry.after + after };
      ledger[ledger.length - 1] = entry;
      changes[changes.length - 1] = { ...last, entry, length: last.length + after.length };
    } else {
      const entry = { line: line.number, column: columnOf(line, offset + from), before, after, rule };
      ledger.push(entry);
      changes.push({ entry, at: length, length: after.length });
    }
    changedTo = from + before.length;
    put(after);
  };
  const runEnd = (from: number, matches: (unit: string) => boolean): number => {
    let to = from;
    while (to < text.length && matches(text[to]!)) to++;
    return to;
  };
  const afterSpaces = (from: number): string | undefined => text[runEnd(from, (u) => SPACE.test(u))];

  ADDRESS.lastIndex = 0;
  const mayHaveAddress = /@|:\/\/|www\./.test(text);
  let address = mayHaveAddress ? ADDRESS.exec(text) : null;

  const isPlain = !hasSeconds && address === null;
  let i = 0;
  while (i < text.length) {
    const unit = text[i]!;
    if (address && i === address.index) {
      put(address[0]);
      i += address[0].length;
      address = ADDRESS.exec(text);
      continue;
    }
    /* Most of a line is Han, which no rule below is about. */
    if (isPlain && isIdeograph(unit.charCodeAt(0))) {
      const from = i;
      while (++i < text.length && isIdeograph(text.charCodeAt(i)));
      put(text.slice(from, i));
      continue;
    }
    const next = text[i + 1];
    if (SPACE.test(unit)) {
      const to = runEnd(i, (u) => SPACE.test(u));
      const before = text.slice(i, to);
      const following = text[to];
      const edge = previous === '' || following === undefined;
      const besideStop =
        isStop(previous) ||
        isStop(following) ||
        (following !== undefined && widen.has(to) && text[to] === ')');
      if (edge) change(i, before, '', 'space-trimmed');
      // A TAB parts columns, of figures and brackets too: without it 1⇥甲镇⇥95 would be one word. Each keeps its own.
      else if (before.includes('\t')) change(i, before, columnGap(before), 'tab');
      else if (isWide(previous) && FULL_WIDTH[following!] !== undefined)
        change(i, before, '', 'space-beside-punctuation');
      else if (besideStop && (isWide(previous) || isWide(following)))
        change(i, before, '', 'space-beside-punctuation');
      else if (before === '\u3000') put(before);
      else if (isWide(previous) && (isWide(following) || widen.has(to) || '"\''.includes(following!)))
        change(i, before, '\u3000', 'han-space-han');
      else if (isWide(previous) || isWide(following)) change(i, before, '', 'han-latin-space');
      else put(before);
      i = to;
      continue;
    }
    if (widen.has(i)) {
      change(i, unit, unit === '(' ? '（' : '）', 'full-width-bracket');
      i++;
      continue;
    }
    const full = FULL_WIDTH[unit];
    if (full !== undefined) {
      const number = (unit === ',' || unit === ':') && isDigit(previous) && isDigit(next);
      const following = afterSpaces(i + 1);
      if (!number && (isWide(previous) || isWide(following) || (following === undefined && hasHan)))
        change(i, unit, full, 'full-width-punctuation');
      else put(unit);
      i++;
      continue;
    }
    if (unit === '.' || unit === '。') {
      const to = runEnd(i, (u) => u === unit);
      const run = text.slice(i, to);
      if (run.length >= 3 && (unit === '。' || hasHan)) change(i, run, '……', 'ellipsis');
      else if (run === '.' && hasHan && isSentenceStop(text, to, previous, typedHalfWidth))
        change(i, run, '。', 'sentence-stop');
      else put(run);
      i = to;
      continue;
    }
    if (unit === '-' && next === '-') {
      const to = runEnd(i, (u) => u === '-');
      const run = text.slice(i, to);
      if (isWide(previous) || isWide(text[to]) || (previous === '' && hasHan)) change(i, run, '——', 'dash');
      else put(run);
      i = to;
      continue;
    }
    if (unit === '"' && hasHan && (quotes.double || !isDigit(previous))) {
      change(i, unit, quotes.double ? '”' : '“', 'quotation-marks');
      quotes.double = !quotes.double;
      i++;
      continue;
    }
    if (unit === "'" && hasHan && (quotes.single || !(isLatin(previous) || isDigit(previous)))) {
      // An apostrophe follows a letter while no quotation is open; an opening quote never does.
      change(i, unit, quotes.single ? '’' : '‘', 'quotation-marks');
      quotes.single = !quotes.single;
      i++;
      continue;
    }
    if (unit === 'O' || unit === 'o' || unit === '0') {
      const to = runEnd(i, (u) => 'Oo0'.includes(u));
      const following = text[to];
      const before = previous !== '' && CHINESE_NUMERAL.includes(previous);
      const after = following !== undefined && `${CHINESE_NUMERAL}年`.includes(following);
      const opens =
        to - i === 1 &&
        unit !== '0' &&
        !isLatin(previous) &&
        /^[一二三四五六七八九]{2}/.test(text.slice(to, to + 2));
      if ((before && after) || opens) for (; i < to; i++) change(i, text[i]!, '〇', 'chinese-zero');
      else put(text.slice(i, to));
      i = to;
      continue;
    }
    if (hasSeconds) {
      const character = String.fromCodePoint(text.codePointAt(i)!);
      const han = hasSecondCodes(character) ? hanOf(character) : character;
      if (han !== character) change(i, character, han, 'han-form');
      else put(character);
      i += character.length;
      continue;
    }
    put(unit);
    i++;
  }
  return { text: pieces.join(''), changes };
};
