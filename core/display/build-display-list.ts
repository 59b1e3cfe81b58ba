/** PageLayouts → display list: lines become glyph runs and joined dashes at absolute positions. Pure. */
import { assertNever } from '../assert-never.ts';
import { type Cache, family, KEY_ALONE, kept, remade } from '../cache.ts';
import type { Frame } from '../issue/issue.ts';
import type { PageField } from '../issue/page-field.ts';
import type { FieldTurn, PageLayout, PlacedItem, PlacedLine } from '../makeup/page-layout.ts';
import { riseOf, SCRIPT_SIZE } from '../typeset/script.ts';
import { drawnRuns, type LineRun } from '../typeset/set-line.ts';
import type { DisplayItem, DisplayPage } from './display-list.ts';

const PAGES = family<PageLayout, DisplayPage>('pages as they are drawn');
const PARTS = family<readonly PlacedItem[], readonly DisplayItem[]>('parts of pages as they are drawn');
const FRAMES = family<Frame, DrawnFrame>('frames as they were drawn last');

/** A frame's part of a page with what is drawn of each of its items, and all of that in one list. */
interface DrawnFrame {
  readonly part: readonly PlacedItem[];
  readonly runs: readonly (readonly DisplayItem[])[];
  readonly all: readonly DisplayItem[];
}

export const buildDisplayPage = (layout: PageLayout, cache: Cache): DisplayPage =>
  kept(cache, PAGES, layout, KEY_ALONE, () => {
    const { number, name, width, height, frames } = layout;
    const parts = layout.parts.map((part, index) =>
      kept(cache, PARTS, part, KEY_ALONE, () => {
        const frame = frames[index - 1];
        if (!frame) return drawFrame(part, null).all;
        return remade(cache, FRAMES, frame, (before) => drawFrame(part, before)).all;
      }),
    );
    /* Joined in one go: `flat` asks each of a page's thousand items whether it is a list. */
    const items = NOTHING.concat(...parts);
    return { number, name, width, height, items, parts };
  });

const NOTHING: readonly DisplayItem[] = [];

/** A line that stands where it stood is the same object (place-body.ts): so are its runs. */
const drawFrame = (part: readonly PlacedItem[], before: DrawnFrame | null): DrawnFrame => {
  const runs: (readonly DisplayItem[])[] = [];
  const all: DisplayItem[] = [];
  for (let i = 0; i < part.length; i++) {
    const own = before !== null && before.part[i] === part[i] ? before.runs[i]! : buildItem(part[i]!);
    runs.push(own);
    for (const run of own) all.push(run);
  }
  return { part, runs, all };
};

const buildItem = (item: PlacedItem): readonly DisplayItem[] =>
  item.kind === 'line' ? buildLine(item) : [buildOther(item)];

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
