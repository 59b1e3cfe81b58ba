/**
 * The issue 期: what the file holds and the editor edits. Immutable values; an edit is a function from Issue to
 * Issue (edits.ts). Frames stand on the grid (columns and lines), never in points: points are layout's.
 */
import type { IsoDate } from '../calendar/lunar-date.ts';
import type { FormatId, Publication } from '../publication/publication.ts';

export type StoryId = string;
export type FrameId = string;
/** `sha256-<hex>.<ext>`: pictures are content-addressed. */
export type PictureId = string;

export type { IsoDate };

/** 稿件种类: article 文章, briefs 简讯, refers 导读, notice 启事. */
export type StoryKind = 'article' | 'briefs' | 'refers' | 'notice';

export const MARK_KINDS = ['bold', 'emphasis', 'superscript', 'subscript'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface Mark {
  /** UTF-16 offsets into the paragraph's text, `from < to`. */
  readonly from: number;
  readonly to: number;
  /** 加粗, 着重, 上标, 下标; a text is never both of the last two (marks.ts). */
  readonly kind: MarkKind;
}

/** `body` 正文, `subhead` 小标题, `item` one brief or one refer. */
export type ParagraphRole = 'body' | 'subhead' | 'item';

export interface Paragraph {
  readonly role: ParagraphRole;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Byline of a brief 署名, as printed with its brackets; '' for none. */
  readonly byline: string;
}

export interface StoryPicture {
  readonly picture: PictureId;
  readonly caption: string;
  /** 摄影署名, e.g. 记者 某某 摄; '' for none. */
  readonly credit: string;
  /** What a crop keeps in sight, as fractions of width and height; the centre where absent. */
  readonly focus?: { readonly x: number; readonly y: number };
}

/** The parts of a story's headline that are broken into lines by sense. */
export type HeadlinePart = 'kicker' | 'headline' | 'deck';

/**
 * UTF-16 offsets at which a line of each part may end by sense, ascending; empty where none are proposed. Proposed
 * at import or at an edit and moved by the editor: layout reads them and segments nothing.
 */
export type HeadlineBreaks = { readonly [part in HeadlinePart]: readonly number[] };

export const NO_BREAKS: HeadlineBreaks = { kicker: [], headline: [], deck: [] };

export interface Story {
  readonly id: StoryId;
  readonly kind: StoryKind;
  /** 引题, 主题, 副题, 提要; '' for none. A line break that the editor set is `\n`. */
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly standfirst: string;
  readonly breaks: HeadlineBreaks;
  readonly paragraphs: readonly Paragraph[];
  /** 署名 （记者 …） and 来源 （摘自…）, as printed with their brackets; '' for none. */
  readonly byline: string;
  readonly credit: string;
  readonly pictures: readonly StoryPicture[];
  /** Page that a refer points to (详见二版), from 1; null for none. */
  readonly refersTo: number | null;
  /** 字距 of the body, em: what copyfitting tightened or loosened it by, ±0.02 at most. */
  readonly tracking: number;
}

/** A rectangle on the page's grid: basic columns from 0, body lines from 0. */
export interface GridBox {
  readonly column: number;
  readonly span: number;
  readonly line: number;
  readonly lines: number;
}

/** 版位. A frame shows one story; frames of a story are chained by `next`. */
export interface Frame {
  readonly id: FrameId;
  readonly story: StoryId;
  readonly box: GridBox;
  /** Text columns within the frame: `box.span` for basic columns, another number re-divides (破栏). */
  readonly columns: number;
  /** Lines that the headline block takes at the frame's top; 0 in a continuation. */
  readonly headLines: number;
  readonly next: FrameId | null;
  /** Pictures of the story shown here. */
  readonly pictures: readonly PlacedPictureFrame[];
  readonly border: 'none' | 'box' | 'top-rule';
  readonly style: FrameStyle;
}

/**
 * Where a frame's headline block stands: above the body over the whole span, or in a strip of its own beside it,
 * set across or down (竖排标题). `chars`: the strip's width in body characters.
 */
export type HeadPlace =
  | { readonly place: 'above' }
  | {
      readonly place: 'beside' | 'vertical';
      readonly side: 'left' | 'right';
      readonly chars: number;
    };

/** What a frame has of its own beside its place and text. */
export interface FrameStyle {
  readonly head: HeadPlace;
  /** Steps along the type scale (号) that the headline is larger by; negative: smaller. */
  readonly headStep: number;
  /** 不等栏: characters of each text column; null for equal ones. */
  readonly columnChars: readonly number[] | null;
  /** 破栏余数: what is left over when columns are re-divided goes into the gaps, or to the last columns. */
  readonly remainder: 'gaps' | 'columns';
  /** 栏线 between the text columns. */
  readonly columnRule: boolean;
  /** 底纹: share of black behind the text, 0 for none, 0.3 at most (frame-grid.ts). A tinted frame keeps the same inset as a boxed one. */
  readonly tint: number;
}

export const PLAIN_FRAME: FrameStyle = {
  head: { place: 'above' },
  headStep: 0,
  columnChars: null,
  remainder: 'gaps',
  columnRule: false,
  tint: 0,
};

/** A picture within a frame, in text columns and body lines counted from the frame's body. */
export interface PlacedPictureFrame {
  /** Index into the story's pictures. */
  readonly index: number;
  readonly box: GridBox;
  /** 图注 beside the picture in the box's last text column; under it where absent. */
  readonly captionBeside?: boolean;
}

/** 责任编辑、校对、美编 of a page. */
export interface PageStaff {
  readonly editor: string;
  readonly proofreader: string;
  readonly designer: string;
}

export interface Page {
  /** 版名, e.g. 要闻. */
  readonly name: string;
  readonly staff: PageStaff;
  readonly frames: readonly Frame[];
}

/** What of the masthead is this issue's own; the rest is computed or the publication's. */
export interface MastheadFacts {
  readonly date: IsoDate | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
}

/** 版记 (《内部资料性出版物管理办法》 art. 14); '' where unknown. */
export interface Imprint {
  /** 编印单位 */
  readonly compiler: string;
  /** 发送对象 */
  readonly recipients: string;
  /** 印刷单位 */
  readonly printer: string;
  /** 印刷日期 */
  readonly printDate: string;
  /** 印数 */
  readonly printRun: string;
}

export interface PictureInfo {
  readonly id: PictureId;
  readonly mime: 'image/jpeg' | 'image/png';
  /** Pixels, upright (after the EXIF orientation is applied). */
  readonly width: number;
  readonly height: number;
  /** The name of the file that it came from. */
  readonly name: string;
  /** Set where a rescue found its bytes nowhere: the issue's file is complete without them. */
  readonly lost?: true;
}

/**
 * 导入提示: what an import has to tell of the copy that it read, kept with the issue until an editor has dealt with it:
 * words that it took out or could not place, guesses, pictures that did not come. Made and undone with the stories
 * that came in with it.
 */
export interface ImportNote {
  /** Unique within the issue. */
  readonly id: string;
  /** The name of the file, 粘贴 for the clipboard. */
  readonly file: string;
  /** Line of the file, from 1; null where the source has no lines (Word, the clipboard). */
  readonly line: number | null;
  readonly severity: 'warning' | 'note';
  /** One sentence: what was done and, where it helps, what to do. */
  readonly message: string;
  /** The story that it is about; null for the issue. A note goes with its story. */
  readonly story: StoryId | null;
  /** 撤下的文字: the words that do not stand in the issue and can be put back; '' for none. */
  readonly words: string;
  /** The paragraph of the story that the words stood in or after; null where they stood before the first. */
  readonly paragraph: number | null;
  /** What of the issue it is about: it holds as long as that is so (open-notes.ts). Absent: until it is put aside. */
  readonly about?: NoteSubject;
}

/**
 * `text`: a text that stands in the story; a line feed stands for the end of a paragraph. `picture`: one that did not
 * come, under the name that the copy gives it ('' for a caption without a name); the picture that the story gets takes
 * its caption and credit. `date`: the date that the masthead is without. `nameplate`: the one that the issue bears.
 */
export type NoteSubject =
  | { readonly kind: 'text' | 'nameplate'; readonly text: string }
  | { readonly kind: 'picture'; readonly file: string; readonly caption: string; readonly credit: string }
  | { readonly kind: 'date' };

export interface Issue {
  /** The publication's profile as of this issue: an old issue keeps the one it was printed with. */
  readonly publication: Publication;
  readonly format: FormatId;
  readonly masthead: MastheadFacts;
  readonly imprint: Imprint;
  /** In the order of the copy, which is an order of rank: make-up never changes it. */
  readonly stories: readonly Story[];
  readonly pages: readonly Page[];
  readonly pictures: readonly PictureInfo[];
  readonly importNotes: readonly ImportNote[];
}

export const EMPTY_STAFF: PageStaff = { editor: '', proofreader: '', designer: '' };
export const EMPTY_IMPRINT: Imprint = {
  compiler: '',
  recipients: '',
  printer: '',
  printDate: '',
  printRun: '',
};

export const emptyStory = (id: StoryId, kind: StoryKind = 'article'): Story => ({
  id,
  kind,
  kicker: '',
  headline: '',
  deck: '',
  standfirst: '',
  breaks: NO_BREAKS,
  paragraphs: [],
  byline: '',
  credit: '',
  pictures: [],
  refersTo: null,
  tracking: 0,
});

export const paragraph = (text: string, role: ParagraphRole = 'body'): Paragraph => ({
  role,
  text,
  marks: [],
  byline: '',
});

/** 图片新闻: pictures and no text beneath the headline. */
export const isPictureStory = ({ kind, pictures, paragraphs, standfirst }: Story): boolean =>
  kind === 'article' &&
  pictures.length > 0 &&
  standfirst === '' &&
  paragraphs.every(({ text }) => text === '');

/** The lead 头条: the first article of the copy, whose order is an order of rank. */
export const isLead = (issue: Issue, story: Story): boolean =>
  issue.stories.find((s) => s.kind === 'article')?.id === story.id;

/** The story of that id. Throws where the issue has none: ids come from the issue itself. */
export const storyOf = (issue: Issue, id: StoryId): Story => {
  const story = issue.stories.find((s) => s.id === id);
  if (!story) throw new Error(`no story ${id}`);
  return story;
};
