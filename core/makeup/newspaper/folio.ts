/** The folio 报眉 of every page but the first: name, page name, date, page number, a rule below. Pure. */
import { parseDate, weekday } from '../../calendar/lunar-date.ts';
import type { FontSet } from '../../font/font-set.ts';
import type { Issue, Page, PageStaff } from '../../issue/issue.ts';
import { keysOf } from '../../keys-of.ts';
import { chineseNumeral } from '../../numerals.ts';
import { STAFF_NAMES } from '../../publication/part-names.ts';
import type { PageFormat, Publication } from '../../publication/publication.ts';
import type { SetLine } from '../../typeset/set-line.ts';
import { setText } from '../../typeset/set-text.ts';
import { boxRect } from '../column-grid.ts';
import { BLACK, type PlacedItem, type PlacedLine } from '../page-layout.ts';

const RULE = 0.8;
/** Size of the page's name and of the other entries, in em of the folio style. */
const NAME_SCALE = 1.6;

/** Least distance between the entries, em of the page's name. */
const APART = 1;

/** The facts that are known, each with its name. */
export const staffTexts = (staff: PageStaff): readonly string[] =>
  keysOf(STAFF_NAMES).flatMap((key) => (staff[key] === '' ? [] : [`${STAFF_NAMES[key]}　${staff[key]}`]));

/**
 * The paper's name as its head has it: an issue whose head is emptied, or bears another name, must not say the house's
 * own on its other pages.
 */
const printedName = ({ name, masthead }: Publication): string =>
  masthead.nameplatePicture === undefined ? masthead.nameplate : masthead.nameplate || name;

interface Entries {
  readonly left: SetLine;
  readonly middle: SetLine;
  readonly right: SetLine;
  readonly rightFields: Pick<PlacedLine, 'field' | 'turn'>;
  readonly withStaff: boolean;
}

const DATE_FIELD = { field: 'date' } as const;

/** What stands in the folio: who edited the page only where there is room beside the names. */
const entriesOf = (issue: Issue, page: Page, number: number, format: PageFormat, fonts: FontSet): Entries => {
  const style = issue.publication.stylebook.folio;
  const { date } = issue.masthead;
  const parts = date === null ? null : parseDate(date);
  const dateText =
    date !== null && parts ? `${parts.year}年${parts.month}月${parts.day}日　${weekday(date)}` : '';
  const large = { face: 'serif-700', size: style.size * NAME_SCALE };
  const left = setText(
    `第${chineseNumeral(number)}版${page.name === '' ? '' : `　${page.name}`}`,
    large,
    fonts,
  );
  const middle = setText(printedName(issue.publication), large, fonts);
  const dated = setText(dateText, style, fonts);
  const staff = staffTexts(page.staff);
  const withoutStaff = { left, middle, right: dated, rightFields: DATE_FIELD, withStaff: false };
  if (staff.length === 0) return withoutStaff;
  const right = setText([dateText, ...staff].filter((entry) => entry !== '').join('　'), style, fonts);
  const { width } = boxRect(format, { column: 0, span: format.columns, line: 0, lines: 1 });
  const withStaff = left.width + middle.width + right.width + 2 * APART * large.size <= width;
  if (!withStaff) return withoutStaff;
  const rightFields: Entries['rightFields'] =
    dateText === ''
      ? { field: 'staff' }
      : { ...DATE_FIELD, turn: { field: 'staff', from: dateText.length + 1 } };
  return { left, middle, right, rightFields, withStaff };
};

/** True where the page's folio names who edited it. */
export const hasStaffInFolio = (
  issue: Issue,
  page: Page,
  number: number,
  format: PageFormat,
  fonts: FontSet,
): boolean => number > 1 && entriesOf(issue, page, number, format, fonts).withStaff;

export const setFolio = (
  issue: Issue,
  page: Page,
  number: number,
  format: PageFormat,
  fonts: FontSet,
): PlacedItem[] => {
  const box = boxRect(format, { column: 0, span: format.columns, line: 0, lines: format.folioLines });
  const ruleY = box.y + format.pitch * 2;
  const baseline = ruleY - format.pitch * 0.55;
  const { left, middle, right, rightFields } = entriesOf(issue, page, number, format, fonts);
  const line = (set: SetLine, x: number, fields: Pick<PlacedLine, 'field' | 'turn'> = {}): PlacedItem[] =>
    set.runs.length === 0
      ? []
      : [
          {
            kind: 'line',
            line: set,
            x: box.x + x,
            y: baseline,
            ink: BLACK,
            role: 'folio',
            source: null,
            frame: null,
            ...fields,
          },
        ];
  const rightX = box.width - right.width;
  /* In the middle of the page, or of what a long entry at the right leaves. */
  const centre = (box.width - middle.width) / 2;
  const free = rightX - APART * middle.size;
  const middleX = centre + middle.width <= free ? centre : (left.width + rightX - middle.width) / 2;
  return [
    ...line(left, 0, { field: 'page-name' }),
    ...line(middle, middleX),
    ...line(right, rightX, rightFields),
    {
      kind: 'rect',
      rect: { x: box.x, y: ruleY, width: box.width, height: RULE },
      ink: BLACK,
      role: 'artifact',
      source: null,
      frame: null,
    },
  ];
};
