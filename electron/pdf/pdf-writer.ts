/**
 * DisplayList to PDF 1.7. The page boxes are the display list's points; pages, fonts and pictures follow one
 * another in reading order. No clock and no chance: the same list gives the same bytes, and the file's
 * identifier is a hash of what it holds. pdf-lib writes the objects; all streams come deflated.
 */
import { createHash } from 'node:crypto';
import {
  PDFContext,
  PDFCrossRefSection,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFTrailer,
  PDFTrailerDict,
} from 'pdf-lib';
import type { DisplayList } from '../../core/display/display-list.ts';
import type { FaceId } from '../../core/font/face.ts';
import type { PictureId } from '../../core/issue/issue.ts';
import { InputError } from '../base/input-error.ts';
import type { GlyphStores } from '../fonts/font-files.ts';
import type { PngPicture } from '../pictures/png-samples.ts';
import type { Printed } from './character-codes.ts';
import { type PageContent, pageContent } from './page-content.ts';
import { writeFont } from './pdf-fonts.ts';
import { writePicture } from './pdf-pictures.ts';

const NEWLINE = 0x0a;
const SPACE = 0x20;

/** What the document prints in each face, faces in the order of their first use. */
const charactersByFace = (contents: readonly PageContent[]): Map<FaceId, Set<Printed>> => {
  const all = new Map<FaceId, Set<Printed>>();
  for (const content of contents)
    for (const { face, characters } of content.faces) {
      const known = all.get(face) ?? new Set<Printed>();
      for (const character of characters) known.add(character);
      all.set(face, known);
    }
  return all;
};

const writeFonts = (
  context: PDFContext,
  contents: readonly PageContent[],
  stores: GlyphStores,
): Map<FaceId, PDFRef> => {
  const fonts = new Map<FaceId, PDFRef>();
  for (const [face, characters] of charactersByFace(contents))
    fonts.set(face, writeFont(context, stores.of(face), characters, stores.cache));
  return fonts;
};

const writePictures = (
  context: PDFContext,
  contents: readonly PageContent[],
  pictures: ReadonlyMap<PictureId, Uint8Array>,
  decoded: ReadonlyMap<PictureId, PngPicture>,
): Map<PictureId, PDFRef> => {
  const written = new Map<PictureId, PDFRef>();
  for (const id of contents.flatMap((content) => content.pictures)) {
    if (written.has(id)) continue;
    const bytes = pictures.get(id);
    if (!bytes) throw new Error(`the display list places a picture that was not given: ${id}`);
    written.set(id, writePicture(context, id, bytes, decoded.get(id)));
  }
  return written;
};

const resources = (prefix: string, refs: readonly PDFRef[]): Record<string, PDFRef> =>
  Object.fromEntries(refs.map((ref, i) => [`${prefix}${i}`, ref]));

const writePages = (
  context: PDFContext,
  list: DisplayList,
  contents: readonly PageContent[],
  fonts: ReadonlyMap<FaceId, PDFRef>,
  pictures: ReadonlyMap<PictureId, PDFRef>,
): PDFRef => {
  const parent = context.nextRef();
  const kids = list.pages.map(({ width, height }, i) => {
    const content = contents[i]!;
    const { stream } = content;
    const box = [0, 0, width, height].map((value) => Math.round(value * 1000) / 1000);
    const page = {
      Type: 'Page',
      Parent: parent,
      MediaBox: box,
      TrimBox: box,
      Resources: {
        Font: resources(
          'F',
          content.faces.map(({ face }) => fonts.get(face)!),
        ),
        XObject: resources(
          'P',
          content.pictures.map((id) => pictures.get(id)!),
        ),
      },
      Contents: context.register(
        PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: stream.length }), stream),
      ),
    };
    return context.register(context.obj(page));
  });
  context.assign(parent, context.obj({ Type: 'Pages', Count: kids.length, Kids: kids }));
  return parent;
};

/** The file: header, objects, cross-reference table, trailer (ISO 32000-1, 7.5). */
const serialize = (context: PDFContext, root: PDFRef, info: PDFRef): Uint8Array => {
  const header = PDFHeader.forVersion(1, 7);
  const table = PDFCrossRefSection.create();
  const objects = context.enumerateIndirectObjects();
  const frames = objects.map(([ref, object]) => {
    const start = `${ref.objectNumber} ${ref.generationNumber} obj\n`;
    return { ref, object, start, size: start.length + object.sizeInBytes() + '\nendobj\n'.length };
  });
  const body = frames.reduce((sum, { size }) => sum + size, header.sizeInBytes() + 1);
  const bytes = new Uint8Array(body);
  const ascii = (text: string, at: number): number => {
    for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
    return at + text.length;
  };
  let at = header.copyBytesInto(bytes, 0);
  bytes[at++] = NEWLINE;
  for (const { ref, object, start } of frames) {
    table.addEntry(ref, at);
    at = ascii(start, at);
    at += object.copyBytesInto(bytes, at);
    at = ascii('\nendobj\n', at);
  }
  const id = PDFHexString.of(createHash('sha256').update(bytes).digest('hex').slice(0, 32));
  const entries = context.obj({
    Size: context.largestObjectNumber + 1,
    Root: root,
    Info: info,
    ID: [id, id],
  });
  const parts = [table, PDFTrailerDict.of(entries), PDFTrailer.forLastCrossRefSectionOffset(body)];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.sizeInBytes() + 1, body));
  whole.fill(SPACE, body);
  whole.set(bytes);
  for (const part of parts) {
    at += part.copyBytesInto(whole, at);
    whole[at++] = NEWLINE;
  }
  return whole;
};

/** What of a PDF can be made before it is known which pictures are sound; kept by the pages for `writePdf`. */
export const preparePages = (list: DisplayList, stores: GlyphStores): void => {
  for (const page of list.pages) pageContent(page, stores);
};

/**
 * The PDF of a display list.
 *
 * @param pictures the encoded files (JPEG, PNG) of all pictures that the list places
 * @param decoded samples of those PNGs that were decoded elsewhere
 */
export const writePdf = (
  list: DisplayList,
  stores: GlyphStores,
  pictures: ReadonlyMap<PictureId, Uint8Array> = new Map(),
  decoded: ReadonlyMap<PictureId, PngPicture> = new Map(),
): Uint8Array => {
  /* A PDF without pages is one that most readers refuse. */
  if (list.pages.length === 0) throw new InputError('这一期没有版面，不能生成 PDF，请先加一个版。');
  const context = PDFContext.create();
  const contents = list.pages.map((page) => pageContent(page, stores));
  const fonts = writeFonts(context, contents, stores);
  const placed = writePictures(context, contents, pictures, decoded);
  const pages = writePages(context, list, contents, fonts, placed);
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: pages,
    ViewerPreferences: { DisplayDocTitle: true },
  });
  catalog.set(PDFName.of('Lang'), PDFHexString.fromText('zh-CN'));
  const info = context.obj({});
  info.set(PDFName.of('Title'), PDFHexString.fromText(list.title));
  info.set(PDFName.of('Producer'), PDFHexString.fromText('Zuban'));
  return serialize(context, context.register(catalog), context.register(info));
};
