import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../core/issue/edit.ts';
import { putBackWords } from '../../../core/issue/import-notes.ts';
import { openNotes } from '../../../core/issue/open-notes.ts';
import { readManuscripts } from '../../../core/manuscript/read-manuscripts.ts';
import { bodyText, readLines, stubPublication } from './manuscript-builders.ts';

const A = bodyText('三月里春风吹绿了河岸');

describe('the notes of an import', () => {
  it('hold every word that was taken out, so that it can be put back where it stood', () => {
    const { issue, report } = readLines(
      '## 河岸添新绿',
      '',
      `${A}（下转二版）`,
      '',
      A,
      '',
      '图为村民在栽树。本报记者 林间 摄',
      '',
      '## 社区夜里灯火明',
      '',
      A,
    );
    const words = issue.importNotes.map((note) => [note.story, note.paragraph, note.words]);
    expect(words).toEqual([
      ['s1', 0, '（下转二版）'],
      ['s1', 0, A],
      ['s1', 0, '图为村民在栽树。\u3000本报记者\u3000林间\u3000摄'],
    ]);
    expect(issue.importNotes.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
    const taken = report.files[0]!.removed.filter(({ reason }) => reason !== 'markup');
    for (const { text } of taken) expect(words.map(([, , own]) => own)).toContain(text);
    const back = putBackWords(issue, 'n2');
    expect(back.issue.stories[0]!.paragraphs.map(({ text }) => text)).toEqual([A, A]);
    expect(applyPatches(back.issue, back.inverse)).toEqual(issue);
  });

  it('do not tell what the issue tells of itself', () => {
    const { issue, report } = readLines(A, '', '（记者 林间）');
    expect(report.problems.map(({ kind }) => kind)).toContain('missing-headline');
    expect(report.problems.map(({ kind }) => kind)).toContain('missing-masthead-fact');
    expect(issue.importNotes).toEqual([]);
  });

  it('go when what they tell of is mended', () => {
    const { issue } = readLines('## 河岸添新绿', '', `${A}他们来到河边，看见`);
    expect(openNotes(issue).map(({ message }) => message)).toEqual([expect.stringContaining('没有写完')]);
    const [story] = issue.stories;
    const [paragraph] = story!.paragraphs;
    const mended = [{ ...paragraph!, text: `${paragraph!.text}了他。` }];
    expect(openNotes({ ...issue, stories: [{ ...story!, paragraphs: mended }] })).toEqual([]);
  });

  it('tell what the reader of the source had to tell, at the story that its line belongs to', () => {
    const text = `## 河岸添新绿\n\n${A}\n\n## 社区夜里灯火明\n\n${A}\n`;
    const note = { severity: 'warning', message: '删去的字没有排入。', words: '三千株', line: 7 } as const;
    const read = (numbered: boolean) =>
      readManuscripts([{ name: '稿.docx', text, notes: [note], numbered }], [stubPublication()]).issue
        .importNotes[0];
    expect(read(true)).toMatchObject({ story: 's2', paragraph: 0, words: '三千株', line: 7 });
    expect(read(false)).toMatchObject({ line: null, message: '稿.docx：删去的字没有排入。' });
  });

  it('name no line of a source that has none', () => {
    const text = `## 河岸添新绿\n\n${A}他们来到河边，看见\n`;
    const { issue } = readManuscripts([{ name: '稿.docx', text, numbered: false }], [stubPublication()]);
    expect(issue.importNotes[0]!.message).toMatch(/^稿\.docx：稿件停在/);
  });

  it('are a list that can be read, with all words, however much was taken out', () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => `${A.slice(0, 20)}${i}。（下转${(i % 9) + 1}版）`);
    const { issue } = readLines('## 河岸添新绿', ...lines);
    expect(issue.importNotes).toHaveLength(2_000);
    expect(issue.importNotes.at(-1)!.words.split('\n')).toHaveLength(1_001);
  });
});
