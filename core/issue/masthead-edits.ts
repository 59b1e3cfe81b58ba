/**
 * Edits of the printed head 报头 as far as it is the publication's: its texts, the nameplate's picture, the ears. They
 * change this issue's copy of the profile only; an older issue keeps the head it was printed with.
 */
import type { MastheadTemplate } from '../publication/publication.ts';
import { checkedText, type EditedIssue, editWith } from './edit.ts';
import type { Issue, PictureId } from './issue.ts';

/** Lines of a permit or of one ear at most. */
export const MOST_HEAD_LINES = 20;

/** A field of the printed head that is one text. */
export const setPublicationMasthead = (
  issue: Issue,
  field: Exclude<keyof MastheadTemplate, 'permit' | 'nameplatePicture' | 'ears'>,
  text: string,
): EditedIssue => {
  checkedText(text, 'one-line');
  return editWith(issue, '修改报头', (draft) => {
    draft.publication.masthead[field] = text;
  });
};

/** 报头先空着: all that names the house goes from the printed head, until an editor fills it in. */
export const clearPublicationMasthead = (issue: Issue): EditedIssue =>
  editWith(issue, '报头空着', (draft) => {
    const { masthead } = draft.publication;
    for (const field of ['nameplate', 'englishLine', 'publisher', 'notice', 'hotline'] as const)
      masthead[field] = '';
    masthead.permit = [];
    delete masthead.nameplatePicture;
    delete masthead.ears;
  });

const checkedLines = (lines: readonly string[]): readonly string[] => {
  if (lines.length > MOST_HEAD_LINES) throw new Error(`${lines.length} lines, ${MOST_HEAD_LINES} at most`);
  for (const line of lines) checkedText(line, 'one-line');
  return lines;
};

const sameLines = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i]);

/** The permit's lines, as printed. */
export const setPermit = (issue: Issue, lines: readonly string[]): EditedIssue => {
  checkedLines(lines);
  return editWith(issue, '修改准印证号', (draft) => {
    if (!sameLines(lines, issue.publication.masthead.permit)) draft.publication.masthead.permit = [...lines];
  });
};

/** 报头图片: sets the nameplate as that picture of the issue, or with null as text again. */
export const setNameplatePicture = (issue: Issue, id: PictureId | null): EditedIssue => {
  if (id !== null && !issue.pictures.some((p) => p.id === id)) throw new Error(`no picture ${id}`);
  return editWith(issue, id === null ? '报头改用文字' : '报头改用图片', (draft) => {
    if (id === null) delete draft.publication.masthead.nameplatePicture;
    else draft.publication.masthead.nameplatePicture = id;
  });
};

const NO_EARS: NonNullable<MastheadTemplate['ears']> = { left: [], right: [] };

/** The lines of both ears; none where the head has none. */
export const earsOf = ({ ears = NO_EARS }: MastheadTemplate): NonNullable<MastheadTemplate['ears']> => ears;

/** 报眼: the lines under one ear's own rows. Lines that are all empty are no lines. */
export const setEar = (issue: Issue, side: 'left' | 'right', lines: readonly string[]): EditedIssue => {
  checkedLines(lines);
  const ears = earsOf(issue.publication.masthead);
  const wanted = lines.every((line) => line === '') ? [] : lines;
  const other = ears[side === 'left' ? 'right' : 'left'];
  return editWith(issue, '修改报眼', (draft) => {
    const head = draft.publication.masthead;
    if (sameLines(wanted, ears[side])) return;
    if (wanted.length === 0 && other.length === 0) delete head.ears;
    else if (head.ears) head.ears[side] = [...wanted];
    else head.ears = { left: [], right: [], [side]: [...wanted] };
  });
};
