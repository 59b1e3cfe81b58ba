/**
 * The character account of an import: every character of the manuscripts must stand in the stories, in the masthead
 * fields, in the picture list or among the removed passages, with the normalisations booked from `before` to
 * `after`. White space is left aside. Drawn up from the result alone, not from the importer's own state, so that a
 * character that some phase drops shows as a difference.
 */
import type { Story } from '../issue/issue.ts';
import type { ImportResult, Manuscript } from './read-manuscripts.ts';

export interface CharacterAccount {
  /** Characters of the manuscripts, white space aside. */
  readonly input: number;
  readonly inStories: number;
  readonly inMasthead: number;
  readonly removed: number;
  /** Input minus everything found, by character: empty where the account balances. */
  readonly difference: ReadonlyMap<string, number>;
}

class Tally {
  readonly counts = new Map<string, number>();

  add(text: string, sign: 1 | -1): number {
    let count = 0;
    for (const character of text) {
      // U+0085 and the BOM are stripped as controls and listed, though /\s/ would take the BOM for a space.
      if (character !== '\ufeff' && character.trim() === '') continue;
      count++;
      this.counts.set(character, (this.counts.get(character) ?? 0) + sign);
    }
    return count;
  }
}

/** Everything of a story that came from the copy. */
export const storyTexts = (story: Story): readonly string[] => [
  story.kicker,
  story.headline,
  story.deck,
  story.standfirst,
  ...story.paragraphs.flatMap((paragraph) => [paragraph.text, paragraph.byline]),
  story.byline,
  story.credit,
];

export const accountForCharacters = (
  manuscripts: readonly Manuscript[],
  result: ImportResult,
): CharacterAccount => {
  const tally = new Tally();
  let input = 0;
  let inStories = 0;
  let inMasthead = 0;
  let removed = 0;
  for (const { text } of manuscripts) input += tally.add(text, 1);
  for (const story of result.issue.stories)
    for (const text of storyTexts(story)) inStories += tally.add(text, -1);
  for (const { caption, credit, file } of result.report.pictures)
    for (const text of [caption, credit, file]) inStories += tally.add(text, -1);
  for (const file of result.report.files) {
    for (const { before, after } of file.normalisations) {
      tally.add(before, -1);
      tally.add(after, 1);
    }
    for (const { kind, text } of file.recognitions)
      if (kind === 'masthead-field') inMasthead += tally.add(text, -1);
    for (const { text } of file.removed) removed += tally.add(text, -1);
  }
  const difference = new Map([...tally.counts].filter(([, count]) => count !== 0));
  return { input, inStories, inMasthead, removed, difference };
};
