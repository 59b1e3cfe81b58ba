/** A paste as one edit: text, marks and what is told of it. */
import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../core/issue/edit.ts';
import { putBackWords } from '../../../core/issue/import-notes.ts';
import type { TextPlace } from '../../../core/issue/text-place.ts';
import { pasteOver } from '../../../renderer/paste/paste-edit.ts';
import { pasteSentence } from '../../../renderer/paste/paste-notes.ts';
import { pastedCopy } from '../../../renderer/paste/pasted-copy.ts';
import { copied } from '../../../renderer/text/copy.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

const issue = smallIssue();
const story = issue.stories[0]!;
const at = (part: TextPlace['part'], offset = 0): TextPlace => ({
  story: story.id,
  part,
  paragraph: 0,
  offset,
});
const page = (html: string) => pastedCopy({ html, text: '' });

describe('a paste into a body', () => {
  it('is one step with the notes of what was left out, and their words can be put back', () => {
    const html = '<p>办结<ins>421</ins><del>412</del>件。</p><p>乙<span style="display:none">隐</span></p>';
    const made = pasteOver(issue, { from: at('body'), to: at('body') }, page(html));
    expect(made.name).toBe('粘贴');
    expect(made.issue.stories[0]!.paragraphs.slice(0, 2).map(({ text }) => text)).toEqual([
      '办结421件。',
      `乙${story.paragraphs[0]!.text}`,
    ]);
    expect(
      made.issue.importNotes.map(({ file, message, words, paragraph }) => [file, message, words, paragraph]),
    ).toEqual([
      [
        '粘贴',
        '粘贴的文字里有删去的文字1处（“412”），没有放进来；修订中插入的文字1处，已经放进来，请核对。',
        '412',
        0,
      ],
      ['粘贴', '粘贴的文字里有隐藏的文字1处（“隐”），没有放进来，请核对。', '隐', 1],
    ]);
    expect(applyPatches(made.issue, made.inverse)).toEqual(issue);
    const back = putBackWords(made.issue, made.issue.importNotes[0]!.id).issue;
    expect(back.stories[0]!.paragraphs[1]!.text).toBe('412');
  });

  it('quotes a power as a power, and no control that the copy may hold', () => {
    const html = '<p>甲<del>1.2×10<sup>4</sup>公顷&#2;</del>乙</p>';
    const made = pasteOver(issue, { from: at('body'), to: at('body') }, page(html));
    expect(made.issue.importNotes[0]!.words).toBe('1.2×10⁴公顷');
  });

  it('takes nothing away where all of the copy is left out', () => {
    const range = { from: at('body'), to: at('body', 3) };
    const made = pasteOver(issue, range, page('<p style="display:none">隐</p>'));
    expect(made.issue.stories).toEqual(issue.stories);
    expect(made.issue.importNotes).toHaveLength(1);
  });

  it('puts thousands of paragraphs in by one patch, as it puts in few', () => {
    const range = { from: at('body', 1), to: at('body', 2) };
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `<p>${i}<b>甲</b></p>`).join('');
    const texts = (made: ReturnType<typeof pasteOver>) => made.issue.stories[0]!.paragraphs;
    const many = pasteOver(issue, range, page(lines(3_000)));
    expect(many.patches).toHaveLength(1);
    expect(applyPatches(many.issue, many.inverse)).toEqual(issue);
    const few = pasteOver(issue, range, page(lines(3)));
    expect(texts(many).slice(0, 2)).toEqual(texts(few).slice(0, 2));
    expect(texts(many).slice(3_000)).toEqual(texts(few).slice(3));
    expect(texts(many)[2_999]!.text).toBe(texts(few)[2]!.text.replace('2甲', '2999甲'));
  });
});

describe('a paste into a headline', () => {
  it('has the raised and lowered characters that Unicode has', () => {
    const made = pasteOver(
      issue,
      { from: at('headline'), to: at('headline') },
      page('<p>10<sup>4</sup>公顷，CO<sub>2</sub></p>'),
    );
    expect(made.issue.stories[0]!.headline).toBe(`10⁴公顷，CO₂${story.headline}`);
  });
});

describe('what the foot says of a paste', () => {
  it('is nothing where all was taken', () => {
    expect(pasteSentence(page('<p>甲<b>乙</b></p>'), [], true)).toBe('');
  });

  it('is how many of each, with the first words', () => {
    const copy = page('<p>甲<del>乙</del>丙<s>丁</s><span style="color:white">白</span></p>');
    expect(pasteSentence(copy, [], true)).toBe(
      '粘贴：没有放进版面：删去的文字2处（“乙”等）、看不见的文字（白字）1处（“白”），可以在“问题”里放回。',
    );
    expect(pasteSentence(pastedCopy({ html: '', text: '甲'.repeat(2_000_000) }), [], true)).toContain(
      '没有粘贴',
    );
  });
});

describe('text that is copied', () => {
  it('comes back from the clipboard with its marks', () => {
    const html = '<p>甲<b>乙10<sup>4</sup></b>，H<sub>2</sub>O&lt;<span class="zuban-emphasis">丙</span></p>';
    const from = at('body');
    const { issue: with_, caret } = pasteOver(issue, { from, to: from }, page(html));
    const range = { from, to: caret };
    expect(page(copied(with_, range).html).lines).toEqual(page(html).lines);
  });
});
