/**
 * What is looked for over the issue, and which of the hits is chosen. The hits themselves are worked out from the
 * issue as it is and kept for the last issue and question asked, so that the panel, the commands and a replacement all
 * speak of the same list. A hit is chosen by its place in that list; after an edit the place stays.
 */
import { create } from 'zustand';
import { caretBox } from '../../core/display/caret-box.ts';
import { findText, replaceAll } from '../../core/issue/find-text.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { compareTexts, sameText, type TextRange, textAt } from '../../core/issue/text-place.ts';
import { openDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { select, selected } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { storyStrings } from '../strings.ts';
import { proposedBreaks } from '../text/word-segmenter.ts';

export interface FindState {
  readonly query: string;
  readonly replacement: string;
  readonly matchCase: boolean;
  readonly ignoreWidth: boolean;
  /** Index of the hit that is shown; null before one was gone to. */
  readonly at: number | null;
  /** Which field is asked to take the focus; counted, so that asking twice gives it twice. */
  readonly focus: { readonly field: 'query' | 'replacement'; readonly asked: number };
}

export const useFind = create<FindState>(() => ({
  query: '',
  replacement: '',
  matchCase: false,
  ignoreWidth: true,
  at: null,
  focus: { field: 'query', asked: 0 },
}));

type Question = Pick<FindState, 'query' | 'matchCase' | 'ignoreWidth'>;

let kept: { readonly issue: Issue; readonly question: Question; readonly hits: readonly TextRange[] } | null =
  null;

/** The places of the issue that answer the question, in the order of the copy. */
export const hitsIn = (issue: Issue, { query, matchCase, ignoreWidth }: Question): readonly TextRange[] => {
  const same =
    kept?.issue === issue &&
    kept.question.query === query &&
    kept.question.matchCase === matchCase &&
    kept.question.ignoreWidth === ignoreWidth;
  if (kept && same) return kept.hits;
  const question = { query, matchCase, ignoreWidth };
  kept = { issue, question, hits: findText(issue, question) };
  return kept.hits;
};

/** Another question: the first hit is gone to when it is asked for. */
export const ask = (change: Partial<Question>): void => useFind.setState({ ...change, at: null });

/** Shows the hit on the page and selects it; the focus stays where it is. */
export const showHit = (index: number): void => {
  const open = openDesk();
  if (!open) return;
  const hit = hitsIn(open.issue, useFind.getState())[index];
  if (!hit) return;
  useFind.setState({ at: index });
  select({ kind: 'text', anchor: hit.from, focus: hit.to, affinity: 'before', origin: 'story' });
  const box = caretBox(open.layout.displayList.pages, open.engine.fonts, hit.from, 'after');
  if (box) useView.getState().goTo(box.page, { x: box.x, y: box.top });
};

/** The first hit that stands behind the selected text, in the order of the copy; the first of all without one. */
const hitAfterSelection = (issue: Issue, hits: readonly TextRange[]): number => {
  const now = selected();
  if (now.kind !== 'text') return 0;
  const { focus } = now;
  const rank = (id: string) => issue.stories.findIndex((story) => story.id === id);
  const own = rank(focus.story);
  const index = hits.findIndex(({ from }) => {
    const other = rank(from.story);
    return other === own ? (compareTexts(from, focus) || from.offset - focus.offset) >= 0 : other > own;
  });
  return Math.max(0, index);
};

/** On to the next hit or back to the one before, around the ends. */
export const stepHit = (direction: 1 | -1): void => {
  const open = openDesk();
  const state = useFind.getState();
  if (!open || state.query === '') return;
  const hits = hitsIn(open.issue, state);
  if (hits.length === 0) {
    useView.getState().say(storyStrings.notFound(state.query));
    return;
  }
  const start = hitAfterSelection(open.issue, hits);
  const at = state.at ?? (direction === 1 ? start - 1 : start);
  showHit((at + direction + hits.length) % hits.length);
};

const isSelected = ({ from, to }: TextRange): boolean => {
  const now = selected();
  if (now.kind !== 'text') return false;
  const { anchor, focus } = now;
  return (
    sameText(anchor, from) &&
    sameText(focus, to) &&
    anchor.offset === from.offset &&
    focus.offset === to.offset
  );
};

/** Replaces the hit that is shown and goes on to the next; without one shown, goes to the first. */
export const replaceHit = (): void => {
  const open = openDesk();
  const state = useFind.getState();
  const hit = open && state.at !== null ? hitsIn(open.issue, state)[state.at] : undefined;
  if (state.at === null || !hit || !isSelected(hit)) {
    stepHit(1);
    return;
  }
  edit((issue) => ({
    ...replaceAll(issue, [hit], state.replacement, proposedBreaks),
    name: storyStrings.replaceOne,
  }));
  const after = openDesk();
  const hits = after ? hitsIn(after.issue, state) : [];
  // What came in may itself be a hit: it is passed over.
  const end = { ...hit.from, offset: hit.from.offset + state.replacement.length };
  const next = hits.findIndex(
    ({ from }, index) => index >= (state.at ?? 0) && !(sameText(from, end) && from.offset < end.offset),
  );
  if (next >= 0) showHit(next);
  else if (hits.length > 0) showHit(0);
  else useFind.setState({ at: null });
};

/** One edit for all; the foot says how many. */
export const replaceEveryHit = (): void => {
  const open = openDesk();
  const state = useFind.getState();
  if (!open || state.query === '') return;
  const hits = hitsIn(open.issue, state);
  if (hits.length > 0) edit((issue) => replaceAll(issue, hits, state.replacement, proposedBreaks));
  useFind.setState({ at: null });
  const { say } = useView.getState();
  say(hits.length > 0 ? storyStrings.replaced(hits.length) : storyStrings.notFound(state.query));
};

/** Opens the panel with the cursor in that field; text selected in one line is looked for. */
export const openFind = (field: FindState['focus']['field']): void => {
  const open = openDesk();
  const now = selected();
  if (open && now.kind === 'text' && sameText(now.anchor, now.focus)) {
    const [from, to] = [now.anchor.offset, now.focus.offset].sort((a, b) => a - b);
    const text = textAt(open.issue, now.anchor).slice(from, to);
    if (text !== '' && !text.includes('\n') && text !== useFind.getState().query) ask({ query: text });
  }
  useView.getState().showRight('find');
  useFind.setState(({ focus }) => ({ focus: { field, asked: focus.asked + 1 } }));
};
