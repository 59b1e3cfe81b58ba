/**
 * Reads a page of HTML from its first character to its last, once: text, tags with the attributes that matter here,
 * style sheets. What is pasted comes from anywhere, so each search starts where the last one ended and what has no
 * end ends the reading: the time grows with the length alone, whatever stands in it. No tree is built, nothing runs,
 * nothing is fetched. The tokens are those of the HTML standard (13.2.5), but for scripts within comments. Pure.
 */
import { decodeEntities } from './html-entities.ts';

export interface HtmlTag {
  /** In capitals. */
  readonly name: string;
  /** The attributes of READ_ATTRIBUTES that it has, decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly closesItself: boolean;
}

export interface HtmlReader {
  readonly text: (text: string) => void;
  readonly open: (tag: HtmlTag) => void;
  readonly close: (name: string) => void;
  readonly sheet: (css: string) => void;
}

const READ_ATTRIBUTES: ReadonlySet<string> = new Set([
  'style',
  'class',
  'hidden',
  'color',
  'bgcolor',
  'width',
  'height',
]);

const NONE: ReadonlyMap<string, string> = new Map();

/** Elements whose content is no markup, with what ends it. */
const RAW: ReadonlyMap<string, RegExp> = new Map(
  ['STYLE', 'SCRIPT', 'TEXTAREA', 'TITLE', 'XMP', 'IFRAME', 'NOEMBED', 'NOFRAMES'].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi'),
  ]),
);

const TAG_NAME_END = /[\t\n\f\r />]/g;
const ATTRIBUTE_NAME_END = /[\t\n\f\r />=]/g;
const VALUE_END = /[\t\n\f\r >]/g;
const COMMENT_END = /--!?>/g;
const LETTER = /[A-Za-z]/;

/** The place of the pattern's next match at or behind `from`; -1 for none. */
const find = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
};

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r' || character === '\f';

const afterSpace = (html: string, from: number): number => {
  let at = from;
  while (isSpace(html[at])) at++;
  return at;
};

interface ReadTag {
  readonly tag: HtmlTag;
  /** Behind its `>`. */
  readonly end: number;
}

/** The tag whose name starts at `from`; null where the page ends within it. */
const readTag = (html: string, from: number): ReadTag | null => {
  let at = find(TAG_NAME_END, html, from);
  if (at < 0) return null;
  const name = html.slice(from, at).toUpperCase();
  let attributes: Map<string, string> | null = null;
  for (;;) {
    at = afterSpace(html, at);
    const character = html[at];
    if (character === undefined) return null;
    if (character === '>') break;
    if (character === '/') {
      at++;
      continue;
    }
    const nameEnd = find(ATTRIBUTE_NAME_END, html, at + 1);
    if (nameEnd < 0) return null;
    const attribute = html.slice(at, nameEnd).toLowerCase();
    let value = '';
    at = afterSpace(html, nameEnd);
    if (html[at] === '=') {
      at = afterSpace(html, at + 1);
      const quote = html[at];
      const quoted = quote === '"' || quote === "'";
      const start = quoted ? at + 1 : at;
      const end = quoted ? html.indexOf(quote, start) : find(VALUE_END, html, start);
      if (end < 0) return null;
      value = html.slice(start, end);
      at = quoted ? end + 1 : end;
    }
    if (!READ_ATTRIBUTES.has(attribute)) continue;
    attributes ??= new Map();
    if (!attributes.has(attribute)) attributes.set(attribute, decodeEntities(value));
  }
  return { tag: { name, attributes: attributes ?? NONE, closesItself: html[at - 1] === '/' }, end: at + 1 };
};

/** Behind the comment, declaration or instruction that starts at `at` with `<!`, `<?` or `</`; -1 where it has no end. */
const afterComment = (html: string, at: number): number => {
  if (!html.startsWith('<!--', at)) {
    const end = html.indexOf('>', at + 2);
    return end < 0 ? -1 : end + 1;
  }
  const inner = at + 4;
  if (html[inner] === '>') return inner + 1;
  if (html.startsWith('->', inner)) return inner + 2;
  const end = find(COMMENT_END, html, inner);
  return end < 0 ? -1 : html.indexOf('>', end) + 1;
};

/** Tells the reader all of the page. False where the page breaks off within a tag, a comment or the like. */
export const scanHtml = (html: string, reader: HtmlReader): boolean => {
  const { length } = html;
  let at = 0;
  while (at < length) {
    const next = html.indexOf('<', at);
    if (next !== at) reader.text(decodeEntities(html.slice(at, next < 0 ? length : next)));
    if (next < 0) return true;
    const second = html[next + 1] ?? '';
    const closes = second === '/';
    if (LETTER.test(closes ? (html[next + 2] ?? '') : second)) {
      const read = readTag(html, next + (closes ? 2 : 1));
      if (!read) return false;
      at = read.end;
      const { tag } = read;
      if (closes) {
        reader.close(tag.name);
        continue;
      }
      reader.open(tag);
      if (tag.name === 'PLAINTEXT') {
        reader.text(html.slice(at));
        return true;
      }
      const rawEnd = RAW.get(tag.name);
      if (!rawEnd) continue;
      const end = find(rawEnd, html, at);
      if (end < 0) return false;
      const raw = html.slice(at, end);
      if (tag.name === 'STYLE') reader.sheet(raw);
      else reader.text(tag.name === 'TEXTAREA' || tag.name === 'TITLE' ? decodeEntities(raw) : raw);
      at = end;
    } else if (second === '!' || second === '?' || (closes && next + 2 < length)) {
      // `</>` is nothing, and closes with its own `>`.
      at = afterComment(html, next);
      if (at < 0) return false;
    } else {
      reader.text('<');
      at = next + 1;
    }
  }
  return true;
};
