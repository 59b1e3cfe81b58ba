/**
 * What is being typed into a field counts as said when the issue is saved, printed or left: fields that take their
 * text when they are left (CommitField, the masthead's own) are left for a moment, and the focus comes back.
 */
import { TEXT_INPUT } from './input-state.ts';

export const commitDrafts = (): void => {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  /* What is typed at the caret on the page is in the issue already. */
  if (field.classList.contains(TEXT_INPUT)) return;
  const [from, to] = [field.selectionStart, field.selectionEnd];
  field.blur();
  if (!field.isConnected) return;
  field.focus({ preventScroll: true });
  if (from !== null && to !== null) field.setSelectionRange(from, to);
};
