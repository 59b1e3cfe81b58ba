/**
 * Rejoins paragraphs that a scan cut at a column's end: one stops in mid-sentence and the next goes on. A paragraph
 * that opens with a phrase of its own, stands apart by a wider gap or a mark, is not a continuation: there the text
 * between is missing, and that is a problem for the editor, not something to paper over.
 */
import type { DraftParagraph } from './draft-story.ts';
import { isOrganiserLine } from './organisers.ts';
import { isUnfinished, opensNote, opensParagraph } from './sentence-ends.ts';
import { isOfficeName, isSoleDay } from './sign-offs.ts';
import { areVerseLines, endsInForm, isCutShort, leadsOn } from './story-ends.ts';
import { joinTraced, type TracedText } from './traced-text.ts';

/** Shorter lines without a stop are verse, signatures, list heads: they need not be sentences. */
const SHORTEST_CUT = 12;
/** An office and a name or two. */
const LONGEST_SIGNATURE = 24;
/** Blank lines that a column's end leaves at most; a hole in the scan leaves more. */
const WIDEST_GAP = 2;

export interface Junction {
  readonly line: number;
  readonly text: string;
  readonly confidence: number;
  /** The character that stands on both sides of the cut, '' mostly: the scan may have read it twice. */
  readonly doubled: string;
}

export interface OpenEnd {
  readonly line: number;
  readonly text: string;
}

/** The signature of a notice, its date, who runs what: they go on with nothing. */
const isSignature = (before: string, text: string, next: DraftParagraph | undefined): boolean =>
  isSoleDay(text) ||
  isOrganiserLine(text) ||
  (isOfficeName(text) && (next ? isSoleDay(next.text.text) : !/[，、]$/u.test(before)));

const joinConfidence = (
  before: DraftParagraph,
  after: DraftParagraph,
  next: DraftParagraph | undefined,
): number => {
  if (after.apart || before.role === 'subhead' || after.role !== 'body' || before.byline.text !== '')
    return 0;
  if (before.text.text.length < SHORTEST_CUT || !isUnfinished(before.text.text)) return 0;
  if (after.gap > WIDEST_GAP || opensParagraph(after.text.text)) return 0;
  if (isSignature(before.text.text, after.text.text, next)) return 0;
  // A telephone number, an address, a row, a line of verse ends where it does.
  if (endsInForm(before.text.text) || areVerseLines(before.text.text, after.text.text)) return 0;
  const last = before.text.text.at(-1)!;
  return last === '，' || last === '、' ? 0.97 : /^[\p{Script=Han}“《]/u.test(after.text.text) ? 0.93 : 0.8;
};

export const rejoinParagraphs = (
  paragraphs: readonly DraftParagraph[],
): { whole: DraftParagraph[]; junctions: Junction[]; openEnds: OpenEnd[] } => {
  const whole: DraftParagraph[] = [];
  const junctions: Junction[] = [];
  const openEnds: OpenEnd[] = [];
  let parts: TracedText[] = [];
  let head: DraftParagraph | null = null;
  let before: DraftParagraph | null = null;
  const finish = (): void => {
    if (!head || !before) return;
    whole.push({ ...head, text: joinTraced(parts), byline: before.byline });
  };
  paragraphs.forEach((paragraph, at) => {
    const next = paragraphs[at + 1];
    const confidence: number = before ? joinConfidence(before, paragraph, next) : 0;
    if (before && confidence > 0) {
      const left = before.text.text;
      const right = paragraph.text.text;
      const doubled = left.at(-1) === right[0] && /\p{Script=Han}/u.test(right[0]!) ? right[0]! : '';
      junctions.push({
        line: paragraph.line,
        text: `${left.slice(-8)}｜${right.slice(0, 8)}`,
        confidence,
        doubled,
      });
      parts.push(paragraph.text);
    } else {
      if (
        before &&
        before.role === 'body' &&
        before.byline.text === '' &&
        before.text.text.length >= SHORTEST_CUT
      )
        if (
          isCutShort(before.text.text) &&
          !leadsOn(before.text.text, paragraph.text.text) &&
          !isSignature(before.text.text, paragraph.text.text, next) &&
          !(opensNote(paragraph.text.text) && before.text.text.length <= LONGEST_SIGNATURE)
        )
          // Short lines before a note are signatures and verse, as before any end.
          openEnds.push({ line: before.line, text: before.text.text.slice(-12) });
      finish();
      head = paragraph;
      parts = [paragraph.text];
    }
    before = paragraph;
  });
  finish();
  return { whole, junctions, openEnds };
};
