/**
 * Pointer work on text: a click puts the caret, a drag selects, two clicks take a word, three a paragraph; dragged on,
 * the selection grows by the same unit. Pointer events do not count clicks, so they are counted here.
 */
import { hitText, type TextHit } from '../../core/display/text-geometry.ts';
import { storyOf } from '../../core/issue/issue.ts';
import {
  comparePlaces,
  isOneRange,
  type TextPlace,
  type TextRange,
  textAt,
} from '../../core/issue/text-place.ts';
import { clusterRange } from '../../core/issue/text-steps.ts';
import type { PagePoint, Press } from '../pasteboard/press.ts';
import { drawnPages, openDesk } from '../state/desk-store.ts';
import { finishComposition, focusTextInput } from './caret-input.ts';
import { rangeEnd } from './caret-steps.ts';
import { selectText, textSelection } from './text-selection.ts';

/** As systems have it: clicks within this time and distance belong together, ms and CSS pixels. */
const CLICK_TIME = 500;
const CLICK_DISTANCE = 5;

let lastClick = { time: Number.NEGATIVE_INFINITY, x: 0, y: 0, count: 0 };

/** 1, 2 or 3; a fourth click is a first one again. */
const clicksOf = ({ timeStamp: time, clientX: x, clientY: y }: PointerEvent): number => {
  const again =
    time - lastClick.time < CLICK_TIME && Math.hypot(x - lastClick.x, y - lastClick.y) < CLICK_DISTANCE;
  lastClick = { time, x, y, count: again ? (lastClick.count % 3) + 1 : 1 };
  return lastClick.count;
};

const hitAt = (point: PagePoint | null): TextHit | null => {
  const open = openDesk();
  const page = point && open && drawnPages(open)[point.page];
  return open && page ? hitText(page, open.engine, point) : null;
};

/** What so many clicks at the place select. */
const unitAt = (place: TextPlace, clicks: number): TextRange => {
  const open = openDesk();
  if (!open || clicks === 1) return { from: place, to: place };
  const text = textAt(open.issue, place);
  const { from, to } = clicks === 2 ? clusterRange(text, place.offset) : { from: 0, to: text.length };
  return { from: { ...place, offset: from }, to: { ...place, offset: to } };
};

/** From what the press selected to what the pointer is over now. */
const reach = (start: TextRange, hit: TextHit, clicks: number): void => {
  const open = openDesk();
  if (!open || hit.place.story !== start.from.story) return;
  const place = rangeEnd(storyOf(open.issue, start.from.story), start.from, hit.place);
  const unit = unitAt(place, clicks);
  if (comparePlaces(unit.from, start.from) < 0) selectText(start.to, unit.from, hit.affinity);
  else selectText(start.from, comparePlaces(unit.to, start.to) > 0 ? unit.to : start.to, hit.affinity);
};

/** Where a selection that the press extends begins; null where it begins one of its own. */
const extended = (hit: TextHit): TextRange | null => {
  const selection = textSelection();
  return selection && isOneRange(selection.anchor, hit.place)
    ? { from: selection.anchor, to: selection.anchor }
    : null;
};

const followPointer = ({ event: press, follow }: Press, start: TextRange, clicks: number): void => {
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    // The press was over before it was known to be one of text (a click on a frame).
    if (event.buttons === 0) return onEnd(event);
    const hit = hitAt(follow(event));
    if (hit) reach(start, hit, clicks);
  };
  const onEnd = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onEnd);
    window.removeEventListener('pointercancel', onEnd);
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onEnd);
  window.addEventListener('pointercancel', onEnd);
};

/** Puts the caret at the character nearest to the press and follows the drag; false where no text is near. */
export const startTextSelect = (press: Press, extend: boolean): boolean => {
  if (!hitAt(press.at)) return false;
  finishComposition();
  // The composition's end may have moved the lines.
  const hit = hitAt(press.at);
  if (!hit) return false;
  const clicks = extend ? 1 : clicksOf(press.event);
  const start = (extend ? extended(hit) : null) ?? unitAt(hit.place, clicks);
  if (extend) reach(start, hit, clicks);
  else selectText(start.from, start.to, clicks === 1 ? hit.affinity : 'before');
  focusTextInput();
  followPointer(press, start, clicks);
  return true;
};
