import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../core/file/issue-schema.ts';
import { issueFromIssue } from '../../../core/issue/issue-from-issue.ts';
import { frame, smallIssue, story } from './small-issue.ts';

const MASTHEAD = { date: '2026-11-27', number: 44, totalNumber: 959 };

describe('a new issue after a past one', () => {
  const past = smallIssue();
  const next = issueFromIssue(past, MASTHEAD);

  it('has its own date and numbers, and the pages, names and staff of the past one', () => {
    expect(next.masthead).toEqual(MASTHEAD);
    expect(next.pages.map(({ name, staff }) => ({ name, staff }))).toEqual(
      past.pages.map(({ name, staff }) => ({ name, staff })),
    );
    expect(next.publication).toBe(past.publication);
    expect(next.imprint.printDate).toBe('');
  });

  it('has no articles and none of their frames and pictures', () => {
    expect(next.stories.map(({ id }) => id)).toEqual(['s3']);
    expect(next.pages.flatMap(({ frames }) => frames.map(({ id }) => id))).toEqual(['f4']);
    expect(next.pictures).toEqual([]);
    expect(readIssue(next)).toHaveProperty('issue');
  });

  it('keeps standing columns with their heads and without their items, and notices whole', () => {
    expect(next.stories[0]).toMatchObject({ kind: 'briefs', headline: '要闻简报', paragraphs: [] });
    const notice = { ...story('s4', '启事', '本期起改版。'), kind: 'notice' as const };
    const withNotice = issueFromIssue(
      {
        ...past,
        stories: [...past.stories, notice],
        pages: [past.pages[0]!, { ...past.pages[1]!, frames: [frame('f9', 's4', 4, 60)] }],
      },
      MASTHEAD,
    );
    expect(withNotice.stories.at(-1)).toEqual(notice);
    expect(withNotice.pages[1]!.frames).toHaveLength(1);
  });
});
