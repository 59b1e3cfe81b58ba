/**
 * The printed head of page 1, after docs/publications.md: an ear with permit, numbers, notice and hotline at the left,
 * nameplate (text or a picture) with English line and publisher in the middle, an ear with the date at the right,
 * each ear with the publication's own lines below, a thick and a thin rule at the foot. What is computed (weekday,
 * Chinese calendar) is computed here; what is missing leaves a visible blank, never an invented value. Sizes follow
 * from the block's height, so that every format has the same head; rows that are too many are all made smaller.
 */
import { lunarDate, parseDate, weekday } from '../../calendar/lunar-date.ts';
import type { FontSet } from '../../font/font-set.ts';
import type { Rect, Size } from '../../geometry.ts';
import type { Issue, PictureInfo } from '../../issue/issue.ts';
import { earsOf } from '../../issue/masthead-edits.ts';
import type { PageFormat, TextStyle } from '../../publication/publication.ts';
import { boxRect } from '../column-grid.ts';
import { BLACK, type PlacedItem, RED } from '../page-layout.ts';
import { type Row, setRows } from './head-rows.ts';

/** Shares of the block's width for each ear, and of its height above the rules. */
const EAR = 0.21;
const THICK_RULE = 2.4;
const THIN_RULE = 0.6;
const RULE_GAP = 2;
/** Free space below the rules, body lines. */
const FOOT_LINES = 1.2;
/** The nameplate's size is the smaller of this share of the height and what the width holds. */
const NAMEPLATE_HEIGHT = 0.62;
const NAMEPLATE_WIDTH = 0.98;

/** Free space below a nameplate that is a picture, as a share of the head's height. */
const BELOW_PICTURE = 0.04;

/** 　 stands for what is not known: the head is printed with a blank that nobody overlooks. */
const BLANK = '＿＿';

/** The dated part of the head, each field null where the issue does not say. */
export const mastheadTexts = (issue: Issue) => {
  const { date, number, totalNumber } = issue.masthead;
  const parts = date === null ? null : parseDate(date);
  return {
    yearMonth: parts ? `${parts.year}年${parts.month}月` : `${BLANK}年${BLANK}月`,
    day: parts ? String(parts.day) : BLANK,
    weekday: date !== null && parts ? weekday(date) : `星期${BLANK}`,
    lunar: date !== null && parts ? lunarDate(date) : '',
    number: `第${number ?? BLANK}期`,
    total: `（总第${totalNumber ?? BLANK}期）`,
  };
};

/** The block, its height above the rules, and what the ears leave of its width. */
const headRoom = (format: PageFormat) => {
  const box = boxRect(format, { column: 0, span: format.columns, line: 0, lines: format.mastheadLines });
  const height = box.height - FOOT_LINES * format.pitch - THICK_RULE - RULE_GAP - THIN_RULE;
  const ear = box.width * EAR;
  return { box, height, ear, middle: box.width - 2 * ear };
};

export interface PrintedNameplate {
  readonly picture: PictureInfo;
  /** As printed: as large as the nameplate's room allows, proportions kept. */
  readonly size: Size;
}

/** The nameplate where it is a picture that the issue has; null where it is set from its text. */
export const printedNameplate = (issue: Issue, format: PageFormat): PrintedNameplate | null => {
  const { nameplatePicture } = issue.publication.masthead;
  const picture = issue.pictures.find(({ id }) => id === nameplatePicture);
  if (!picture) return null;
  const { height, middle } = headRoom(format);
  const scale = Math.min(
    (middle * NAMEPLATE_WIDTH) / picture.width,
    (height * NAMEPLATE_HEIGHT) / picture.height,
  );
  return { picture, size: { width: picture.width * scale, height: picture.height * scale } };
};

export const setMasthead = (issue: Issue, format: PageFormat, fonts: FontSet): PlacedItem[] => {
  const { box, height, ear, middle: middleWidth } = headRoom(format);
  const inner: Rect = { ...box, height };
  const texts = mastheadTexts(issue);
  const template = issue.publication.masthead;
  /* The ears' type grows with the head. */
  const unit = height / 13;
  const serif = (size: number): TextStyle => ({ face: 'serif-400', size: size * unit });
  const heavy = (size: number): TextStyle => ({ face: 'serif-700', size: size * unit });
  const kai = (size: number): TextStyle => ({ face: 'kai', size: size * unit });

  const ears = earsOf(template);
  const ownLines = (lines: readonly string[]): Row[] =>
    lines.map((text, i) => ({ field: 'ear', text, style: serif(0.95), above: i === 0 ? 0.4 : 0.1 }));
  const left: Row[] = [
    ...template.permit.map((text): Row => ({ field: 'permit', text, style: serif(0.92) })),
    { field: 'number', text: texts.number, style: heavy(1.5), above: 0.35 },
    { field: 'total-number', text: texts.total, style: serif(1) },
    { field: 'notice', text: template.notice, style: { face: 'sans-700', size: unit }, above: 0.6 },
    { field: 'hotline', text: template.hotline, style: serif(0.95), above: 0.2 },
    ...ownLines(ears.left),
  ];
  const right: Row[] = [
    { field: 'date', text: texts.yearMonth, style: heavy(1.2) },
    { field: 'date', text: texts.day, style: { face: 'serif-900', size: unit * 4.4 }, ink: RED },
    { field: 'date', text: texts.weekday, style: heavy(1.2) },
    { field: 'date', text: texts.lunar, style: kai(1.15), above: 0.2 },
    ...ownLines(ears.right),
  ];
  const size = Math.min(
    height * NAMEPLATE_HEIGHT,
    (middleWidth * NAMEPLATE_WIDTH) / Math.max(1, [...template.nameplate].length),
  );
  const printed = printedNameplate(issue, format);
  const nameplate: Row = printed
    ? { field: 'nameplate', picture: printed.picture.id, size: printed.size, below: height * BELOW_PICTURE }
    : {
        field: 'nameplate',
        text: template.nameplate,
        style: { face: template.nameplateFace, size },
        ink: RED,
        role: 'nameplate',
      };
  const middle: Row[] = [
    nameplate,
    {
      field: 'english-line',
      text: template.englishLine,
      style: heavy(1.15),
      width: middleWidth * 0.72,
      above: 0.1,
    },
    { field: 'publisher', text: template.publisher, style: serif(1.05), above: 0.5 },
  ];
  const items: PlacedItem[] = [
    ...setRows(middle, { ...inner, x: box.x + ear, width: middleWidth }, NAMEPLATE_WIDTH, fonts),
    ...setRows(right, { ...inner, x: box.x + box.width - ear, width: ear }, NAMEPLATE_WIDTH, fonts),
    ...setRows(left, { ...inner, width: ear }, NAMEPLATE_WIDTH, fonts),
  ];
  const ruleY = box.y + height;
  const rule = (y: number, thickness: number): PlacedItem => ({
    kind: 'rect',
    rect: { x: box.x, y, width: box.width, height: thickness },
    ink: BLACK,
    role: 'artifact',
    source: null,
    frame: null,
  });
  return [...items, rule(ruleY, THICK_RULE), rule(ruleY + THICK_RULE + RULE_GAP, THIN_RULE)];
};
