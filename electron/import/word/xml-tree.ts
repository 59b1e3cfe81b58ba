/**
 * A part of a Word document as a tree, by saxes, which expands no entities but XML's own. Names are given with the
 * prefixes that Word itself writes (w:p, a:blip), whatever prefixes the document uses and whether its names are those
 * of Transitional or of Strict OOXML; names of unknown spaces get the prefix ?. Attributes go by their local name, but
 * for relationships' (r:id).
 *
 * Limits: elements and their depth are counted, so that a hostile part is refused before it fills memory or stack.
 * What is not well-formed is read as far as it goes and said by `damaged`.
 */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

export interface XmlTree {
  readonly root: XmlElement;
  readonly damaged: boolean;
}

/** Why a part is not read at all. */
export class XmlFault extends Error {
  readonly kind: 'unreadable' | 'too-large' | 'unsafe';

  constructor(kind: XmlFault['kind']) {
    super(kind);
    this.name = 'XmlFault';
    this.kind = kind;
  }
}

/** A year of a weekly's copy has some 300,000 elements; a document's tables and boxes stand in one another ten deep. */
const LIMITS = { elements: 1_500_000, depth: 400, faults: 100 };
const PIECE = 1 << 16;

const OFFICE = ['http://schemas.openxmlformats.org/', 'http://purl.oclc.org/ooxml/'];
const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010/';
const SPACES: Readonly<Record<string, string>> = {
  'wordprocessingml/main': 'w',
  'officeDocument/relationships': 'r',
  'officeDocument/math': 'm',
  'drawingml/main': 'a',
  'drawingml/wordprocessingDrawing': 'wp',
  'drawingml/picture': 'pic',
  'drawingml/chart': 'c',
  'drawingml/diagram': 'dgm',
  'markup-compatibility/2006': 'mc',
  'package/2006/relationships': 'rel',
  'package/2006/content-types': 'ct',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  [`${WORD_2010}wordprocessingShape`]: 'wps',
  [`${WORD_2010}wordprocessingGroup`]: 'wpg',
  [`${WORD_2010}wordprocessingCanvas`]: 'wpc',
  [`${WORD_2010}wordml`]: 'w14',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
};

const KNOWN_PREFIXES = new Set(Object.values(SPACES));

/** Transitional names hold the year (…/wordprocessingml/2006/main), strict ones do not. */
const prefixOf = (uri: string): string => {
  const office = OFFICE.find((start) => uri.startsWith(start));
  const name = office === undefined ? uri : uri.slice(office.length);
  return SPACES[name] ?? SPACES[name.replace('/2006/', '/')] ?? '?';
};

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
}

/** Throws XmlFault. */
export const readXml = (bytes: Uint8Array): XmlTree => {
  const text = decodeXml(bytes);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const prefixes = new Map<string, string>();
  const canonical = (uri: string, prefix: string): string => {
    if (uri === '') return KNOWN_PREFIXES.has(prefix) ? prefix : '?';
    const known = prefixes.get(uri) ?? prefixOf(uri);
    prefixes.set(uri, known);
    return known;
  };
  const stack: OpenElement[] = [];
  let root: OpenElement | null = null;
  let elements = 0;
  let faults = 0;
  parser.on('doctype', () => {
    throw new XmlFault('unsafe');
  });
  parser.on('error', ({ message }) => {
    /* A prefix that nothing declares is taken for Word's own. */
    if (message.includes('unbound namespace prefix')) return;
    if (++faults > LIMITS.faults) throw new XmlFault('unreadable');
  });
  parser.on('opentag', (tag) => {
    if (++elements > LIMITS.elements || stack.length >= LIMITS.depth) throw new XmlFault('too-large');
    const attributes: Record<string, string> = Object.create(null);
    for (const { local, prefix: given, uri, value } of Object.values(tag.attributes)) {
      const prefix = given === '' ? '' : canonical(uri, given);
      if (prefix === '?') continue;
      attributes[prefix === 'r' ? `r:${local}` : local] ??= value;
    }
    const element: OpenElement = {
      name: `${canonical(tag.uri, tag.prefix)}:${tag.local}`,
      attributes,
      children: [],
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => stack.pop());
  const addText = (value: string): void => {
    stack.at(-1)?.children.push(value);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
  if (root === null) throw new XmlFault('unreadable');
  return { root, damaged: faults > 0 };
};

/** XML is UTF-8 unless its mark or its declaration says otherwise. */
const decodeXml = (bytes: Uint8Array): string => {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  const swapped = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c);
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  for (const label of [utf16 ? 'utf-16le' : swapped ? 'utf-16be' : declared, 'utf-8'])
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // An encoding that nobody knows: read as UTF-8.
    }
  throw new XmlFault('unreadable');
};

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => isElement(child) && child.name === name);

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => isElement(child) && child.name === name);

/** The value of a child that is one property: `<w:sz w:val="21"/>`. */
export const propertyOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.val;

/** The descendants of a name, in the order of the document. */
export const descendantsOf = (element: XmlElement, name: string, found: XmlElement[] = []): XmlElement[] => {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.name === name) found.push(child);
    descendantsOf(child, name, found);
  }
  return found;
};

/** The characters directly in an element. */
export const textOf = (element: XmlElement): string =>
  element.children.filter((child): child is string => !isElement(child)).join('');
