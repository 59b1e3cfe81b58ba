/**
 * A publication 刊物: a title with its profile (page formats, grid, type scale, masthead, legal lines). Issues
 * carry the profile of their time, so a change of publisher never alters an old issue.
 */
import type { FaceId } from '../font/face.ts';

export type PublicationId = string;
/** 开本: page formats by the name on the order to the press. */
export const FORMAT_IDS = ['对开', '四开', '八开', 'A3'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** A page format with its grid. Lengths in points, counts in basic columns, body characters and body lines. */
export interface PageFormat {
  readonly id: FormatId;
  readonly trim: { readonly width: number; readonly height: number };
  /** Top left of the type area 版心; its size follows from the grid. */
  readonly origin: { readonly x: number; readonly y: number };
  readonly columns: number;
  /** Body characters in a basic column 基本栏. */
  readonly columnChars: number;
  /** Gap between basic columns, in body characters. */
  readonly gapChars: number;
  /** Body size. */
  readonly bodySize: number;
  /** Line pitch: baseline to baseline. */
  readonly pitch: number;
  /** Body lines in the type area. */
  readonly lines: number;
  /** Lines that the masthead takes at the head of page 1, and the folio on the other pages. */
  readonly mastheadLines: number;
  readonly folioLines: number;
}

/** 避头尾 levels (CLREQ 3.1.2): none, basic (the default), gb (also `/` at line end), strict (also —— …… at start). */
export const KINSOKU_LEVELS = ['none', 'basic', 'gb', 'strict'] as const;
export type KinsokuLevel = (typeof KINSOKU_LEVELS)[number];

/** 排版规则: what a house may choose in composition. Lengths in em of the text's size. */
export interface Composition {
  readonly kinsoku: KinsokuLevel;
  /** 首行缩进. */
  readonly indent: number;
  /** 中西文间距: 0, ⅛ or ¼. */
  readonly hanLatinGap: number;
  /** 标点悬挂: one stop at a line's end may stand outside the measure. */
  readonly hanging: boolean;
  /** 相邻标点: two marks take one em instead of one and a half. */
  readonly adjacentMarksInOneEm: boolean;
  /** 句号、问号、叹号 keep their full em within a line. */
  readonly stopsWhole: boolean;
  /** 孤行控制: a column does not open with a paragraph's last line nor close with its first where that can be helped. */
  readonly widowControl: boolean;
  /** 段首引号、括号 after the indent lose their left half. */
  readonly openerTrimmedAfterIndent: boolean;
}

/** 通用排版规则: what docs/typesetting.md asks for where it leaves a choice. */
export const USUAL_COMPOSITION: Composition = {
  kinsoku: 'basic',
  indent: 2,
  hanLatinGap: 0.25,
  hanging: false,
  adjacentMarksInOneEm: false,
  stopsWhole: false,
  openerTrimmedAfterIndent: false,
  widowControl: true,
};

export interface TextStyle {
  readonly face: FaceId;
  /** Points. */
  readonly size: number;
}

/** 样式表: every style that the newspaper uses, by its name. */
export interface Stylebook {
  readonly body: TextStyle;
  readonly bold: TextStyle;
  readonly subhead: TextStyle;
  readonly standfirst: TextStyle;
  readonly byline: TextStyle;
  readonly caption: TextStyle;
  readonly jumpLine: TextStyle;
  readonly briefsTitle: TextStyle;
  readonly refersTitle: TextStyle;
  readonly folio: TextStyle;
  readonly imprint: TextStyle;
  /** Headlines by how many basic columns they span: the entry with the largest `span` not above the frame's. */
  readonly headlines: readonly HeadlineStyle[];
  /** The same for the lead 头条, whose headline stands above all others of the page. */
  readonly leadHeadlines: readonly HeadlineStyle[];
  readonly composition: Composition;
}

export interface HeadlineStyle {
  readonly span: number;
  readonly headline: TextStyle;
  readonly kicker: TextStyle;
  readonly deck: TextStyle;
}

/** What of the printed head is the publication's own. */
export interface MastheadTemplate {
  readonly nameplate: string;
  readonly nameplateFace: FaceId;
  readonly englishLine: string;
  readonly publisher: string;
  /** The permit's lines, e.g. 河南省连续性内资 / 【审郑州连】00015号. */
  readonly permit: readonly string[];
  /** e.g. 内部资料 免费交流. */
  readonly notice: string;
  /** e.g. 监督电话 67183172. */
  readonly hotline: string;
  /** The nameplate as one of the pictures (a `PictureId`); absent: set from `nameplate`. */
  readonly nameplatePicture?: string;
  /** 报眼: lines under each ear's own rows; absent for none. */
  readonly ears?: { readonly left: readonly string[]; readonly right: readonly string[] };
}

export interface Publication {
  readonly id: PublicationId;
  readonly kind: 'newspaper' | 'booklet' | 'bulletin';
  readonly name: string;
  readonly masthead: MastheadTemplate;
  readonly formats: readonly PageFormat[];
  readonly defaultFormat: FormatId;
  readonly stylebook: Stylebook;
}

/** The format of that id. Throws where the publication has none: ids from outside are checked where they enter. */
export const formatOf = (publication: Publication, id: FormatId): PageFormat => {
  const format = publication.formats.find((f) => f.id === id);
  if (!format) throw new Error(`${publication.id} has no format ${id}`);
  return format;
};
