/**
 * The copy below the masthead as a sequence of elements: what each line says of itself by a mark (#, -, ●, ![…](…),
 * a rule) or by having none. A line's mark is noted, its text normalised; what the lines mean together is read by
 * the phases that follow.
 */

import type { FileReading } from './file-reading.ts';
import { readLeaderLine } from './leader-lines.ts';
import { normaliseLine, type OpenQuotes } from './normalise.ts';
import { namesPicture, readNamedPicture, readPictureLine } from './picture-line.ts';
import { isUnfinished } from './sentence-ends.ts';
import type { SourceLine } from './source-lines.ts';
import { joinTraced, type TracedText, trimTraced, untouched } from './traced-text.ts';

interface ElementBase {
  readonly line: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** Taken off the text. */
  readonly mark: string;
  readonly text: TracedText;
}

export type Element = ElementBase &
  (
    | { readonly kind: 'text' | 'item' | 'list' | 'rule' | 'section' }
    /** `level` counts the #; 0 for a heading without a mark. */
    | { readonly kind: 'heading'; readonly level: number; readonly confidence: number }
    | { readonly kind: 'leader'; readonly leader: string; readonly page: string }
    | { readonly kind: 'picture'; readonly file: string }
  );

const RULE = /^\s*([-*_=—])(?:\s*\1){2,}\s*$/u;
// `#标题` without a space is common in typed copy; `#话题#` is a social-media tag and no heading.
const HEADING = /^\s*(#{1,6})(?!#)(?:[\s\u3000]+|(?=[^#\s]+$))/u;
const LIST = /^\s*([-*+])[\s\u3000]+(?=\S)|^\s*([•▪·])\s*(?=\S)/u;
const ITEM = /^\s*([●○◆◇■□▲△★☆◎])\s*(?=\S)/u;

export interface ElementOptions {
  /** The copy has a contents list, so that a row of dots before a number is a leader and no ellipsis. */
  readonly contents: boolean;
}

/** The # that close a heading, after a space: `## 标题 ##`. */
const closingMark = (source: string, from: number): string => {
  const end = source.trimEnd().length;
  let at = end;
  while (at > from && source[at - 1] === '#') at--;
  return at > from && at < end && source[at - 1]!.trim() === '' ? source.slice(at, end) : '';
};

const NO_WORDS: TracedText = { text: '', changes: [] };

/** Of the words before the name and the title behind it what is said once. */
const captionOf = ([caption, title]: readonly TracedText[]): TracedText => {
  if (!caption || !title || title.text === '' || caption.text.includes(title.text)) return caption ?? title!;
  return caption.text === '' ? title : joinTraced([caption, untouched('\u3000'), title]);
};

const readElement = (
  file: FileReading,
  line: SourceLine,
  options: ElementOptions,
  quotes: OpenQuotes,
): Element => {
  const base = { line: line.number, gap: line.gap };
  const source = line.text;
  const normalised = (from: number, to = source.length): TracedText =>
    trimTraced(normaliseLine(source.slice(from, to), line, from, file.ledger, quotes));
  if (RULE.test(source))
    return { ...base, kind: 'rule', mark: source.replace(/\s/g, ''), text: { text: '', changes: [] } };
  const picture = source.includes('![') ? readPictureLine(source) : readNamedPicture(source);
  if (picture) {
    const { caption, title, file: name, mark } = picture;
    const words = [caption, ...(title ? [title] : [])].map(({ from, to }) => normalised(from, to));
    // Where an editor's program has put the file's name, nobody has written a caption.
    const written = words.map((words) => (namesPicture(words.text, name) ? NO_WORDS : words));
    const text = captionOf(written);
    // A title that says the caption once more goes with the signs, and so does a name.
    const doubled = written[1] && text !== written[1] && text === written[0] ? written[1].text : '';
    const names = words.filter((_, i) => written[i] === NO_WORDS).map((words) => words.text);
    return { ...base, kind: 'picture', mark: mark + doubled + names.join(''), text, file: name };
  }
  const heading = HEADING.exec(source);
  if (heading) {
    const closing = closingMark(source, heading[0].length);
    const mark = heading[1]! + closing;
    const to = source.trimEnd().length - closing.length;
    return {
      ...base,
      kind: 'heading',
      level: heading[1]!.length,
      confidence: 1,
      mark,
      text: normalised(heading[0].length, to),
    };
  }
  const list = LIST.exec(source);
  const item = list ? null : ITEM.exec(source);
  const mark = list?.[1] ?? list?.[2] ?? item?.[1] ?? '';
  const from = (list ?? item)?.[0].length ?? 0;
  const entry = options.contents ? readLeaderLine(source) : null;
  if (entry && entry.titleEnd >= from) {
    const { titleEnd, leader, page } = entry;
    return { ...base, kind: 'leader', mark, text: normalised(from, titleEnd), leader, page };
  }
  return { ...base, kind: list ? 'list' : item ? 'item' : 'text', mark, text: normalised(from) };
};

export const readElements = (file: FileReading, skip: number, options: ElementOptions): Element[] => {
  const quotes: OpenQuotes = { double: false, single: false };
  const elements: Element[] = [];
  for (let at = skip; at < file.lines.length; at++) {
    const line = file.lines[at]!;
    // A quotation stays open over the line's end only where the sentence does too.
    const before = elements.at(-1);
    if (before?.kind !== 'text' || !isUnfinished(before.text.text)) {
      quotes.double = false;
      quotes.single = false;
    }
    elements.push(readElement(file, line, options, quotes));
  }
  return elements;
};
