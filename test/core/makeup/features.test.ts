import { describe, expect, it } from 'vitest';
import { dumpDisplayList } from '../../../core/display/dump-display-list.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { fonts } from '../typeset/fonts.ts';
import { FEATURES } from './feature-issues.ts';

describe('a page as text, one for each feature', () => {
  it.each(Object.entries(FEATURES))('%s', async (name, one) => {
    const { displayList, pages } = layOutIssue(one, fonts);
    /* An empty first page has nothing but its masthead, which has its own. */
    const shown = displayList.pages.filter((_, i) => one.pages[i]!.frames.length > 0);
    await expect(dumpDisplayList({ ...displayList, pages: shown })).toMatchFileSnapshot(
      `golden/${name}.expected.txt`,
    );
    for (const { overset } of pages) expect(overset).toBe(0);
  });
});
