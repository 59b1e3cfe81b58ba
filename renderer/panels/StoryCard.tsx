/** One story of the tray: kind, headline, how much it is. Pressed, it can be dragged onto the page. */
import { type KeyboardEvent, memo } from 'react';
import { isPictureStory, type PictureInfo, type Story, type StoryId } from '../../core/issue/issue.ts';
import { cardTitle } from '../commands/tray-stories.ts';
import { startStoryDrag } from '../drag/start-drag.ts';
import { useOpen } from '../state/desk-store.ts';
import { panelStrings } from '../strings/panels.ts';
import { useStoryMeasure } from './use-story-measure.ts';

const said = panelStrings.tray;
const NO_PICTURES: readonly PictureInfo[] = [];

interface CardProps {
  readonly story: Story;
  readonly span: number;
  readonly active: boolean;
  /** The one card of its list that Tab comes to. */
  readonly tabStop: boolean;
  readonly draggable: boolean;
  readonly choose: (story: StoryId) => void;
  readonly focus: (story: StoryId) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>, story: StoryId) => void;
  readonly run: (story: StoryId) => void;
}

export const StoryCard = memo(
  ({ story, span, active, tabStop, draggable, choose, focus, onKey, run }: CardProps) => {
    const measure = useStoryMeasure(story, span);
    const pictures = useOpen((open) => open.shown.pictures, NO_PICTURES);
    const title = cardTitle(story, pictures);
    return (
      <div
        role="option"
        aria-selected={active}
        tabIndex={tabStop ? 0 : -1}
        className="story-card"
        data-story={story.id}
        data-draggable={draggable}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          if (draggable) startStoryDrag(event.nativeEvent, story.id, () => choose(story.id));
          else choose(story.id);
        }}
        onDoubleClick={() => run(story.id)}
        onFocus={() => focus(story.id)}
        onKeyDown={(event) => onKey(event, story.id)}
      >
        <span className="card-kind" data-kind={story.kind}>
          {isPictureStory(story) ? panelStrings.pictureStory : panelStrings.kinds[story.kind]}
        </span>
        {story.kicker !== '' && <small className="card-kicker">{story.kicker.replaceAll('\n', '')}</small>}
        <span className="card-title" data-empty={title === ''}>
          {title === '' ? panelStrings.untitled : title}
        </span>
        <small className="card-figures">
          {measure === null ? (
            <span>{said.measuring}</span>
          ) : (
            <>
              {measure.characters > 0 && <span>{said.characters(measure.characters)}</span>}
              <span>{said.size(measure.span, measure.height)}</span>
            </>
          )}
          {story.pictures.length > 0 && <span>{said.pictures(story.pictures.length)}</span>}
        </small>
      </div>
    );
  },
);
