/**
 * Words of Chinese text by the browser's ICU: for proposals (breaks of a headline, kept with the story) and for steps
 * of the caret by words. Layout asks it nothing.
 */
import { proposeHeadlineBreaks, type WordSegmenter } from '../../core/manuscript/headline-breaks.ts';

let segmenter: Intl.Segmenter | null = null;

export const segmentWords: WordSegmenter = (text) => {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
};

/** Where the lines of a changed headline part may end by sense. */
export const proposedBreaks = (text: string): readonly number[] => proposeHeadlineBreaks(text, segmentWords);
