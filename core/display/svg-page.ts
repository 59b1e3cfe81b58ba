/**
 * A display page as a tree of SVG elements: one plain structure that React mounts on screen and the command
 * line prints to a file, so the two cannot differ. Pure; lengths in points, the viewBox is the trimmed page.
 *
 * Every run is one `<text>` with an x for each character, so the browser places glyphs and never spaces them.
 * An x list counts UTF-16 units in one renderer and code points in another, therefore a character beyond the
 * BMP always ends its list: the next characters start a `<tspan>` with a list of their own.
 */
import { assertNever } from '../assert-never.ts';
import type { FaceId } from '../font/face.ts';
import type { PictureId } from '../issue/issue.ts';
import type { DisplayItem, DisplayPage, GlyphRun, JoinedDash, PlacedPicture } from './display-list.ts';
import { inkToHex } from './display-list.ts';

export interface SvgNode {
  readonly tag: string;
  /** Attributes by their SVG names. */
  readonly attributes: Readonly<Record<string, string>>;
  /** CSS that no attribute can carry. */
  readonly style?: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

export interface SvgContext {
  /** What `font-family` names the face by. */
  readonly fontFamily: (face: FaceId) => string;
  /** Where the picture's bytes are (an address or a data URL); null draws a grey field in its place. */
  readonly pictureHref: (picture: PictureId) => string | null;
  /**
   * How the picture's pixels lie, as Exif counts it (1–8), where what is loaded does not say it: the drawing turns it.
   * Absent: whoever shows the drawing turns pictures by what they say themselves.
   */
  readonly pictureOrientation?: (picture: PictureId) => number;
}

/** The family that the screen declares a face by: `fonts.css` the built-in ones. An identifier in CSS as it stands. */
export const screenFamily = (face: FaceId): string => `zuban-${face.replace(/[^A-Za-z0-9_-]/g, '-')}`;

/**
 * What keeps the browser from spacing text by itself: without `space-all` Chromium squeezes
 * adjacent full-width punctuation even under an x list.
 */
export const TEXT_STYLE: Readonly<Record<string, string>> = {
  'text-spacing-trim': 'space-all',
  'text-autospace': 'no-autospace',
  'font-kerning': 'none',
  'font-variant-ligatures': 'none',
  'font-synthesis': 'none',
};

/** Right-to-left scripts: the engine places their characters, so the browser must not order them again. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Spaces that SVG would collapse or drop; a browser's own style for `text` hides an inherited `white-space`. */
const COLLAPSIBLE = /^[ \t\n\r]|[ \t\n\r]{2}|[ \t\n\r]$/;
const MISSING_PICTURE = '#d9d9d9';

/** Thousandths of a point: a tenth of what the parity test allows. */
export const svgNumber = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return String(rounded === 0 ? 0 : rounded);
};

const element = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (SvgNode | string)[] = [],
): SvgNode => ({ tag, attributes, children });

/** Stretches of text with their positions, each ended by the first character beyond the BMP. */
const stretches = (text: string, xs: readonly number[]): { text: string; x: string }[] => {
  const found: { text: string; x: string }[] = [];
  let current = '';
  let list: string[] = [];
  let index = 0;
  for (const character of text) {
    current += character;
    list.push(svgNumber(xs[index++] ?? Number.NaN));
    if (character.length > 1) {
      found.push({ text: current, x: list.join(' ') });
      current = '';
      list = [];
    }
  }
  if (index !== xs.length) throw new Error(`${xs.length} positions for ${index} characters: ${text}`);
  if (current !== '') found.push({ text: current, x: list.join(' ') });
  return found;
};

const textNode = (run: GlyphRun | JoinedDash, fill: string, context: SvgContext, extra = {}): SvgNode => {
  const parts = stretches(run.text, run.xs);
  const turned = run.kind === 'glyphs' && run.turned;
  const attributes: Record<string, string> = {
    /* A turned run is drawn along the page's height: x runs down from its head, the baseline is its left edge. */
    ...(turned
      ? { y: '0', transform: `translate(${svgNumber(run.y)} 0) rotate(90)` }
      : { y: svgNumber(run.y) }),
    'font-family': context.fontFamily(run.face),
    'font-size': svgNumber(run.size),
    fill,
    ...(COLLAPSIBLE.test(run.text) ? { 'xml:space': 'preserve' } : {}),
    ...(RIGHT_TO_LEFT.test(run.text) ? { direction: 'ltr', 'unicode-bidi': 'bidi-override' } : {}),
    ...extra,
  };
  const only = parts[0];
  if (parts.length === 1 && only) return element('text', { x: only.x, ...attributes }, [only.text]);
  return element(
    'text',
    attributes,
    parts.map((part) => element('tspan', { x: part.x }, [part.text])),
  );
};

const rectAttributes = (rect: { x: number; y: number; width: number; height: number }) => ({
  x: svgNumber(rect.x),
  y: svgNumber(rect.y),
  width: svgNumber(rect.width),
  height: svgNumber(rect.height),
});

/** The crop is a nested viewport whose unit is the whole picture, so pixel sizes are not needed. */
const pictureNode = (item: PlacedPicture, context: SvgContext, data: Record<string, string>): SvgNode => {
  const href = context.pictureHref(item.picture);
  if (href === null) return element('rect', { ...rectAttributes(item.rect), fill: MISSING_PICTURE, ...data });
  const { crop } = item;
  return element(
    'svg',
    {
      ...rectAttributes(item.rect),
      viewBox: [crop.x, crop.y, crop.width, crop.height].map((v) => String(v)).join(' '),
      preserveAspectRatio: 'none',
      ...data,
    },
    [
      element('image', {
        width: '1',
        height: '1',
        preserveAspectRatio: 'none',
        ...turnOf(context.pictureOrientation?.(item.picture) ?? 1),
        href,
      }),
    ],
  );
};

/** The stored picture's unit square to the upright one's, by Exif orientation; 1 needs none. */
const TURNS: Readonly<Record<number, string>> = {
  2: '-1 0 0 1 1 0',
  3: '-1 0 0 -1 1 1',
  4: '1 0 0 -1 0 1',
  5: '0 1 1 0 0 0',
  6: '0 1 -1 0 1 0',
  7: '0 -1 -1 0 1 1',
  8: '0 -1 1 0 0 1',
};

const turnOf = (orientation: number): Record<string, string> => {
  const matrix = TURNS[orientation];
  return matrix === undefined ? {} : { transform: `matrix(${matrix})` };
};

/** `data-item` is the item's index in its part of the page: the way back from the drawing to the display list. */
export const svgItem = (item: DisplayItem, index: number, context: SvgContext): SvgNode => {
  const data = { 'data-item': String(index) };
  switch (item.kind) {
    case 'glyphs':
      return textNode(item, inkToHex(item.ink), context, data);
    case 'dash':
      // The stroke is what is seen; the characters lie over it, unpainted, for selection and extraction.
      return element('g', data, [
        element('rect', { ...rectAttributes(item.stroke), fill: inkToHex(item.ink) }),
        textNode(item, 'transparent', context),
      ]);
    case 'rect':
      return element('rect', { ...rectAttributes(item.rect), fill: inkToHex(item.ink), ...data });
    case 'picture':
      return pictureNode(item, context, data);
    default:
      return assertNever(item);
  }
};

/** The page's items without paper, by the parts that the page was laid out in (head, each frame, rules). */
export const svgItems = (page: DisplayPage, context: SvgContext): SvgNode => ({
  tag: 'g',
  attributes: {},
  style: TEXT_STYLE,
  children: page.parts.map((part, index) =>
    element(
      'g',
      { 'data-part': String(index) },
      part.map((item, at) => svgItem(item, at, context)),
    ),
  ),
});

/** A drawing that finds no pictures; svg-file.ts has them. */
const WITHOUT_PICTURES: SvgContext = { fontFamily: screenFamily, pictureHref: () => null };

/** The whole page as an `<svg>` of its trimmed size, paper white. */
export const svgPage = (page: DisplayPage, context: SvgContext = WITHOUT_PICTURES): SvgNode =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${svgNumber(page.width)} ${svgNumber(page.height)}`,
      width: `${svgNumber(page.width)}pt`,
      height: `${svgNumber(page.height)}pt`,
    },
    [
      element('rect', { width: svgNumber(page.width), height: svgNumber(page.height), fill: '#ffffff' }),
      svgItems(page, context),
    ],
  );

/** Characters that each face sets on the page, every one once: what must be loaded before it is painted. */
export const charactersByFace = (page: DisplayPage): ReadonlyMap<FaceId, string> => {
  const sets = new Map<FaceId, Set<string>>();
  for (const item of page.items) {
    // The dash is painted as a stroke; its face is never drawn.
    if (item.kind !== 'glyphs') continue;
    let set = sets.get(item.face);
    if (!set) {
      set = new Set();
      sets.set(item.face, set);
    }
    for (const character of item.text) set.add(character);
  }
  return new Map([...sets].map(([face, set]) => [face, [...set].join('')]));
};
