/**
 * 稿库: the stories that no frame shows yet, and those placed already. Buttons stand apart from the list and act on
 * its chosen story, since an option of a list box may hold no controls of its own.
 */
import { useEffect, useMemo, useState } from 'react';
import type { Issue, Story, StoryId } from '../../core/issue/issue.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { trayOf } from '../commands/tray-stories.ts';
import { useOpen } from '../state/desk-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { panelStrings } from '../strings/panels.ts';
import { StoryList } from './StoryList.tsx';
import { createStory, deleteStory, goToStory, openStory, placeOnPage, shiftStory } from './tray-actions.ts';

const said = panelStrings.tray;
const NO_STORIES: readonly Story[] = [];
const NO_PAGES: Issue['pages'] = [];

const SpanStepper = ({
  span,
  most,
  setSpan,
}: {
  readonly span: number;
  readonly most: number;
  readonly setSpan: (span: number) => void;
}) => (
  <fieldset className="span-stepper" aria-label={said.span}>
    <span>{said.spanLead}</span>
    <button type="button" aria-label={said.narrower} disabled={span <= 1} onClick={() => setSpan(span - 1)}>
      −
    </button>
    <output aria-live="polite">{span}</output>
    <button type="button" aria-label={said.wider} disabled={span >= most} onClick={() => setSpan(span + 1)}>
      ＋
    </button>
    <span>{said.spanTail}</span>
  </fieldset>
);

export const StoryTray = () => {
  // What is provisional (a story dragged out of here, text in composition) does not change the lists.
  const stories = useOpen((open) => open.issue.stories, NO_STORIES);
  const pages = useOpen((open) => open.issue.pages, NO_PAGES);
  const columns = useOpen(({ issue }) => formatOf(issue.publication, issue.format).columns, 1);
  const selection = useSelection((s) => s.selection);
  const [chosenSpan, setSpan] = useState(2);
  const [active, setActive] = useState<StoryId | null>(null);
  const [placedShown, showPlaced] = useState(false);
  const { waiting, placed } = useMemo(() => trayOf({ stories, pages }), [stories, pages]);
  const span = Math.min(chosenSpan, columns);

  useEffect(() => {
    if (selection.kind === 'story') setActive(selection.story);
  }, [selection]);

  const chosen =
    stories.find(({ id }) => id === active) ?? waiting[0] ?? (placedShown ? placed[0] : undefined) ?? null;
  const isPlaced = chosen !== null && placed.includes(chosen);
  const list = isPlaced ? placed : waiting;
  const at = chosen === null ? -1 : list.indexOf(chosen);
  const next = list[at + 1] ?? list[at - 1];
  const place = (id: StoryId) => {
    if (placeOnPage(id)) setActive(next?.id ?? null);
  };

  return (
    <div className="tray" data-drop="tray">
      <SpanStepper span={span} most={columns} setSpan={setSpan} />
      <div className="tray-lists">
        {waiting.length === 0 ? (
          <p className="panel-empty">{said.noneWaiting}</p>
        ) : (
          <StoryList
            label={said.waiting}
            stories={waiting}
            span={span}
            active={chosen?.id ?? null}
            setActive={setActive}
            draggable
            run={placeOnPage}
          />
        )}
        {placed.length > 0 && (
          <details className="tray-placed" onToggle={(event) => showPlaced(event.currentTarget.open)}>
            <summary>{said.placedCount(placed.length)}</summary>
            {placedShown && (
              <StoryList
                label={said.placed}
                stories={placed}
                span={span}
                active={chosen?.id ?? null}
                setActive={setActive}
                draggable={false}
                run={(id) => {
                  goToStory(id);
                  return false;
                }}
              />
            )}
          </details>
        )}
      </div>
      <div className="panel-actions" role="toolbar" aria-label={said.actions}>
        {isPlaced ? (
          <button type="button" className="primary" onClick={() => goToStory(chosen.id)}>
            {said.goTo}
          </button>
        ) : (
          <button
            type="button"
            className="primary"
            disabled={chosen === null}
            onClick={() => chosen && place(chosen.id)}
          >
            {said.place}
          </button>
        )}
        <button type="button" disabled={chosen === null} onClick={() => chosen && openStory(chosen.id)}>
          {said.open}
        </button>
        <button type="button" onClick={() => setActive(createStory())}>
          {said.create}
        </button>
        <button
          type="button"
          aria-label={said.up}
          title={said.up}
          disabled={at < 1}
          onClick={() => chosen && shiftStory(list, chosen.id, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label={said.down}
          title={said.down}
          disabled={at < 0 || at + 1 >= list.length}
          onClick={() => chosen && shiftStory(list, chosen.id, 1)}
        >
          ↓
        </button>
        <button
          type="button"
          disabled={chosen === null}
          onClick={() => {
            if (!chosen) return;
            deleteStory(chosen.id);
            setActive(next?.id ?? null);
          }}
        >
          {said.remove}
        </button>
      </div>
    </div>
  );
};
