/**
 * What is looked for over the issue, and which of the hits is chosen. The hits themselves are worked out from the
 * issue as it is and kept for the last issue and question asked, so that the panel, the commands and a replacement all
 * speak of the same list. A hit is chosen by its place in that list; after an edit the place stays.
 */
import { create } from 'zustand';
import { caretBox } from '../../core/display/caret-box.ts';
import { fieldBoxes } from '../../core/display/field-boxes.ts';
import { inTurn } from '../../core/issue/edit.ts';
import { type FactMatch, findFacts, findText, replaceAll, replaceFacts } from '../../core/issue/find-text.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { compareTexts, sameText, type TextRange, textAt } from '../../core/issue/text-place.ts';
import { type OpenDesk, openDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { select, selected } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { storyStrings } from '../strings/story.ts';
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

/** In a story's text, or in a fact that stands beside the stories. */
export type Hit =
  | { readonly kind: 'text'; readonly range: TextRange }
  | { readonly kind: 'fact'; readonly match: FactMatch };

let kept: { readonly issue: Issue; readonly question: Question; readonly hits: readonly Hit[] } | null = null;

/** The places of the issue that answer the question: the stories in the order of the copy, then the facts. */
export const hitsIn = (issue: Issue, { query, matchCase, ignoreWidth }: Question): readonly Hit[] => {
  const same =
    kept?.issue === issue &&
    kept.question.query === query &&
    kept.question.matchCase === matchCase &&
    kept.question.ignoreWidth === ignoreWidth;
  if (kept && same) return kept.hits;
  const question = { query, matchCase, ignoreWidth };
  const hits: readonly Hit[] = [
    ...findText(issue, question).map((range): Hit => ({ kind: 'text', range })),
    ...findFacts(issue, question).map((match): Hit => ({ kind: 'fact', match })),
  ];
  kept = { issue, question, hits };
  return hits;
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
  if (hit.kind === 'fact') {
    goToFact(open, hit.match);
    return;
  }
  const { from, to } = hit.range;
  select({ kind: 'text', anchor: from, focus: to, affinity: 'before', origin: 'story' });
  const box = caretBox(open.layout.displayList.pages, open.engine, from, 'after');
  if (box) useView.getState().goTo(box.page, { x: box.x, y: box.top });
};

/** To the picture, or to the head, folio or imprint that shows the fact; 属性 then has its field. */
const goToFact = (open: OpenDesk, { fact: { place } }: FactMatch): void => {
  const { goTo } = useView.getState();
  if (place.kind === 'page') {
    const { page, field } = place;
    select({ kind: 'head', page, field: null });
    const shown = open.layout.displayList.pages[page];
    const box = shown && fieldBoxes(shown, open.engine.fonts).find((own) => own.field === field);
    goTo(page, box && { x: box.rect.x, y: box.rect.y });
    return;
  }
  const { story, index } = place;
  const frames = open.layout.pages.flatMap(({ frames: own, page }) =>
    own.map((report) => ({ report, page })),
  );
  const shows = open.issue.pages
    .flatMap((page) => page.frames)
    .find((frame) => frame.story === story && frame.pictures.some((picture) => picture.index === index));
  const found = frames.find(({ report }) => report.frame === shows?.id);
  if (!found) {
    select({ kind: 'story', story });
    return;
  }
  select({ kind: 'picture', frame: found.report.frame, index });
  goTo(found.page - 1, { x: found.report.rect.x, y: found.report.rect.y });
};

/** The first hit that stands behind the selected text, in the order of the copy; the first of all without one. */
const hitAfterSelection = (issue: Issue, hits: readonly Hit[]): number => {
  const now = selected();
  if (now.kind !== 'text') return 0;
  const { focus } = now;
  const rank = (id: string) => issue.stories.findIndex((story) => story.id === id);
  const own = rank(focus.story);
  const index = hits.findIndex((hit) => {
    if (hit.kind === 'fact') return true;
    const { from } = hit.range;
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
  if (state.at === null || !hit || (hit.kind === 'text' && !isSelected(hit.range))) {
    stepHit(1);
    return;
  }
  const name = storyStrings.replaceOne;
  if (hit.kind === 'fact') {
    const { edited, refused } = replaceFacts(open!.issue, [hit.match], state.replacement);
    if (refused.length > 0) useView.getState().say(storyStrings.notReplaced(factNames(refused)), 'fault');
    else edit(() => ({ ...edited, name }));
  } else edit((issue) => ({ ...replaceAll(issue, [hit.range], state.replacement, proposedBreaks), name }));
  const after = openDesk();
  const hits = after ? hitsIn(after.issue, state) : [];
  const next = hits.findIndex((one, index) => index >= state.at! && !isPassed(hit, one, state.replacement));
  if (next >= 0) showHit(next);
  else if (hits.length > 0) showHit(0);
  else useFind.setState({ at: null });
};

/** What came in may itself be a hit, and what could not be replaced is one still: they are passed over. */
const isPassed = (done: Hit, hit: Hit, replacement: string): boolean => {
  if (done.kind === 'text')
    return (
      hit.kind === 'text' &&
      sameText(hit.range.from, done.range.from) &&
      hit.range.from.offset < done.range.from.offset + replacement.length
    );
  if (hit.kind === 'text') return false;
  const { fact, from } = hit.match;
  return (
    fact.name === done.match.fact.name &&
    JSON.stringify(fact.place) === JSON.stringify(done.match.fact.place) &&
    from < done.match.from + Math.max(1, replacement.length)
  );
};

const factNames = (matches: readonly FactMatch[]): readonly string[] => [
  ...new Set(matches.map(({ fact }) => fact.name)),
];

/** One edit for all; the foot says how many, and which it could not replace. */
export const replaceEveryHit = (): void => {
  const open = openDesk();
  const state = useFind.getState();
  if (!open || state.query === '') return;
  const hits = hitsIn(open.issue, state);
  const ranges = hits.flatMap((hit) => (hit.kind === 'text' ? [hit.range] : []));
  const facts = hits.flatMap((hit) => (hit.kind === 'fact' ? [hit.match] : []));
  const { edited, replaced, refused } = replaceFacts(open.issue, facts, state.replacement);
  const count = ranges.length + replaced;
  const made =
    count === 0 ||
    edit((issue) => {
      const texts = replaceAll(issue, ranges, state.replacement, proposedBreaks);
      const inFacts = (at: Issue) =>
        replaced === 0 ? edited : replaceFacts(at, facts, state.replacement).edited;
      return replaced === 0 ? texts : inTurn(issue, storyStrings.replacedAll(count), [() => texts, inFacts]);
    }) !== null;
  useFind.setState({ at: null });
  if (!made) return;
  const { say } = useView.getState();
  if (hits.length === 0) say(storyStrings.notFound(state.query));
  else if (refused.length === 0) say(storyStrings.replaced(count));
  else say(storyStrings.replacedBut(count, factNames(refused)), 'fault');
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
