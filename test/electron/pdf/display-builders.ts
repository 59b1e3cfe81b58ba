/** Tiny display lists for the writer's tests: one line a case. */
import {
  BLACK,
  type DisplayItem,
  type DisplayList,
  type DisplayPage,
  type GlyphRun,
  type Ink,
  type JoinedDash,
} from '../../../core/display/display-list.ts';
import type { FaceId } from '../../../core/font/face.ts';
import type { FontSet } from '../../../core/font/font-set.ts';
import type { Rect } from '../../../core/geometry.ts';

const owner = { role: 'body', source: null, frame: null } as const;

interface RunPlace {
  readonly face?: FaceId;
  readonly size?: number;
  readonly x?: number;
  readonly y?: number;
  readonly ink?: Ink;
  /** Added after every character: what justification does. */
  readonly gap?: number;
}

/** Characters one after the other at the advances of their face. */
export const run = (fonts: FontSet, text: string, place: RunPlace = {}): GlyphRun => {
  const { face = 'serif-400', size = 10.5, x = 50, y = 100, ink = BLACK, gap = 0 } = place;
  const xs: number[] = [];
  let pen = x;
  for (const letter of text) {
    xs.push(pen);
    const character = letter.codePointAt(0)!;
    pen += (fonts.has(face, character) ? fonts.advance(face, character) : 1) * size + gap;
  }
  return { ...owner, kind: 'glyphs', face, size, ink, text, xs, y };
};

export const dash = (x: number, y: number, size: number): JoinedDash => ({
  ...owner,
  kind: 'dash',
  face: 'serif-400',
  size,
  ink: BLACK,
  text: '——',
  xs: [x, x + size],
  y,
  stroke: { x: x + 0.04 * size, y: y - 0.36 * size, width: 1.92 * size, height: 0.05 * size },
});

export const rect = (place: Rect, ink: Ink = BLACK): DisplayItem => ({
  ...owner,
  kind: 'rect',
  rect: place,
  ink,
});

export const picture = (
  id: string,
  place: Rect,
  crop: Rect = { x: 0, y: 0, width: 1, height: 1 },
): DisplayItem => ({
  ...owner,
  kind: 'picture',
  picture: id,
  rect: place,
  crop,
});

export const page = (...items: readonly DisplayItem[]): DisplayPage => ({
  number: 1,
  name: '要闻',
  width: 595.276,
  height: 841.89,
  items,
  parts: [items],
});

export const list = (...pages: readonly DisplayPage[]): DisplayList => ({ title: '样张 2020年第9期', pages });
