/** What holds while a document is read: around an element, of the run that is open, of the blocks that grow. */
import type { Block, ParagraphBlock, Standing, TextRun } from './blocks.ts';
import type { OpenField } from './fields.ts';
import { isWhite, type RunProperties } from './run-properties.ts';
import type { WordStyle } from './word-styles.ts';
import { childOf, isElement, textOf, type XmlElement } from './xml-tree.ts';

/** What is true of all that stands within an element. */
export interface Surroundings {
  /** The part whose relationships hold. */
  readonly part: string;
  readonly standing: 'printed' | 'deleted' | 'moved' | 'placeholder';
  readonly inserted: boolean;
  /** Something lies behind the text, so that white text may be seen. */
  readonly backdrop: boolean;
  /** What the style of the table around says of whether text is seen. */
  readonly table: RunProperties;
  /** Of a part beside the copy: its pictures are not the copy's. */
  readonly aside: boolean;
}

export const plainSurroundings = (part: string): Surroundings => ({
  part,
  standing: 'printed',
  inserted: false,
  backdrop: false,
  table: {},
  aside: false,
});

/** The look of the run that is being read. */
export interface RunLook {
  readonly properties: RunProperties;
  readonly standing: Standing;
}

/** Blocks being read, of the body, a cell, a box. */
export interface Flow {
  readonly blocks: Block[];
  readonly fields: OpenField[];
  /** Stand after the paragraph that holds them. */
  held: Block[];
  /** Of a paragraph whose mark is deleted or hidden: they run on in the next. */
  carried: TextRun[];
  paragraph: ParagraphBlock | null;
  style: WordStyle;
  shaded: boolean;
}

/** Points; nobody reads type of this size, and what is set in it is meant to be out of sight. */
const TINY = 2;

export const standingOf = (
  { hidden, struck, doublyStruck, color, shaded, size }: RunProperties,
  around: Surroundings,
  paragraphShaded: boolean,
): Standing => {
  if (around.standing !== 'printed') return around.standing;
  if (hidden) return 'hidden';
  if (struck || doublyStruck) return 'struck';
  if (color !== undefined && isWhite(color) && !shaded && !paragraphShaded && !around.backdrop)
    return 'white';
  return size !== undefined && size <= TINY ? 'tiny' : 'printed';
};

/** Colours of shapes that are paper: those of themes and of old drawings by their names. */
const PAPER = ['bg1', 'lt1', 'white', '#fff', '#ffffff', 'window', 'background1'];

/** Whether a shape lays anything but paper behind the text in it; its own surroundings where it has no fill. */
export const backdropOf = (shape: XmlElement, around: Surroundings): boolean => {
  if (shape.name.startsWith('v:')) {
    const { fillcolor = 'white', filled = 't' } = shape.attributes;
    if (['f', 'false', '0'].includes(filled)) return around.backdrop;
    return (
      !PAPER.includes(fillcolor.replace(/\s.*$/, '').toLowerCase()) || childOf(shape, 'v:fill') !== undefined
    );
  }
  const look = childOf(shape, 'wps:spPr');
  if (childOf(look, 'a:noFill')) return around.backdrop;
  const solid = childOf(look, 'a:solidFill');
  const color = solid?.children.find(isElement);
  if (color) {
    const value = color.attributes.val ?? '';
    return color.name === 'a:srgbClr'
      ? !isWhite(value.toUpperCase())
      : color.children.length > 0 || !PAPER.includes(value);
  }
  if (['a:gradFill', 'a:blipFill', 'a:pattFill', 'a:grpFill'].some((name) => childOf(look, name)))
    return true;
  const reference = childOf(childOf(shape, 'wps:style'), 'a:fillRef');
  if (!reference || reference.attributes.idx === '0') return around.backdrop;
  return !PAPER.includes(reference.children.find(isElement)?.attributes.val ?? '');
};

/** What a tracked change says of all that it holds. */
export const withinChange = ({ name }: XmlElement, around: Surroundings): Surroundings => {
  if (name === 'w:del') return { ...around, standing: 'deleted' };
  if (name === 'w:moveFrom') return { ...around, standing: 'moved' };
  return name === 'w:ins' ? { ...around, inserted: true } : around;
};

const TEXTS = ['w:t', 'w:delText', 'm:t'];

/** All text within an element, whatever becomes of it. */
export const allText = (element: XmlElement): string =>
  TEXTS.includes(element.name)
    ? textOf(element)
    : element.children.map((child) => (isElement(child) ? allText(child) : '')).join('');

const SAYING = new Set([
  'w:t',
  'w:sym',
  'a:blip',
  'v:imagedata',
  'c:chart',
  'cx:chart',
  'dgm:relIds',
  'o:OLEObject',
  'm:t',
  'v:textpath',
  'w:contentPart',
]);

/** Whether anything within an element comes into the copy or is remarked. */
export const says = (element: XmlElement): boolean =>
  SAYING.has(element.name) || element.children.some((child) => isElement(child) && says(child));
