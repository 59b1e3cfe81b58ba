/**
 * A page of HTML that is pasted into a field beside the pages: its text as it would be put into a headline on the page,
 * without what is hidden or deleted in it. A plain text is the browser's to paste.
 */
import type { ClipboardEvent } from 'react';
import { oneLine } from '../paste/paste-edit.ts';
import { tellOfPaste, transferCopy } from '../paste/transfer-copy.ts';

export const pasteIntoField = (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
  if (!event.clipboardData.types.includes('text/html')) return;
  const copy = transferCopy(event.clipboardData);
  if (copy.plainFor !== null && copy.tooLong === null) return;
  event.preventDefault();
  const { text, onLine } = oneLine(copy);
  // The element's own editing: its undo knows the step, and the field hears of it as of typed text.
  if (text !== '') document.execCommand('insertText', false, text);
  tellOfPaste(copy, onLine, false);
};
