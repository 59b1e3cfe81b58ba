/** PageLayouts → display list: lines become glyph runs and joined dashes at absolute positions. Pure. */
import type { PageLayout, PlacedItem, PlacedLine } from '../makeup/page-layout.ts';
import type { DisplayItem, DisplayPage } from './display-list.ts';

/** The joined dash's stroke: height of its middle above the baseline and its thickness, em. */
const DASH_MIDDLE = 0.38;
const DASH_THICKNESS = 0.055;
/** Blank that the dash keeps at each end, em: it must not touch its neighbours. */
const DASH_MARGIN = 0.04;

export const buildDisplayPage = (layout: PageLayout): DisplayPage => ({
  number: layout.number,
  name: layout.name,
  width: layout.width,
  height: layout.height,
  items: layout.items.flatMap(buildItem),
});

const buildItem = (item: PlacedItem): readonly DisplayItem[] =>
  item.kind === 'line' ? buildLine(item) : [{ ...item, source: item.source && { ...item.source, from: 0 } }];

const buildLine = (placed: PlacedLine): readonly DisplayItem[] =>
  placed.line.runs.map((run): DisplayItem => {
    const xs = run.xs.map((x) => placed.x + x);
    const common = {
      face: run.face,
      size: placed.line.size,
      ink: placed.ink,
      text: run.text,
      xs,
      y: placed.y,
      role: placed.role,
      source: placed.source && { ...placed.source, from: run.from + (placed.offset ?? 0) },
      frame: placed.frame,
    };
    if (run.kind === 'glyphs') return { kind: 'glyphs', ...common };
    const size = placed.line.size;
    const cell = run.xs.length > 1 ? xs[1]! - xs[0]! : size;
    /* The run's box: each character's cell is one em, its glyph centred in it. */
    const middle = (xs[0]! + xs[xs.length - 1]! + cell * 0.89) / 2;
    const width = xs.length * size - 2 * DASH_MARGIN * size;
    return {
      kind: 'dash',
      ...common,
      stroke: {
        x: middle - width / 2,
        y: placed.y - (DASH_MIDDLE + DASH_THICKNESS / 2) * size,
        width,
        height: DASH_THICKNESS * size,
      },
    };
  });
