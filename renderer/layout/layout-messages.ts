/** What goes between the page and its layout worker. */
import type { DisplayPage } from '../../core/display/display-list.ts';
import type { Issue } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';

export interface LaidOut {
  readonly pages: readonly DisplayPage[];
  readonly problems: readonly Problem[];
}

export interface LayoutRequest {
  readonly issue: Issue;
}

export type LayoutReply = { readonly laidOut: LaidOut } | { readonly failure: string };
