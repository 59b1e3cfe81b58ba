/**
 * The printed head of page 1, after PUBLICATIONS.md: an ear with permit, numbers, notice and hotline at the left,
 * nameplate with English line and publisher in the middle, an ear with the date at the right, a thick and a thin
 * rule below. What is computed (weekday, Chinese calendar) is computed here; what is missing leaves a visible
 * blank, never an invented value. Sizes follow from the block's height, so that every format has the same head.
 */
import { lunarDate, parseDate, weekday } from '../../calendar/lunar-date.ts';
import type { FontSet } from '../../font/font-set.ts';
import type { Rect } from '../../geometry.ts';
import type { Issue } from '../../issue/issue.ts';
import type { PageFormat, TextStyle } from '../../publication/publication.ts';
import type { SetLine } from '../../typeset/set-line.ts';
import { setText, spread } from '../../typeset/set-text.ts';
import { BASELINE, boxRect } from '../column-grid.ts';
import { BLACK, type Ink, type PlacedItem, RED, type Role } from '../page-layout.ts';

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

interface Row {
  readonly text: string;
  readonly style: TextStyle;
  readonly ink?: Ink;
  readonly role?: Role;
  /** Spread to this width. */
  readonly width?: number;
  /** Space above in em of the row's size. */
  readonly above?: number;
  /** A blank of this many em is drawn as a line to write on, after the text's first character. */
  readonly blank?: boolean;
}

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

export const setMasthead = (issue: Issue, format: PageFormat, fonts: FontSet): PlacedItem[] => {
  const box = boxRect(format, { column: 0, span: format.columns, line: 0, lines: format.mastheadLines });
  const height = box.height - FOOT_LINES * format.pitch - THICK_RULE - RULE_GAP - THIN_RULE;
  const inner: Rect = { ...box, height };
  const ear = box.width * EAR;
  const texts = mastheadTexts(issue);
  const template = issue.publication.masthead;
  /* The ears' type grows with the head. */
  const unit = height / 13;
  const serif = (size: number): TextStyle => ({ face: 'serif-400', size: size * unit });
  const heavy = (size: number): TextStyle => ({ face: 'serif-700', size: size * unit });
  const kai = (size: number): TextStyle => ({ face: 'kai', size: size * unit });

  const left: Row[] = [
    ...template.permit.map((text): Row => ({ text, style: serif(0.92) })),
    { text: texts.number, style: heavy(1.5), above: 0.35 },
    { text: texts.total, style: serif(1) },
    { text: template.notice, style: { face: 'sans-700', size: unit }, above: 0.6 },
    { text: template.hotline, style: serif(0.95), above: 0.2 },
  ];
  const right: Row[] = [
    { text: texts.yearMonth, style: heavy(1.2) },
    { text: texts.day, style: { face: 'serif-900', size: unit * 4.4 }, ink: RED },
    { text: texts.weekday, style: heavy(1.2) },
    { text: texts.lunar, style: kai(1.15), above: 0.2 },
  ];
  const middleWidth = box.width - 2 * ear;
  const size = Math.min(
    height * NAMEPLATE_HEIGHT,
    (middleWidth * NAMEPLATE_WIDTH) / Math.max(1, [...template.nameplate].length),
  );
  const middle: Row[] = [
    { text: template.nameplate, style: { face: template.nameplateFace, size }, ink: RED, role: 'nameplate' },
    { text: template.englishLine, style: heavy(1.15), width: middleWidth * 0.72, above: 0.1 },
    { text: template.publisher, style: serif(1.05), above: 0.5 },
  ];
  const items: PlacedItem[] = [
    ...setRows(middle, { ...inner, x: box.x + ear, width: middleWidth }, fonts),
    ...setRows(right, { ...inner, x: box.x + box.width - ear, width: ear }, fonts),
    ...setRows(left, { ...inner, width: ear }, fonts),
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

/** Line height of the head's rows, em. */
const ROW = 1.22;

/** Stacks rows in a box, centred both ways; a row wider than the box is made smaller. */
const setRows = (rows: readonly Row[], box: Rect, fonts: FontSet): PlacedItem[] => {
  const set = rows
    .filter((row) => row.text !== '')
    .map((row) => {
      const natural = setText(row.text, row.style, fonts, 0.6);
      const scale = Math.min(1, (box.width * NAMEPLATE_WIDTH) / Math.max(1, natural.width));
      const style = { ...row.style, size: row.style.size * scale };
      const line = scale < 1 ? setText(row.text, style, fonts, 0.6) : natural;
      return { row, line: row.width ? spread(line, Math.min(row.width, box.width)) : line };
    });
  const heightOf = ({ row, line }: { row: Row; line: SetLine }) =>
    line.size * (ROW + (row.above ?? 0)) * (row.role === 'nameplate' ? 0.9 : 1);
  let y = box.y + (box.height - set.reduce((sum, one) => sum + heightOf(one), 0)) / 2;
  return set.map(({ row, line }): PlacedItem => {
    const height = heightOf({ row, line });
    const baseline = y + height - line.size * (ROW - BASELINE) * 0.9;
    y += height;
    return {
      kind: 'line',
      line,
      x: box.x + (box.width - line.width) / 2,
      y: baseline,
      ink: row.ink ?? BLACK,
      role: row.role ?? 'masthead',
      source: null,
      frame: null,
    };
  });
};
