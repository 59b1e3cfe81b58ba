/**
 * From two lists of paragraphs to the edit that makes one of the other, with the smallest patches. The lists are
 * compared from both ends; what is left between is a paragraph moved, or paragraphs changed in place with others put
 * in or taken out beside them. Changed paragraphs are paired from the end where the pairs differ less, so that Enter
 * in a long paragraph is one text changed and one paragraph more. Pure.
 *
 * Limits: one stretch of the list: two changes far apart in one step rewrite what stands between by value only where
 * it differs, but a paragraph put in at both ends counts all between as changed.
 */
import {
  checkedText,
  type EditedIssue,
  editAt,
  editWith,
  inTurn,
  type ListChange,
} from '../../core/issue/edit.ts';
import { type Issue, MARK_KINDS, type Paragraph, type StoryId } from '../../core/issue/issue.ts';
import { MARK_NAMES, sameMarks, textReplacement } from '../../core/issue/marks.ts';
import { moveParagraph, storyAt } from '../../core/issue/story-edits.ts';

export const sameParagraph = (a: Paragraph, b: Paragraph): boolean =>
  a === b || (a.text === b.text && a.role === b.role && a.byline === b.byline && sameMarks(a.marks, b.marks));

/** The one stretch in which two lists differ. */
export interface ListDifference {
  readonly from: number;
  readonly taken: readonly Paragraph[];
  readonly put: readonly Paragraph[];
}

export const listDifference = (before: readonly Paragraph[], after: readonly Paragraph[]): ListDifference => {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && sameParagraph(before[from]!, after[from]!)) from++;
  let tail = 0;
  while (tail < most - from && sameParagraph(before.at(-1 - tail)!, after.at(-1 - tail)!)) tail++;
  return {
    from,
    taken: before.slice(from, before.length - tail),
    put: after.slice(from, after.length - tail),
  };
};

const sameLists = (a: readonly Paragraph[], b: readonly Paragraph[]): boolean =>
  a.length === b.length && a.every((value, i) => sameParagraph(value, b[i]!));

/** Where the stretch is one paragraph moved over the others: from which of its places to which. */
const moveWithin = ({ taken, put }: ListDifference): { from: number; to: number } | null => {
  const last = taken.length - 1;
  if (last < 1 || put.length !== taken.length) return null;
  if (sameParagraph(taken[0]!, put[last]!) && sameLists(taken.slice(1), put.slice(0, -1)))
    return { from: 0, to: last };
  if (sameParagraph(taken[last]!, put[0]!) && sameLists(taken.slice(0, -1), put.slice(1)))
    return { from: last, to: 0 };
  return null;
};

/** How much of a paragraph is another: units of text replaced, and one for a role or byline. */
const distance = (a: Paragraph, b: Paragraph): number => {
  const { from, to, insert } = textReplacement(a.text, b.text);
  return to - from + insert.length + Number(a.role !== b.role) + Number(a.byline !== b.byline);
};

const joinedText = (list: readonly Paragraph[]): string => list.map(({ text }) => text).join('');

/** What the undo menu calls it. */
export const nameOfDifference = (difference: ListDifference): string => {
  const { taken, put } = difference;
  if (moveWithin(difference)) return '移动段落';
  if (taken.length === put.length) {
    const changed = taken.flatMap((before, i) =>
      sameParagraph(before, put[i]!) ? [] : [{ before, after: put[i]! }],
    );
    const texts = changed.filter(({ before, after }) => before.text !== after.text);
    if (texts.length > 0) {
      const adds = texts.some(({ before, after }) => textReplacement(before.text, after.text).insert !== '');
      return adds ? '输入文字' : '删除文字';
    }
    const roles = changed.filter(({ before, after }) => before.role !== after.role);
    if (roles.length > 0)
      return roles.every(({ after }) => after.role === 'subhead') ? '设为小标题' : '修改段落种类';
    const marks = MARK_KINDS.find((kind) =>
      changed.some(
        ({ before, after }) =>
          !sameMarks(
            before.marks.filter((m) => m.kind === kind),
            after.marks.filter((m) => m.kind === kind),
          ),
      ),
    );
    if (marks) return MARK_NAMES[marks];
    return changed.some(({ before, after }) => before.byline !== after.byline) ? '修改署名' : '修改段落';
  }
  if (joinedText(taken) === joinedText(put)) return put.length > taken.length ? '分段' : '合并段落';
  return put.length > taken.length ? '输入文字' : '删除文字';
};

/** True where the change is text of one paragraph: what a burst of typing is made of. */
export const isTyping = ({ taken, put }: ListDifference): boolean =>
  taken.length === 1 &&
  put.length === 1 &&
  taken[0]!.text !== put[0]!.text &&
  taken[0]!.role === put[0]!.role;

/** A document without text is shown for a body without paragraphs: no edit. */
const isNothing = (list: readonly Paragraph[]): boolean =>
  list.length === 1 && list[0]!.text === '' && list[0]!.byline === '';

/** Makes the story's body that list of paragraphs. Throws on text that an issue does not hold. */
export const editParagraphs = (issue: Issue, id: StoryId, after: readonly Paragraph[]): EditedIssue => {
  const { index, story } = storyAt(issue, id);
  const difference = listDifference(story.paragraphs, after);
  const { from, taken, put } = difference;
  const name = nameOfDifference(difference);
  if ((taken.length === 0 && put.length === 0) || (story.paragraphs.length === 0 && isNothing(after)))
    return editAt(issue, name, []);
  const move = moveWithin(difference);
  if (move) return moveParagraph(issue, id, from + move.from, from + move.to);
  for (const { text, byline } of put) {
    checkedText(text, 'one-line');
    checkedText(byline, 'one-line');
  }
  const pairs = Math.min(taken.length, put.length);
  const cost = (takenFrom: number, putFrom: number) => {
    let sum = 0;
    for (let i = 0; i < pairs; i++) sum += distance(taken[takenFrom + i]!, put[putFrom + i]!);
    return sum;
  };
  const [restTaken, restPut] = [taken.length - pairs, put.length - pairs];
  const fromFront = taken.length === put.length || cost(0, 0) <= cost(restTaken, restPut);
  const [pairTaken, pairPut] = fromFront ? [0, 0] : [restTaken, restPut];
  const inPlace = (at: Issue) =>
    editWith(at, name, (draft) => {
      for (let i = 0; i < pairs; i++) {
        const [before, wanted] = [taken[pairTaken + i]!, put[pairPut + i]!];
        if (sameParagraph(before, wanted)) continue;
        const target = draft.stories[index]!.paragraphs[from + pairTaken + i]!;
        if (before.text !== wanted.text) target.text = wanted.text;
        if (before.role !== wanted.role) target.role = wanted.role;
        if (before.byline !== wanted.byline) target.byline = wanted.byline;
        if (!sameMarks(before.marks, wanted.marks)) target.marks = [...wanted.marks];
      }
    });
  const path = ['stories', index, 'paragraphs'];
  const rest = fromFront ? from + pairs : from;
  const gone = fromFront ? taken.slice(pairs) : taken.slice(0, restTaken);
  const added = fromFront ? put.slice(pairs) : put.slice(0, restPut);
  const changes: readonly ListChange[] = [
    ...gone.map((take) => ({ take, path, index: rest })),
    ...added.map((value, i) => ({ put: value, path, index: rest + i })),
  ];
  return inTurn(issue, name, [
    ...(pairs > 0 ? [inPlace] : []),
    ...(changes.length > 0 ? [(at: Issue) => editAt(at, name, changes)] : []),
  ]);
};

/**
 * What was changed from `base` to `after`, made on the issue as it is now; null where others have since changed the
 * same paragraphs.
 */
export const editParagraphsSince = (
  issue: Issue,
  id: StoryId,
  base: readonly Paragraph[],
  after: readonly Paragraph[],
): EditedIssue | null => {
  const now = issue.stories.find((story) => story.id === id)?.paragraphs;
  if (!now) return null;
  if (now === base) return editParagraphs(issue, id, after);
  const { from, taken, put } = listDifference(base, after);
  const still = taken.every((value, i) => {
    const own = now[from + i];
    return own !== undefined && sameParagraph(own, value);
  });
  if (!still || from > now.length) return null;
  return editParagraphs(issue, id, [...now.slice(0, from), ...put, ...now.slice(from + taken.length)]);
};
