import { describe, expect, it } from 'vitest';
import { brokenInvariant } from '../../../core/file/issue-invariants.ts';
import {
  addImportNotes,
  addStoryPicture,
  applyPatches,
  dismissImportNote,
  dismissImportNotes,
  putBackWords,
  removeStory,
  replaceText,
  setMasthead,
} from '../../../core/issue/edits.ts';
import type { ImportNote, Issue } from '../../../core/issue/issue.ts';
import { openNotes } from '../../../core/issue/open-notes.ts';
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

  it('hold no controls and no halves of characters, whatever the source had', () => {
    const odd = note({ file: 'a\u0007.txt', message: 'b\u0002\n\ud840c', words: '\udc00d\ne' });
    const [kept] = addImportNotes(paper(), [odd]).issue.importNotes;
    expect(kept).toMatchObject({ file: 'a.txt', message: 'b c', words: 'd\ne' });
  });

  it('are put aside all at once, and come back where they stood', () => {
    const { issue } = addImportNotes(paper(), [note(), note({ message: '另一条。' }), note()]);
    const aside = dismissImportNotes(issue, ['n1', 'n3']);
    expect(aside.issue.importNotes.map(({ id }) => id)).toEqual(['n2']);
    expect(applyPatches(aside.issue, aside.inverse)).toEqual(issue);
    expect(() => dismissImportNotes(issue, ['n1', 'n9'])).toThrow('n9');
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

  it('are put aside all at once', () => {
    const { issue } = addImportNotes(paper(), [note(), note({ message: '另一条。' }), note({ story: null })]);
    const aside = dismissImportNotes(issue, ['n1', 'n3']);
    expect(aside.issue.importNotes.map(({ id }) => id)).toEqual(['n2']);
    expect(applyPatches(aside.issue, aside.inverse)).toEqual(issue);
  });

  it('about a text hold as long as the story has it, and again when the mending is undone', () => {
    const text = paper().stories[1]!.paragraphs[0]!.text;
    const about = { kind: 'text', text: `${text.slice(-6)}\n` } as const;
    const { issue } = addImportNotes(paper(), [note({ story: 's2', about })]);
    expect(openNotes(issue)).toHaveLength(1);
    const mended = replaceText(issue, 's2', 0, text.length, text.length, '，写完了。');
    expect(openNotes(mended.issue)).toEqual([]);
    expect(openNotes(applyPatches(mended.issue, mended.inverse))).toHaveLength(1);
  });

  it('about the masthead hold until the date is there, the nameplate another', () => {
    const { nameplate } = paper().publication.masthead;
    const { issue } = addImportNotes({ ...paper(), masthead: { ...paper().masthead, date: null } }, [
      note({ story: null, about: { kind: 'date' } }),
      note({ story: null, about: { kind: 'nameplate', text: nameplate } }),
    ]);
    expect(openNotes(issue)).toHaveLength(2);
    expect(openNotes(setMasthead(issue, { date: '2026-11-20' }).issue)).toHaveLength(1);
  });

  it('about a picture go with the picture that comes, which takes the caption that waited', () => {
    const info = { id: 'sha256-a.jpg', mime: 'image/jpeg', width: 9, height: 9, name: 'b.jpg' } as const;
    const about = (file: string, caption: string) =>
      ({ kind: 'picture', file, caption, credit: '甲 摄' }) as const;
    const known = { ...paper(), pictures: [info] };
    const waits = (...notes: ReturnType<typeof about>[]) =>
      addImportNotes(
        known,
        notes.map((one) => note({ about: one, words: one.caption })),
      ).issue;
    const given = (issue: Issue, caption = '') => {
      const edited = addStoryPicture(issue, 's1', { picture: info.id, caption, credit: '' });
      expect(applyPatches(edited.issue, edited.inverse)).toEqual(issue);
      return [
        edited.issue.stories[0]!.pictures[0]!.caption,
        edited.issue.importNotes.map(({ words }) => words),
      ];
    };
    // By its name, whatever its folder and case; else a caption without a name; else the only one there is.
    expect(given(waits(about('a.jpg', '甲'), about('图/B.JPG', '乙')))).toEqual(['乙', ['甲']]);
    expect(given(waits(about('a.jpg', '甲'), about('', '乙')))).toEqual(['乙', ['甲']]);
    expect(given(waits(about('a.jpg', '甲')))).toEqual(['甲', []]);
    expect(given(waits(about('a.jpg', '甲'), about('c.jpg', '乙')))).toEqual(['', ['甲', '乙']]);
    // A caption of its own stays, and so do the words that waited.
    expect(given(waits(about('b.jpg', '甲')), '自带')).toEqual(['自带', ['甲']]);
  });
});
