/**
 * What is being typed into a field counts as said when the issue is saved, printed or left: fields that take their
 * text when they are left (CommitField, the masthead's own) are left for a moment, and the focus comes back.
 */
import { hasTextInput } from '../text/caret-input.ts';

export const commitDrafts = (): void => {
  const field = document.activeElement;
  if (hasTextInput() || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const [from, to] = [field.selectionStart, field.selectionEnd];
  field.blur();
  if (!field.isConnected) return;
  field.focus({ preventScroll: true });
  if (from !== null && to !== null) field.setSelectionRange(from, to);
};
