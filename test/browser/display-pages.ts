/** Display pages built by hand, one line an item: what the drawing is tested with apart from the engine. */
import { BLACK, type DisplayItem, type DisplayPage } from '../../core/display/display-list.ts';

const own = { role: 'body', source: null, frame: null } as const;

/** A run whose characters stand a given distance apart. */
export const run = (
  text: string,
  x: number,
  y: number,
  size = 10,
  step = size,
  face = 'serif-400',
): DisplayItem => ({
  kind: 'glyphs',
  ...own,
  face,
  size,
  ink: BLACK,
  text,
  xs: [...text].map((_, index) => x + index * step),
  y,
});

export const dash = (x: number, y: number, size = 10): DisplayItem => ({
  kind: 'dash',
  ...own,
  face: 'serif-400',
  size,
  ink: BLACK,
  text: '——',
  xs: [x, x + size],
  y,
  stroke: { x: x + 0.05 * size, y: y - 0.4 * size, width: 1.9 * size, height: 0.05 * size },
});

export const rule = (x: number, y: number, width: number, height: number): DisplayItem => ({
  kind: 'rect',
  ...own,
  role: 'artifact',
  rect: { x, y, width, height },
  ink: BLACK,
});

export const picture = (id: string, x: number, y: number, width: number, height: number): DisplayItem => ({
  kind: 'picture',
  ...own,
  picture: id,
  rect: { x, y, width, height },
  crop: { x: 0.5, y: 0, width: 0.5, height: 1 },
});

export const page = (...items: DisplayItem[]): DisplayPage => ({
  number: 1,
  name: '要闻',
  width: 400,
  height: 300,
  items,
  parts: [items],
});
