/**
 * Passages that a scan gives twice within one story, usually after a jump: the same text stands at a paragraph's end
 * and again at the beginning of a later paragraph. The first stays, the second is removed, whole, and can be
 * restored. What an office types twice (a refrain, a form of words in two notices) is meant so and stays: a scan is
 * told by a jump line in the story, a paragraph cut short before the passage, or a passage that begins in
 * mid-sentence. Method: earlier text is indexed by blocks at multiples of BLOCK; a repeated passage of two blocks' length
 * holds one of them wherever it lies, so BLOCK look-ups a paragraph find it. Linear in the text.
 * Limits: a repetition that begins in the middle of a paragraph, or within one paragraph, is style and stays.
 */

import { countCharacters } from './character-kinds.ts';
import type { DraftParagraph } from './draft-story.ts';
import { isUnfinished } from './sentence-ends.ts';
import { isCutShort } from './story-ends.ts';
import { sliceTraced, trimTraced } from './traced-text.ts';

/** Shorter repetitions are formulas (“会议强调…”), not a scan's fault. */
export const SHORTEST_REPETITION = 60;
const BLOCK = SHORTEST_REPETITION / 2;
/** Places remembered for one block: a formula's block may stand in several. */
const PLACES = 4;

export interface RemovedRepetition {
  readonly text: string;
  readonly line: number;
}

export const removeRepetitions = (
  paragraphs: readonly DraftParagraph[],
  { jumps }: { readonly jumps: boolean },
): { kept: DraftParagraph[]; removed: RemovedRepetition[] } => {
  if (paragraphs.length < 2) return { kept: [...paragraphs], removed: [] };
  const blocks = new Map<string, { paragraph: number; at: number }[]>();
  const kept: DraftParagraph[] = [];
  const removed: RemovedRepetition[] = [];

  const repeatedPrefix = (text: string): { length: number; inSentence: boolean } => {
    let longest = 0;
    let inSentence = false;
    for (let offset = 0; offset < BLOCK; offset++) {
      const places = blocks.get(text.slice(offset, offset + BLOCK));
      for (const place of places ?? []) {
        const earlier = kept[place.paragraph]!.text.text;
        const start = place.at - offset;
        if (start < 0) continue;
        let length = 0;
        while (length < text.length && earlier[start + length] === text[length]) length++;
        if (length <= longest) continue;
        longest = length;
        inSentence = start > 0 && isUnfinished(earlier.slice(0, start));
        if (longest === text.length) return { length, inSentence };
      }
    }
    return { length: longest, inSentence };
  };

  for (const paragraph of paragraphs) {
    let rest = paragraph;
    const { text } = paragraph.text;
    if (text.length >= SHORTEST_REPETITION && paragraph.byline.text === '') {
      const { length, inSentence } = repeatedPrefix(text);
      const passage = text.slice(0, length);
      const isOfScan = () => jumps || inSentence || isCutShort(kept.at(-1)?.text.text ?? '');
      if (countCharacters(passage) >= SHORTEST_REPETITION && isOfScan()) {
        removed.push({ text: passage, line: paragraph.line });
        rest = { ...paragraph, text: trimTraced(sliceTraced(paragraph.text, length)) };
      }
    }
    if (rest.text.text === '') continue;
    const index = kept.length;
    kept.push(rest);
    const earlier = rest.text.text;
    for (let at = 0; at + BLOCK <= earlier.length; at += BLOCK) {
      const block = earlier.slice(at, at + BLOCK);
      const places = blocks.get(block);
      if (!places) blocks.set(block, [{ paragraph: index, at }]);
      else if (places.length < PLACES) places.push({ paragraph: index, at });
    }
  }
  return { kept, removed };
};
