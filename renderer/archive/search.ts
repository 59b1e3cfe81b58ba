/**
 * What is looked for in the archive and what was found so far. Asked as it is typed, after a short pause; an answer to
 * an older question is dropped. The same question serves the tab and the full page.
 */
import { create } from 'zustand';
import type { SearchHit } from '../../core/contract/archive-channels.ts';
import { host, messageOf } from '../host/host.ts';
import { useCatalogue } from './catalogue.ts';
import { type Filters, NO_FILTERS } from './issue-filters.ts';

export interface SearchState {
  readonly query: string;
  readonly filters: Filters;
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** There are more than `total`. */
  readonly more: boolean;
  /** Pages of hits that came. */
  readonly pages: number;
  readonly phase: 'idle' | 'asking' | 'ended';
  readonly failure: string | null;
  /** Counted: the field is asked to take the focus. */
  readonly focusAsked: number;
}

const NOTHING = { hits: [], total: 0, more: false, pages: 0, failure: null } as const;

export const useArchiveSearch = create<SearchState>(() => ({
  query: '',
  filters: NO_FILTERS,
  ...NOTHING,
  phase: 'idle',
  focusAsked: 0,
}));

/** While typing goes on, ms. */
const PAUSE = 120;

/** Stories are looked for; otherwise issues are shown. */
export const isSearching = ({ query, filters }: Pick<SearchState, 'query' | 'filters'>): boolean =>
  query.trim() !== '' || filters.kind !== null || filters.person !== null;

let asked = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

const fetchPage = async (page: number): Promise<void> => {
  const own = ++asked;
  const { query, filters } = useArchiveSearch.getState();
  useArchiveSearch.setState({ phase: 'asking' });
  try {
    const { hits, total, more } = await host()['archive.search']({ query, filters, page });
    if (own !== asked) return;
    const before = page === 1 ? [] : useArchiveSearch.getState().hits;
    const all = [...before, ...hits];
    const isAll = hits.length === 0 || (!more && all.length >= total);
    useArchiveSearch.setState({
      hits: all,
      total,
      more,
      pages: page,
      failure: null,
      phase: isAll ? 'ended' : 'idle',
    });
  } catch (error) {
    if (own === asked) useArchiveSearch.setState({ ...NOTHING, phase: 'ended', failure: messageOf(error) });
  }
};

const askSoon = (): void => {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  // Answers that are on their way belong to the question before.
  asked++;
  if (!isSearching(useArchiveSearch.getState())) {
    useArchiveSearch.setState({ ...NOTHING, phase: 'idle' });
    return;
  }
  useArchiveSearch.setState({ phase: 'asking' });
  timer = setTimeout(() => {
    timer = null;
    void fetchPage(1);
  }, PAUSE);
};

export const askArchive = (query: string): void => {
  useArchiveSearch.setState({ query });
  askSoon();
};

export const narrow = (change: Partial<Filters>): void => {
  useArchiveSearch.setState(({ filters }) => ({ filters: { ...filters, ...change } }));
  askSoon();
};

/** The next page of hits, where there is one. */
export const fetchMore = (): void => {
  const state = useArchiveSearch.getState();
  if (state.phase === 'idle' && state.pages > 0 && isSearching(state)) void fetchPage(state.pages + 1);
};

export const focusSearch = (): void =>
  useArchiveSearch.setState(({ focusAsked }) => ({ focusAsked: focusAsked + 1 }));

// The index has changed: what was found may be out of date.
useCatalogue.subscribe(({ years }, before) => {
  const state = useArchiveSearch.getState();
  if (years !== before.years && before.years !== null && state.pages <= 1 && isSearching(state)) askSoon();
});
