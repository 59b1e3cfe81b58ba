/** Where keys take a caret, and what of a story goes to the clipboard. */
import { describe, expect, it } from 'vitest';
import { emptyStory, type Issue, type Paragraph, paragraph, type Story } from '../../../core/issue/issue.ts';
import type { TextPart, TextPlace } from '../../../core/issue/text-place.ts';
import {
  characterStep,
  nextPart,
  paragraphStep,
  rangeEnd,
  storyEdge,
  wholePart,
} from '../../../renderer/text/caret-steps.ts';
import { changedPlace } from '../../../renderer/text/changed-place.ts';
import { copied } from '../../../renderer/text/copy.ts';
import { wordStep } from '../../../renderer/text/word-step.ts';

const bold = (text: string, from: number, to: number): Paragraph => ({
  ...paragraph(text),
  marks: [{ from, to, kind: 'bold' }],
});

const story: Story = {
  ...emptyStory('s'),
  kicker: '引题',
  headline: '主题\n两行',
  paragraphs: [paragraph('第一段'), bold('第二<段', 1, 3), paragraph('三')],
  byline: '（记者）',
};
const issueOf = (of: Story): Issue => ({ stories: [of] }) as unknown as Issue;
const issue = issueOf(story);

const at = (part: TextPart, offset: number, index = 0): TextPlace => ({
  story: 's',
  part,
  paragraph: index,
  offset,
});

describe('steps of the caret', () => {
  it('go over the edge of a paragraph and of a part', () => {
    expect(characterStep(issue, at('body', 3), 1)).toEqual(at('body', 0, 1));
    expect(characterStep(issue, at('body', 0), -1)).toEqual(at('headline', 5));
    expect(characterStep(issue, at('kicker', 0), -1)).toEqual(at('kicker', 0));
  });

  it('go by paragraphs to their starts', () => {
    expect(paragraphStep(issue, at('body', 2, 1), -1)).toEqual(at('body', 0, 1));
    expect(paragraphStep(issue, at('body', 0, 1), -1)).toEqual(at('body', 0));
    expect(paragraphStep(issue, at('body', 1), 1)).toEqual(at('body', 0, 1));
  });

  it('take Tab from part to part, the body as one', () => {
    expect(nextPart(story, at('kicker', 1), 1)).toEqual(at('headline', 5));
    expect(nextPart(story, at('headline', 1), 1)).toEqual(at('body', 0));
    expect(nextPart(story, at('body', 1, 1), 1)).toEqual(at('byline', 4));
    expect(nextPart(story, at('byline', 1), -1)).toEqual(at('body', 0));
    expect(nextPart(story, at('byline', 1), 1)).toBeNull();
    expect(nextPart(story, at('kicker', 1), -1)).toBeNull();
  });

  it('reach with a range to the end of its part at most', () => {
    expect(rangeEnd(story, at('body', 1), at('body', 1, 2))).toEqual(at('body', 1, 2));
    expect(rangeEnd(story, at('body', 1), at('headline', 1))).toEqual(at('body', 0));
    expect(rangeEnd(story, at('headline', 1), at('body', 1, 1))).toEqual(at('headline', 5));
  });

  it('know the whole of a part and the edges of the story', () => {
    expect(wholePart(story, at('body', 1, 1))).toEqual({ from: at('body', 0), to: at('body', 1, 2) });
    expect(storyEdge(story, 'start')).toEqual(at('kicker', 0));
    expect(storyEdge(story, 'end')).toEqual(at('byline', 4));
  });

  it('go by the segmenter’s words, over marks and spaces', () => {
    const segment = () => ['今天', '，', '天气', ' ', 'fine'];
    const text = '今天，天气 fine';
    expect([0, 2, 3, 5].map((offset) => wordStep(text, offset, 1, segment))).toEqual([2, 5, 5, 10]);
    expect([10, 6, 5, 3, 2].map((offset) => wordStep(text, offset, -1, segment))).toEqual([6, 3, 3, 0, 0]);
  });
});

describe('the clipboard', () => {
  it('gets paragraphs as lines, and bold in HTML', () => {
    expect(copied(issue, { from: at('body', 1), to: at('body', 4, 1) })).toEqual({
      text: '一段\n第二<段',
      html: '<p>一段</p><p>第<b>二&lt;</b>段</p>',
    });
  });

  it('gets the lines of a headline', () => {
    expect(copied(issue, { from: at('headline', 1), to: at('headline', 5) }).text).toBe('题\n两行');
  });
});

describe('the place of a change', () => {
  const withBody = (...texts: readonly string[]): Issue =>
    issueOf({ ...story, paragraphs: texts.map((text) => paragraph(text)) });

  it('is the end of what came back', () => {
    expect(changedPlace(withBody('甲丁'), withBody('甲乙丙丁'), 's')).toEqual(at('body', 3));
  });

  it('is where something went', () => {
    expect(changedPlace(withBody('甲乙丙丁'), withBody('甲丁'), 's')).toEqual(at('body', 1));
  });

  it('is the seam of joined paragraphs', () => {
    expect(changedPlace(withBody('甲', '乙', '丙'), withBody('甲乙', '丙'), 's')).toEqual(at('body', 1));
  });

  it('is none where no text changed', () => {
    expect(changedPlace(issue, issueOf({ ...story, tracking: 0.01 }), 's')).toBeNull();
  });
});
