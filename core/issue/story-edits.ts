/**
 * Edits of stories and their text: pure functions from Issue to Issue with patches (edit.ts). They throw on what the
 * caller should have known (an unknown story, an index or a range that is not there); every text is legal content.
 */
import { HEADLINE_NAME, PART_NAMES } from '../publication/part-names.ts';
import { checkedIndex, checkedText, type EditedIssue, editAt, editWith } from './edit.ts';
import { areHeadlineBreaks, HEADLINE_PARTS, isHeadlinePart } from './headline-break-offsets.ts';
import type {
  HeadlinePart,
  Issue,
  Mark,
  Paragraph,
  ParagraphRole,
  Story,
  StoryId,
  StoryKind,
} from './issue.ts';
import {
  areNormalMarks,
  isCharacterEdge,
  MARK_NAMES,
  mappedMarks,
  sameMarks,
  textReplacement,
  toggledMarks,
} from './marks.ts';

/** The parts of a story that are one text each. */
export type StoryPart = 'kicker' | 'headline' | 'deck' | 'standfirst' | 'byline' | 'credit';

const EDITED_NAMES: Readonly<Record<StoryPart, string>> = { ...PART_NAMES, headline: HEADLINE_NAME };

/** The index of a story in the issue. Throws where it has none of that id. */
export const storyIndex = (issue: Issue, id: StoryId): number => {
  const index = issue.stories.findIndex((s) => s.id === id);
  if (index < 0) throw new Error(`no story ${id}`);
  return index;
};

export const storyAt = (issue: Issue, id: StoryId): { readonly index: number; readonly story: Story } => {
  const index = storyIndex(issue, id);
  return { index, story: issue.stories[index]! };
};

const paragraphAt = (issue: Issue, id: StoryId, paragraph: number) => {
  const { index, story } = storyAt(issue, id);
  checkedIndex(paragraph, story.paragraphs.length, `paragraph of ${id}`);
  return { index, story, value: story.paragraphs[paragraph]! };
};

const checkedParagraph = (value: Paragraph): Paragraph => {
  checkedText(value.text, 'one-line');
  checkedText(value.byline, 'one-line');
  if (!areNormalMarks(value.marks, value.text.length) || !value.marks.every((m) => edges(value.text, m)))
    throw new Error(`marks out of form: ${JSON.stringify(value.marks)}`);
  return value;
};

const edges = (text: string, range: { readonly from: number; readonly to: number }): boolean =>
  isCharacterEdge(text, range.from) && isCharacterEdge(text, range.to);

/**
 * Kicker, headline, deck and standfirst take `\n` for a break that the editor sets; byline and credit do not. A new
 * text of the first three takes `breaks` with it; without, it has none and its lines are broken evenly.
 */
export const setStoryPart = (
  issue: Issue,
  id: StoryId,
  part: StoryPart,
  text: string,
  breaks?: readonly number[],
): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  checkedText(text, part === 'byline' || part === 'credit' ? 'one-line' : 'lines');
  const broken = isHeadlinePart(part) ? part : null;
  if (broken === null && breaks !== undefined) throw new Error(`${part} has no breaks`);
  const wanted = checkedBreaks(breaks ?? [], text);
  const changes = breaks !== undefined || text !== story[part];
  return editWith(issue, `修改${EDITED_NAMES[part]}`, (draft) => {
    draft.stories[index]![part] = text;
    if (broken !== null && changes && !sameOffsets(wanted, story.breaks[broken]))
      draft.stories[index]!.breaks[broken] = [...wanted];
  });
};

export const setHeadline = (
  issue: Issue,
  id: StoryId,
  text: string,
  breaks?: readonly number[],
): EditedIssue => setStoryPart(issue, id, 'headline', text, breaks);

/** Moves the breaks at which the part's lines may end by sense. */
export const setHeadlineBreaks = (
  issue: Issue,
  id: StoryId,
  part: HeadlinePart,
  offsets: readonly number[],
): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  checkedBreaks(offsets, story[part]);
  return editWith(issue, `调整${EDITED_NAMES[part]}断行`, (draft) => {
    if (!sameOffsets(offsets, story.breaks[part])) draft.stories[index]!.breaks[part] = [...offsets];
  });
};

const sameOffsets = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((at, i) => at === b[i]);

const checkedBreaks = (offsets: readonly number[], text: string): readonly number[] => {
  if (!areHeadlineBreaks(offsets, text))
    throw new Error(`breaks out of form: ${JSON.stringify(offsets)} of ${text.length}`);
  return offsets;
};

export const setStoryKind = (issue: Issue, id: StoryId, kind: StoryKind): EditedIssue => {
  const index = storyIndex(issue, id);
  return editWith(issue, '修改稿件种类', (draft) => {
    draft.stories[index]!.kind = kind;
  });
};

/** The most that a body's characters may be set closer or wider by, em. */
export const MOST_TRACKING = 0.02;

/** 字距 of the body, em; 0 is the face's own. */
export const setTracking = (issue: Issue, id: StoryId, tracking: number): EditedIssue => {
  const index = storyIndex(issue, id);
  if (!(Math.abs(tracking) <= MOST_TRACKING))
    throw new Error(`tracking: ${tracking} beyond ${MOST_TRACKING}`);
  return editWith(issue, '调整字距', (draft) => {
    draft.stories[index]!.tracking = tracking;
  });
};

/** `page` from 1; null takes the pointer away. */
export const setRefersTo = (issue: Issue, id: StoryId, page: number | null): EditedIssue => {
  const index = storyIndex(issue, id);
  if (page !== null && (!Number.isInteger(page) || page < 1)) throw new Error(`no page ${page}`);
  return editWith(issue, '修改导读版次', (draft) => {
    draft.stories[index]!.refersTo = page;
  });
};

/** Replaces `text[from, to)` of a paragraph; the marks move with their text. */
export const replaceText = (
  issue: Issue,
  id: StoryId,
  paragraph: number,
  from: number,
  to: number,
  insert: string,
): EditedIssue => {
  const { index, value } = paragraphAt(issue, id, paragraph);
  if (from > to || !edges(value.text, { from, to }))
    throw new Error(`no range ${from}–${to} of ${value.text.length}`);
  const text = checkedText(value.text.slice(0, from) + insert + value.text.slice(to), 'one-line');
  const marks = mappedMarks(value.marks, from, to, insert.length);
  return editWith(issue, '修改文字', (draft) => {
    const target = draft.stories[index]!.paragraphs[paragraph]!;
    target.text = text;
    if (!sameMarks(marks, value.marks)) target.marks = [...marks];
  });
};

/** As `replaceText`, from the new text as a whole: what differs is found here. */
export const setParagraphText = (issue: Issue, id: StoryId, paragraph: number, text: string): EditedIssue => {
  const { value } = paragraphAt(issue, id, paragraph);
  const { from, to, insert } = textReplacement(value.text, text);
  return replaceText(issue, id, paragraph, from, to, insert);
};

export const setParagraphRole = (
  issue: Issue,
  id: StoryId,
  paragraph: number,
  role: ParagraphRole,
): EditedIssue => {
  const { index } = paragraphAt(issue, id, paragraph);
  return editWith(issue, role === 'subhead' ? '设为小标题' : '修改段落种类', (draft) => {
    draft.stories[index]!.paragraphs[paragraph]!.role = role;
  });
};

/** The byline of one brief. */
export const setParagraphByline = (
  issue: Issue,
  id: StoryId,
  paragraph: number,
  byline: string,
): EditedIssue => {
  const { index } = paragraphAt(issue, id, paragraph);
  checkedText(byline, 'one-line');
  return editWith(issue, '修改署名', (draft) => {
    draft.stories[index]!.paragraphs[paragraph]!.byline = byline;
  });
};

/** Puts a paragraph before the one at `at`; `at` may be the number of paragraphs. */
export const insertParagraph = (issue: Issue, id: StoryId, at: number, value: Paragraph): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  checkedIndex(at, story.paragraphs.length + 1, `place in ${id}`);
  const path = ['stories', index, 'paragraphs'];
  return editAt(issue, '插入段落', [{ put: checkedParagraph(value), path, index: at }]);
};

export const removeParagraph = (issue: Issue, id: StoryId, at: number): EditedIssue => {
  const { index, value } = paragraphAt(issue, id, at);
  return editAt(issue, '删除段落', [{ take: value, path: ['stories', index, 'paragraphs'], index: at }]);
};

/** Takes the paragraph out and puts it back so that it stands at `to`. */
export const moveParagraph = (issue: Issue, id: StoryId, at: number, to: number): EditedIssue => {
  const { index, story, value } = paragraphAt(issue, id, at);
  checkedIndex(to, story.paragraphs.length, `paragraph of ${id}`);
  const path = ['stories', index, 'paragraphs'];
  const changes = [
    { take: value, path, index: at },
    { put: value, path, index: to },
  ];
  return editAt(issue, '移动段落', at === to ? [] : changes);
};

/** Gives the range the mark, or takes it away where all of it has it. */
export const toggleMark = (issue: Issue, id: StoryId, paragraph: number, range: Mark): EditedIssue => {
  const { index, value } = paragraphAt(issue, id, paragraph);
  if (range.from >= range.to || !edges(value.text, range))
    throw new Error(`no range ${range.from}–${range.to} of ${value.text.length}`);
  const marks = toggledMarks(value.marks, range);
  return editWith(issue, MARK_NAMES[range.kind], (draft) => {
    draft.stories[index]!.paragraphs[paragraph]!.marks = [...marks];
  });
};

/** Puts a story into the order of the copy, at the end by default. */
export const addStory = (issue: Issue, story: Story, at: number = issue.stories.length): EditedIssue => {
  if (story.id === '' || issue.stories.some((s) => s.id === story.id))
    throw new Error(`story id taken: ${story.id}`);
  checkedIndex(at, issue.stories.length + 1, 'place for a story');
  for (const part of Object.keys(EDITED_NAMES) as StoryPart[])
    checkedText(story[part], part === 'byline' || part === 'credit' ? 'one-line' : 'lines');
  for (const part of HEADLINE_PARTS) checkedBreaks(story.breaks[part], story[part]);
  story.paragraphs.forEach(checkedParagraph);
  return editAt(issue, '添加稿件', [{ put: story, path: ['stories'], index: at }]);
};

/** Takes a story out, and with it every frame that shows it. Its pictures stay in the issue. */
export const removeStory = (issue: Issue, id: StoryId): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  const frames = issue.pages.flatMap((page, p) =>
    page.frames
      .map((frame, f) => ({ take: frame, path: ['pages', p, 'frames'], index: f }))
      .filter((change) => change.take.story === id)
      // From the last, so that each index is still true when its turn comes.
      .reverse(),
  );
  const notes = issue.importNotes
    .map((note, n) => ({ take: note, path: ['importNotes'], index: n }))
    .filter((change) => change.take.story === id)
    .reverse();
  return editAt(issue, '删除稿件', [...frames, ...notes, { take: story, path: ['stories'], index }]);
};

/** Changes the order of the copy, which is rank: only ever at the editor's own wish. */
export const moveStory = (issue: Issue, id: StoryId, to: number): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  checkedIndex(to, issue.stories.length, 'story');
  const changes = [
    { take: story, path: ['stories'], index },
    { put: story, path: ['stories'], index: to },
  ];
  return editAt(issue, '调整稿件次序', index === to ? [] : changes);
};
