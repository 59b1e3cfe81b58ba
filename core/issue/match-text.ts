/**
 * Where one text stands in another, as 查找 and the filters of lists mean it. Case and width are folded unit by unit, so
 * that an offset in the folded text is one in the text. A full-width blank within a name or title (张　伟, 望　湖　路) is
 * as if it were not there, in the text and in what is asked for. Pure.
 */
import { foldHanForms } from './han-forms.ts';
import { isCharacterEdge } from './marks.ts';
import { foldScripts } from './script-forms.ts';
import { isExtending } from './text-steps.ts';

export interface MatchOptions {
  readonly matchCase: boolean;
  /** Latin words and numbers only whole; Han stand anywhere. */
  readonly wholeWord?: boolean;
  /** Full-width and half-width forms count as equal: Ａ as A, ， as a comma, the full-width space as a space. */
  readonly ignoreWidth?: boolean;
}

/** UTF-16 offsets. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** Matches in order; they never overlap. None for an empty query. */
export const matchesIn = (source: string, query: string, options: MatchOptions): readonly Match[] => {
  if (query === '') return [];
  const text = folded(source, options);
  const plain = found(source, text, folded(query, options), options, (at) => at);
  const closed = closedText(source, text);
  const name = query.replace(SPREAD_NAME, '$1$2');
  if (!closed && name === query) return plain;
  const { units, places } = closed ?? { units: text, places: null };
  const spread = found(source, units, folded(name, options), options, (at) => places?.[at] ?? at);
  return merged(plain, spread);
};

/** @param placeOf the offset in the source of a unit of `text` */
const found = (
  source: string,
  text: string,
  query: string,
  options: MatchOptions,
  placeOf: (at: number) => number,
): readonly Match[] => {
  const matches: Match[] = [];
  for (let at = text.indexOf(query); at >= 0; ) {
    const [from, end] = [placeOf(at), placeOf(at + query.length - 1) + 1];
    const to = wholeEnd(source, end);
    const isMatch =
      isCharacterEdge(source, from) &&
      isCharacterEdge(source, end) &&
      (options.wholeWord !== true || isWhole(text, at, at + query.length));
    if (isMatch) matches.push({ from, to });
    at = text.indexOf(query, isMatch ? at + Math.max(query.length, 1) : at + 1);
    while (isMatch && at >= 0 && placeOf(at) < to) at = text.indexOf(query, at + 1);
  }
  return matches;
};

/** Both in order; of two that overlap the earlier. */
const merged = (a: readonly Match[], b: readonly Match[]): readonly Match[] => {
  const all = [...a, ...b].sort((x, y) => x.from - y.from || y.to - x.to);
  const kept: Match[] = [];
  for (const match of all) if (match.from >= (kept.at(-1)?.to ?? 0)) kept.push(match);
  return kept;
};

/** A name of two characters spread to three: 张　伟. */
const SPREAD_NAME = /(?<!\p{Script=Han})(\p{Script=Han})[ \u3000]{1,2}(\p{Script=Han})(?!\p{Script=Han})/gu;
/** Blanks that spread words: full-width ones between Han, others within a name that stands by itself. */
const SPREADING =
  /(?<=\p{Script=Han})\u3000{1,2}(?=\p{Script=Han})|(?<=(?<!\p{Script=Han})\p{Script=Han}) {1,2}(?=\p{Script=Han}(?!\p{Script=Han}))/gu;

/** The text without the blanks that spread its words, and of each unit its place; null where it has none. */
const closedText = (
  source: string,
  text: string,
): { readonly units: string; readonly places: readonly number[] } | null => {
  if (!source.includes('\u3000') && !source.includes(' ')) return null;
  const gone = new Set<number>();
  for (const { 0: blank, index } of source.matchAll(SPREADING))
    for (let i = 0; i < blank.length; i++) gone.add(index + i);
  if (gone.size === 0) return null;
  const places: number[] = [];
  let units = '';
  for (let i = 0; i < text.length; i++)
    if (!gone.has(i)) {
      places.push(i);
      units += text[i];
    }
  return { units, places };
};

/** What belongs to the last character goes with it: a variation selector must not be left to the next one. */
const wholeEnd = (text: string, end: number): number => {
  let at = end;
  for (let next = text.codePointAt(at); next !== undefined && isExtending(next); next = text.codePointAt(at))
    at += next > 0xffff ? 2 : 1;
  return at;
};

const WORD = /[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;
const isWord = (unit: string | undefined): boolean => unit !== undefined && WORD.test(unit);

const isWhole = (text: string, from: number, to: number): boolean =>
  !(isWord(text[from]) && isWord(text[from - 1])) && !(isWord(text[to - 1]) && isWord(text[to]));

/** Full-width ASCII stands 0xFEE0 above ASCII. */
const WIDE = /[\u3000\uff01-\uff5e]/g;
const narrow = (wide: string): string =>
  wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0);

const folded = (text: string, { matchCase, ignoreWidth }: MatchOptions): string => {
  const plain = foldHanForms(foldScripts(text));
  const even = ignoreWidth === true ? plain.replace(WIDE, narrow) : plain;
  if (matchCase) return even;
  const lower = even.toLowerCase();
  /* A letter whose small form is longer (İ) would move every offset after it. */
  return lower.length === even.length
    ? lower
    : [...even].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
};
