import { describe, expect, it } from 'vitest';
import { compareIssues } from '../../../core/file/compare-issues.ts';
import type { Story } from '../../../core/issue/issue.ts';
import { type StoryRow, storyRows } from '../../../renderer/versions/story-rows.ts';
import { smallIssue, story } from '../../core/issue/small-issue.ts';

const rowsOf = (before: Story | undefined, after: Story | undefined): readonly StoryRow[] => {
  const issue = { ...smallIssue(), pages: [], pictures: [] };
  const of = (one: Story | undefined) => ({ ...issue, stories: one ? [one] : [] });
  const [change] = compareIssues(of(before), of(after)).stories;
  return change ? storyRows(change, before, after) : [];
};

/** 标题: 甲 | 乙, as a reader sees the columns; the changed stretches in brackets. */
const read = (rows: readonly StoryRow[]): readonly string[] =>
  rows.map(({ part, before, after, skipped }) => {
    if (skipped > 0) return `${part} ${skipped} same`;
    const side = (spans: StoryRow['before']) =>
      spans === null ? '—' : spans.map(({ kind, text }) => (kind === 'same' ? text : `[${text}]`)).join('');
    return `${part}: ${side(before)} | ${side(after)}`;
  });

describe('a story of a comparison in two columns', () => {
  it('shows each column without what the other alone has', () => {
    expect(read(rowsOf(story('s1', '柳堤添绿', '一'), story('s1', '柳堤添新绿', '一')))).toEqual([
      'headline: 柳堤添绿 | 柳堤添[新]绿',
    ]);
  });

  it('counts the paragraphs that are the same before, between and after those that are not', () => {
    const before = story('s1', '题', '一', '二', '三', '四', '五', '六');
    const after = story('s1', '题', '一', '二', '三改', '四', '新', '五', '六');
    expect(read(rowsOf(before, after))).toEqual([
      'headline: 题 | 题',
      'paragraph 2 same',
      'paragraph: 三 | 三[改]',
      'paragraph 1 same',
      'paragraph: — | [新]',
      'paragraph 2 same',
    ]);
  });

  it('counts rightly where paragraphs are taken out', () => {
    expect(read(rowsOf(story('s1', '题', '一', '二', '三', '四'), story('s1', '题', '一', '四')))).toEqual([
      'headline: 题 | 题',
      'paragraph 1 same',
      'paragraph: [二] | —',
      'paragraph: [三] | —',
      'paragraph 1 same',
    ]);
  });

  it('shows a story that one side alone has whole, in its column', () => {
    expect(read(rowsOf(undefined, story('s1', '题', '一', '二')))).toEqual([
      'headline: — | 题',
      'paragraph: — | 一',
      'paragraph: — | 二',
    ]);
    expect(read(rowsOf(story('s1', '题', '一'), undefined))[1]).toBe('paragraph: 一 | —');
  });
});
