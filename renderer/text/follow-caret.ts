/**
 * The input's place on screen: it stands at the caret, so that the input method's window opens there. It is worked
 * out once before a frame is painted, when the sheets have their new sizes: asking for them during a keystroke would
 * lay the window out twice. A caret that moved out of sight is scrolled into view, by no more than it takes.
 */
import { openDesk } from '../state/desk-store.ts';
import { useInput } from '../state/input-state.ts';
import { useView } from '../state/view-store.ts';
import { type SelectionGeometry, selectionGeometry } from './selection-geometry.ts';
import { textSelection } from './text-selection.ts';

/** What stays free between the caret and the window's edge, CSS pixels. */
const MARGIN = 12;
/** An input method asked for a text of this size shows its window well; smaller ones are raised to it, CSS pixels. */
const SMALLEST = 8;

interface OnScreen {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const onScreen = (box: NonNullable<SelectionGeometry['caret']>, view: Element): OnScreen | null => {
  const sheet = view.querySelector(`.sheet[data-page="${box.page + 1}"]`)?.getBoundingClientRect();
  const page = openDesk()?.layout.displayList.pages[box.page];
  if (!sheet || !page) return null;
  const scale = sheet.width / page.width;
  return {
    left: sheet.left + box.x * scale,
    top: sheet.top + box.top * scale,
    width: box.turned ? box.height * scale : 0,
    height: box.turned ? 0 : box.height * scale,
  };
};

/** How far to scroll so that `from`–`to` is seen between `start` and `end`. */
const scrollBy = (from: number, to: number, start: number, end: number): number =>
  from < start + MARGIN ? from - start - MARGIN : to > end - MARGIN ? to - end + MARGIN : 0;

const reveal = (box: NonNullable<SelectionGeometry['caret']>, view: Element): void => {
  const place = onScreen(box, view);
  if (!place) {
    useView.getState().goTo(box.page, { x: box.x, y: box.top });
    return;
  }
  const seen = view.getBoundingClientRect();
  const left = scrollBy(place.left, place.left + place.width, seen.left, seen.left + view.clientWidth);
  const top = scrollBy(place.top, place.top + place.height, seen.top, seen.top + view.clientHeight);
  if (left !== 0 || top !== 0) view.scrollBy({ left, top, behavior: 'instant' });
};

let asked = false;
let reveals = false;

/** Puts the input at the caret before the next frame; `show`: and the caret into view. */
export const followCaret = (input: HTMLElement, show: boolean): void => {
  reveals ||= show;
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    const wanted = reveals;
    reveals = false;
    const open = openDesk();
    const selection = textSelection();
    const view = input.parentElement;
    if (!open || !selection || !view) return;
    const geometry = selectionGeometry(open, selection, useInput.getState().composing);
    if (wanted && geometry.caret) reveal(geometry.caret, view);
    const place = geometry.input && onScreen(geometry.input, view);
    if (!place) return;
    const size = Math.max(SMALLEST, place.height, place.width);
    Object.assign(input.style, {
      transform: `translate(${place.left}px, ${place.top}px)`,
      fontSize: `${size}px`,
      lineHeight: `${size}px`,
      height: `${size}px`,
    });
  });
};
