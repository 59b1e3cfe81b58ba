/**
 * Edits of what is the issue's own beside stories and frames: date and numbers, imprint, pages with their names and
 * staff, the printed head as of this issue, pictures.
 */
import { parseDate } from '../calendar/lunar-date.ts';
import type { MastheadTemplate } from '../publication/publication.ts';
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

/** A field of the printed head that is one text. The publication's profile itself is not touched: only this issue's copy. */
export const setPublicationMasthead = (
  issue: Issue,
  field: Exclude<keyof MastheadTemplate, 'permit'>,
  text: string,
): EditedIssue => {
  checkedText(text, 'one-line');
  return editWith(issue, '修改报头', (draft) => {
    draft.publication.masthead[field] = text;
  });
};

/** The permit's lines, as printed. */
export const setPermit = (issue: Issue, lines: readonly string[]): EditedIssue => {
  for (const line of lines) checkedText(line, 'one-line');
  return editWith(issue, '修改准印证号', (draft) => {
    draft.publication.masthead.permit = [...lines];
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

/** Makes a picture known to the issue; its bytes are kept beside the issue by their id. */
export const addPicture = (issue: Issue, picture: PictureInfo): EditedIssue => {
  const known = issue.pictures.some((p) => p.id === picture.id);
  const changes = known ? [] : [{ put: picture, path: ['pictures'], index: issue.pictures.length }];
  return editAt(issue, '添加图片', changes);
};

/** Forgets a picture. Throws while a story still has it. */
export const removePicture = (issue: Issue, id: PictureId): EditedIssue => {
  const index = issue.pictures.findIndex((p) => p.id === id);
  if (index < 0) throw new Error(`no picture ${id}`);
  if (issue.stories.some((s) => s.pictures.some((p) => p.picture === id)))
    throw new Error(`picture in use: ${id}`);
  return editAt(issue, '移除图片', [{ take: issue.pictures[index], path: ['pictures'], index }]);
};
