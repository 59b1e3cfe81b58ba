/** Steps of a caret by words, as a segmenter tells them apart. Pure. */
import type { WordSegmenter } from '../../core/manuscript/headline-breaks.ts';

const WORD = /[\p{L}\p{N}]/u;

/** The end of the next word, or the start of the one before; marks and spaces on the way are passed. */
export const wordStep = (text: string, offset: number, direction: 1 | -1, segment: WordSegmenter): number => {
  const words: { readonly from: number; readonly to: number; readonly isWord: boolean }[] = [];
  let at = 0;
  for (const word of segment(text)) {
    words.push({ from: at, to: at + word.length, isWord: WORD.test(word) });
    at += word.length;
  }
  return direction === 1
    ? (words.find((word) => word.isWord && word.to > offset)?.to ?? text.length)
    : (words.findLast((word) => word.isWord && word.from < offset)?.from ?? 0);
};
