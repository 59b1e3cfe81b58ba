/**
 * Edits of what is the issue's own beside stories and frames: date and numbers, imprint, pages with their names and
 * staff, the printed head as of this issue, pictures.
 */
import { parseDate } from '../calendar/lunar-date.ts';
import { checkedIndex, checkedText, type EditedIssue, editAt, editWith, inTurn } from './edit.ts';
import type { Imprint, Issue, MastheadFacts, Page, PageStaff, PictureId, PictureInfo } from './issue.ts';

/** Date, number and total number; what is left out stays. Null takes a fact away. */
export const setMasthead = (issue: Issue, facts: Partial<MastheadFacts>): EditedIssue => {
  if (typeof facts.date === 'string' && !parseDate(facts.date))
    throw new Error(`no such date: ${facts.date}`);
  for (const number of [facts.number, facts.totalNumber])
    if (number !== null && number !== undefined && (!Number.isInteger(number) || number < 1))
      throw new Error(`not an issue number: ${number}`);
  return editWith(issue, '修改报头', (draft) => {
    Object.assign(draft.masthead, facts);
  });
};

export const setImprint = (issue: Issue, fields: Partial<Imprint>): EditedIssue => {
  for (const value of Object.values(fields)) checkedText(value, 'one-line');
  return editWith(issue, '修改版记', (draft) => {
    Object.assign(draft.imprint, fields);
  });
};

/** 版名. `page` from 0. */
export const setPageName = (issue: Issue, page: number, name: string): EditedIssue => {
  checkedIndex(page, issue.pages.length, 'page');
  checkedText(name, 'one-line');
  return editWith(issue, '修改版名', (draft) => {
    draft.pages[page]!.name = name;
  });
};

/** 责任编辑、校对、美编; what is left out stays. `page` from 0. */
export const setPageStaff = (issue: Issue, page: number, staff: Partial<PageStaff>): EditedIssue => {
  checkedIndex(page, issue.pages.length, 'page');
  for (const value of Object.values(staff)) checkedText(value, 'one-line');
  return editWith(issue, '修改版面人员', (draft) => {
    Object.assign(draft.pages[page]!.staff, staff);
  });
};

/** Puts an empty page in, at the end by default. */
export const addPage = (issue: Issue, page: Page, at: number = issue.pages.length): EditedIssue => {
  checkedIndex(at, issue.pages.length + 1, 'place for a page');
  if (page.frames.length > 0) throw new Error('a new page is empty: frames are placed on it');
  return editAt(issue, '添加版面', [{ put: page, path: ['pages'], index: at }]);
};

/** Takes a page out with its frames; threads that led there end, or go on behind it. */
export const removePage = (issue: Issue, at: number): EditedIssue => {
  checkedIndex(at, issue.pages.length, 'page');
  const name = '删除版面';
  const gone = new Map(issue.pages[at]!.frames.map((frame) => [frame.id, frame.next]));
  const join = (from: Issue) =>
    editWith(from, name, (draft) => {
      for (const [index, page] of draft.pages.entries()) {
        if (index === at) continue;
        for (const frame of page.frames) {
          let next = frame.next;
          while (next !== null && gone.has(next)) next = gone.get(next) ?? null;
          if (next !== frame.next) frame.next = next;
        }
      }
    });
  const take = (from: Issue) => editAt(from, name, [{ take: from.pages[at], path: ['pages'], index: at }]);
  return inTurn(issue, name, [join, take]);
};

/**
 * 调整版序: takes a page out and puts it back so that it stands at `to`, both from 0. Threads run on by their frames'
 * ids; refers that name a page go on naming the one that they named.
 */
export const movePage = (issue: Issue, from: number, to: number): EditedIssue => {
  checkedIndex(from, issue.pages.length, 'page');
  checkedIndex(to, issue.pages.length, 'page');
  const name = '调整版序';
  const page = issue.pages[from];
  const move = (at: Issue) =>
    editAt(
      at,
      name,
      from === to
        ? []
        : [
            { take: page, path: ['pages'], index: from },
            { put: page, path: ['pages'], index: to },
          ],
    );
  const refer = (at: Issue) =>
    editWith(at, name, (draft) => {
      for (const [index, { refersTo }] of at.stories.entries()) {
        if (refersTo === null || refersTo > at.pages.length) continue;
        const wanted = placeAfter(refersTo - 1, from, to) + 1;
        if (wanted !== refersTo) draft.stories[index]!.refersTo = wanted;
      }
    });
  return inTurn(issue, name, [move, refer]);
};

/** Where what stood at `at` stands once `from` has been moved to `to`. */
const placeAfter = (at: number, from: number, to: number): number => {
  if (at === from) return to;
  if (from < at && at <= to) return at - 1;
  return to <= at && at < from ? at + 1 : at;
};

/** Makes a picture known to the issue; its bytes are kept beside the issue by their id. */
export const addPicture = (issue: Issue, picture: PictureInfo): EditedIssue => {
  const path = ['pictures'];
  const at = issue.pictures.findIndex((p) => p.id === picture.id);
  const known = issue.pictures[at];
  if (known && !known.lost) return editAt(issue, '添加图片', []);
  /* One that was lost is found again. */
  const found = known ? [{ take: known, path, index: at }] : [];
  const index = known ? at : issue.pictures.length;
  return editAt(issue, '添加图片', [...found, { put: picture, path, index }]);
};

/** Forgets a picture. Throws while a story or the printed head still has it. */
export const removePicture = (issue: Issue, id: PictureId): EditedIssue => {
  const index = issue.pictures.findIndex((p) => p.id === id);
  if (index < 0) throw new Error(`no picture ${id}`);
  if (
    issue.publication.masthead.nameplatePicture === id ||
    issue.stories.some((s) => s.pictures.some((p) => p.picture === id))
  )
    throw new Error(`picture in use: ${id}`);
  return editAt(issue, '移除图片', [{ take: issue.pictures[index], path: ['pictures'], index }]);
};
