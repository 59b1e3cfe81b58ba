/**
 * What is kept of a layout is used only where it is still true. The same issue with every value new finds nothing kept
 * anywhere, neither in the caches that are passed on nor in those of the modules: it is the truth that an edited issue
 * is held against.
 */
import { describe, expect, it } from 'vitest';
import { type IssueCache, layOutIssue, newIssueCache } from '../../../core/display/lay-out-issue.ts';
import { linesOfPart } from '../../../core/display/text-lines.ts';
import { stopsOf } from '../../../core/display/text-stops.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { fitOf, storyMeasure } from '../../../core/makeup/newspaper/story-fit.ts';
import { narrowFonts, fonts as usual } from '../typeset/fonts.ts';
import { allNew, EDITS, wholeIssue, withLatin } from './one-edit-each.ts';

/** All that is made of an issue: pages, reports, carets, and what the tray asks. */
const allOf = (issue: Issue, cache: IssueCache, fonts = usual) => {
  const { displayList, pages, jumps, problems } = layOutIssue(issue, fonts, cache);
  const context = { issue, fonts, cache: cache.layout };
  return {
    displayList,
    pages,
    jumps,
    problems,
    stops: displayList.pages.flatMap(({ parts }) =>
      parts.flatMap((part) => linesOfPart(part).lines.map((line) => stopsOf(line, fonts))),
    ),
    fits: issue.stories.map(({ id }) => fitOf(context, id)),
    measures: issue.stories.map(({ id }) => storyMeasure(context, id, 2)),
  };
};
const afresh = (issue: Issue, fonts = usual) => allOf(allNew(issue), newIssueCache(), fonts);

/** Told apart as text first, which costs a fraction of a deep comparison; the difference is shown by the latter. */
const expectSame = (kept: ReturnType<typeof allOf>, wanted: ReturnType<typeof allOf>, what?: string) => {
  if (JSON.stringify(kept) !== JSON.stringify(wanted)) expect(kept, what).toEqual(wanted);
};

describe('what is kept of a layout', () => {
  const base = wholeIssue();
  const truth = afresh(base);

  it.each(EDITS)('is not used where this has changed: %s', (_, edit) => {
    const cache = newIssueCache();
    allOf(base, cache);
    const edited = edit(base);
    const wanted = afresh(edited);
    /* The case would show nothing if the page were the same. */
    expect(JSON.stringify(wanted) === JSON.stringify(truth)).toBe(false);
    expectSame(allOf(edited, cache), wanted);
    /* And back: undo gives the former values themselves. */
    expectSame(allOf(base, cache), truth);
  });

  it('is not used with other fonts', () => {
    const narrow = narrowFonts();
    const latin = withLatin(base);
    /* A cache serves one set of fonts; what the modules keep serves all. */
    const usual = allOf(latin, newIssueCache());
    const wanted = afresh(latin, narrow);
    expect(wanted.measures).not.toEqual(usual.measures);
    expectSame(allOf(latin, newIssueCache(), narrow), wanted);
    expectSame(allOf(latin, newIssueCache()), usual);
  });

  it('is not used after any of these edits one upon the other', () => {
    const cache = newIssueCache();
    EDITS.reduce((issue, [what, edit], i) => {
      const edited = edit(issue);
      const kept = allOf(edited, cache);
      if (i % 8 === 0 || i === EDITS.length - 1) expectSame(kept, afresh(edited), what);
      return edited;
    }, base);
  });
});
