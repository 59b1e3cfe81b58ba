import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../core/issue/edit.ts';
import { type Mark, type Paragraph, type ParagraphRole, paragraph } from '../../../core/issue/issue.ts';
import { normalMarks } from '../../../core/issue/marks.ts';
import {
  editParagraphs,
  editParagraphsSince,
  listDifference,
  nameOfDifference,
} from '../../../renderer/story/paragraph-edits.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

const issueWith = (paragraphs: readonly Paragraph[]) => {
  const issue = smallIssue();
  return { ...issue, stories: issue.stories.map((s) => (s.id === 's1' ? { ...s, paragraphs } : s)) };
};
const bodyOf = (issue: ReturnType<typeof smallIssue>) => issue.stories[0]!.paragraphs;
const list = (...texts: string[]) => texts.map((text) => paragraph(text));

const anyParagraph: fc.Arbitrary<Paragraph> = fc
  .record({
    role: fc.constantFrom<ParagraphRole>('body', 'subhead', 'item'),
    text: fc.stringMatching(/^[甲乙丙𬭎a]{0,4}$/u),
    byline: fc.constantFrom('', '（某某）'),
    marks: fc.array(
      fc.record({
        from: fc.nat(4),
        to: fc.nat(6),
        kind: fc.constantFrom<Mark['kind']>('bold', 'emphasis'),
      }),
      { maxLength: 2 },
    ),
  })
  .map((value) => {
    const edges = [0, ...[...value.text].map((_, i, all) => all.slice(0, i + 1).join('').length)];
    const edge = (at: number) => edges[Math.min(at, edges.length - 1)]!;
    return {
      ...value,
      marks: normalMarks(value.marks.map((m) => ({ ...m, from: edge(m.from), to: edge(m.to) }))),
    };
  });

describe('edits that make one list of paragraphs of another', () => {
  it('give exactly the list, and their inverse the list before', () => {
    fc.assert(
      fc.property(
        fc.array(anyParagraph, { maxLength: 6 }),
        fc.array(anyParagraph, { minLength: 1, maxLength: 6 }),
        (before, after) => {
          const issue = issueWith(before);
          const edited = editParagraphs(issue, 's1', after);
          const isEmptyDocument =
            before.length === 0 && after.length === 1 && after[0]!.text + after[0]!.byline === '';
          expect(bodyOf(edited.issue)).toEqual(isEmptyDocument ? [] : after);
          expect(applyPatches(issue, edited.patches)).toEqual(edited.issue);
          expect(applyPatches(edited.issue, edited.inverse)).toEqual(issue);
        },
      ),
    );
  });

  it('keep what is common at both ends untouched', () => {
    fc.assert(
      fc.property(
        fc.array(anyParagraph, { maxLength: 3 }),
        fc.array(anyParagraph, { maxLength: 3 }),
        fc.array(anyParagraph, { maxLength: 3 }),
        fc.array(anyParagraph, { maxLength: 3 }),
        (head, taken, put, tail) => {
          const issue = issueWith([...head, ...taken, ...tail]);
          const after = bodyOf(editParagraphs(issue, 's1', [...head, ...put, ...tail]).issue);
          if (after.length === 0) return;
          expect(after.slice(0, head.length)).toEqual(head);
          expect(after.slice(after.length - tail.length)).toEqual(tail);
          // Of two equal paragraphs either may be the one that stays.
          const before = new Set([...head, ...taken, ...tail]);
          const kept = after.filter((value) => before.has(value)).length;
          expect(kept).toBeGreaterThanOrEqual(head.length + tail.length);
        },
      ),
    );
  });

  it('set one text where one was typed into', () => {
    const issue = issueWith(list('甲', '乙', '丙'));
    const { patches, name } = editParagraphs(issue, 's1', list('甲', '乙丁', '丙'));
    expect(patches).toEqual([
      { op: 'replace', path: ['stories', 0, 'paragraphs', 1, 'text'], value: '乙丁' },
    ]);
    expect(name).toBe('输入文字');
  });

  it('split a long paragraph by one text and one paragraph more, at either side', () => {
    const long = '一二三四五六七八九十';
    const atEnd = editParagraphs(issueWith(list(long)), 's1', list('一二三四五六七八九', '十'));
    expect(atEnd.patches.map((p) => [p.op, p.path.at(-2)])).toEqual([
      ['replace', 0],
      ['add', 'paragraphs'],
    ]);
    const atStart = editParagraphs(issueWith(list(long)), 's1', list('一', '二三四五六七八九十'));
    expect(atStart.patches).toContainEqual({
      op: 'add',
      path: ['stories', 0, 'paragraphs', 0],
      value: paragraph('一'),
    });
    expect(atStart.name).toBe('分段');
  });

  it('move a paragraph as a move', () => {
    const { patches, name } = editParagraphs(issueWith(list('甲', '乙', '丙')), 's1', list('乙', '丙', '甲'));
    expect(name).toBe('移动段落');
    expect(patches.map((p) => p.op)).toEqual(['remove', 'add']);
  });

  it('are named after what was done', () => {
    const name = (before: readonly Paragraph[], after: readonly Paragraph[]) =>
      nameOfDifference(listDifference(before, after));
    const bold: Mark = { from: 0, to: 1, kind: 'bold' };
    const emphasis: Mark = { from: 0, to: 1, kind: 'emphasis' };
    expect(name(list('甲乙'), list('甲'))).toBe('删除文字');
    expect(name(list('甲'), [{ ...paragraph('甲'), marks: [bold] }])).toBe('加粗');
    expect(name(list('甲'), [{ ...paragraph('甲'), marks: [emphasis] }])).toBe('着重');
    expect(name(list('甲'), [paragraph('甲', 'subhead')])).toBe('设为小标题');
    expect(name([paragraph('甲', 'subhead')], list('甲'))).toBe('修改段落种类');
    expect(name(list('甲', '乙'), list('甲乙'))).toBe('合并段落');
  });

  it('refuse text that an issue does not hold', () => {
    expect(() => editParagraphs(issueWith(list('甲')), 's1', list('甲\u0007'))).toThrow('not a text');
  });
});

describe('a change made on an issue that went on meanwhile', () => {
  const base = list('甲', '乙', '丙');

  it('is made where its paragraphs are still the same', () => {
    const issue = issueWith(list('甲', '乙', '丙', '丁'));
    const edited = editParagraphsSince(issue, 's1', base, list('甲', '乙乙', '丙'));
    expect(edited && bodyOf(edited.issue).map((p) => p.text)).toEqual(['甲', '乙乙', '丙', '丁']);
  });

  it('is not made where others changed the same paragraph', () => {
    const issue = issueWith(list('甲', '别', '丙'));
    expect(editParagraphsSince(issue, 's1', base, list('甲', '乙乙', '丙'))).toBeNull();
  });

  it('is not made on a story that is gone', () => {
    expect(editParagraphsSince({ ...smallIssue(), stories: [] }, 's1', base, base)).toBeNull();
  });
});
