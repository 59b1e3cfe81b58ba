/**
 * The past issue that is looked at: fetched without making it the host's own, drawn as it was printed where the print
 * kept its pages, else laid out by the engine. Going from hit to hit within one issue opens it once.
 */
import { create } from 'zustand';
import type { PeekedIssue } from '../../core/contract/archive-channels.ts';
import { displayFromJson } from '../../core/display/display-json.ts';
import type { IssueLayout } from '../../core/display/lay-out-issue.ts';
import type { Engine } from '../../core/engine/engine.ts';
import { host, messageOf } from '../host/host.ts';
import { engineFor } from '../layout/engine.ts';
import { useView } from '../state/view-store.ts';
import { fetchMore, useArchiveSearch } from './search.ts';

export interface ViewedIssue extends PeekedIssue {
  readonly engine: Engine;
  /** Its display list is the print's where there is one. */
  readonly layout: IssueLayout;
}

interface ViewerState {
  /** What was asked for; null: the list is shown. */
  readonly file: string | null;
  /** Index of the hit that led there; null for a card. */
  readonly at: number | null;
  readonly viewed: ViewedIssue | null;
  readonly failure: string | null;
}

const CLOSED: ViewerState = { file: null, at: null, viewed: null, failure: null };

export const useViewer = create<ViewerState>(() => CLOSED);

let asked = 0;

export const viewIssue = async (file: string, at: number | null = null): Promise<void> => {
  const own = ++asked;
  useView.setState({ archiveShown: true });
  const { viewed } = useViewer.getState();
  if (viewed?.file === file) {
    useViewer.setState({ file, at, failure: null });
    return;
  }
  useViewer.setState({ file, at, viewed: null, failure: null });
  try {
    const peeked = await host()['archive.peek']({ file });
    const engine = await engineFor(peeked.issue);
    if (own !== asked) return;
    const layout = engine.layOut(peeked.issue);
    const { printed } = peeked;
    const drawn = printed ? { ...layout, displayList: displayFromJson(printed.pages) } : layout;
    useViewer.setState({ viewed: { ...peeked, engine, layout: drawn } });
  } catch (error) {
    if (own === asked) useViewer.setState({ failure: messageOf(error) });
  }
};

export const closeViewer = (): void => {
  asked++;
  useViewer.setState(CLOSED);
};

export const viewHit = (at: number): void => {
  const hit = useArchiveSearch.getState().hits[at];
  if (hit) void viewIssue(hit.file, at);
};

/** On to the next hit or back; more are fetched before the last of those at hand is reached. */
export const stepToHit = (direction: 1 | -1): void => {
  const { at } = useViewer.getState();
  const { hits } = useArchiveSearch.getState();
  if (at === null) return;
  if (at + 2 >= hits.length) fetchMore();
  viewHit(at + direction);
};

// Another question has other hits: what is looked at stays, its place among them is gone.
useArchiveSearch.subscribe(({ query, filters }, before) => {
  if ((query !== before.query || filters !== before.filters) && useViewer.getState().file !== null)
    useViewer.setState({ at: null });
});
