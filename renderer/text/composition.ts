/**
 * Text in composition: what an input method shows before the writer has chosen. It is laid out provisionally in
 * place of the text that was selected when it began; when it ends, one edit makes it, which is one step to undo.
 * Whatever else happens in between (the page is laid out anew, the issue is saved) the range stays that of the
 * beginning, for all of it counts in the issue without the composition.
 */
import { plainLine, replaceRange } from '../../core/issue/text-edits.ts';
import { nearestPlace, type TextPlace, type TextRange } from '../../core/issue/text-place.ts';
import { cleanText } from '../paste/clean-line.ts';
import { openDesk } from '../state/desk-store.ts';
import { endBurst, showProvisional } from '../state/edit-issue.ts';
import { useInput } from '../state/input-state.ts';
import { select } from '../state/selection-store.ts';
import { breaksFor, replaceText } from './edit-text.ts';
import { rangeOf, setCaret, type TextSelection, textSelection, whileTyping } from './text-selection.ts';

let begun: TextSelection | null = null;

export const isComposing = (): boolean => begun !== null;

export const beginComposition = (): void => {
  endBurst();
  begun = textSelection();
};

/** The range in the issue as it is now; null where its text is gone. */
const rangeNow = (selection: TextSelection): TextRange | null => {
  const issue = openDesk()?.issue;
  const { from, to } = rangeOf(selection);
  const start = issue && nearestPlace(issue, from);
  const end = issue && nearestPlace(issue, to);
  return start && end ? { from: start, to: end } : null;
};

export const updateComposition = (composed: string): void => {
  const range = begun && rangeNow(begun);
  if (!range) return;
  const { from, to } = range;
  whileTyping(() => {
    let caret: TextPlace = from;
    showProvisional((issue) => {
      const shown = replaceRange(issue, from, to, [plainLine(cleanText(composed))], breaksFor(from.part));
      caret = shown.caret;
      return shown;
    });
    setCaret(caret, 'before');
    useInput.setState({ composing: { from, to: caret } });
  });
};

/** `composed` is what was chosen; empty for a composition that was given up. */
export const endComposition = (composed: string): void => {
  const selection = begun;
  const text = cleanText(composed);
  const range = selection && rangeNow(selection);
  begun = null;
  useInput.setState({ composing: null });
  if (!selection) return;
  if (range && text !== '') replaceText(range, [plainLine(text)]);
  else
    whileTyping(() => {
      showProvisional(null);
      if (range) select(selection);
    });
};
