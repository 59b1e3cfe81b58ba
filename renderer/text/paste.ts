/**
 * What the clipboard holds, as lines of text: paragraphs, bold, and nothing else. From Word and WPS come style sheets
 * in comments, empty `o:p`, list markers in spans of their own and source lines wrapped anywhere; from WeChat nested
 * sections; from web pages whatever there is.
 *
 * Method: one walk over the tree. Blocks and `<br>` end a line; white space collapses as a browser would draw it, and
 * a wrapped source line leaves no space between two Han. Numbers of Word's lists stay (they are text in print),
 * bullets go. Empty lines, indents, soft hyphens and invisible characters go. Pure over a small interface that the
 * DOM's nodes fulfil; only `clipboardLines` needs a `DOMParser`.
 *
 * Limits: a table gives a line a cell; numbers that a browser counts for `<ol>` are not text and do not come along.
 */
import { normalMarks } from '../../core/issue/marks.ts';
import { type InsertedLine, plainLine } from '../../core/issue/text-edits.ts';

/** As much of a DOM node as is read here. */
export interface ReadNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<ReadNode>;
  getAttribute?(name: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose text is not the page's. */
const SKIPPED = words(
  'STYLE SCRIPT HEAD TITLE META LINK TEMPLATE NOSCRIPT SVG OBJECT IFRAME VIDEO AUDIO CANVAS BUTTON SELECT TEXTAREA RT RP XML',
);
const BLOCKS = words(
  'P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD TABLE CAPTION THEAD TBODY TFOOT TR TD TH BLOCKQUOTE PRE FIGURE FIGCAPTION ADDRESS HR FORM FIELDSET DETAILS SUMMARY BODY',
);

/** Controls, soft hyphen, zero-width space and word joiner, directions, the place of an object, lone surrogates. */
const DROPPED =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc]|^[\ud800-\udfff]$/;
const NARROW = /[\u0021-\u024f]/;
/** What opens a line and is not its text. */
const EDGE_SPACE = /^[\s\u3000]$/;
/** A list marker that is more than a bullet. */
const NUMBERING = /[\p{L}\p{N}]/u;

/** `soft`: a source line's end; `hard`: no-break spaces, which Word and web pages fill up with. */
type Space = 'none' | 'plain' | 'soft' | 'hard';

class LineWriter {
  readonly lines: InsertedLine[] = [];
  private text = '';
  private bold: { from: number; to: number }[] = [];
  private space: Space = 'none';

  put(text: string, bold: boolean, keepsLines: boolean): void {
    for (const character of text) {
      if (character === '\n' && keepsLines) this.end();
      else if (character === '\u00a0') this.space = 'hard';
      else if (/^[ \t\n\r\f]$/.test(character)) this.waits(character === '\n' || character === '\r');
      else if (!DROPPED.test(character) && !(this.text === '' && EDGE_SPACE.test(character)))
        this.add(character, bold);
    }
  }

  private waits(atLineEnd: boolean): void {
    if (this.space === 'hard') return;
    if (atLineEnd) this.space = 'soft';
    else if (this.space === 'none') this.space = 'plain';
  }

  private add(character: string, bold: boolean): void {
    if (this.text !== '' && this.isSpaceBefore(character)) this.text += ' ';
    this.space = 'none';
    const from = this.text.length;
    this.text += character;
    if (!bold) return;
    const last = this.bold.at(-1);
    /* A space between two bold words is bold. */
    if (last && this.text.slice(last.to, from).trim() === '') last.to = this.text.length;
    else this.bold.push({ from, to: this.text.length });
  }

  private isSpaceBefore(next: string): boolean {
    if (this.space === 'none') return false;
    if (this.space === 'plain') return true;
    const before = this.text.at(-1)!;
    return this.space === 'hard'
      ? NARROW.test(before) && NARROW.test(next)
      : NARROW.test(before) || NARROW.test(next);
  }

  end(): void {
    const text = this.text.replace(/[\s\u3000]+$/u, '');
    if (text !== '')
      this.lines.push({
        text,
        marks: normalMarks(
          this.bold.map(({ from, to }) => ({ from, to: Math.min(to, text.length), kind: 'bold' as const })),
        ),
      });
    this.text = '';
    this.bold = [];
    this.space = 'none';
  }
}

interface Look {
  readonly bold: boolean;
  readonly keepsLines: boolean;
}

/** The declarations of a style attribute, by name; Word's own among them. */
const declarations = (node: ReadNode): ReadonlyMap<string, string> => {
  const pairs = (node.getAttribute?.(STYLE) ?? '').split(';').map((one): [string, string] => {
    const colon = one.indexOf(':');
    return [
      one.slice(0, Math.max(0, colon)).trim().toLowerCase(),
      one
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    ];
  });
  return new Map(pairs);
};

const isHidden = (style: ReadonlyMap<string, string>): boolean =>
  style.get('display')?.startsWith('none') === true || style.get('mso-hide') === 'all';

const looks = (name: string, style: ReadonlyMap<string, string>, outer: Look): Look => {
  const weight = style.get('font-weight') ?? /\b(bold|[1-9]00)\b/.exec(style.get('font') ?? '')?.[0];
  const whiteSpace = style.get('white-space');
  return {
    bold:
      weight === undefined || weight.startsWith('inherit')
        ? outer.bold || name === 'B' || name === 'STRONG'
        : /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600,
    keepsLines:
      whiteSpace === undefined ? outer.keepsLines || name === 'PRE' : /^(pre|break-spaces)/.test(whiteSpace),
  };
};

const textOf = (node: ReadNode): string =>
  node.nodeType === TEXT ? (node.nodeValue ?? '') : Array.from(node.childNodes, textOf).join('');

const walk = (node: ReadNode, outer: Look, out: LineWriter): void => {
  if (node.nodeType === TEXT) out.put(node.nodeValue ?? '', outer.bold, outer.keepsLines);
  if (node.nodeType !== ELEMENT) return;
  const name = node.nodeName.toUpperCase();
  if (SKIPPED.has(name)) return;
  if (name === 'BR') {
    out.end();
    return;
  }
  const style = declarations(node);
  if (isHidden(style)) return;
  if (style.get('mso-list') === 'ignore') {
    const marker = textOf(node).replace(/[\s\u00a0]+/g, '');
    if (NUMBERING.test(marker)) out.put(marker, outer.bold, false);
    return;
  }
  const isBlock = BLOCKS.has(name);
  const look = looks(name, style, outer);
  if (isBlock) out.end();
  for (const child of Array.from(node.childNodes)) walk(child, look, out);
  if (isBlock) out.end();
};

/** The lines of a parsed page. */
export const htmlLines = (root: ReadNode): readonly InsertedLine[] => {
  const out = new LineWriter();
  walk(root, { bold: false, keepsLines: false }, out);
  out.end();
  return out.lines;
};

/** The lines of a plain text; spaces within a line stay. */
export const plainLines = (text: string): readonly InsertedLine[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => cleanText(line.replaceAll('\u00a0', ' ')).replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '')
    .map(plainLine);

/** Text on one line without what no text may hold: what is typed as well. */
export const cleanText = (text: string): string =>
  Array.from(text, (character) =>
    character === '\t' || character === '\n' ? ' ' : DROPPED.test(character) ? '' : character,
  ).join('');

/** The attribute that holds an element's style where it is read. */
export const STYLE = 'data-style';

/**
 * The page with its styles as data: even in a document that is never shown the browser would otherwise apply them, and
 * report each as against the page's content security policy.
 */
export const withoutStyles = (html: string): string =>
  html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/i, `$1${STYLE}$2`));

export interface ClipboardTexts {
  readonly html: string;
  readonly text: string;
}

/** Empty where the clipboard holds no text. The parsed page is inert: nothing in it runs or is fetched. */
export const clipboardLines = ({ html, text }: ClipboardTexts): readonly InsertedLine[] => {
  const page = html === '' ? null : new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  const lines = page ? htmlLines(page.body) : [];
  return lines.length > 0 ? lines : plainLines(text);
};

/** What a drop or a paste event brings. */
export const transferLines = (data: DataTransfer | null): readonly InsertedLine[] =>
  clipboardLines({ html: data?.getData('text/html') ?? '', text: data?.getData('text/plain') ?? '' });

/** Several lines as the one of a headline part: nothing between Han, a space between Latin words. */
export const joinedLines = (lines: readonly InsertedLine[]): string =>
  lines.reduce(
    (joined, { text }) =>
      joined + (NARROW.test(joined.at(-1) ?? '') && NARROW.test(text[0] ?? '') ? ' ' : '') + text,
    '',
  );
