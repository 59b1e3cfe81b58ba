/**
 * What the properties of a run or a style state of its look, as far as it decides what is printed: nothing is set
 * unless it is stated. And how the statements of styles and of the run itself add up (ECMA-376 17.7.2, 17.7.3): the
 * run's own go first; bold, hidden and struck-out are toggles, which a paragraph's and a character's style turn on
 * and off against each other.
 */
import { childOf, propertyOf, type XmlElement } from './xml-tree.ts';

export interface RunProperties {
  readonly bold?: boolean;
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly doublyStruck?: boolean;
  /** Points. */
  readonly size?: number;
  readonly script?: 'superscript' | 'subscript' | 'baseline';
  /** Points above the line, or below it where negative. */
  readonly raised?: number;
  /** RRGGBB in capitals, or auto. */
  readonly color?: string;
  /** Anything but paper behind the text. */
  readonly shaded?: boolean;
  /** The typeface of Latin letters, where symbols hide. */
  readonly font?: string;
}

const TOGGLES = ['bold', 'hidden', 'struck', 'doublyStruck'] as const;

const OFF = ['0', 'false', 'off', 'none'];

/** A property that is on where it stands, unless it says otherwise; undefined where it does not stand. */
const toggle = (properties: XmlElement, name: string): boolean | undefined => {
  const found = childOf(properties, name);
  return found && !OFF.includes((found.attributes.val ?? '').toLowerCase());
};

const halfPoints = (value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  const number = Number.parseFloat(value);
  if (!Number.isFinite(number)) return undefined;
  return value.endsWith('pt') ? number : number / 2;
};

/** Paper is white, and what states no colour shows it. */
export const isPaper = (color: string | undefined): boolean =>
  color === undefined || color === '' || color.toLowerCase() === 'auto' || isWhite(color.toUpperCase());

/** Channels of at least this much are white to the eye on paper. */
const NEAR_WHITE = 0xf0;

export const isWhite = (color: string): boolean =>
  /^[0-9A-F]{6}$/.test(color) &&
  [0, 2, 4].every((at) => Number.parseInt(color.slice(at, at + 2), 16) >= NEAR_WHITE);

/** Shading of a run, a paragraph, a cell: a fill, or a pattern of a colour. */
export const isShaded = (properties: XmlElement | undefined): boolean => {
  const shading = childOf(properties, 'w:shd');
  if (!shading) return false;
  const { val = 'clear', fill, color, themeFill } = shading.attributes;
  if (themeFill !== undefined && !/^(?:background1|light1)$/i.test(themeFill)) return true;
  const pattern = !['clear', 'nil', 'none'].includes(val.toLowerCase());
  return !isPaper(fill) || (pattern && (val === 'solid' ? !isWhite((color ?? '').toUpperCase()) : true));
};

/** The theme's background is paper, whatever else the colour says. */
const colorOf = (color: XmlElement | undefined): string | undefined => {
  const { val, themeColor } = color?.attributes ?? {};
  const background = themeColor === 'background1' && (val === undefined || val === 'auto');
  return background ? 'FFFFFF' : val?.toUpperCase();
};

export const readRunProperties = (properties: XmlElement | undefined): RunProperties => {
  if (!properties) return {};
  const script = propertyOf(properties, 'w:vertAlign');
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  const highlight = propertyOf(properties, 'w:highlight');
  const found: { -readonly [K in keyof RunProperties]: RunProperties[K] | undefined } = {
    bold: toggle(properties, 'w:b'),
    hidden: toggle(properties, 'w:vanish'),
    struck: toggle(properties, 'w:strike'),
    doublyStruck: toggle(properties, 'w:dstrike'),
    size: halfPoints(propertyOf(properties, 'w:sz')),
    script: script === 'superscript' || script === 'subscript' || script === 'baseline' ? script : undefined,
    raised: halfPoints(propertyOf(properties, 'w:position')),
    color: colorOf(childOf(properties, 'w:color')),
    shaded:
      childOf(properties, 'w:shd') || highlight !== undefined
        ? isShaded(properties) || (highlight !== undefined && !['none', 'white'].includes(highlight))
        : undefined,
    font: fonts?.ascii ?? fonts?.hAnsi,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
};

/** A style over the one that it is based on. */
export const over = (own: RunProperties, base: RunProperties): RunProperties => ({ ...base, ...own });

/** Of a table's style only whether text is seen: how rows and cells look otherwise is the newspaper's affair. */
export const visibilityOf = ({ hidden, struck, doublyStruck }: RunProperties): RunProperties => ({
  ...(hidden === undefined ? {} : { hidden }),
  ...(struck === undefined ? {} : { struck }),
  ...(doublyStruck === undefined ? {} : { doublyStruck }),
});

/** The look of a run: its own statements over those of its character style, its paragraph's style, the document's. */
export const settle = (
  own: RunProperties,
  character: RunProperties,
  paragraph: RunProperties,
  defaults: RunProperties,
): RunProperties => {
  const settled = { ...defaults, ...paragraph, ...character, ...own };
  const toggles: Partial<Record<(typeof TOGGLES)[number], boolean>> = {};
  for (const name of TOGGLES)
    toggles[name] =
      own[name] ?? (defaults[name] === true || (paragraph[name] === true) !== (character[name] === true));
  return { ...settled, ...toggles };
};
