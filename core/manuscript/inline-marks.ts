/**
 * Marks within the text of copy: `**…**` for bold, `<sup>…</sup>` and `<sub>…</sub>` as in Markdown. The text loses
 * them and the paragraph gains marks. Pure; linear in the text.
 */
import type { Mark } from '../issue/issue.ts';
import { joinTraced, sliceTraced, type TracedText } from './traced-text.ts';

export interface MarkedText {
  readonly text: TracedText;
  readonly marks: readonly Mark[];
  /** The signs that were taken out, each pair as one. */
  readonly removed: readonly string[];
}

/** What stands within holds no sign of its own. Groups: the opening sign, the text, the closing sign. */
const BOLD = /(\*\*)([^*\s](?:[^*]*[^*\s])?)(\*\*)/gu;
export const SCRIPT = /(<(?<tag>su[bp])>)([^<>]+)(<\/\k<tag>>)/gu;

export const takeMarks = (source: TracedText): MarkedText => {
  const scripts = source.text.includes('<su')
    ? takePairs(source, SCRIPT, ({ groups }) => (groups?.tag === 'sup' ? 'superscript' : 'subscript'))
    : { text: source, marks: [], removed: [] };
  if (!scripts.text.text.includes('**')) return scripts;
  return takePairs(scripts.text, BOLD, () => 'bold', scripts);
};

/** `before` are the marks of the text so far: they are moved to where their text stands afterwards. */
const takePairs = (
  source: TracedText,
  pattern: RegExp,
  kindOf: (match: RegExpExecArray) => Mark['kind'],
  before: Pick<MarkedText, 'marks' | 'removed'> = { marks: [], removed: [] },
): MarkedText => {
  const parts: TracedText[] = [];
  const marks: Mark[] = [];
  const removed: string[] = [];
  /** Ascending: where signs stood in the source, and how many units were taken out up to there. */
  const cuts: { readonly at: number; readonly taken: number }[] = [];
  let from = 0;
  let taken = 0;
  const cut = (at: number, length: number): void => {
    taken += length;
    cuts.push({ at, taken });
  };
  for (const match of source.text.matchAll(pattern)) {
    const opening = match[1]!;
    const closing = match.at(-1)!;
    const start = match.index + opening.length;
    const end = match.index + match[0].length - closing.length;
    parts.push(sliceTraced(source, from, match.index), sliceTraced(source, start, end));
    cut(match.index, opening.length);
    marks.push({ from: start - taken, to: end - taken, kind: kindOf(match) });
    cut(end, closing.length);
    removed.push(opening + closing);
    from = end + closing.length;
  }
  if (cuts.length === 0) return { text: source, ...before };
  parts.push(sliceTraced(source, from));
  const text = joinTraced(parts);
  let next = 0;
  const moved = before.marks.map((mark): Mark => {
    while (next < cuts.length && cuts[next]!.at < mark.from) next++;
    const shift = next === 0 ? 0 : cuts[next - 1]!.taken;
    let at = next;
    while (at < cuts.length && cuts[at]!.at < mark.to) at++;
    const shiftAtEnd = at === 0 ? 0 : cuts[at - 1]!.taken;
    return { ...mark, from: mark.from - shift, to: mark.to - shiftAtEnd };
  });
  return {
    text,
    marks: [...moved.filter((mark) => mark.from < mark.to), ...marks].sort((a, b) => a.from - b.from),
    removed: [...before.removed, ...removed],
  };
};
