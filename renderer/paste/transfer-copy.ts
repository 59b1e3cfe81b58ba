/**
 * Text from the clipboard, wherever it is put in: what of it is copy (paste/pasted-copy.ts), and what the foot says of
 * the rest.
 */

import { useView } from '../state/view-store.ts';
import { pasteSentence } from './paste-notes.ts';
import { type PastedCopy, pastedCopy } from './pasted-copy.ts';

/** What a drop or a paste event brings. */
export const transferCopy = (data: DataTransfer | null): PastedCopy =>
  pastedCopy({ html: data?.getData('text/html') ?? '', text: data?.getData('text/plain') ?? '' });

/** `kept`: notes of it stand with the issue. */
export const tellOfPaste = (copy: PastedCopy, onLine: readonly string[] = [], kept = true): void => {
  const sentence = pasteSentence(copy, onLine, kept);
  if (sentence !== '') useView.getState().say(sentence, 'fault');
};
