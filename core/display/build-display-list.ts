/** PageLayouts → display list: lines become glyph runs and joined dashes at absolute positions. Pure. */
import { assertNever } from '../assert-never.ts';
import type { PageField } from '../issue/page-field.ts';
import type { FieldTurn, PageLayout, PlacedItem, PlacedLine } from '../makeup/page-layout.ts';
import { riseOf, SCRIPT_SIZE } from '../typeset/script.ts';
import { drawnRuns, type LineRun } from '../typeset/set-line.ts';
import type { DisplayItem, DisplayPage } from './display-list.ts';
import { type FaceCache, newFaceCache } from './face-problems.ts';

/** Pages, parts of pages and lines that were built before, by value. */
export interface DisplayCache {
  readonly pages: WeakMap<PageLayout, DisplayPage>;
  readonly parts: WeakMap<readonly PlacedItem[], readonly DisplayItem[]>;
  readonly faces: FaceCache;
}

export const newDisplayCache = (): DisplayCache => ({
  pages: new WeakMap(),
  parts: new WeakMap(),
  faces: newFaceCache(),
});

export const keptDisplayPage = (layout: PageLayout, cache: DisplayCache): DisplayPage => {
  const known = cache.pages.get(layout);
  if (known) return known;
  const parts = layout.parts.map((part) => keptPart(part, cache));
  const page: DisplayPage = {
    number: layout.number,
    name: layout.name,
    width: layout.width,
    height: layout.height,
    items: parts.flat(),
    parts,
  };
  cache.pages.set(layout, page);
  return page;
};

export const keptPart = (part: readonly PlacedItem[], cache: DisplayCache): readonly DisplayItem[] => {
  const known = cache.parts.get(part);
  if (known) return known;
  const items: DisplayItem[] = [];
  for (const item of part) {
    if (item.kind !== 'line') {
      items.push(buildOther(item));
      continue;
    }
    const runs = keptLine(item);
    for (const run of runs) items.push(run);
  }
  cache.parts.set(part, items);
  return items;
};

const keptLine = (line: PlacedLine): readonly DisplayItem[] => {
  const known = line.memo?.made as readonly DisplayItem[] | null | undefined;
  if (known) return known;
  const runs = buildLine(line);
  if (line.memo) line.memo.made = runs;
  return runs;
};

const NO_TEXT = { from: 0, to: 0, line: { from: 0, to: 0, wrapped: false } } as const;

const buildOther = (item: Exclude<PlacedItem, PlacedLine>): DisplayItem => {
  switch (item.kind) {
    case 'glyphs':
    case 'dash':
      return item;
    case 'rect':
    case 'picture':
      return { ...item, source: item.source && { ...item.source, ...NO_TEXT } };
    default:
      return assertNever(item);
  }
};

const buildLine = (placed: PlacedLine): readonly DisplayItem[] => {
  const { line, x, y, ink, role, frame } = placed;
  const runs = drawnRuns(line);
  const items: DisplayItem[] = [];
  const offset = placed.offset ?? 0;
  const extent = {
    from: Math.max(0, line.from + offset),
    to: Math.min(line.to + offset, placed.textLength ?? Number.POSITIVE_INFINITY),
    wrapped: !line.last,
  };
  for (const run of runs) {
    const { kind, face, text, xs: own, from, stroke, script } = run;
    const xs: number[] = [];
    for (let i = 0; i < own.length; i++) xs.push(x + own[i]!);
    const source = placed.source && {
      story: placed.source.story,
      part: placed.source.part,
      paragraph: placed.source.paragraph,
      from: from + offset,
      /* Of all runs, so that one ends where those that are not drawn begin. */
      to: (line.runs[line.runs.indexOf(run) + 1]?.from ?? line.to) + offset,
      line: extent,
    };
    if (script)
      items.push({
        kind: 'glyphs',
        face,
        size: line.size * SCRIPT_SIZE,
        ink,
        text,
        xs,
        y: y - riseOf(script) * line.size,
        script,
        role,
        source,
        frame,
      });
    else if (kind === 'glyphs' || !stroke)
      items.push({ kind: 'glyphs', face, size: line.size, ink, text, xs, y, role, source, frame });
    else
      items.push({
        kind: 'dash',
        face,
        size: line.size,
        ink,
        text,
        xs,
        y,
        role,
        source,
        frame,
        stroke: {
          x: x + stroke.left,
          y: y - stroke.top,
          width: stroke.right - stroke.left,
          height: stroke.top - stroke.bottom,
        },
      });
  }
  return placed.field === undefined ? items : withFields(items, placed.field, placed.turn, runs);
};

/** A head, folio or imprint line's runs with the fields that they show. */
const withFields = (
  items: readonly DisplayItem[],
  field: PageField,
  turn: FieldTurn | undefined,
  runs: readonly LineRun[],
): readonly DisplayItem[] =>
  items.map((item, i): DisplayItem => {
    const { from, text } = runs[i]!;
    if (turn === undefined || turn.from >= from + text.length) return { ...item, field };
    if (turn.from <= from) return { ...item, field: turn.field };
    return item.kind === 'glyphs'
      ? { ...item, field, turn: { field: turn.field, from: turn.from - from } }
      : { ...item, field };
  });
