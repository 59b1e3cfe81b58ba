import { describe, expect, it } from 'vitest';
import { brokenInvariant } from '../../../core/file/issue-invariants.ts';
import {
  addImportNotes,
  applyPatches,
  dismissImportNote,
  putBackWords,
  removeStory,
} from '../../../core/issue/edits.ts';
import type { ImportNote, Issue } from '../../../core/issue/issue.ts';
import { issue as issueOf, story } from '../makeup/issue-builder.ts';

const note = (more: Partial<Omit<ImportNote, 'id'>> = {}): Omit<ImportNote, 'id'> => ({
  file: '稿.txt',
  line: 5,
  severity: 'note',
  message: '重复的一段没有排入。',
  story: 's1',
  words: '重复的一段。',
  paragraph: 0,
  ...more,
});

const paper = (): Issue => issueOf([story('s1', '甲', [10, 10]), story('s2', '乙', [10])]);
const textsOf = (issue: Issue) => issue.stories[0]!.paragraphs.map(({ text }) => text);

describe('import notes', () => {
  it('get ids of their own and keep the rules of an issue', () => {
    const { issue } = addImportNotes(paper(), [note(), note({ story: null, words: '' })]);
    expect(issue.importNotes.map(({ id }) => id)).toEqual(['n1', 'n2']);
    expect(brokenInvariant(issue)).toBeNull();
  });

  it('are refused for a story that does not exist', () => {
    expect(() => addImportNotes(paper(), [note({ story: 's9' })])).toThrow('no story s9');
    expect(brokenInvariant({ ...paper(), importNotes: [{ ...note({ story: 's9' }), id: 'n1' }] })).toBe(
      '第1条导入提示所属的稿件不存在',
    );
  });

  it('give their words back as paragraphs behind the one that they stood after', () => {
    const { issue } = addImportNotes(paper(), [note({ words: '第一行\n第二行' })]);
    const [first, second] = textsOf(issue);
    const back = putBackWords(issue, 'n1');
    expect(textsOf(back.issue)).toEqual([first, '第一行', '第二行', second]);
    expect(back.issue.importNotes).toEqual([]);
    expect(applyPatches(back.issue, back.inverse)).toEqual(issue);
  });

  it('give their words back at the end of a story that has become shorter', () => {
    const { issue } = addImportNotes(paper(), [note({ paragraph: 7 })]);
    expect(textsOf(putBackWords(issue, 'n1').issue).at(-1)).toBe('重复的一段。');
  });

  it('are put aside one by one', () => {
    const { issue } = addImportNotes(paper(), [note(), note({ message: '另一条。' })]);
    expect(dismissImportNote(issue, 'n1').issue.importNotes.map(({ id }) => id)).toEqual(['n2']);
  });

  it('go with their story and come back when that is undone', () => {
    const { issue } = addImportNotes(paper(), [note(), note({ story: 's2' }), note({ story: null })]);
    const removed = removeStory(issue, 's1');
    expect(removed.issue.importNotes.map(({ id }) => id)).toEqual(['n2', 'n3']);
    expect(applyPatches(removed.issue, removed.inverse)).toEqual(issue);
  });
});
