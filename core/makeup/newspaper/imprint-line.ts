/**
 * The lines beneath the type area: 版记 at the foot of the last page (《内部资料性出版物管理办法》 art. 14 asks for it on
 * the cover, the back or in an imprint), and who edited the page where its folio does not say so: page 1 has none, a
 * narrow one has no room. Nothing where both are unknown. Pure.
 */
import type { FontSet } from '../../font/font-set.ts';
import type { Imprint, Issue, Page } from '../../issue/issue.ts';
import type { PageField } from '../../issue/page-field.ts';
import { keysOf } from '../../keys-of.ts';
import { IMPRINT_NAMES } from '../../publication/part-names.ts';
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

const imprintTexts = (imprint: Imprint): readonly string[] =>
  keysOf(IMPRINT_NAMES).flatMap((key) =>
    imprint[key] === '' ? [] : [`${IMPRINT_NAMES[key]}：${imprint[key]}`],
  );

interface Fact {
  readonly line: SetLine;
  readonly field: PageField;
}

export const setImprintLines = (
  issue: Issue,
  page: Page,
  number: number,
  format: PageFormat,
  fonts: FontSet,
): PlacedItem[] => {
  const style = issue.publication.stylebook.imprint;
  const facts = (texts: readonly string[], field: PageField): Fact[] =>
    texts.map((text) => ({ line: setText(text, style, fonts), field }));
  const set = [
    ...facts(number === issue.pages.length ? imprintTexts(issue.imprint) : [], 'imprint'),
    ...facts(hasStaffInFolio(issue, page, number, format, fonts) ? [] : staffTexts(page.staff), 'staff'),
  ];
  const area = typeArea(format);
  return inLines(set, area.width, APART * style.size).flatMap((line, row) => {
    const top = area.y + area.height + (BELOW + row * LEADING) * style.size;
    let x = area.x;
    return line.map(({ line: part, field }): PlacedItem => {
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
        field,
      };
    });
  });
};

/** As many facts to a line as it holds. */
const inLines = (facts: readonly Fact[], width: number, apart: number): Fact[][] => {
  const lines: Fact[][] = [];
  let room = 0;
  for (const fact of facts) {
    const own = fact.line.width;
    const last = lines.at(-1);
    if (last && room >= apart + own) {
      last.push(fact);
      room -= apart + own;
    } else {
      lines.push([fact]);
      room = width - own;
    }
  }
  return lines;
};
