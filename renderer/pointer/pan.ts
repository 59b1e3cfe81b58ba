/** Panning the pages by hand: with the middle button, or with the space bar held. */
import { isField } from '../keys/is-field.ts';
import { isFocusOnDesk } from '../pasteboard/desk-view.ts';

/** Pulls the view's content along until the button is let go. */
export const startPan = (view: HTMLElement, press: PointerEvent): void => {
  const from = { x: view.scrollLeft + press.clientX, y: view.scrollTop + press.clientY };
  view.dataset.pan = 'moving';
  const onMove = (event: PointerEvent) => {
    if (event.pointerId === press.pointerId) view.scrollTo(from.x - event.clientX, from.y - event.clientY);
  };
  const onEnd = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    if (view.dataset.pan === 'moving') delete view.dataset.pan;
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onEnd);
    window.removeEventListener('pointercancel', onEnd);
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onEnd);
  window.addEventListener('pointercancel', onEnd);
};

/** The space bar while the pages have the keys: `held` tells whether it is down. */
export const listenToSpace = (
  view: HTMLElement,
): { readonly held: () => boolean; readonly end: () => void } => {
  let down = false;
  const release = () => {
    down = false;
    if (view.dataset.pan === 'ready') delete view.dataset.pan;
  };
  const onDown = (event: KeyboardEvent) => {
    if (event.code !== 'Space' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isField(event.target) || !isFocusOnDesk()) return;
    // The browser would scroll by a page.
    event.preventDefault();
    down = true;
    view.dataset.pan ??= 'ready';
  };
  const onUp = (event: KeyboardEvent) => {
    if (event.code === 'Space') release();
  };
  window.addEventListener('keydown', onDown);
  window.addEventListener('keyup', onUp);
  window.addEventListener('blur', release);
  return {
    held: () => down,
    end: () => {
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', release);
    },
  };
};
