/** Where the selected frame stands: to another page, in another's place, fitted to its text, back to the tray. */
import {
  freeBoxes,
  removeFrame,
  resizeFrame,
  swapFrames,
  takePicture,
  threadOf,
  unplaceStory,
} from '../../core/issue/edits.ts';
import { storyOf } from '../../core/issue/issue.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { moveTo } from '../drag/frame-targets.ts';
import { edit } from '../state/edit-issue.ts';
import { select } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { frameStrings } from '../strings/pages.ts';
import type { Command } from './command.ts';
import { goToFrame } from './jump-commands.ts';
import { frameSelected, objectSelected } from './selected.ts';

const hasFrame = () => frameSelected() !== null;

/** To the free box of that page that holds the frame with the least cut away, the largest among equals. */
const moveToPage = (page: number): void => {
  const target = frameSelected();
  if (!target) return;
  const { frame, issue } = target;
  const cells = (span: number, lines: number) =>
    Math.min(span, frame.box.span) * Math.min(lines, frame.box.lines);
  const best = freeBoxes(issue, page).reduce<ReturnType<typeof freeBoxes>[number] | null>(
    (own, box) => (own === null || cells(box.span, box.lines) > cells(own.span, own.lines) ? box : own),
    null,
  );
  if (!best) {
    useView.getState().say(frameStrings.noFreePlace(page + 1), 'fault');
    return;
  }
  const box = {
    ...best,
    span: Math.min(best.span, frame.box.span),
    lines: Math.min(best.lines, frame.box.lines),
  };
  edit((from) => moveTo(from, frame.id, page, box));
  goToFrame(frame.id);
};

/** Delete: the picture out of its frame; a continuation alone; else the whole story back to the tray. */
const remove = (): void => {
  const target = objectSelected();
  if (!target) return;
  const { frame, picture } = target;
  if (picture !== null) {
    edit((issue) => takePicture(issue, frame.id, picture));
    select({ kind: 'frame', frame: frame.id });
    return;
  }
  edit((issue) =>
    threadOf(issue, frame.story)[0] === frame.id
      ? unplaceStory(issue, frame.story)
      : removeFrame(issue, frame.id),
  );
};

export const placeCommands = {
  fitToText: {
    id: 'fit-to-text',
    label: () => frameStrings.fitToText,
    keys: ['Mod+Alt+C'],
    enabled: hasFrame,
    run: () => {
      const target = frameSelected();
      if (!target) return;
      const { open, frame } = target;
      const last = threadOf(open.issue, frame.story).at(-1) ?? frame.id;
      edit((issue) => resizeFrame(issue, last, open.engine.placing(issue).fittedBox(last)));
    },
  },
  moveToPage: {
    id: 'move-to-page',
    label: () => frameStrings.moveToPage,
    enabled: () => (frameSelected()?.issue.pages.length ?? 0) > 1,
    submenu: () => {
      const target = frameSelected();
      return (target?.issue.pages ?? []).flatMap(({ name }, page): Command[] =>
        page === target?.page
          ? []
          : [
              {
                id: `move-to-page-${page}`,
                label: () => frameStrings.jumpToPage(page + 1, name),
                run: () => moveToPage(page),
              },
            ],
      );
    },
    run: () => undefined,
  },
  swap: {
    id: 'swap',
    label: () => frameStrings.swap,
    enabled: () => {
      const target = frameSelected();
      return target !== null && (target.issue.pages[target.page]?.frames.length ?? 0) > 1;
    },
    submenu: () => {
      const target = frameSelected();
      if (!target) return [];
      const { issue, page, frame } = target;
      return issue.pages[page]!.frames.flatMap((other): Command[] =>
        other.id === frame.id
          ? []
          : [
              {
                id: `swap-${other.id}`,
                label: () => frameStrings.swapWith(headlineOf(storyOf(issue, other.story))),
                run: () => edit((from) => swapFrames(from, frame.id, other.id)),
              },
            ],
      );
    },
    run: () => undefined,
  },
  unplace: {
    id: 'unplace',
    label: () => frameStrings.unplace,
    keys: ['Mod+Backspace'],
    enabled: () => objectSelected() !== null,
    run: () => {
      const target = objectSelected();
      if (target) edit((issue) => unplaceStory(issue, target.frame.story));
    },
  },
  remove: {
    id: 'remove-frame',
    label: () => (objectSelected()?.picture != null ? frameStrings.removePicture : frameStrings.remove),
    keys: ['Delete', 'Backspace'],
    enabled: () => objectSelected() !== null,
    run: remove,
  },
} as const satisfies Record<string, Command>;
