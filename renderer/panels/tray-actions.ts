/** What can be done with a story of the tray: place, open, add, move in rank, take out of the issue. */
import { addStory, moveStory, nextStoryId, removeStory } from '../../core/issue/edits.ts';
import { emptyStory, type Story, type StoryId, storyOf } from '../../core/issue/issue.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { bestPlace, neighbourRank } from '../commands/tray-stories.ts';
import { openDesk } from '../state/desk-store.ts';
import { edit, endBurst } from '../state/edit-issue.ts';
import { select } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { panelStrings } from '../strings/panels.ts';

const said = panelStrings.tray;
const view = () => useView.getState();

/** 放到本版: to the best free place of the page in view. False where it has none; the foot says so. */
export const placeOnPage = (story: StoryId): boolean => {
  const open = openDesk();
  if (!open) return false;
  endBurst();
  const placing = open.engine.placing(open.issue);
  const page = Math.min(view().page, open.issue.pages.length - 1);
  const best = bestPlace(placing, page, story);
  if (!best) {
    view().say(said.noRoom(page + 1), 'fault');
    return false;
  }
  if (!edit(() => placing.placeSuggested(page, best))) return false;
  select({ kind: 'frame', frame: best.frame.id });
  const { box } = best.frame;
  if (best.overset > 0) view().say(said.placedOver(page + 1, best.overset), 'fault');
  else view().say(said.placedAt(page + 1, box.span, box.lines, best.free));
  return true;
};

/** To the first frame that shows the story, which is selected. */
export const goToStory = (story: StoryId): void => {
  const reports = openDesk()?.layout.pages ?? [];
  for (const page of reports) {
    const report = page.frames.find((frame) => frame.story === story);
    if (!report) continue;
    select({ kind: 'frame', frame: report.frame });
    view().goTo(page.page - 1, { x: report.rect.x, y: report.rect.y });
    return;
  }
};

export const selectStory = (story: StoryId): void => select({ kind: 'story', story });

/** In the panel 文稿. */
export const openStory = (story: StoryId): void => {
  selectStory(story);
  view().showRight('story');
};

/** 新建稿件: an empty one, the last in rank, open to be written. Its id; null where nothing is open. */
export const createStory = (): StoryId | null => {
  endBurst();
  const made = edit((issue) => addStory(issue, emptyStory(nextStoryId(issue))));
  const id = made?.issue.stories.at(-1)?.id ?? null;
  if (id !== null) openStory(id);
  return id;
};

/** Takes the story out of the issue, with every frame that shows it. */
export const deleteStory = (id: StoryId): void => {
  const open = openDesk();
  if (!open) return;
  endBurst();
  const headline = headlineOf(storyOf(open.issue, id));
  if (edit((issue) => removeStory(issue, id))) view().say(said.removed(headline));
};

/** Changes places with the neighbour in the list shown. */
export const shiftStory = (list: readonly Story[], id: StoryId, step: 1 | -1): boolean => {
  const to = neighbourRank(openDesk()?.issue.stories ?? [], list, id, step);
  if (to === null) return false;
  endBurst();
  if (!edit((issue) => moveStory(issue, id, to))) return false;
  view().say(said.moved(to + 1));
  return true;
};
