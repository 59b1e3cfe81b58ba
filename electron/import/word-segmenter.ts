/**
 * Words of Chinese text by the runtime's ICU. Its dictionary differs between versions and knows little of newspapers:
 * what is made with it is a proposal, kept with the story (core/manuscript/headline-breaks.ts), never asked at layout.
 */
import type { WordSegmenter } from '../../core/manuscript/headline-breaks.ts';

let segmenter: Intl.Segmenter | null = null;

export const segmentWords: WordSegmenter = (text) => {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
};
