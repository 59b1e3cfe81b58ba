/**
 * Selecting by keys: on the pages from frame to frame, into a frame's text and out again, the frame's menu. Their keys
 * count only while the page view has the focus, so that Tab goes on through the window everywhere else, and at the
 * first and last frame.
 */
import type { FrameId } from '../../core/issue/issue.ts';
import { openContextMenu } from '../pasteboard/context-menu.ts';
import { clientPlaceOf, focusDesk, isDeskFocused, isFocusOnDesk } from '../pasteboard/desk-view.ts';
import { firstPlaceOf, frameOfPlace } from '../pasteboard/frame-of-place.ts';
import { type OpenDesk, openDesk } from '../state/desk-store.ts';
import { goToFrame, pageOfFrame } from '../state/go-to-frame.ts';
import { NOTHING, type Selection, select, selected, selectedFrame } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { viewStrings } from '../strings/pages.ts';
import type { Command } from './command.ts';

/** All frames, page by page in the order in which they are read. */
const framesInOrder = ({ shown }: OpenDesk): readonly FrameId[] =>
  shown.pages.flatMap(({ frames }) => frames.map(({ id }) => id));

/** The frame that the selection is or stands in; of a text the one that shows it. */
const frameNow = (open: OpenDesk): FrameId | null => {
  const selection = selected();
  if (selection.kind !== 'text') return selectedFrame(open.shown, selection);
  const shown = frameOfPlace(open.layout.displayList.pages, selection.focus);
  return shown ?? selectedFrame(open.shown, selection);
};

const neighbour = (step: 1 | -1): FrameId | null => {
  const open = openDesk();
  if (!open || !isDeskFocused()) return null;
  const frames = framesInOrder(open);
  const at = frames.indexOf(frameNow(open) ?? '');
  return at < 0 ? null : (frames[at + step] ?? null);
};

const goToNeighbour = (step: 1 | -1): void => {
  const frame = neighbour(step);
  if (frame !== null) goToFrame(frame);
};

/** One step out: from text to its frame, from a picture to its frame, from a field to its head, then to nothing. */
const outOf = (open: OpenDesk, selection: Selection): Selection => {
  switch (selection.kind) {
    case 'text':
    case 'picture': {
      const frame = frameNow(open);
      return frame === null ? NOTHING : { kind: 'frame', frame };
    }
    case 'head':
      return selection.field === null ? NOTHING : { ...selection, field: null };
    default:
      return NOTHING;
  }
};

const firstFrame = (): FrameId | null =>
  openDesk()?.shown.pages[useView.getState().page]?.frames[0]?.id ?? null;

/** Nothing on the page is selected that Enter could open. */
const isAtRest = (): boolean => ['none', 'page', 'head', 'story'].includes(selected().kind);

export const selectionCommands = {
  escape: {
    id: 'escape',
    label: () => viewStrings.escape,
    keys: ['Escape'],
    anywhere: true,
    enabled: () => openDesk() !== null && selected().kind !== 'none' && isFocusOnDesk(),
    run: () => {
      const open = openDesk();
      if (open) select(outOf(open, selected()));
      focusDesk();
    },
  },
  selectNextFrame: {
    id: 'select-next-frame',
    label: () => viewStrings.selectNextFrame,
    keys: ['Tab'],
    enabled: () => neighbour(1) !== null,
    run: () => goToNeighbour(1),
  },
  selectPreviousFrame: {
    id: 'select-previous-frame',
    label: () => viewStrings.selectPreviousFrame,
    keys: ['Shift+Tab'],
    enabled: () => neighbour(-1) !== null,
    run: () => goToNeighbour(-1),
  },
  selectFirstFrame: {
    id: 'select-first-frame',
    label: () => viewStrings.selectFirstFrame,
    keys: ['Enter'],
    enabled: () => isDeskFocused() && isAtRest() && firstFrame() !== null,
    run: () => {
      const frame = firstFrame();
      if (frame !== null) goToFrame(frame);
    },
  },
  enterText: {
    id: 'enter-text',
    label: () => viewStrings.enterText,
    keys: ['Enter'],
    enabled: () => isDeskFocused() && selected().kind === 'frame',
    run: () => {
      const open = openDesk();
      const frame = open && frameNow(open);
      const place = open && frame && firstPlaceOf(open.layout.displayList.pages, frame);
      if (place) select({ kind: 'text', anchor: place, focus: place, affinity: 'after' });
    },
  },
  openContextMenu: {
    id: 'context-menu',
    label: () => viewStrings.openContextMenu,
    keys: ['Shift+F10', 'ContextMenu'],
    anywhere: true,
    enabled: () => {
      const open = openDesk();
      return open !== null && isFocusOnDesk() && frameNow(open) !== null;
    },
    run: () => {
      const open = openDesk();
      const frame = open && frameNow(open);
      if (!open || !frame) return;
      const page = pageOfFrame(open.shown, frame);
      const rect = open.layout.pages[page]?.frames.find((own) => own.frame === frame)?.rect;
      const place = rect && clientPlaceOf({ page, x: rect.x, y: rect.y });
      if (place) openContextMenu(place);
    },
  },
} as const satisfies Record<string, Command>;
