/**
 * Where a headline's lines may end: its text with a switch in every gap between two characters. The switches are one
 * stop of the Tab key; arrows go from gap to gap.
 */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { setHeadlineBreaks } from '../../core/issue/edits.ts';
import type { HeadlinePart, Story } from '../../core/issue/issue.ts';
import { breakPlaces, toggledBreak } from '../commands/frame-choices.ts';
import { edit } from '../state/edit-issue.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { onStory } from './places.ts';

/** Characters before a gap that tell it from the others. */
const TOLD = 4;

export const HeadlineBreaks = ({ story, part }: { readonly story: Story; readonly part: HeadlinePart }) => {
  const own = useId();
  const group = useRef<HTMLDivElement>(null);
  const text = story[part];
  const breaks = story.breaks[part];
  const places = breakPlaces(text);
  const [current, setCurrent] = useState(0);
  const focused = places.includes(current) ? current : (places[0] ?? 0);

  const goTo = (at: number | undefined): void => {
    if (at === undefined) return;
    setCurrent(at);
    group.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = places.indexOf(focused);
    if (event.key === 'ArrowRight') goTo(places[index + 1]);
    else if (event.key === 'ArrowLeft') goTo(places[index - 1]);
    else if (event.key === 'Home') goTo(places[0]);
    else if (event.key === 'End') goTo(places.at(-1));
    else return;
    event.preventDefault();
  };
  const toggle = (at: number): void => {
    setCurrent(at);
    edit(
      onStory(story.id, (issue, now) =>
        now[part] === text
          ? setHeadlineBreaks(issue, story.id, part, toggledBreak(now.breaks[part], at))
          : null,
      ),
    );
  };

  let from = 0;
  const pieces = [...places, text.length].map((at) => {
    const piece = { at, characters: text.slice(from, at) };
    from = at;
    return piece;
  });
  return (
    <div className="headline-breaks">
      <span id={own} title={say.frame.breaksHint}>
        {say.frame.breaks(say.frame.parts[part])}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would not take part in the flow of its text */}
      <div ref={group} role="group" aria-labelledby={own} className="break-places" onKeyDown={onKeyDown}>
        {pieces.map(({ at, characters }) => (
          <span key={at}>
            {characters}
            {at < text.length && (
              <button
                type="button"
                data-at={at}
                tabIndex={at === focused ? 0 : -1}
                aria-pressed={breaks.includes(at)}
                aria-label={say.frame.breakAfter(text.slice(Math.max(0, at - TOLD), at).replaceAll('\n', ''))}
                onClick={() => toggle(at)}
              />
            )}
          </span>
        ))}
      </div>
    </div>
  );
};
