/** Word documents made in the test: a .docx of the few parts that Word needs, and the smallest .doc that has text. */
import { zipSync } from 'fflate';

export interface WordRun {
  readonly text?: string;
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  /** File under word/media. */
  readonly image?: string;
}

export interface WordParagraph {
  readonly runs: readonly WordRun[];
  readonly style?: string;
}

export const words = (...runs: readonly (WordRun | string)[]): WordParagraph => ({
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
});
export const styled = (style: string, text: string): WordParagraph => ({ style, runs: [{ text }] });

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"';

const runXml = ({ text, bold, size, image }: WordRun, images: readonly string[]): string => {
  const properties = `${bold ? '<w:b/>' : ''}${size === undefined ? '' : `<w:sz w:val="${size * 2}"/>`}`;
  const drawing =
    image === undefined
      ? ''
      : `<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="image${images.indexOf(image)}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const content = text === undefined ? '' : `<w:t xml:space="preserve">${text}</w:t>`;
  return `<w:r><w:rPr>${properties}</w:rPr>${content}${drawing}</w:r>`;
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const documentXml = (body: string): string =>
  `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;

/** The file's parts; `media` by file name. */
export const docxParts = (
  paragraphs: readonly WordParagraph[],
  media: Readonly<Record<string, Uint8Array>> = {},
): Record<string, Uint8Array> => {
  const images = Object.keys(media);
  const body = paragraphs
    .map(
      ({ runs, style }) =>
        `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs.map((run) => runXml(run, images)).join('')}</w:p>`,
    )
    .join('');
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  return {
    '[Content_Types].xml': encode(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': encode(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': encode(documentXml(body)),
    'word/styles.xml': encode(
      `<w:styles ${NAMESPACES}>${style('1', 'heading 1')}${style('2', 'heading 2')}</w:styles>`,
    ),
    'word/_rels/document.xml.rels': encode(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${REL}/styles" Target="styles.xml"/>${images
        .map((file, i) => `<Relationship Id="image${i}" Type="${REL}/image" Target="media/${file}"/>`)
        .join('')}</Relationships>`,
    ),
    ...Object.fromEntries(images.map((file) => [`word/media/${file}`, media[file]!])),
  };
};

export const docx = (
  paragraphs: readonly WordParagraph[],
  media: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array => zipSync(docxParts(paragraphs, media));

export interface DocumentParts {
  /** Inside w:styles and w:numbering. */
  readonly styles?: string;
  readonly numbering?: string;
  /** Relationships of the body: id, type, target; a target with :// is external. */
  readonly relations?: readonly (readonly [id: string, type: string, target: string])[];
  /** Other parts, or others in place of the usual ones; null for none. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** The parts of a document with that inside its w:body, for what paragraphs and runs do not say. */
export const partsOf = (body: string, made: DocumentParts = {}): Record<string, Uint8Array> => {
  const { styles = '', numbering, relations = [], parts = {} } = made;
  const all: readonly (readonly [string, string, string])[] = [
    ['s', 'styles', 'styles.xml'],
    ['n', 'numbering', 'numbering.xml'],
    ...relations,
  ];
  const relationship = ([id, type, target]: readonly [string, string, string]) =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"${/:\/\/|^\\\\/.test(target) ? ' TargetMode="External"' : ''}/>`;
  const texts: Record<string, string | Uint8Array | null> = {
    'word/document.xml': documentXml(body),
    'word/styles.xml': `<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>${styles}</w:styles>`,
    ...(numbering === undefined
      ? {}
      : { 'word/numbering.xml': `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>` }),
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(relationship).join('')}</Relationships>`,
    ...parts,
  };
  const whole = docxParts([]);
  for (const [name, content] of Object.entries(texts)) {
    if (content === null) delete whole[name];
    else whole[name] = typeof content === 'string' ? encode(content) : content;
  }
  return whole;
};

/** A part of Word's with its namespaces: partXml('footnotes', …). */
export const partXml = (name: string, inner: string): string => {
  const prefixed = name.includes(':') ? name : `w:${name}`;
  return `<${prefixed} ${NAMESPACES}>${inner}</${prefixed}>`;
};

/** A paragraph; the text is in one run where no XML is given. */
export const p = (inner: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : r(inner)}</w:p>`;

/** A run. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A table of cells that are paragraphs' XML, or text. */
export const tbl = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A picture in a run. */
export const picture = (id: string, attribute = 'embed', more = ''): string =>
  `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${attribute}="${id}"/>${more}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const SECTOR = 512;

/**
 * A compound file with the streams WordDocument and 1Table, each of 4,096 bytes or more, so that no short sectors are
 * needed. The text is one piece of UTF-16 at offset 2,048 (MS-DOC 2.4, 2.5).
 */
export const doc = (text: string): Uint8Array => {
  const main = Buffer.alloc(Math.max(8192, SECTOR * Math.ceil((2048 + text.length * 2) / SECTOR)));
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x0200, 0x0a);
  main.writeUInt32LE(2048, 0x18);
  main.writeUInt32LE(text.length, 0x4c);
  main.writeUInt32LE(0, 0x01a2);
  main.write(text, 2048, 'utf16le');
  const table = Buffer.alloc(4096);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(16, 1);
  table.writeUInt32LE(0, 5);
  table.writeUInt32LE(text.length, 9);
  table.writeUInt32LE(2048, 15);
  main.writeUInt32LE(21, 0x01a6);

  const mainSectors = main.length / SECTOR;
  const tableSectors = table.length / SECTOR;
  const allocation = Buffer.alloc(SECTOR, 0xff);
  const END = -2;
  allocation.writeInt32LE(-3, 0);
  allocation.writeInt32LE(END, 4);
  const chain = (from: number, count: number): void => {
    for (let i = 0; i < count; i++)
      allocation.writeInt32LE(i === count - 1 ? END : from + i + 1, (from + i) * 4);
  };
  chain(2, mainSectors);
  chain(2 + mainSectors, tableSectors);

  const directory = Buffer.alloc(SECTOR);
  const entry = (
    at: number,
    name: string,
    kind: number,
    links: readonly [number, number, number],
    start: number,
    size: number,
  ): void => {
    const offset = at * 128;
    directory.write(name, offset, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, offset + 64);
    directory.writeUInt8(kind, offset + 66);
    directory.writeUInt8(1, offset + 67);
    for (const [i, link] of links.entries()) directory.writeInt32LE(link, offset + 68 + i * 4);
    directory.writeInt32LE(start, offset + 116);
    directory.writeUInt32LE(size, offset + 120);
  };
  entry(0, 'Root Entry', 5, [-1, -1, 1], END, 0);
  entry(1, 'WordDocument', 2, [2, -1, -1], 2, main.length);
  entry(2, '1Table', 2, [-1, -1, -1], 2 + mainSectors, table.length);

  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeInt32LE(1, 44);
  header.writeInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeInt32LE(END, 60);
  header.writeInt32LE(0, 64);
  header.writeInt32LE(END, 68);
  header.writeInt32LE(0, 72);
  for (let i = 0; i < 109; i++) header.writeInt32LE(i === 0 ? 0 : -1, 76 + i * 4);
  return Buffer.concat([header, allocation, directory, main, table]);
};
