/** 文稿: the story that is selected, in full; with nothing selected, the stories to choose from. */
import type { Issue, Story } from '../../core/issue/issue.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { useOpen } from '../state/desk-store.ts';
import { select, selectedStory, useSelection } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { storyStrings } from '../strings/story.ts';
import { StoryBody } from './StoryBody.tsx';
import { StoryCounts } from './StoryCounts.tsx';
import { PartField, PictureFields, StoryKindField } from './StoryFields.tsx';

const NO_STORIES: readonly Story[] = [];
const NO_PAGES: Issue['pages'] = [];

/** Selects the story where it stands, and goes there; in the tray, where it stands nowhere. */
const chooseStory = (pages: Issue['pages'], { id }: Story): void => {
  const page = pages.findIndex(({ frames }) => frames.some((frame) => frame.story === id));
  const frame = pages[page]?.frames.find((one) => one.story === id);
  if (!frame) {
    select({ kind: 'story', story: id });
    return;
  }
  select({ kind: 'frame', frame: frame.id });
  useView.getState().goTo(page);
};

const StoryList = () => {
  const stories = useOpen((open) => open.issue.stories, NO_STORIES);
  const pages = useOpen((open) => open.issue.pages, NO_PAGES);
  const placeOf = (id: string) => {
    const numbers = pages.flatMap((page, index) =>
      page.frames.some((frame) => frame.story === id) ? [index + 1] : [],
    );
    return numbers.length === 0 ? storyStrings.unplaced : storyStrings.onPages(numbers);
  };
  return (
    <div className="story-list">
      <p>{storyStrings.choose}</p>
      <ul aria-label={storyStrings.stories}>
        {stories.map((story) => (
          <li key={story.id}>
            <button type="button" onClick={() => chooseStory(pages, story)}>
              {headlineOf(story)} <small>{placeOf(story.id)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

export const StoryPanel = () => {
  const selection = useSelection((s) => s.selection);
  const id = useOpen((open) => selectedStory(open.issue, selection), null);
  const story = useOpen((open) => open.issue.stories.find((one) => one.id === id) ?? null, null);
  const wide = useView((s) => s.storyWide);
  return (
    <section className="story-panel" data-wide={wide}>
      <header>
        {story && <StoryKindField story={story} />}
        <button
          type="button"
          className="story-width"
          aria-pressed={wide}
          onClick={() => useView.setState({ storyWide: !wide })}
        >
          {wide ? storyStrings.narrow : storyStrings.widen}
        </button>
      </header>
      {story ? (
        <div className="story-fields" key={story.id}>
          <StoryCounts story={story} />
          <PartField story={story} part="kicker" />
          <PartField story={story} part="headline" />
          <PartField story={story} part="deck" />
          <PartField story={story} part="standfirst" />
          <StoryBody story={story} />
          <PartField story={story} part="byline" />
          <PartField story={story} part="credit" />
          {story.pictures.map((picture, index) => (
            <PictureFields key={index} story={story} index={index} picture={picture} />
          ))}
        </div>
      ) : (
        <StoryList />
      )}
    </section>
  );
};
