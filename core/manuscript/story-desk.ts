/**
 * The desk on which the copy of one file is sorted into stories: the story that is open, heads that wait for the
 * story below them, and the lists that the report is made from. The place-*.ts files each put one kind of element
 * in its place here. State lives for one file of one import.
 */
import type { ParagraphRole, StoryKind } from '../issue/issue.ts';
import type { Attribution } from './bylines.ts';
import { type DraftParagraph, type DraftStory, draftStory } from './draft-story.ts';
import type { Element } from './elements.ts';
import type { DraftRemoval, FileReading } from './file-reading.ts';
import type { RecognitionKind } from './import-report.ts';
import { ManuscriptError } from './manuscript-error.ts';
import { EMPTY_TEXT, joinTraced, type TracedText, untouched } from './traced-text.ts';

export interface DraftPicture {
  readonly file: string;
  caption: string;
  credit: string;
  story: DraftStory | null;
  readonly from: string;
  readonly line: number;
  /** The line of a caption without picture, as it would stand in the body. */
  readonly paragraph?: Pick<DraftParagraph, 'text' | 'line' | 'gap'>;
}

/** What the files of an import have in common while they are read. */
export interface Assembly {
  readonly stories: DraftStory[];
  readonly pictures: DraftPicture[];
  /** Stories left by a 下转 that nothing has taken up yet. */
  readonly waiting: Set<DraftStory>;
  /** The latest of them by its headline. */
  readonly waitingByHeadline: Map<string, DraftStory>;
}

/** Ten years of a weekly; copy that breaks into more is a mistake that no make-up survives. */
const MOST_STORIES = 20_000;

interface WaitingHead {
  readonly text: TracedText;
  readonly line: number;
}

export class StoryDesk {
  readonly file: FileReading;
  readonly assembly: Assembly;
  /** Level of # that heads stories. */
  readonly storyLevel: number;
  /** The copy marks its headings: then bold run-ins are no headlines. */
  readonly marksHeadings: boolean;
  /** Paragraphs that open with bold words. */
  readonly runIns: number;
  current: DraftStory | null = null;
  /** A column head 栏目 and a kicker that stand above the next story. */
  section: WaitingHead | null = null;
  kicker: WaitingHead | null = null;
  /** A caption that stands above the picture that comes next. */
  captionAbove: { readonly caption: string; readonly credit: string } | null = null;
  /** The next paragraph continues nothing. */
  apart = false;
  #pictures: DraftPicture[] = [];

  constructor(
    file: FileReading,
    assembly: Assembly,
    storyLevel: number,
    marksHeadings: boolean,
    runIns: number,
  ) {
    this.file = file;
    this.assembly = assembly;
    this.storyLevel = storyLevel;
    this.marksHeadings = marksHeadings;
    this.runIns = runIns;
  }

  note(kind: RecognitionKind, text: string, line: number, confidence: number, story = this.current): void {
    this.file.recognitions.push({ kind, text, line, confidence, story });
  }

  remove(reason: DraftRemoval['reason'], text: string, line: number, story = this.current): void {
    if (text.trim() !== '') this.file.removed.push({ reason, text: text.trim(), line, story });
  }

  /** Opens a story below all before it, with the column head, kicker and pictures that waited for one. */
  open(line: number, kind: StoryKind = 'article'): DraftStory {
    if (this.assembly.stories.length >= MOST_STORIES)
      throw new ManuscriptError(
        this.file.name,
        `稿件超过${MOST_STORIES}篇，不像一期刊物，请拆成几份再导入。`,
        line,
      );
    const story = draftStory(this.file, line, kind);
    this.assembly.stories.push(story);
    this.current = story;
    for (const waiting of ['section', 'kicker'] as const) {
      const head = this[waiting];
      if (!head) continue;
      story.kicker =
        story.kicker.text === '' ? head.text : joinTraced([story.kicker, untouched('\u3000'), head.text]);
      this.note(waiting === 'section' ? 'section-head' : 'kicker', head.text.text, head.line, 0.9);
      this[waiting] = null;
    }
    for (const picture of this.#pictures) picture.story = story;
    this.#pictures = [];
    return story;
  }

  /** The open story; a new one without a heading where none is open. */
  ensure(line: number, text: string): DraftStory {
    if (this.current && !this.current.closed) return this.current;
    const story = this.open(line);
    this.note('story-without-heading', text.slice(0, 20), line, 0.8);
    return story;
  }

  /** The open story if it has its headline and no text yet. */
  get headed(): DraftStory | null {
    const story = this.current;
    return story && !story.closed && story.headline.text !== '' && story.paragraphs.length === 0
      ? story
      : null;
  }

  addParagraph(story: DraftStory, text: TracedText, role: ParagraphRole, e: Element): void {
    story.paragraphs.push({ role, text, byline: EMPTY_TEXT, line: e.line, gap: e.gap, apart: this.apart });
    this.apart = role === 'subhead';
    story.endsWithPicture = false;
  }

  /** Gives a brief its byline, or a story its byline or credit, which ends it once it has text. */
  attribute(story: DraftStory, text: TracedText, found: Attribution, line: number): void {
    const last = story.paragraphs.at(-1);
    if (last?.role === 'item' && story.kind === 'briefs' && last.byline.text === '') {
      last.byline = text;
    } else {
      const before = story[found.kind];
      story[found.kind] = before.text === '' ? text : joinTraced([before, text]);
      if (story.paragraphs.length > 0) story.closed = true;
    }
    this.note(found.kind, text.text, line, found.confidence, story);
  }

  addPicture(picture: DraftPicture): void {
    this.assembly.pictures.push(picture);
    if (picture.story) picture.story.endsWithPicture = true;
    if (!picture.story) this.#pictures.push(picture);
  }

  /** A head that nothing follows is copy all the same: it becomes a story's headline. */
  finish(): void {
    // Pictures that no story follows are one.
    const [first] = this.#pictures;
    if (first && !this.section && !this.kicker) this.open(first.line);
    const left = this.section ?? this.kicker;
    if (!left) return;
    const story = this.open(left.line);
    story.headline = story.kicker;
    story.kicker = EMPTY_TEXT;
  }
}
