/**
 * What a press begins, from what lies under it, what is selected and which keys are held. One table for the whole
 * editor; the router (pointer-router.ts) only carries it out. Pure.
 */
import { assertNever } from '../../core/assert-never.ts';
import type { FrameId, StoryId } from '../../core/issue/issue.ts';
import type { Handle } from '../drag/start-drag.ts';
import type { PageHit } from '../pasteboard/hit-page.ts';
import { NOTHING, type Selection } from '../state/selection-store.ts';

/** What the pointer is on: of a page, or a control that is drawn over one. */
export type PressTarget =
  | PageHit
  | { readonly kind: 'handle'; readonly handle: Handle }
  | { readonly kind: 'grip'; readonly frame: FrameId }
  | { readonly kind: 'off' };

export interface PressState {
  /** Index of the page that was pressed. */
  readonly page: number;
  readonly selection: Selection;
  /** Ctrl, ⌘ or Alt: the frame itself, not its text. */
  readonly asFrame: boolean;
  readonly shift: boolean;
  readonly storyOf: (frame: FrameId) => StoryId | null;
}

/** What a click does where no drag came of the press. */
export type Click = 'caret' | 'select-frame' | 'follow-jump';

export type Route =
  | { readonly do: 'select'; readonly selection: Selection }
  | { readonly do: 'resize-frame'; readonly frame: FrameId; readonly handle: Handle }
  | {
      readonly do: 'resize-picture';
      readonly frame: FrameId;
      readonly index: number;
      readonly handle: Handle;
    }
  | { readonly do: 'move-picture'; readonly frame: FrameId; readonly index: number }
  | {
      readonly do: 'move-frame';
      readonly frame: FrameId;
      readonly click: Click;
      /** Of the jump line under it. */
      readonly end: 'to' | 'from' | null;
      /** It is selected at once, as the press itself asks for. */
      readonly selectFirst: boolean;
    }
  | { readonly do: 'text'; readonly frame: FrameId; readonly extend: boolean };

const moveFrame = (
  frame: FrameId,
  click: Click,
  more: { readonly end?: 'to' | 'from'; readonly selectFirst?: boolean } = {},
): Route => ({
  do: 'move-frame',
  frame,
  click,
  end: more.end ?? null,
  selectFirst: more.selectFirst ?? false,
});

const select = (selection: Selection): Route => ({ do: 'select', selection });

const routeHandle = (handle: Handle, selection: Selection): Route => {
  if (selection.kind === 'frame') return { do: 'resize-frame', frame: selection.frame, handle };
  if (selection.kind === 'picture')
    return { do: 'resize-picture', frame: selection.frame, index: selection.index, handle };
  return select(selection);
};

export const routePress = (target: PressTarget, state: PressState): Route => {
  const { page, selection, asFrame, shift } = state;
  switch (target.kind) {
    case 'off':
      return select(NOTHING);
    case 'page':
      return select({ kind: 'page', page });
    case 'head':
      return select({ kind: 'head', page, field: null });
    case 'handle':
      return routeHandle(target.handle, selection);
    case 'grip':
      return moveFrame(target.frame, 'select-frame');
    case 'jump':
      return asFrame
        ? moveFrame(target.frame, 'select-frame', { selectFirst: true })
        : moveFrame(target.frame, 'follow-jump', { end: target.end });
    case 'picture':
      return asFrame
        ? moveFrame(target.frame, 'select-frame', { selectFirst: true })
        : { do: 'move-picture', frame: target.frame, index: target.index };
    case 'frame': {
      const { frame, onBorder } = target;
      if (asFrame) return moveFrame(frame, 'select-frame', { selectFirst: true });
      const isOwnText = selection.kind === 'text' && selection.focus.story === state.storyOf(frame);
      if (isOwnText && !onBorder) return { do: 'text', frame, extend: shift };
      return moveFrame(frame, 'caret');
    }
    default:
      return assertNever(target);
  }
};
