/** Tiny issues for tests, one line a part. */
import {
  EMPTY_IMPRINT,
  EMPTY_STAFF,
  emptyStory,
  type Frame,
  type Issue,
  type Page,
  PLAIN_FRAME,
  paragraph,
  type Story,
} from '../../../core/issue/issue.ts';
import {
  type Publication,
  type TextStyle,
  USUAL_COMPOSITION,
} from '../../../core/publication/publication.ts';

const style = (size: number): TextStyle => ({ face: 'serif-400', size });

export const PUBLICATION: Publication = {
  id: 'test',
  kind: 'newspaper',
  name: '试报',
  masthead: {
    nameplate: '试报',
    nameplateFace: 'brush',
    englishLine: 'TEST',
    publisher: '某某编印',
    permit: ['某省内资', '【某】1号'],
    notice: '内部资料 免费交流',
    hotline: '',
  },
  formats: [
    {
      id: '四开',
      trim: { width: 779.5, height: 1105.5 },
      origin: { x: 70, y: 60 },
      columns: 6,
      columnChars: 11,
      gapChars: 1,
      bodySize: 9,
      pitch: 11.25,
      lines: 88,
      mastheadLines: 14,
      folioLines: 3,
    },
  ],
  defaultFormat: '四开',
  stylebook: {
    body: style(9),
    bold: style(9),
    subhead: style(9),
    standfirst: style(9),
    byline: style(9),
    caption: style(7.875),
    jumpLine: style(9),
    briefsTitle: style(18),
    refersTitle: style(14),
    folio: style(9),
    imprint: style(7.875),
    headlines: [{ span: 1, headline: style(15.75), kicker: style(10.5), deck: style(10.5) }],
    leadHeadlines: [{ span: 1, headline: style(21), kicker: style(12), deck: style(12) }],
    composition: USUAL_COMPOSITION,
  },
};

export const story = (id: string, headline: string, ...texts: string[]): Story => ({
  ...emptyStory(id),
  headline,
  paragraphs: texts.map((text) => paragraph(text)),
});

export const frame = (
  id: string,
  storyId: string,
  column: number,
  line: number,
  more: Partial<Frame> = {},
): Frame => ({
  id,
  story: storyId,
  box: { column, span: 2, line, lines: 20 },
  columns: 2,
  headLines: 4,
  next: null,
  pictures: [],
  border: 'none',
  style: PLAIN_FRAME,
  ...more,
});

export const page = (name: string, ...frames: Frame[]): Page => ({ name, staff: EMPTY_STAFF, frames });

export const PICTURE = `sha256-${'a'.repeat(64)}.jpg`;

/** Two pages, three stories; `s1` runs from page 1 to page 2 and has a picture. */
export const smallIssue = (): Issue => ({
  publication: PUBLICATION,
  format: '四开',
  masthead: { date: '2026-11-20', number: 43, totalNumber: 958 },
  importNotes: [],
  imprint: EMPTY_IMPRINT,
  stories: [
    {
      ...story('s1', '湖畔新馆开门', '第一段文字。', '第二段𬭎文字。', '第三段。'),
      pictures: [{ picture: PICTURE, caption: '新馆。', credit: '记者 某某 摄' }],
    },
    story('s2', '小公交进小巷', '车身只有6米长。', '招手就停。'),
    {
      ...story('s3', '要闻简报'),
      kind: 'briefs',
      paragraphs: [{ ...paragraph('一则简讯。', 'item'), byline: '（某某）' }],
    },
  ],
  pages: [
    page(
      '要闻',
      frame('f1', 's1', 0, 14, {
        next: 'f3',
        pictures: [{ index: 0, box: { column: 0, span: 2, line: 4, lines: 8 } }],
      }),
      frame('f2', 's2', 2, 14),
    ),
    page('综合', frame('f3', 's1', 0, 3, { headLines: 0 }), frame('f4', 's3', 2, 3)),
  ],
  pictures: [{ id: PICTURE, mime: 'image/jpeg', width: 1600, height: 1067, name: 'library.jpg' }],
});
