/** The folio 报眉 of every page but the first: name, page name, date, page number, a rule below. Pure. */
import { parseDate, weekday } from '../../calendar/lunar-date.ts';
import type { FontSet } from '../../font/font-set.ts';
import type { Issue, Page } from '../../issue/issue.ts';
import { chineseNumeral } from '../../numerals.ts';
import type { PageFormat } from '../../publication/publication.ts';
import { setText } from '../../typeset/set-text.ts';
import { boxRect } from '../column-grid.ts';
import { BLACK, type PlacedItem } from '../page-layout.ts';
import { staffTexts } from './imprint-line.ts';

const RULE = 0.8;
/** Size of the page's name and of the other entries, in em of the folio style. */
const NAME_SCALE = 1.6;

export const setFolio = (
  issue: Issue,
  page: Page,
  number: number,
  format: PageFormat,
  fonts: FontSet,
): PlacedItem[] => {
  const box = boxRect(format, { column: 0, span: format.columns, line: 0, lines: format.folioLines });
  const style = issue.publication.stylebook.folio;
  const { date } = issue.masthead;
  const parts = date === null ? null : parseDate(date);
  const dateText =
    date !== null && parts ? `${parts.year}年${parts.month}月${parts.day}日　${weekday(date)}` : '';
  const staff = staffTexts(page.staff);
  const ruleY = box.y + format.pitch * 2;
  const baseline = ruleY - format.pitch * 0.55;
  const line = (text: string, at: 'left' | 'middle' | 'right', scale: number): PlacedItem[] => {
    if (text === '') return [];
    const set = setText(
      text,
      { face: scale > 1 ? 'serif-700' : style.face, size: style.size * scale },
      fonts,
    );
    const room = box.width - set.width;
    const x = box.x + (at === 'left' ? 0 : at === 'middle' ? room / 2 : room);
    return [
      { kind: 'line', line: set, x, y: baseline, ink: BLACK, role: 'folio', source: null, frame: null },
    ];
  };
  const name = issue.publication.name;
  return [
    ...line(`第${chineseNumeral(number)}版${page.name === '' ? '' : `　${page.name}`}`, 'left', NAME_SCALE),
    ...line(name, 'middle', NAME_SCALE),
    ...line([dateText, ...staff].filter((entry) => entry !== '').join('　'), 'right', 1),
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
