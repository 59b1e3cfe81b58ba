/** A list of stories after the ARIA pattern for list boxes: one stop for Tab, arrows move, keys act on the story. */
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import type { Story, StoryId } from '../../core/issue/issue.ts';
import { StoryCard } from './StoryCard.tsx';
import { deleteStory, openStory, selectStory, shiftStory } from './tray-actions.ts';

interface ListProps {
  readonly label: string;
  readonly stories: readonly Story[];
  readonly span: number;
  readonly active: StoryId | null;
  readonly setActive: (story: StoryId | null) => void;
  readonly draggable: boolean;
  /** Enter and a double click. True where the story leaves the list. */
  readonly run: (story: StoryId) => boolean;
}

export const StoryList = ({ label, stories, span, active, setActive, draggable, run }: ListProps) => {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ stories, setActive, run });
  useEffect(() => {
    latest.current = { stories, setActive, run };
  });
  /** The card that gets the focus once it is drawn: its neighbour has left the list. */
  const wanted = useRef<StoryId | null>(null);
  const cardOf = (id: StoryId): HTMLElement | undefined =>
    [...(box.current?.querySelectorAll<HTMLElement>('[data-story]') ?? [])].find(
      (card) => card.dataset.story === id,
    );
  useEffect(() => {
    if (wanted.current === null) return;
    const id = wanted.current;
    wanted.current = null;
    cardOf(id)?.focus();
  });

  const choose = useCallback((id: StoryId) => {
    latest.current.setActive(id);
    selectStory(id);
  }, []);
  const focus = useCallback((id: StoryId) => latest.current.setActive(id), []);
  /** Does what may take the story out of the list; the focus goes on to its neighbour. */
  const leave = useCallback((id: StoryId, work: (id: StoryId) => boolean) => {
    const { stories: before, setActive: activate } = latest.current;
    const at = before.findIndex((story) => story.id === id);
    const next = before[at + 1] ?? before[at - 1];
    if (!work(id)) return;
    if (next && box.current?.contains(document.activeElement)) wanted.current = next.id;
    activate(next?.id ?? null);
  }, []);
  const runOn = useCallback((id: StoryId) => leave(id, latest.current.run), [leave]);

  const onKey = useCallback(
    (event: KeyboardEvent<HTMLElement>, id: StoryId) => {
      if (event.ctrlKey || event.metaKey) return;
      const { stories: list } = latest.current;
      const at = list.findIndex((story) => story.id === id);
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const goTo = (index: number) => {
        const next = list[index];
        if (!next) return;
        choose(next.id);
        cardOf(next.id)?.focus();
      };
      if (step !== 0 && event.altKey) {
        if (shiftStory(list, id, step)) wanted.current = id;
      } else if (event.altKey) return;
      else if (step !== 0) goTo(at + step);
      else if (event.key === 'Home') goTo(0);
      else if (event.key === 'End') goTo(list.length - 1);
      else if (event.key === 'Enter') runOn(id);
      else if (event.key === 'F2') openStory(id);
      else if (event.key === ' ') choose(id);
      else if (event.key === 'Delete')
        leave(id, (story) => {
          deleteStory(story);
          return true;
        });
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [choose, runOn, leave],
  );

  const first = stories.some(({ id }) => id === active) ? active : (stories[0]?.id ?? null);
  return (
    <div role="listbox" aria-label={label} className="tray-list" ref={box}>
      {stories.map((story) => (
        <StoryCard
          key={story.id}
          story={story}
          span={span}
          active={story.id === active}
          tabStop={story.id === first}
          draggable={draggable}
          choose={choose}
          focus={focus}
          onKey={onKey}
          run={runOn}
        />
      ))}
    </div>
  );
};
