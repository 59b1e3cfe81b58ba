/**
 * 查找和替换 over the issue. The list shows what is found as it is typed; F3, Enter and a click go to a hit on the page
 * while the focus stays here.
 */
import { type KeyboardEvent, memo, useDeferredValue, useEffect, useRef } from 'react';
import type { Issue } from '../../core/issue/issue.ts';
import { storyOf } from '../../core/issue/issue.ts';
import { textOf } from '../../core/issue/text-place.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { TextField } from '../fields/TextField.tsx';
import { useOpen } from '../state/desk-store.ts';
import { storyStrings } from '../strings/story.ts';
import {
  ask,
  type Hit,
  hitsIn,
  replaceEveryHit,
  replaceHit,
  showHit,
  stepHit,
  useFind,
} from './find-store.ts';
import { hitContext } from './hit-context.ts';

/** A longer list is not read; the count is of all. */
const MOST_SHOWN = 200;

/** The focus that was given already, across panels that come and go. */
let given = 0;

/** The text that a hit stands in, where in it, and what the list calls the place. */
const placeOfHit = (issue: Issue, hit: Hit) => {
  if (hit.kind === 'text') {
    const { from, to } = hit.range;
    const story = storyOf(issue, from.story);
    const text = textOf(story, from.part, from.paragraph);
    const place = `${headlineOf(story)} · ${storyStrings.parts[from.part]}`;
    return { text, from: from.offset, to: to.offset, place };
  }
  const { fact, from, to } = hit.match;
  const of =
    fact.place.kind === 'page'
      ? storyStrings.ofPage(fact.place.page + 1)
      : headlineOf(storyOf(issue, fact.place.story));
  return { text: fact.text, from, to, place: `${of} · ${fact.name}` };
};

const Hits = memo(({ issue, hits, at }: { issue: Issue; hits: readonly Hit[]; at: number | null }) => {
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (at !== null) current.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <ol className="find-hits" aria-label={storyStrings.hits}>
      {hits.slice(0, MOST_SHOWN).map((one, index) => {
        const { text, from, to, place } = placeOfHit(issue, one);
        const { before, hit, after } = hitContext(text, from, to);
        return (
          <li key={index}>
            <button
              type="button"
              ref={index === at ? current : null}
              aria-current={index === at}
              // One stop for Tab: Enter and F3 go from hit to hit.
              tabIndex={index === (at ?? 0) ? 0 : -1}
              onClick={() => showHit(index)}
            >
              {before}
              <mark>{hit}</mark>
              {after}
              <small>{place}</small>
            </button>
          </li>
        );
      })}
    </ol>
  );
});

const Results = () => {
  const issue = useOpen((open) => open.issue, null);
  // Typing on the page comes first: the list follows when there is time.
  const shown = useDeferredValue(issue);
  const query = useFind((s) => s.query);
  const matchCase = useFind((s) => s.matchCase);
  const ignoreWidth = useFind((s) => s.ignoreWidth);
  const at = useFind((s) => s.at);
  if (!shown || query === '') return null;
  const hits = hitsIn(shown, { query, matchCase, ignoreWidth });
  return (
    <>
      <p className="find-count" role="status">
        {at === null || at >= hits.length
          ? storyStrings.hitCount(hits.length)
          : storyStrings.hitPlace(at + 1, hits.length)}
        {hits.length > MOST_SHOWN && ` ${storyStrings.moreHits(MOST_SHOWN)}`}
      </p>
      <Hits issue={shown} hits={hits} at={at} />
    </>
  );
};

type Field = HTMLInputElement | HTMLTextAreaElement;

export const FindPanel = () => {
  const { query, replacement, matchCase, ignoreWidth, focus } = useFind();
  const queryField = useRef<Field>(null);
  const replacementField = useRef<Field>(null);

  useEffect(() => {
    if (focus.asked === given) return;
    given = focus.asked;
    const field = (focus.field === 'query' ? queryField : replacementField).current;
    field?.focus();
    field?.select();
  }, [focus]);

  const onEnter = (run: (event: KeyboardEvent<Field>) => void) => (event: KeyboardEvent<Field>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    run(event);
  };
  const none = query === '';
  return (
    <section className="find-panel" data-own-undo>
      <TextField
        label={storyStrings.findLabel}
        value={query}
        onEdit={(text) => ask({ query: text })}
        onKeyDown={onEnter((event) => stepHit(event.shiftKey ? -1 : 1))}
        fieldRef={queryField}
      />
      <TextField
        label={storyStrings.replaceLabel}
        value={replacement}
        onEdit={(text) => useFind.setState({ replacement: text })}
        onKeyDown={onEnter(replaceHit)}
        fieldRef={replacementField}
      />
      <div className="find-options">
        <label>
          <input
            type="checkbox"
            checked={matchCase}
            onChange={(event) => ask({ matchCase: event.target.checked })}
          />
          {storyStrings.matchCase}
        </label>
        <label>
          <input
            type="checkbox"
            checked={ignoreWidth}
            onChange={(event) => ask({ ignoreWidth: event.target.checked })}
          />
          {storyStrings.ignoreWidth}
        </label>
      </div>
      <div className="find-buttons">
        <button type="button" disabled={none} onClick={() => stepHit(-1)}>
          {storyStrings.previous}
        </button>
        <button type="button" disabled={none} onClick={() => stepHit(1)}>
          {storyStrings.next}
        </button>
        <button type="button" disabled={none} onClick={replaceHit}>
          {storyStrings.replaceOne}
        </button>
        <button type="button" disabled={none} onClick={replaceEveryHit}>
          {storyStrings.replaceAll}
        </button>
      </div>
      <Results />
    </section>
  );
};
