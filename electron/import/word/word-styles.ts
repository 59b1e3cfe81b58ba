/**
 * The styles of a Word document: what each states with all that it is based on. A document without styles, or with
 * styles based on one another in a circle, is read all the same.
 */
import { isShaded, over, type RunProperties, readRunProperties } from './run-properties.ts';
import { childOf, childrenOf, descendantsOf, propertyOf, type XmlElement } from './xml-tree.ts';

export interface WordStyle {
  readonly name: string;
  readonly run: RunProperties;
  /** Of the list that the style belongs to; '' for none. */
  readonly list: string;
  readonly level: number | null;
  /** A table's style that shades something: white text in it may be visible. */
  readonly shades: boolean;
}

const NO_STYLE: WordStyle = { name: '', run: {}, list: '', level: null, shades: false };
/** Word allows ten or so. */
const LONGEST_CHAIN = 50;

export class WordStyles {
  readonly defaults: RunProperties;
  private readonly elements = new Map<string, XmlElement>();
  private readonly settled = new Map<string, WordStyle>();
  private readonly usual = new Map<string, string>();

  constructor(tree: XmlElement | null) {
    const defaults = childOf(childOf(tree ?? undefined, 'w:docDefaults'), 'w:rPrDefault');
    this.defaults = readRunProperties(childOf(defaults, 'w:rPr'));
    for (const style of childrenOf(tree ?? undefined, 'w:style')) {
      const { styleId, type = 'paragraph', default: isDefault } = style.attributes;
      if (styleId === undefined) continue;
      const key = `${type} ${styleId}`;
      if (!this.elements.has(key)) this.elements.set(key, style);
      if (isDefault !== undefined && !['0', 'false', 'off'].includes(isDefault))
        this.usual.set(type, styleId);
    }
  }

  /** The style of that id, or the usual one of its kind. */
  find(type: 'paragraph' | 'character' | 'table' | 'numbering', id: string | undefined): WordStyle {
    const wanted = id !== undefined && this.elements.has(`${type} ${id}`) ? id : this.usual.get(type);
    return wanted === undefined ? NO_STYLE : this.settle(`${type} ${wanted}`);
  }

  private settle(key: string): WordStyle {
    const known = this.settled.get(key);
    if (known) return known;
    const type = key.slice(0, key.indexOf(' '));
    const chain: XmlElement[] = [];
    let at = this.elements.get(key);
    while (at && chain.length < LONGEST_CHAIN && !chain.includes(at)) {
      chain.push(at);
      at = this.elements.get(`${type} ${propertyOf(at, 'w:basedOn') ?? ''}`);
    }
    let style = NO_STYLE;
    for (const element of chain.reverse()) {
      const list = childOf(childOf(element, 'w:pPr'), 'w:numPr');
      const level = propertyOf(list, 'w:ilvl');
      style = {
        name: propertyOf(element, 'w:name') ?? '',
        run: {
          ...over(readRunProperties(childOf(element, 'w:rPr')), style.run),
          ...(isShaded(childOf(element, 'w:pPr')) ? { shaded: true } : {}),
        },
        list: propertyOf(list, 'w:numId') ?? style.list,
        level: level === undefined ? style.level : Number(level),
        shades: style.shades || (type === 'table' && descendantsOf(element, 'w:shd').length > 0),
      };
    }
    this.settled.set(key, style);
    return style;
  }
}

/** 0 where a paragraph's style is no heading. Chinese Word keeps the English names of its own styles. */
export const headingLevel = (style: string): number => {
  const numbered = /^(?:heading|标题)\s*([1-6])$/i.exec(style)?.[1];
  if (numbered !== undefined) return Number(numbered);
  if (/^(title|标题)$/i.test(style)) return 1;
  return /^(subtitle|副标题)$/i.test(style) ? 2 : 0;
};

/** A style of captions, Word's own or an office's. */
export const isCaptionStyle = (style: string): boolean =>
  /^(?:caption|题注|图注|图片说明|图说)$/i.test(style);
