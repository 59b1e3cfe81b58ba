/**
 * A story while it is being read. Paragraphs keep the line they come from and whether the copy itself set them
 * apart, which is what rejoining needs. Drafts are local to one import; the stories are made from them.
 */
import type { ParagraphRole, StoryKind } from '../issue/issue.ts';
import type { FileReading } from './file-reading.ts';
import { EMPTY_TEXT, type TracedText } from './traced-text.ts';

export interface DraftParagraph {
  role: ParagraphRole;
  text: TracedText;
  byline: TracedText;
  readonly line: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** The copy sets it apart (a list mark, a rule, a subhead before it): it continues nothing. */
  readonly apart: boolean;
}

/** A jump line typed by hand. `to` 下转, `from` 上接. */
export interface TypedJump {
  readonly direction: 'to' | 'from';
  readonly page: number | null;
  readonly text: string;
  readonly line: number;
  readonly file: string;
  answered: boolean;
}

export interface DraftStory {
  readonly file: FileReading;
  readonly line: number;
  kind: StoryKind;
  kicker: TracedText;
  headline: TracedText;
  deck: TracedText;
  standfirst: TracedText;
  paragraphs: DraftParagraph[];
  byline: TracedText;
  credit: TracedText;
  refersTo: number | null;
  readonly jumps: TypedJump[];
  /** A byline or a credit has ended it. */
  closed: boolean;
  /** A picture stands below its last paragraph. */
  endsWithPicture: boolean;
}

export const draftStory = (file: FileReading, line: number, kind: StoryKind): DraftStory => ({
  file,
  line,
  kind,
  kicker: EMPTY_TEXT,
  headline: EMPTY_TEXT,
  deck: EMPTY_TEXT,
  standfirst: EMPTY_TEXT,
  paragraphs: [],
  byline: EMPTY_TEXT,
  credit: EMPTY_TEXT,
  refersTo: null,
  jumps: [],
  closed: false,
  endsWithPicture: false,
});
