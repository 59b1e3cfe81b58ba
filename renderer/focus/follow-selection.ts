/**
 * The keys' focus follows the selection: text and fields take it into fields of their own; whatever else is selected
 * on the pages gets its keys through the page view. A focus in a panel stays there, unless what had it is gone: a button
 * of what was selected before, the last card of the tray. Then the page view takes it, where the keys go on.
 */

import { focusDesk, isFocusOnDesk } from '../pasteboard/desk-view.ts';
import { type Selection, selected, useSelection } from '../state/selection-store.ts';

const hasOwnField = (selection: Selection): boolean =>
  selection.kind === 'text' || (selection.kind === 'head' && selection.field !== null);

/** Frames until what is selected is drawn, in the panels too. */
const UNTIL_DRAWN = 2;

const takeLostFocus = (frames = UNTIL_DRAWN): void => {
  requestAnimationFrame(() => {
    if (frames > 0) takeLostFocus(frames - 1);
    else if (document.activeElement === document.body && !hasOwnField(selected())) focusDesk();
  });
};

export const followSelectionWithFocus = (): (() => void) =>
  useSelection.subscribe(({ selection }, before) => {
    if (selection === before.selection || hasOwnField(selection)) return;
    if (hasOwnField(before.selection) && isFocusOnDesk()) focusDesk();
    else if (selection.kind !== 'none') takeLostFocus();
  });
