/**
 * The display list as JSON, so that a printed page can be drawn again without the engine that set it. Positions and
 * lengths are whole thousandths of a point, because that is what the writers draw (`svgNumber`, the PDF's coordinates);
 * characters after the first of a run are given by their distance from the one before, so that even spacing deflates
 * well. Sizes, inks and crops stay as they are. What is usual is left out: black ink, no frame, the line of the run
 * before. The same list gives the same JSON, and what is read back gives it again. Pure.
 *
 * Whoever reads JSON from outside checks it first (core/file/display-list-schema.ts).
 */
import { assertNever } from '../assert-never.ts';
import type { FaceId } from '../font/face.ts';
import type { Rect } from '../geometry.ts';
import type { FrameId, PictureId } from '../issue/issue.ts';
import type { PageField } from '../issue/page-field.ts';
import type { TextPart } from '../issue/text-place.ts';
import {
  BLACK,
  type DisplayItem,
  type DisplayList,
  type DisplayPage,
  type FilledRect,
  type GlyphRun,
  type Ink,
  type JoinedDash,
  type PlacedPicture,
  type Role,
  type Source,
} from './display-list.ts';

export const DISPLAY_FORMAT = 'zuban-display-list';
export const DISPLAY_VERSION = 1;

/** Left, top, width, height. */
export type RectJson = readonly [number, number, number, number];

interface OwnedJson {
  readonly role: Role;
  readonly frame?: FrameId;
  /** Story, part, paragraph, from, to. */
  readonly source?: readonly [string, TextPart, number, number, number];
  /** From, to, 1 where the text goes on in another line; absent: the line of the item with a source before this one. */
  readonly line?: readonly [number, number, 0 | 1];
  readonly field?: PageField;
}

export interface TextJson extends OwnedJson {
  readonly kind: 'glyphs' | 'dash';
  readonly face: FaceId;
  readonly size: number;
  readonly ink?: readonly [number, number, number, number];
  readonly text: string;
  /** The first position, then each character's distance from the one before it. */
  readonly xs: readonly number[];
  readonly y: number;
  /** 1 superscript, 2 subscript. */
  readonly script?: 1 | 2;
  readonly turned?: true;
  readonly cell?: RectJson;
  readonly turn?: readonly [PageField, number];
  /** Of a dash. */
  readonly stroke?: RectJson;
}

export interface RectItemJson extends OwnedJson {
  readonly kind: 'rect';
  readonly rect: RectJson;
  readonly ink?: readonly [number, number, number, number];
}

export interface PictureJson extends OwnedJson {
  readonly kind: 'picture';
  readonly picture: PictureId;
  readonly rect: RectJson;
  /** Fractions of the picture's width and height. */
  readonly crop: RectJson;
}

export type ItemJson = TextJson | RectItemJson | PictureJson;

export interface PageJson {
  readonly number: number;
  readonly name: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly parts: readonly (readonly ItemJson[])[];
}

export interface DisplayListJson {
  readonly format: typeof DISPLAY_FORMAT;
  readonly version: number;
  readonly title: string;
  readonly pages: readonly PageJson[];
}

/** Whole thousandths; never -0, which JSON cannot say. */
const thousandths = (points: number): number => Math.round(points * 1000) + 0;
const points = (value: number): number => value / 1000;

const rectToJson = ({ x, y, width, height }: Rect): RectJson => [
  thousandths(x),
  thousandths(y),
  thousandths(width),
  thousandths(height),
];
const rectFromJson = ([x, y, width, height]: RectJson): Rect => ({
  x: points(x),
  y: points(y),
  width: points(width),
  height: points(height),
});

const isBlack = ({ c, m, y, k }: Ink): boolean => c === 0 && m === 0 && y === 0 && k === 1;
const inkToJson = (ink: Ink) => (isBlack(ink) ? {} : { ink: [ink.c, ink.m, ink.y, ink.k] as const });
const inkFromJson = (ink: readonly [number, number, number, number] | undefined): Ink =>
  ink ? { c: ink[0], m: ink[1], y: ink[2], k: ink[3] } : BLACK;

const stepsOf = (xs: readonly number[]): readonly number[] => {
  const whole = xs.map(thousandths);
  return whole.map((x, i) => (i === 0 ? x : x - whole[i - 1]!));
};
const positionsOf = (steps: readonly number[]): readonly number[] => {
  let at = 0;
  return steps.map((step) => {
    at += step;
    return points(at);
  });
};

const ownedToJson = (
  { role, frame, source, field }: DisplayItem,
  before: Source['line'] | null,
): OwnedJson => ({
  role,
  ...(frame === null ? {} : { frame }),
  ...(source === null
    ? {}
    : { source: [source.story, source.part, source.paragraph, source.from, source.to] as const }),
  ...(source === null || source.line === before
    ? {}
    : { line: [source.line.from, source.line.to, source.line.wrapped ? 1 : 0] as const }),
  ...(field === undefined ? {} : { field }),
});

const textToJson = (item: GlyphRun | JoinedDash, owned: OwnedJson): TextJson => ({
  ...owned,
  kind: item.kind,
  face: item.face,
  size: item.size,
  ...inkToJson(item.ink),
  text: item.text,
  xs: stepsOf(item.xs),
  y: thousandths(item.y),
  ...(item.cell ? { cell: rectToJson(item.cell) } : {}),
  ...(item.kind === 'glyphs' && item.script ? { script: item.script } : {}),
  ...(item.kind === 'glyphs' && item.turned ? { turned: true as const } : {}),
  ...(item.kind === 'glyphs' && item.turn ? { turn: [item.turn.field, item.turn.from] as const } : {}),
  ...(item.kind === 'dash' ? { stroke: rectToJson(item.stroke) } : {}),
});

const itemToJson = (item: DisplayItem, before: Source['line'] | null): ItemJson => {
  const owned = ownedToJson(item, before);
  switch (item.kind) {
    case 'glyphs':
    case 'dash':
      return textToJson(item, owned);
    case 'rect':
      return { ...owned, kind: 'rect', rect: rectToJson(item.rect), ...inkToJson(item.ink) };
    case 'picture': {
      const { x, y, width, height } = item.crop;
      return {
        ...owned,
        kind: 'picture',
        picture: item.picture,
        rect: rectToJson(item.rect),
        crop: [x, y, width, height],
      };
    }
    default:
      return assertNever(item);
  }
};

const partToJson = (part: readonly DisplayItem[]): readonly ItemJson[] => {
  let before: Source['line'] | null = null;
  return part.map((item) => {
    const json = itemToJson(item, before);
    before = item.source?.line ?? before;
    return json;
  });
};

export const displayToJson = ({ title, pages }: DisplayList): DisplayListJson => ({
  format: DISPLAY_FORMAT,
  version: DISPLAY_VERSION,
  title,
  pages: pages.map(({ number, name, width, height, parts }) => ({
    number,
    name,
    width,
    height,
    parts: parts.map(partToJson),
  })),
});

const textFromJson = (
  json: TextJson,
  owned: Pick<GlyphRun, 'role' | 'frame' | 'source'> & Pick<Partial<GlyphRun>, 'field'>,
): DisplayItem => {
  const { face, size, text } = json;
  const set = {
    ...owned,
    face,
    size,
    ink: inkFromJson(json.ink),
    text,
    xs: positionsOf(json.xs),
    y: points(json.y),
    ...(json.cell ? { cell: rectFromJson(json.cell) } : {}),
  };
  if (json.kind === 'dash') {
    if (!json.stroke) throw new Error(`a dash without its stroke: ${text}`);
    return { ...set, kind: 'dash', stroke: rectFromJson(json.stroke) } satisfies JoinedDash;
  }
  return {
    ...set,
    kind: 'glyphs',
    ...(json.script ? { script: json.script } : {}),
    ...(json.turned ? { turned: true as const } : {}),
    ...(json.turn ? { turn: { field: json.turn[0], from: json.turn[1] } } : {}),
  } satisfies GlyphRun;
};

const itemFromJson = (json: ItemJson, source: Source | null): DisplayItem => {
  const owned = {
    role: json.role,
    source,
    frame: json.frame ?? null,
    ...(json.field === undefined ? {} : { field: json.field }),
  };
  switch (json.kind) {
    case 'glyphs':
    case 'dash':
      return textFromJson(json, owned);
    case 'rect': {
      const rect = rectFromJson(json.rect);
      return { ...owned, kind: 'rect', rect, ink: inkFromJson(json.ink) } satisfies FilledRect;
    }
    case 'picture': {
      const [x, y, width, height] = json.crop;
      return {
        ...owned,
        kind: 'picture',
        picture: json.picture,
        rect: rectFromJson(json.rect),
        crop: { x, y, width, height },
      } satisfies PlacedPicture;
    }
    default:
      return assertNever(json);
  }
};

const partFromJson = (part: readonly ItemJson[]): readonly DisplayItem[] => {
  let line: Source['line'] | null = null;
  return part.map((json) => {
    if (json.line) line = { from: json.line[0], to: json.line[1], wrapped: json.line[2] === 1 };
    if (!json.source) return itemFromJson(json, null);
    if (!line) throw new Error('a source without its line');
    const [story, text, paragraph, from, to] = json.source;
    return itemFromJson(json, { story, part: text, paragraph, from, to, line });
  });
};

const pageFromJson = ({ number, name, width, height, parts }: PageJson): DisplayPage => {
  const drawn = parts.map(partFromJson);
  return { number, name, width, height, items: drawn.flat(), parts: drawn };
};

/** Throws on JSON that the schema would refuse. */
export const displayFromJson = ({ title, pages }: DisplayListJson): DisplayList => ({
  title,
  pages: pages.map(pageFromJson),
});

/** The list with its positions as they are drawn and kept. */
export const roundedDisplayList = (list: DisplayList): DisplayList => displayFromJson(displayToJson(list));
