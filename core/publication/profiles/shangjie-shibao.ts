/** 上街时报: the weekly newspaper. Grid figures from docs/typesetting.md §6, masthead from docs/publications.md. */
import { hao, mm } from '../../units.ts';
import {
  type FormatId,
  type HeadlineStyle,
  type PageFormat,
  type Publication,
  type Stylebook,
  USUAL_COMPOSITION,
} from '../publication.ts';

/** Line pitch of newspapers: body × 1¼. */
const PITCH_RATIO = 1.25;
const BODY = hao('小五');

interface GridFigures {
  readonly trimMm: readonly [number, number];
  readonly columns: number;
  readonly columnChars: number;
  readonly heightMm: number;
  readonly mastheadLines: number;
}

/** The type area is the grid's own width, centred on the sheet; it is as high as whole lines allow. */
const format = (id: FormatId, g: GridFigures): PageFormat => {
  const trim = { width: mm(g.trimMm[0]), height: mm(g.trimMm[1]) };
  const gapChars = 1;
  const width = (g.columns * g.columnChars + (g.columns - 1) * gapChars) * BODY;
  const pitch = BODY * PITCH_RATIO;
  return {
    id,
    trim,
    origin: { x: (trim.width - width) / 2, y: (trim.height - mm(g.heightMm)) / 2 },
    columns: g.columns,
    columnChars: g.columnChars,
    gapChars,
    bodySize: BODY,
    pitch,
    lines: Math.floor(mm(g.heightMm) / pitch),
    mastheadLines: g.mastheadLines,
    folioLines: 3,
  };
};

const headline = (span: number, size: number, kicker: number, deck: number): HeadlineStyle => ({
  span,
  headline: { face: 'serif-900', size },
  kicker: { face: 'kai', size: kicker },
  deck: { face: 'kai', size: deck },
});

const STYLEBOOK: Stylebook = {
  body: { face: 'serif-400', size: BODY },
  bold: { face: 'sans-700', size: BODY },
  subhead: { face: 'sans-700', size: BODY },
  standfirst: { face: 'kai', size: BODY },
  byline: { face: 'kai', size: BODY },
  caption: { face: 'kai', size: hao('六号') },
  jumpLine: { face: 'kai', size: BODY },
  briefsTitle: { face: 'sans-700', size: hao('小二') },
  refersTitle: { face: 'sans-700', size: hao('四号') },
  folio: { face: 'serif-400', size: hao('小五') },
  imprint: { face: 'serif-400', size: hao('六号') },
  headlines: [
    headline(1, hao('三号'), hao('五号'), hao('五号')),
    headline(2, hao('小二'), hao('五号'), hao('五号')),
    headline(3, hao('二号'), hao('小四'), hao('小四')),
    headline(4, hao('小一'), hao('四号'), hao('四号')),
  ],
  leadHeadlines: [
    headline(1, hao('二号'), hao('小四'), hao('小四')),
    headline(2, hao('小一'), hao('四号'), hao('四号')),
    headline(3, hao('一号'), hao('三号'), hao('三号')),
    headline(4, hao('小初'), hao('三号'), hao('三号')),
    headline(6, hao('初号'), hao('小二'), hao('小二')),
  ],
  composition: USUAL_COMPOSITION,
};

export const SHANGJIE_SHIBAO: Publication = {
  id: 'shangjie-shibao',
  kind: 'newspaper',
  name: '上街时报',
  masthead: {
    nameplate: '上街时报',
    nameplateFace: 'brush',
    englishLine: 'SHANGJIE NEWSLETTER',
    publisher: '郑州市上街区融媒体中心编印',
    permit: ['河南省连续性内资', '【审郑州连】00015号'],
    notice: '内部资料 免费交流',
    hotline: '监督电话 67183172',
  },
  formats: [
    format('对开', { trimMm: [390, 550], columns: 8, columnChars: 13, heightMm: 490, mastheadLines: 19 }),
    format('四开', { trimMm: [275, 390], columns: 6, columnChars: 11, heightMm: 350, mastheadLines: 15 }),
    format('八开', { trimMm: [195, 275], columns: 4, columnChars: 11, heightMm: 240, mastheadLines: 12 }),
    format('A3', { trimMm: [297, 420], columns: 6, columnChars: 13, heightMm: 385, mastheadLines: 16 }),
  ],
  defaultFormat: '对开',
  stylebook: STYLEBOOK,
};
