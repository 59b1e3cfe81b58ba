/** PageLayouts → display list: lines become glyph runs and joined dashes at absolute positions. Pure. */
import type { PageLayout, PlacedItem, PlacedLine } from '../makeup/page-layout.ts';
import type { DisplayItem, DisplayPage } from './display-list.ts';

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
    const { stroke } = run;
    if (run.kind === 'glyphs' || !stroke) return { kind: 'glyphs', ...common };
    return {
      kind: 'dash',
      ...common,
      stroke: {
        x: placed.x + stroke.left,
        y: placed.y - stroke.top,
        width: stroke.right - stroke.left,
        height: stroke.top - stroke.bottom,
      },
    };
  });
