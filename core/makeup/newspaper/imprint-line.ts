/**
 * The lines beneath the type area: 版记 at the foot of the last page (《内部资料性出版物管理办法》 art. 14 asks for it on
 * the cover, the back or in an imprint), and who edited the page where its folio does not say so: page 1 has none, a
 * narrow one has no room. Nothing where both are unknown. Pure.
 */
import type { FontSet } from '../../font/font-set.ts';
import type { Imprint, Issue, Page } from '../../issue/issue.ts';
import type { PageFormat } from '../../publication/publication.ts';
import type { SetLine } from '../../typeset/set-line.ts';
import { setText } from '../../typeset/set-text.ts';
import { BASELINE, typeArea } from '../column-grid.ts';
import { BLACK, type PlacedItem, type Role } from '../page-layout.ts';
import { hasStaffInFolio, staffTexts } from './folio.ts';

/** Distance of the first line's top from the type area, and of its lines from each other, em of its size. */
const BELOW = 1;
const LEADING = 1.4;
/** Blank between two facts, em. */
const APART = 2;

const IMPRINT_NAMES: readonly (readonly [keyof Imprint, string])[] = [
  ['compiler', '编印单位'],
  ['recipients', '发送对象'],
  ['printer', '印刷单位'],
  ['printDate', '印刷日期'],
  ['printRun', '印数'],
];
const imprintTexts = (imprint: Imprint): readonly string[] =>
  IMPRINT_NAMES.flatMap(([key, name]) => (imprint[key] === '' ? [] : [`${name}：${imprint[key]}`]));

export const setImprintLines = (
  issue: Issue,
  page: Page,
  number: number,
  format: PageFormat,
  fonts: FontSet,
): PlacedItem[] => {
  const texts = [
    ...(number === issue.pages.length ? imprintTexts(issue.imprint) : []),
    ...(hasStaffInFolio(issue, page, number, format, fonts) ? [] : staffTexts(page.staff)),
  ];
  const style = issue.publication.stylebook.imprint;
  const area = typeArea(format);
  const set = texts.map((text) => setText(text, style, fonts));
  return inLines(set, area.width, APART * style.size).flatMap((line, row) => {
    const top = area.y + area.height + (BELOW + row * LEADING) * style.size;
    let x = area.x;
    return line.map((part): PlacedItem => {
      const role: Role = 'imprint';
      const left = x;
      x += part.width + APART * style.size;
      return {
        kind: 'line',
        line: part,
        x: left,
        y: top + BASELINE * style.size,
        ink: BLACK,
        role,
        source: null,
        frame: null,
      };
    });
  });
};

/** As many facts to a line as it holds. */
const inLines = (facts: readonly SetLine[], width: number, apart: number): SetLine[][] => {
  const lines: SetLine[][] = [];
  let room = 0;
  for (const fact of facts) {
    const last = lines.at(-1);
    if (last && room >= apart + fact.width) {
      last.push(fact);
      room -= apart + fact.width;
    } else {
      lines.push([fact]);
      room = width - fact.width;
    }
  }
  return lines;
};
