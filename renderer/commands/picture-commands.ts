/**
 * Pictures of the selected frame without a pointer: one that waits is put in (of its own story, or a picture story of
 * the tray, which becomes a picture of this one), and those that it shows are selected in turn, so that the arrows
 * move them.
 */
import { type EditedIssue, inTurn } from '../../core/issue/edit.ts';
import {
  addStoryPicture,
  frameAt,
  placePicture,
  removeStory,
  removeStoryPicture,
} from '../../core/issue/edits.ts';
import { type FrameId, type Issue, type Story, type StoryPicture, storyOf } from '../../core/issue/issue.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { openDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { select } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { inspectorStrings } from '../strings/inspector.ts';
import { frameStrings } from '../strings/pages.ts';
import type { Command } from './command.ts';
import { freePictureBox } from './frame-choices.ts';
import { frameSelected } from './selected.ts';
import { trayOf } from './tray-stories.ts';

interface WaitingPicture {
  readonly story: Story;
  readonly index: number;
  readonly picture: StoryPicture;
}

const isPictureStory = ({ headline, paragraphs, pictures }: Story): boolean =>
  pictures.length > 0 && headline === '' && paragraphs.every(({ text }) => text === '');

/** Of the frame's own story those that no frame shows, then those of the tray's picture stories. */
const waitingPictures = (issue: Issue, own: Story): readonly WaitingPicture[] => {
  const shown = new Set(
    issue.pages
      .flatMap(({ frames }) => frames)
      .filter(({ story }) => story === own.id)
      .flatMap(({ pictures }) => pictures.map(({ index }) => index)),
  );
  const all = [own, ...trayOf(issue).waiting.filter(isPictureStory)];
  return all
    .flatMap((story) => story.pictures.map((picture, index) => ({ story, index, picture })))
    .filter(({ story, index }) => story !== own || !shown.has(index));
};

/** Null where the frame has no room for it. */
const putIn = (issue: Issue, id: FrameId, { story, index, picture }: WaitingPicture): EditedIssue | null => {
  const { frame } = frameAt(issue, id);
  const own = storyOf(issue, frame.story);
  const isOwn = story.id === own.id;
  const at = isOwn ? index : own.pictures.length;
  const given = isOwn ? [] : [(from: Issue) => addStoryPicture(from, own.id, picture)];
  const withIt = inTurn(issue, '', given).issue;
  const engine = openDesk()?.engine;
  const box = engine && freePictureBox(withIt, frame, storyOf(withIt, own.id), at, engine);
  if (!box) return null;
  const left = (from: Issue) =>
    story.pictures.length === 1 ? removeStory(from, story.id) : removeStoryPicture(from, story.id, index);
  return inTurn(issue, frameStrings.putPicture, [
    ...given,
    (from) => placePicture(from, id, { index: at, box }),
    ...(isOwn ? [] : [left]),
  ]);
};

const put = (frame: FrameId, waiting: WaitingPicture): void => {
  const open = openDesk();
  if (!open) return;
  const own = storyOf(open.issue, frameAt(open.issue, frame).frame.story);
  const index = waiting.story.id === own.id ? waiting.index : own.pictures.length;
  if (edit((issue) => putIn(issue, frame, waiting))) select({ kind: 'picture', frame, index });
  else useView.getState().say(inspectorStrings.frame.noRoom(headlineOf(own)), 'fault');
};

const waitingNow = (): readonly WaitingPicture[] => {
  const target = frameSelected();
  return target ? waitingPictures(target.issue, storyOf(target.issue, target.frame.story)) : [];
};

const nameOf = (issue: Issue, { picture, caption }: StoryPicture): string =>
  caption || (issue.pictures.find(({ id }) => id === picture)?.name ?? '');

export const pictureCommands = {
  putPicture: {
    id: 'put-picture',
    label: () => frameStrings.putPicture,
    enabled: () => waitingNow().length > 0,
    submenu: () => {
      const target = frameSelected();
      if (!target) return [];
      return waitingNow().map((waiting) => ({
        id: `put-picture-${waiting.story.id}-${waiting.index}`,
        label: () => frameStrings.pictureName(nameOf(target.issue, waiting.picture)),
        run: () => put(target.frame.id, waiting),
      }));
    },
    run: () => undefined,
  },
  nextPicture: {
    id: 'next-picture',
    label: () => frameStrings.nextPicture,
    keys: ['Mod+Alt+P'],
    enabled: () => (frameSelected()?.frame.pictures.length ?? 0) > 0,
    run: () => {
      const target = frameSelected();
      if (!target) return;
      const { frame, picture } = target;
      const order = frame.pictures.map(({ index }) => index);
      // Past the last one comes the frame itself.
      const next = order[picture === null ? 0 : order.indexOf(picture) + 1];
      select(
        next === undefined
          ? { kind: 'frame', frame: frame.id }
          : { kind: 'picture', frame: frame.id, index: next },
      );
    },
  },
} as const satisfies Record<string, Command>;
