import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../core/issue/edit.ts';
import * as edits from '../../../core/issue/edits.ts';
import { type Issue, type Mark, paragraph, type Story } from '../../../core/issue/issue.ts';
import {
  nearestPlace,
  orderedRange,
  partsOf,
  type TextPart,
  type TextPlace,
  textAt,
} from '../../../core/issue/text-place.ts';
import { smallIssue } from './small-issue.ts';

const at = (part: TextPart, paragraph: number, offset: number, story = 's1'): TextPlace => ({
  story,
  part,
  paragraph,
  offset,
});
const body = (paragraph: number, offset: number) => at('body', paragraph, offset);
const lines = (...texts: string[]) => texts.map((text) => ({ text, marks: [] }));
const texts = (issue: Issue) => issue.stories[0]!.paragraphs.map((p) => p.text);

/** The issue with other paragraphs in its first story. */
const withParagraphs = (paragraphs: Story['paragraphs']): Issue => {
  const issue = smallIssue();
  return { ...issue, stories: [{ ...issue.stories[0]!, paragraphs }, ...issue.stories.slice(1)] };
};

describe('typing', () => {
  it('costs one patch on its paragraph', () => {
    const edit = edits.replaceRange(smallIssue(), body(1, 2), body(1, 2), lines('新'));
    expect(edit.patches).toEqual([
      { op: 'replace', path: ['stories', 0, 'paragraphs', 1, 'text'], value: '第二新段𬭎文字。' },
    ]);
    expect(edit.caret).toEqual(body(1, 3));
    expect(edit.name).toBe('输入文字');
  });
  it('takes the mark that it is typed into, not the one at whose end it stands', () => {
    const bold: Mark = { from: 0, to: 2, kind: 'bold' };
    const issue = withParagraphs([{ ...paragraph('第一段'), marks: [bold] }]);
    const marks = (offset: number) =>
      edits.replaceRange(issue, body(0, offset), body(0, offset), lines('新')).issue.stories[0]!
        .paragraphs[0]!.marks;
    expect(marks(1)).toEqual([{ ...bold, to: 3 }]);
    expect(marks(2)).toEqual([bold]);
  });
  it('opens the body of a story that has none', () => {
    const edit = edits.replaceRange(withParagraphs([]), body(0, 0), body(0, 0), lines('甲'));
    expect(texts(edit.issue)).toEqual(['甲']);
    expect(edit.caret).toEqual(body(0, 1));
  });
  it('keeps no part of a character that it would cut', () => {
    expect(() => edits.replaceRange(smallIssue(), body(1, 4), body(1, 5), lines(''))).toThrow('no offset 4');
  });
  it.each([
    ['headline', 0, '湖畔甲\n乙新馆开门'],
    ['caption', 0, '新馆甲乙。'],
  ] as const)('into %s takes several lines as that part can', (part, n, wanted) => {
    const edit = edits.replaceRange(smallIssue(), at(part, n, 2), at(part, n, 2), lines('甲', '乙'));
    expect(textAt(edit.issue, edit.caret)).toBe(wanted);
    expect(edit.caret.offset).toBe(part === 'headline' ? 5 : 4);
  });
  it('moves the breaks of a headline, or asks for new ones', () => {
    const issue = edits.setHeadline(smallIssue(), 's1', '湖畔新馆开门', [2, 4]).issue;
    const breaks = (breaksOf?: () => number[]) =>
      edits.replaceRange(issue, at('headline', 0, 0), at('headline', 0, 0), lines('今'), breaksOf).issue
        .stories[0]!.breaks.headline;
    expect(breaks()).toEqual([3, 5]);
    expect(breaks(() => [1])).toEqual([1]);
  });
  it('leaves no break at the end of what is left of a headline', () => {
    const issue = edits.setHeadline(smallIssue(), 's1', '湖畔新馆开门', [2, 4]).issue;
    const cut = edits.replaceRange(issue, at('headline', 0, 4), at('headline', 0, 6), []);
    expect(cut.issue.stories[0]!.breaks.headline).toEqual([2]);
  });
});

describe('Enter', () => {
  it('splits a paragraph with its marks', () => {
    const issue = withParagraphs([{ ...paragraph('第一段'), marks: [{ from: 0, to: 3, kind: 'bold' }] }]);
    const edit = edits.replaceRange(issue, body(0, 1), body(0, 1), lines('', ''));
    expect(edit.issue.stories[0]!.paragraphs.map((p) => [p.text, p.marks])).toEqual([
      ['第', [{ from: 0, to: 1, kind: 'bold' }]],
      ['一段', [{ from: 0, to: 2, kind: 'bold' }]],
    ]);
    expect([edit.caret, edit.name]).toEqual([body(1, 0), '分段']);
  });
  it.each([
    ['subhead', 3, ['subhead', 'body']],
    ['subhead', 1, ['subhead', 'subhead']],
    ['subhead', 0, ['body', 'subhead']],
    ['item', 3, ['item', 'item']],
    ['body', 3, ['body', 'body']],
  ] as const)('gives a %s split at %i its roles', (role, offset, roles) => {
    const issue = withParagraphs([paragraph('小标题', role)]);
    const edit = edits.replaceRange(issue, body(0, offset), body(0, offset), lines('', ''));
    expect(edit.issue.stories[0]!.paragraphs.map((p) => p.role)).toEqual(roles);
  });
  it('leaves the byline of a brief at its end', () => {
    const issue = withParagraphs([{ ...paragraph('一二三', 'item'), byline: '（某某）' }]);
    const edit = edits.replaceRange(issue, body(0, 1), body(0, 1), lines('', ''));
    expect(edit.issue.stories[0]!.paragraphs.map((p) => p.byline)).toEqual(['', '（某某）']);
  });
});

describe('deleting', () => {
  it('joins two paragraphs, the first one’s role kept', () => {
    const issue = withParagraphs([paragraph('小标题', 'subhead'), paragraph('正文')]);
    const edit = edits.replaceRange(issue, body(0, 3), body(1, 0), []);
    expect(edit.issue.stories[0]!.paragraphs).toEqual([paragraph('小标题正文', 'subhead')]);
    expect([edit.caret, edit.name]).toEqual([body(0, 3), '合并段落']);
  });
  it('takes an empty line away from above a subhead, which stays one', () => {
    const issue = withParagraphs([paragraph(''), paragraph('小标题', 'subhead')]);
    const edit = edits.replaceRange(issue, body(0, 0), body(1, 0), []);
    expect(edit.issue.stories[0]!.paragraphs).toEqual([paragraph('小标题', 'subhead')]);
  });
  it('over three paragraphs leaves the ends of the outer ones', () => {
    const edit = edits.replaceRange(smallIssue(), body(0, 2), body(2, 2), []);
    expect(texts(edit.issue)).toEqual(['第一段。']);
    expect(edit.name).toBe('删除文字');
  });
  it('loses no byline where two briefs are joined', () => {
    const brief = (text: string, byline: string) => ({ ...paragraph(text, 'item'), byline });
    const issue = withParagraphs([brief('一', '（甲）'), brief('二', '（乙）')]);
    const edit = edits.replaceRange(issue, body(0, 1), body(1, 0), []);
    expect(edit.issue.stories[0]!.paragraphs).toEqual([brief('一二', '（甲）（乙）')]);
  });
});

describe('pasting', () => {
  it('puts paragraphs between the halves of the one that it goes into, with their bold', () => {
    const bold: Mark = { from: 0, to: 1, kind: 'bold' };
    const pasted = [{ text: '甲', marks: [bold] }, ...lines('乙', '丙丁')];
    const edit = edits.replaceRange(smallIssue(), body(0, 2), body(0, 2), pasted);
    expect(texts(edit.issue).slice(0, 3)).toEqual(['第一甲', '乙', '丙丁段文字。']);
    expect(edit.issue.stories[0]!.paragraphs[0]!.marks).toEqual([{ from: 2, to: 3, kind: 'bold' }]);
    expect([edit.caret, edit.name]).toEqual([body(2, 2), '粘贴']);
  });
  it('over a range of paragraphs replaces it', () => {
    const edit = edits.replaceRange(smallIssue(), body(0, 2), body(2, 2), lines('甲', '乙', '丙'));
    expect(texts(edit.issue)).toEqual(['第一甲', '乙', '丙段。']);
  });
});

describe('a mark over several paragraphs', () => {
  it('is given where some of the range lacks it, and taken where all has it', () => {
    const once = edits.toggleMarkOver(smallIssue(), body(0, 2), body(2, 1), 'bold').issue;
    const marks = (issue: Issue) =>
      issue.stories[0]!.paragraphs.map((p) => p.marks.map((m) => [m.from, m.to]));
    expect(marks(once)).toEqual([[[2, 6]], [[0, 8]], [[0, 1]]]);
    const raised = edits.toggleMarkOver(smallIssue(), body(0, 1), body(0, 3), 'superscript').issue;
    const lowered = edits.toggleMarkOver(raised, body(0, 1), body(0, 3), 'subscript').issue;
    expect(lowered.stories[0]!.paragraphs[0]!.marks).toEqual([{ from: 1, to: 3, kind: 'subscript' }]);
    const inner = edits.toggleMarkOver(once, body(0, 3), body(1, 2), 'bold').issue;
    expect(marks(inner)).toEqual([[[2, 3]], [[2, 8]], [[0, 1]]]);
  });
  it('changes nothing in a headline', () => {
    expect(
      edits.toggleMarkOver(smallIssue(), at('headline', 0, 0), at('headline', 0, 2), 'bold').patches,
    ).toEqual([]);
  });
});

describe('any replacement', () => {
  const line = fc.record({
    text: fc.string({ unit: fc.constantFrom('甲', '乙', 'a', '𬭎', '，'), maxLength: 4 }),
    bold: fc.boolean(),
  });
  const wanted = fc.array(line, { maxLength: 4 });
  it('is taken back by its inverse, and leaves the caret in the text', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        fc.nat(30),
        fc.nat(30),
        wanted,
        (paragraphs, p, q, i, j, put) => {
          const marked = ({ text, bold }: { text: string; bold: boolean }) => ({
            text,
            marks: bold && text !== '' ? [{ from: 0, to: text.length, kind: 'bold' as const }] : [],
          });
          const issue = withParagraphs(
            paragraphs.map((own, n) => ({
              ...paragraph('', (['body', 'subhead', 'item'] as const)[n % 3]!),
              ...marked(own),
              byline: n % 2 ? '（某）' : '',
            })),
          );
          const names = partsOf(issue.stories[0]!);
          const first = names[p % names.length]!;
          const second =
            first.part === 'body'
              ? names.filter((n) => n.part === 'body')[q % Math.max(1, paragraphs.length)]!
              : first;
          const place = (name: typeof first, offset: number) =>
            nearestPlace(issue, { ...name, offset: offset % (textAt(issue, name).length + 1) })!;
          const { from, to } = orderedRange(place(first, i), place(second, j));
          const edit = edits.replaceRange(issue, from, to, put.map(marked));
          expect(applyPatches(edit.issue, edit.inverse)).toEqual(issue);
          expect(applyPatches(issue, edit.patches)).toEqual(edit.issue);
          expect(nearestPlace(edit.issue, edit.caret)).toEqual(edit.caret);
          const joined = (of: Issue) => of.stories[0]!.paragraphs.map((v) => v.text).join('');
          if (from.part !== 'body') return;
          const whole = paragraphs.map((own) => own.text);
          const before =
            whole.slice(0, from.paragraph).join('') + (whole[from.paragraph] ?? '').slice(0, from.offset);
          const after = (whole[to.paragraph] ?? '').slice(to.offset) + whole.slice(to.paragraph + 1).join('');
          expect(joined(edit.issue)).toBe(before + put.map((v) => v.text).join('') + after);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a step', () => {
  it.each([
    ['葛\u{e0100}城', [0, 3, 4]],
    ['𬭎a', [0, 2, 3]],
    ['e\u0301a', [0, 2, 3]],
    ['区👨\u200d👩\u200d👧a', [0, 1, 9, 10]],
    ['🇨🇳🇨🇳a', [0, 4, 8, 9]],
    ['👍🏽。', [0, 4, 5]],
    ['', [0]],
  ] as const)('over %j never stops inside a character', (text, stops) => {
    const right = [0];
    while (right.at(-1)! < text.length) right.push(edits.stepOffset(text, right.at(-1)!, 1));
    const left: number[] = [text.length];
    while (left[0]! > 0) left.unshift(edits.stepOffset(text, left[0]!, -1));
    expect(right).toEqual(stops);
    expect(left).toEqual(stops);
  });
  it.each([
    ['河堤公园，补种', 1, '河堤公园'],
    ['河堤公园，补种', 4, '河堤公园'],
    ['河堤公园，补种', 5, '补种'],
    ['，，', 1, '，'],
    ['达到PM2.5标准', 4, 'PM2.5'],
    ['约1,200.50元', 3, '1,200.50'],
    ['it’s ok', 2, 'it’s'],
    ['葛\u{e0100}城，', 1, '葛\u{e0100}城'],
    ['', 0, ''],
  ] as const)('by double click in %j at %i selects %j', (text, offset, wanted) => {
    const { from, to } = edits.clusterRange(text, offset);
    expect(text.slice(from, to)).toBe(wanted);
  });
});
