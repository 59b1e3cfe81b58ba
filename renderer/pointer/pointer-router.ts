/**
 * The pointer on the pages: finds what was pressed, asks route-press.ts what that begins, and begins it. The gestures
 * themselves (drags, text selection, panning) take the pointer from there on by themselves.
 */
import { assertNever } from '../../core/assert-never.ts';
import type { FrameId } from '../../core/issue/issue.ts';
import {
  type Handle,
  startFrameMove,
  startFrameResize,
  startPictureMove,
  startPictureResize,
} from '../drag/start-drag.ts';
import { isField } from '../keys/is-field.ts';
import { openContextMenu } from '../pasteboard/context-menu.ts';
import { focusDesk, pagePointOf } from '../pasteboard/desk-view.ts';
import { hitDesk, outstandingFrames, storyOfFrame } from '../pasteboard/page-targets.ts';
import type { PagePoint, Press } from '../pasteboard/press.ts';
import { openDesk } from '../state/desk-store.ts';
import { followJump } from '../state/go-to-frame.ts';
import { select, selected } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { PX_PER_PT } from '../state/zoom.ts';
import { startTextSelect } from '../text/place-caret.ts';
import { listenToSpace, startPan } from './pan.ts';
import { type PressTarget, type Route, routePress } from './route-press.ts';

const LEFT = 0;
const MIDDLE = 1;

const placeCaret = (press: Press, frame: FrameId): void => {
  if (!startTextSelect(press, false)) select({ kind: 'frame', frame });
};

const scaleNow = (): number => PX_PER_PT * useView.getState().zoom;

/** A control over the page by its mark in the DOM, else what the page has there. */
const targetOf = (element: Element, at: PagePoint | null): PressTarget => {
  const handle = element.closest<HTMLElement>('[data-handle]')?.dataset.handle;
  if (handle !== undefined) return { kind: 'handle', handle: handle as Handle };
  const grip = element.closest<HTMLElement>('[data-grip]')?.dataset.grip;
  if (grip !== undefined) return { kind: 'grip', frame: grip };
  const open = openDesk();
  return (open && at && hitDesk(open, selected(), at, scaleNow())) ?? { kind: 'off' };
};

const begin = (route: Route, press: Press): void => {
  switch (route.do) {
    case 'select':
      select(route.selection);
      break;
    case 'resize-frame':
      startFrameResize(press, route.frame, route.handle);
      break;
    case 'resize-picture':
      startPictureResize(press, route.frame, route.index, route.handle);
      break;
    case 'move-picture': {
      const { frame, index } = route;
      startPictureMove(press, frame, index, () => select({ kind: 'picture', frame, index }));
      break;
    }
    case 'move-frame': {
      const { frame, click, end, selectFirst } = route;
      if (selectFirst) select({ kind: 'frame', frame });
      startFrameMove(press, frame, () => {
        if (click === 'caret') placeCaret(press, frame);
        else if (click === 'follow-jump' && end !== null) followJump(frame, end);
        else select({ kind: 'frame', frame });
      });
      break;
    }
    case 'text':
      if (!startTextSelect(press, route.extend)) select({ kind: 'frame', frame: route.frame });
      break;
    default:
      assertNever(route);
  }
};

/** Listens until the answer is called. */
export const listenToPointer = (view: HTMLElement): (() => void) => {
  const space = listenToSpace(view);
  const at = ({ clientX, clientY }: MouseEvent) => pagePointOf(view, clientX, clientY);

  const isOnScrollbar = ({ clientX, clientY }: MouseEvent): boolean => {
    const box = view.getBoundingClientRect();
    return clientX >= box.left + view.clientWidth || clientY >= box.top + view.clientHeight;
  };
  /** A field or button that the layers put on the page takes its own presses. */
  const isOthers = (event: Event): boolean =>
    event.defaultPrevented || isField(event.target) || !(event.target instanceof Element);

  const onPress = (event: PointerEvent) => {
    if (isOthers(event) || isOnScrollbar(event) || !event.isPrimary) return;
    const pans = event.button === MIDDLE || (event.button === LEFT && space.held());
    if (pans) return startPan(view, event);
    if (event.button !== LEFT) return;
    // A field of the page that is being written in keeps the keys until something else is selected.
    if (!view.contains(document.activeElement)) focusDesk();
    const place = at(event);
    const target = targetOf(event.target as Element, place);
    const open = openDesk();
    if (!place || !open) return select({ kind: 'none' });
    const route = routePress(target, {
      page: place.page,
      selection: selected(),
      asFrame: event.ctrlKey || event.metaKey || event.altKey,
      shift: event.shiftKey,
      storyOf: (frame) => storyOfFrame(open.shown, frame),
    });
    begin(route, { at: place, event, follow: at });
  };

  /** The browser would move the focus and select text of the drawing, or scroll by itself with the middle button. */
  const onMouseDown = (event: MouseEvent) => {
    if (!isOthers(event) && !isOnScrollbar(event)) event.preventDefault();
  };

  const onDoubleClick = (event: MouseEvent) => {
    const place = at(event);
    const open = openDesk();
    if (isOthers(event) || !place || !open) return;
    const hit = hitDesk(open, selected(), place, scaleNow());
    if (hit?.kind === 'head' && hit.field) select({ kind: 'head', page: place.page, field: hit.field });
  };

  const onContextMenu = (event: MouseEvent) => {
    if (isOthers(event)) return;
    event.preventDefault();
    const open = openDesk();
    const place = at(event);
    const target = targetOf(event.target as Element, place);
    if (!open || !('frame' in target)) return;
    const { frame } = target;
    // In its own text the selection stays: the menu is about its frame all the same.
    if (!outstandingFrames(open.shown, selected()).has(frame))
      select(target.kind === 'picture' ? { ...target, kind: 'picture' } : { kind: 'frame', frame });
    openContextMenu({ x: event.clientX, y: event.clientY });
  };

  view.addEventListener('pointerdown', onPress);
  view.addEventListener('mousedown', onMouseDown);
  view.addEventListener('dblclick', onDoubleClick);
  view.addEventListener('contextmenu', onContextMenu);
  return () => {
    space.end();
    view.removeEventListener('pointerdown', onPress);
    view.removeEventListener('mousedown', onMouseDown);
    view.removeEventListener('dblclick', onDoubleClick);
    view.removeEventListener('contextmenu', onContextMenu);
  };
};
