/** Heads that follow their headlines: an editor does not count lines. */
import { describe, expect, it } from 'vitest';
import {
  applyPatches,
  frameAt,
  resizeFrame,
  setFrameBorder,
  setHeadLines,
  setHeadline,
} from '../../../core/issue/edits.ts';
import type { Frame, Issue, Story } from '../../../core/issue/issue.ts';
import { refitHeads } from '../../../core/makeup/story/refit-heads.ts';
import { fonts } from '../typeset/fonts.ts';
import { copy, frame, issue, page, story } from './issue-builder.ts';

const paper = (headline: string, headLines = 4): Issue =>
  issue([story('s', headline, [300]), story('t', '旧堤', [300])], {
    pages: [
      page([
        frame('a', 's', { column: 0, span: 3, line: 20, lines: 30 }, { headLines }),
        frame('b', 't', { column: 3, span: 3, line: 20, lines: 30 }),
      ]),
    ],
  });
const headOf = (one: Issue) => frameAt(one, 'a').frame.headLines;
const LONG = '河堤上的柳树先绿了起来孩子们放学后在堤上放风筝管理处的老陈说成活率很高';

describe('a head after an edit', () => {
  it('grows with a longer headline and shrinks with a shorter one', () => {
    const before = paper('新柳');
    const longer = refitHeads(before, setHeadline(before, 's', LONG), fonts);
    expect(headOf(longer.issue)).toBeGreaterThan(4);
    const back = refitHeads(longer.issue, setHeadline(longer.issue, 's', '新柳'), fonts);
    expect(headOf(back.issue)).toBe(4);
  });

  it('keeps the lines that the editor gave it beyond need', () => {
    const before = paper('新柳', 9);
    const need = headOf(refitHeads(paper('新柳'), setHeadline(paper('新柳'), 's', LONG), fonts).issue) - 4;
    const longer = refitHeads(before, setHeadline(before, 's', LONG), fonts);
    expect(headOf(longer.issue)).toBe(9 + need);
  });

  it('grows when its frame gets narrower', () => {
    const before = paper('河堤上的柳树先绿了起来');
    const narrower = refitHeads(
      before,
      resizeFrame(before, 'a', { column: 0, span: 1, line: 20, lines: 30 }),
      fonts,
    );
    expect(headOf(narrower.issue)).toBeGreaterThan(4);
  });

  it('is one edit with the change that caused it', () => {
    const before = paper('新柳');
    const edited = refitHeads(before, setHeadline(before, 's', LONG), fonts);
    expect(edited.name).toBe('修改标题');
    expect(applyPatches(before, edited.patches)).toEqual(edited.issue);
    expect(applyPatches(edited.issue, edited.inverse)).toEqual(before);
  });

  it('leaves alone what the edit itself set, and every other frame', () => {
    const before = paper('新柳');
    const set = setHeadLines(before, 'a', 12);
    expect(refitHeads(before, set, fonts)).toBe(set);
    const boxed = refitHeads(before, setFrameBorder(before, 'b', 'box'), fonts);
    expect(headOf(boxed.issue)).toBe(4);
  });
});

describe('a head is set anew', () => {
  const HEAD = 24;
  /* Of some length, each of these takes a line more or fewer: a frame's inset moves only what just fits. */
  const LENGTHS = Array.from({ length: 30 }, (_, i) => i + 4);
  const TEXT = copy(40).replace(/[，。]/g, '');
  const base = (length: number): Issue => {
    const whole = paper(TEXT.slice(0, length), HEAD);
    const [first, ...rest] = whole.stories;
    return {
      ...whole,
      stories: [
        { ...first!, kicker: '春来早', deck: '——管处', breaks: { kicker: [], headline: [2], deck: [] } },
        ...rest,
      ],
    };
  };
  const ofStory =
    (change: Partial<Story>) =>
    (from: Issue): Issue => ({ ...from, stories: from.stories.with(0, { ...from.stories[0]!, ...change }) });
  const ofFrame =
    (change: (of: Frame) => Partial<Frame>) =>
    (from: Issue): Issue => ({
      ...from,
      pages: from.pages.map((each) => ({
        ...each,
        frames: each.frames.map((of) => (of.id === 'a' ? { ...of, ...change(of) } : of)),
      })),
    });
  const refits = (before: Issue, issue: Issue): boolean =>
    headOf(refitHeads(before, { ...setHeadline(before, 's', LONG), issue }, fonts).issue) !== HEAD;

  it.each<[string, (from: Issue) => Issue]>([
    ['引题', ofStory({ kicker: '' })],
    ['主题', ofStory({ headline: LONG })],
    ['副题', ofStory({ deck: '' })],
    ['where it breaks', ofStory({ breaks: { kicker: [], headline: [], deck: [] } })],
    ['what kind of story it is', ofStory({ kind: 'briefs' })],
    ['the frame’s width', ofFrame(({ box }) => ({ box: { ...box, span: 2 } }))],
    ['加框', ofFrame(() => ({ border: 'box' }))],
    ['底纹', ofFrame(({ style }) => ({ style: { ...style, tint: 0.2 } }))],
    ['its size', ofFrame(({ style }) => ({ style: { ...style, headStep: -2 } }))],
    [
      'the publication',
      (from) => ({
        ...from,
        publication: {
          ...from.publication,
          formats: from.publication.formats.map((one) => ({ ...one, pitch: one.pitch * 1.5 })),
        },
      }),
    ],
  ])('with a change of %s', (_, change) => {
    const changed = LENGTHS.filter((length) => {
      const before = base(length);
      return refits(before, change(before));
    });
    expect(changed).not.toEqual([]);
  });

  it('but not where the edit gave it lines of its own, or it stands beside the body', () => {
    const narrow = ofFrame(({ box }) => ({ box: { ...box, span: 2 } }));
    const before = LENGTHS.map(base).find((one) => refits(one, narrow(one)))!;
    const narrower = narrow(before);
    const given = ofFrame(() => ({ headLines: HEAD - 1 }))(narrower);
    const edited = { ...setHeadline(before, 's', LONG), issue: given };
    expect(refitHeads(before, edited, fonts)).toBe(edited);
    const beside = ofFrame(({ style }) => ({
      style: { ...style, head: { place: 'beside', side: 'left', chars: 8 } },
    }));
    expect(refits(beside(before), beside(narrower))).toBe(false);
  });

  it('but not with a story more behind the others', () => {
    const before = paper('新柳');
    const issue = { ...before, stories: [...before.stories, story('u', '夜市', [80])] };
    expect(headOf(refitHeads(before, { ...setHeadline(before, 's', LONG), issue }, fonts).issue)).toBe(4);
  });

  it('but not where a story goes on: that head is another', () => {
    const whole = paper('新柳', HEAD);
    const before = ofFrame(() => ({ next: 'b' }))(whole);
    const continued = {
      ...before,
      pages: before.pages.map((each) => ({
        ...each,
        frames: each.frames.map((of) => ({ ...of, story: 's', headLines: of.id === 'b' ? 3 : HEAD })),
      })),
    };
    const { issue } = refitHeads(continued, setHeadline(continued, 's', LONG), fonts);
    expect(frameAt(issue, 'b').frame.headLines).toBe(3);
    expect(headOf(issue)).toBeGreaterThan(HEAD);
  });
});
