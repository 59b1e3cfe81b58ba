/**
 * The report of an export as plain JSON: per page its measures and frames, the jumps, the problems, what the gate before a print
 * found, the times, and what the check of the composition found on the pages.
 */
import type { CompositionReport } from '../../core/check/composition-report.ts';
import type { IssueLayout } from '../../core/display/lay-out-issue.ts';
import type { Issue } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';

export const exportReport = (
  issue: Issue,
  layout: IssueLayout,
  problems: readonly Problem[],
  press: readonly Problem[],
  phases: readonly { readonly phase: string; readonly milliseconds: number }[],
  composition: CompositionReport,
) => ({
  publication: issue.publication.id,
  format: issue.format,
  masthead: issue.masthead,
  stories: issue.stories.map((story) => ({ id: story.id, kind: story.kind, headline: story.headline })),
  pages: layout.pages,
  jumps: layout.jumps,
  problems,
  press,
  phases,
  composition,
});
