/**
 * The report of an import: plain JSON that lists what was recognised and how sure it is, every change made to the
 * text, and everything that was taken out of it, so that an editor can see, refuse and restore. The character
 * account (character-account.ts) is drawn up from this report alone: what it does not list counts as lost.
 */

import type { IsoDate, NoteSubject, StoryId } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import type { PublicationId } from '../publication/publication.ts';

export type PublicationKind = 'newspaper' | 'booklet' | 'bulletin';

export type MastheadField =
  | 'nameplate'
  | 'english-line'
  | 'publisher'
  | 'date'
  | 'year-month'
  | 'day'
  | 'weekday'
  | 'lunar-date'
  | 'permit'
  | 'number'
  | 'total-number'
  | 'notice'
  | 'hotline'
  | 'print-date'
  | 'page-count'
  /** A labelled fact of the imprint, and what stands in the masthead and is none of its fields. */
  | 'imprint'
  | 'unread';

export type RecognitionKind =
  | 'publication-kind'
  | 'masthead-field'
  | 'heading'
  | 'kicker'
  | 'deck'
  | 'standfirst'
  | 'subhead'
  | 'section-head'
  | 'story-without-heading'
  | 'byline'
  | 'credit'
  | 'brief'
  | 'refer'
  | 'list-item'
  | 'contents'
  | 'picture'
  | 'caption'
  | 'jump-line'
  | 'paragraph-joined'
  | 'duplicate-removed'
  | 'end-matter';

export interface Recognition {
  readonly kind: RecognitionKind;
  /** As it stands in the issue; of a masthead field as it stood in the manuscript. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** 0–1. */
  readonly confidence: number;
  readonly story: StoryId | null;
  readonly field?: MastheadField;
}

export type NormalisationRule =
  | 'full-width-punctuation'
  | 'full-width-bracket'
  | 'sentence-stop'
  | 'quotation-marks'
  | 'ellipsis'
  | 'dash'
  | 'han-space-han'
  | 'han-latin-space'
  | 'tab'
  | 'headline-space'
  | 'space-beside-punctuation'
  | 'space-trimmed'
  | 'chinese-zero'
  | 'han-form'
  | 'script-character'
  | 'control-character'
  | 'zero-width-character'
  | 'bidi-control'
  | 'lone-surrogate';

/** Which text of a story: `offset` counts UTF-16 units in it; `paragraph` is null outside the paragraphs. */
export interface TextPlace {
  readonly story: StoryId;
  readonly part:
    | 'kicker'
    | 'headline'
    | 'deck'
    | 'standfirst'
    | 'paragraph'
    | 'paragraph-byline'
    | 'byline'
    | 'credit';
  readonly paragraph: number | null;
  readonly offset: number;
}

export interface Normalisation {
  /** Line from 1, column from 1 in UTF-16 units, of `before` in the manuscript. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  readonly rule: NormalisationRule;
  /** Where `after` stands in the issue, so that the change can be refused; null in text that is not in a story. */
  readonly place: TextPlace | null;
}

export type RemovalReason =
  | 'markup'
  | 'label'
  | 'jump-line'
  | 'refer-target'
  | 'duplicate'
  | 'leader'
  /** Printed in the imprint. */
  | 'imprint'
  | 'separator';

export interface RemovedPassage {
  readonly reason: RemovalReason;
  /** The full text, normalised as the text around it. */
  readonly text: string;
  readonly line: number;
  readonly story: StoryId | null;
  /** The paragraph of the story that it stood in or after; null where it stood before the first. */
  readonly paragraph: number | null;
}

export interface FileReport {
  readonly file: string;
  readonly lines: number;
  readonly recognitions: readonly Recognition[];
  readonly normalisations: readonly Normalisation[];
  readonly removed: readonly RemovedPassage[];
}

/** A picture that the copy asks for. Its bytes come from elsewhere; `file` is '' where only a caption was found. */
export interface WantedPicture {
  readonly file: string;
  readonly caption: string;
  readonly credit: string;
  readonly story: StoryId | null;
  readonly from: string;
  readonly line: number;
  /** The paragraph of the story that it stood after; null where it stood before the first. */
  readonly paragraph: number | null;
}

/** A fact read from the masthead, as typed; computed ones (weekday, Chinese date) are the caller's to compare. */
export interface ReadFact {
  readonly field: MastheadField;
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

export interface ManuscriptProblem extends Problem {
  readonly file?: string;
  readonly line?: number;
  /** Words that were taken out of the copy, a line feed between paragraphs. */
  readonly words?: string;
  /** The issue itself tells it as well, as long as it is so: no import note is made of it. */
  readonly live?: true;
  /** What of the issue it is about (NoteSubject). */
  readonly about?: NoteSubject;
}

export interface ImportReport {
  readonly publication: {
    readonly id: PublicationId;
    /** What the copy looks like, and how sure that is; the profile used may be of another kind. */
    readonly kind: PublicationKind;
    readonly confidence: number;
    /** One Chinese sentence: why this profile. */
    readonly reason: string;
    /** Another paper that the copy names as its own, by its name or the line that gives it away; null for none. */
    readonly other: string | null;
  };
  readonly readFacts: readonly ReadFact[];
  readonly date: IsoDate | null;
  readonly files: readonly FileReport[];
  readonly pictures: readonly WantedPicture[];
  readonly problems: readonly ManuscriptProblem[];
  /** How many normalisations of each rule. */
  readonly counts: Readonly<Partial<Record<NormalisationRule, number>>>;
}
