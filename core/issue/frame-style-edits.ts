/**
 * Edits of what a frame has of its own beside its place and text (FrameStyle): where its headline stands and how
 * large it is, unequal columns, what is left over, rules and tint. They throw on what the frame has no room for.
 */
import { formatOf } from '../publication/publication.ts';
import { checkedCount, type EditedIssue, editWith } from './edit.ts';
import { frameAt } from './frame-edits.ts';
import { bodyWidth, doColumnsFit, FEWEST_CHARS, MOST_TINT, widestStrip } from './frame-grid.ts';
import type { FrameId, FrameStyle, HeadPlace, Issue } from './issue.ts';

const editStyle = (issue: Issue, name: string, id: FrameId, change: Partial<FrameStyle>): EditedIssue => {
  const { page, index } = frameAt(issue, id);
  return editWith(issue, name, (draft) => {
    Object.assign(draft.pages[page]!.frames[index]!.style, change);
  });
};

const nothing = (issue: Issue, name: string): EditedIssue => ({ issue, patches: [], inverse: [], name });

const samePlace = (a: HeadPlace, b: HeadPlace): boolean =>
  a.place === 'above' || b.place === 'above'
    ? a.place === b.place
    : a.place === b.place && a.side === b.side && a.chars === b.chars;

/** 标题位置: above the body, or in a strip of so many characters at one side of it, set across or down. */
export const setFrameHead = (issue: Issue, id: FrameId, head: HeadPlace): EditedIssue => {
  const { frame } = frameAt(issue, id);
  if (head.place !== 'above') {
    const widest = widestStrip(formatOf(issue.publication, issue.format), frame.box.span);
    checkedCount(head.chars, 1, widest, 'characters of the strip');
  }
  const name = '修改标题位置';
  return samePlace(head, frame.style.head) ? nothing(issue, name) : editStyle(issue, name, id, { head });
};

/** The steps of the type scale that a headline may be set off its style by: the scale has fourteen sizes. */
const MOST_STEPS = 12;

/** Steps along the type scale (号) that the headline is larger by; the lines that it takes stay. */
export const setHeadStep = (issue: Issue, id: FrameId, headStep: number): EditedIssue => {
  checkedCount(headStep, -MOST_STEPS, MOST_STEPS, 'head step');
  return editStyle(issue, '调整标题字号', id, { headStep });
};

/**
 * 不等栏: characters of each of the frame's text columns, which must stand in its width as it is now, with the gaps
 * between them; null for equal columns.
 */
export const setColumnWidths = (issue: Issue, id: FrameId, widths: readonly number[] | null): EditedIssue => {
  const { frame } = frameAt(issue, id);
  const { columnChars } = frame.style;
  const name = widths === null ? '恢复等栏' : '设不等栏';
  if (widths !== null) {
    const format = formatOf(issue.publication, issue.format);
    const { body } = bodyWidth(format, frame);
    if (widths.length !== frame.columns)
      throw new Error(`${widths.length} column widths for ${frame.columns} columns of ${id}`);
    if (!doColumnsFit(widths, body, format.gapChars))
      throw new Error(`columns of ${widths.join(', ')} not in ${body} or below ${FEWEST_CHARS}`);
  }
  const same =
    widths === columnChars ||
    (widths?.length === columnChars?.length && widths?.every((chars, i) => chars === columnChars?.[i]));
  return same
    ? nothing(issue, name)
    : editStyle(issue, name, id, { columnChars: widths === null ? null : [...widths] });
};

/** 破栏余数: what is left over widens the gaps, or the last columns. */
export const setRemainder = (issue: Issue, id: FrameId, remainder: FrameStyle['remainder']): EditedIssue =>
  editStyle(issue, '修改破栏余数', id, { remainder });

/** 栏线 between the text columns. */
export const setColumnRule = (issue: Issue, id: FrameId, columnRule: boolean): EditedIssue =>
  editStyle(issue, columnRule ? '加栏线' : '去栏线', id, { columnRule });

/** 底纹: share of black behind the text, 0 for none, `MOST_TINT` at most. */
export const setTint = (issue: Issue, id: FrameId, tint: number): EditedIssue => {
  if (!(tint >= 0 && tint <= MOST_TINT)) throw new Error(`tint: ${tint} not in 0–${MOST_TINT}`);
  return editStyle(issue, '修改底纹', id, { tint });
};
