/**
 * The display list as text: what golden tests and `--dump` show. One line a set line, in reading order, numbers
 * to a hundredth of a point. The same issue gives the same dump on every machine.
 */
import type { Rect } from '../geometry.ts';
import { inScriptForms } from '../issue/script-forms.ts';
import {
  BLACK,
  type DisplayItem,
  type DisplayList,
  type DisplayPage,
  type GlyphRun,
  inkToHex,
  type JoinedDash,
} from './display-list.ts';

const number = (value: number): string => {
  const text = value.toFixed(2);
  return text === '-0.00' ? '0.00' : text;
};

type Text = GlyphRun | JoinedDash;
const isText = (item: DisplayItem): item is Text => item.kind === 'glyphs' || item.kind === 'dash';

/** Runs of one set line follow each other closely, in em; they are one line of the dump. */
const NEAR = 3;
const isScript = (item: Text): boolean => item.kind === 'glyphs' && item.script !== undefined;
const textOf = (item: Text): string =>
  item.kind === 'glyphs' && item.script ? inScriptForms(item.text, item.script) : item.text;
const sameLine = (a: Text, b: Text): boolean => {
  const distance = b.xs[0]! - a.xs[a.xs.length - 1]!;
  return (
    (a.y === b.y || ((isScript(a) || isScript(b)) && a.source?.line === b.source?.line)) &&
    a.role === b.role &&
    a.frame === b.frame &&
    (a.size === b.size || isScript(a) || isScript(b)) &&
    a.source?.part === b.source?.part &&
    a.source?.paragraph === b.source?.paragraph &&
    distance > -a.size &&
    distance < NEAR * a.size
  );
};

const dumpText = (items: readonly Text[]): string => {
  const first = items[0]!;
  const faces = [...new Set(items.map((item) => item.face))].join('+');
  const last = items[items.length - 1]!;
  const text = items.map(textOf).join('');
  const source = first.source ? ` ${first.source.story}/${first.source.part}.${first.source.paragraph}` : '';
  const turned = first.kind === 'glyphs' && first.turned ? ' turned' : '';
  return `${first.role}${source}${turned} x ${number(first.xs[0]!)}…${number(last.xs[last.xs.length - 1]!)} y ${number(first.y)} ${faces} ${number(first.size)} | ${text}`;
};

const dumpRect = ({ x, y, width, height }: Rect): string =>
  `${number(x)},${number(y)} ${number(width)}×${number(height)}`;

/** Nothing where the whole picture is shown. */
const dumpCrop = (crop: Rect): string =>
  crop.width === 1 && crop.height === 1 ? '' : ` crop ${dumpRect(crop)}`;

const dumpPage = (page: DisplayPage): string[] => {
  const lines = [`第${page.number}版 ${page.name} ${number(page.width)} × ${number(page.height)} pt`];
  let open: Text[] = [];
  const close = () => {
    if (open.length > 0) lines.push(`  ${dumpText(open)}`);
    open = [];
  };
  for (const item of page.items) {
    if (isText(item)) {
      const last = open[open.length - 1];
      if (last && !sameLine(last, item)) close();
      open.push(item);
      continue;
    }
    close();
    const place = dumpRect(item.rect);
    if (item.kind === 'picture') lines.push(`  picture ${place} ${item.picture}${dumpCrop(item.crop)}`);
    else lines.push(`  rule ${place}${item.ink === BLACK ? '' : ` ${inkToHex(item.ink)}`}`);
  }
  close();
  return lines;
};

export const dumpDisplayList = (list: DisplayList): string =>
  `${[list.title, ...list.pages.flatMap(dumpPage)].join('\n')}\n`;
