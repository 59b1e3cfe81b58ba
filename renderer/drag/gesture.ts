/**
 * One drag from press to drop. It begins once the pointer has left the press by some pixels, answers each frame at
 * most once, and ends by a drop, or by Esc, a lost pointer or a second button, which leave everything as it was.
 */

/** Pixels that a click may tremble. */
const TREMBLE = 4;

export interface Gesture {
  /** The pointer is there now; at most once a painted frame. */
  readonly follow: (clientX: number, clientY: number) => void;
  readonly drop: () => void;
  /** Nothing is to be done: show things as they were. */
  readonly cancel: () => void;
}

/**
 * @param begin makes the gesture when the drag really begins; null where there is nothing to drag
 * @param onClick the pointer was let go where it was pressed
 */
export const trackPointer = (press: PointerEvent, begin: () => Gesture | null, onClick: () => void): void => {
  let gesture: Gesture | null = null;
  let frame: number | null = null;
  let last = { x: press.clientX, y: press.clientY };

  const flush = () => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    gesture?.follow(last.x, last.y);
  };
  const end = () => {
    if (frame !== null) cancelAnimationFrame(frame);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('blur', onCancel);
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('pointerdown', onOtherButton, true);
    window.removeEventListener('contextmenu', onOtherButton, true);
    document.documentElement.classList.remove('dragging');
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    last = { x: event.clientX, y: event.clientY };
    if (!gesture) {
      if (Math.hypot(last.x - press.clientX, last.y - press.clientY) < TREMBLE) return;
      gesture = begin();
      if (!gesture) return end();
      document.documentElement.classList.add('dragging');
    }
    event.preventDefault();
    frame ??= requestAnimationFrame(flush);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    last = { x: event.clientX, y: event.clientY };
    // First of all, so that nothing is left behind whatever the rest throws.
    end();
    if (!gesture) return onClick();
    gesture.follow(last.x, last.y);
    gesture.drop();
  };
  const onCancel = () => {
    end();
    gesture?.cancel();
  };
  // A drag has the keyboard to itself: a command in the middle of it would change what is being dragged.
  const onKey = (event: KeyboardEvent) => {
    if (!gesture) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
  };
  const onOtherButton = (event: Event) => {
    if (!gesture) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onCancel);
  window.addEventListener('blur', onCancel);
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('pointerdown', onOtherButton, true);
  window.addEventListener('contextmenu', onOtherButton, true);
};
