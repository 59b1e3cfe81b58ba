/**
 * The pictures of a Word document, by the names that the manuscript's image lines give. A picture that is linked or
 * whose part is missing keeps its place and a name, so that it can be asked for; a picture that stands twice in the
 * document is one.
 */
import type { WordPackage } from './word-package.ts';
import { childOf, descendantsOf, type XmlElement } from './xml-tree.ts';

export interface FoundPicture {
  readonly name: string;
  /** What Word did to it and the picture that comes does not show, in words; '' for nothing. */
  readonly changes: string;
  /** Beyond what a manuscript has. */
  readonly isTooMany: boolean;
}

const MOST_PICTURES = 300;

export class DocumentPictures {
  /** Without those that are linked, missing or broken. */
  readonly bytes = new Map<string, Uint8Array>();
  private readonly pkg: WordPackage;
  private readonly names = new Map<string, string>();

  constructor(pkg: WordPackage) {
    this.pkg = pkg;
  }

  /** Null where the element shows no picture. */
  find(element: XmlElement, part: string): FoundPicture | null {
    const id = pictureId(element);
    if (id === null) return null;
    const relationship = this.pkg.relationshipsOf(part).get(id);
    const key = relationship?.external
      ? `link ${relationship.target}`
      : (relationship?.target ?? `none ${id}`);
    const changes = changesOf(element);
    const known = this.names.get(key);
    if (known !== undefined) return { name: known, changes, isTooMany: false };
    const number = this.names.size + 1;
    if (number > MOST_PICTURES) return { name: `文档图片${number}`, changes, isTooMany: true };
    const name = (relationship?.external && linkedName(relationship.target)) || `文档图片${number}`;
    this.names.set(key, name);
    const bytes = relationship && !relationship.external ? this.pkg.picture(relationship.target) : null;
    if (bytes && !this.bytes.has(name)) this.bytes.set(name, bytes);
    return { name, changes, isTooMany: false };
  }
}

/** The picture is in the document, or a link to it is; both where Word keeps a copy. */
const pictureId = (element: XmlElement): string | null => {
  const shown =
    element.name === 'pic:pic' || element.name === 'a:blipFill'
      ? descendantsOf(element, 'a:blip')[0]
      : element;
  const {
    'r:embed': embed,
    'r:link': link,
    'r:id': id,
    'r:href': href,
    'r:pict': pict,
  } = shown?.attributes ?? {};
  return [embed, link, id, pict, href].find((one) => one !== undefined && one !== '') ?? null;
};

/** The file's name of a link, as an image line can hold it. */
const linkedName = (target: string): string => {
  let path = target.replace(/[?#].*$/, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A bare % is a character.
  }
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name
    .replace(/[\u0000-\u001f\u007f[\]()!]/g, '')
    .trim()
    .slice(0, 80);
};

const SIDES = [
  ['l', '左'],
  ['t', '上'],
  ['r', '右'],
  ['b', '下'],
] as const;

/** Thousandths of a percent in DrawingML; shares, or 65536ths with an f, in VML. */
const shareOf = (value: string | undefined): number => {
  if (value === undefined) return 0;
  const number = Number.parseFloat(value);
  if (value.endsWith('f')) return number / 65536;
  return value.endsWith('%') ? number / 100 : number / 100_000;
};

const changesOf = (element: XmlElement): string => {
  const cuts: string[] = [];
  const cut = (side: string, share: number): void => {
    if (share >= 0.005 && share < 1) cuts.push(`${side}${Math.round(share * 100)}%`);
  };
  const fill = element.name === 'pic:pic' ? childOf(element, 'pic:blipFill') : element;
  const rectangle = childOf(fill, 'a:srcRect');
  for (const [name, side] of SIDES) cut(side, shareOf(rectangle?.attributes[name]));
  if (element.name === 'v:imagedata')
    for (const [name, side] of [
      ['left', '左'],
      ['top', '上'],
      ['right', '右'],
      ['bottom', '下'],
    ] as const) {
      const value = element.attributes[`crop${name}`];
      cut(
        side,
        value?.endsWith('f') || value?.endsWith('%') ? shareOf(value) : Number.parseFloat(value ?? '0'),
      );
    }
  const frame = childOf(childOf(element, 'pic:spPr'), 'a:xfrm')?.attributes;
  const turned = Math.round(Number(frame?.rot ?? 0) / 60_000) % 360;
  const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';
  return [
    cuts.length > 0 ? `裁去了${cuts.join('、')}` : '',
    turned !== 0 ? `转了${turned}度` : '',
    isOn(frame?.flipH) || isOn(frame?.flipV) ? '翻转过' : '',
  ]
    .filter((change) => change !== '')
    .join('，');
};
