/**
 * One face from an editor's own font file: its table for layout, its outlines for the PDF, and a font for the
 * screen, all of the same glyphs. Any fault of the file is a FontRefusal.
 *
 * The font for the screen holds the tables that draw characters and no others: without GSUB and GPOS no feature of
 * the font or of the browser can put another glyph than the cmap's where the PDF has the cmap's. Of a variable font
 * with `glyf` the outlines of its default instance are used, which are what `glyf` itself holds.
 */
import { createHash } from 'node:crypto';
import type { FaceId, FaceTable } from '../../core/font/face.ts';
import { userFaceId } from '../../core/font/user-face.ts';
import { assembleSfnt } from './assemble-sfnt.ts';
import { type CffFont, readCffFont } from './cff-font.ts';
import { runCharstring } from './charstring.ts';
import { type CharacterMap, readCharacterMap } from './cmap.ts';
import { embeddingRefusal } from './embedding-permission.ts';
import { type FontNames, readNames } from './font-names.ts';
import { FontRefusal, readingFont, slice, viewOf } from './font-refusal.ts';
import { type GlyphMetrics, readFacts, readMetrics } from './glyph-metrics.ts';
import type { FaceGlyphs } from './glyph-source.ts';
import type { FontFacts } from './glyph-store-format.ts';
import { neededTable, type ReadBytes, readDirectories, type SfntDirectory, tableOf } from './sfnt.ts';
import { cffGlyphs, type GlyfRecords, readGlyfRecords, trueTypeGlyphs } from './user-glyphs.ts';

export interface UserFace {
  readonly id: FaceId;
  readonly names: FontNames;
  /** True where only the default instance of a variable font is used. */
  readonly variable: boolean;
  readonly table: FaceTable;
  readonly glyphs: FaceGlyphs;
  /** An sfnt for the browser. */
  readonly screenFont: () => Uint8Array;
}

/** What a folder's list needs of a font: read without its outlines. */
export interface FontHeading {
  readonly names: FontNames;
  readonly weight: number;
}

/** Names and permission. Throws FontRefusal where the font may not be embedded. */
export const readHeading = (read: ReadBytes, directory: SfntDirectory, file: string): FontHeading => {
  const os2 = viewOf(neededTable(read, directory, 'OS/2', file));
  const refusal = embeddingRefusal(os2.getUint16(8));
  if (refusal !== null) throw new FontRefusal(file, 'licence', refusal);
  return { names: readNames(neededTable(read, directory, 'name', file)), weight: os2.getUint16(4) };
};

const EM_DASH = 0x2014;
/** Where the dash's ink is unknown or absurd: about where Chinese faces have it, em. */
const USUAL_DASH = { bottom: 0.36, top: 0.4 };
const THICKEST_DASH = 0.3;

const dashEdges = (ink: { yMin: number; yMax: number } | null, unitsPerEm: number) =>
  ink !== null && ink.yMin > 0 && ink.yMax > ink.yMin && ink.yMax - ink.yMin < THICKEST_DASH * unitsPerEm
    ? { dashBottom: Math.round(ink.yMin), dashTop: Math.round(ink.yMax) }
    : {
        dashBottom: Math.round(USUAL_DASH.bottom * unitsPerEm),
        dashTop: Math.round(USUAL_DASH.top * unitsPerEm),
      };

/** Widest advance that layout can take seriously, em: wider ones are faults of the font. */
const WIDEST = 4;
/** Old PostScript fonts compose the letters up to here of two glyphs, which a subset cannot carry. */
const LAST_COMPOSED = 0x17f;

/** The characters that can really be set. */
const usableCharacters = (
  map: CharacterMap,
  metrics: GlyphMetrics,
  facts: FontFacts,
  cff: CffFont | null,
): CharacterMap => {
  const usable = (character: number, glyph: number): boolean => {
    if (metrics.advance(glyph) > WIDEST * facts.unitsPerEm) return false;
    if (cff === null) return true;
    if (glyph >= cff.glyphCount) return false;
    if (character > LAST_COMPOSED) return true;
    const { subrs } = cff.fontDicts[cff.fontDictOf(glyph)]!;
    return !runCharstring(cff.charString(glyph), cff.globalSubrs, subrs).unsupported;
  };
  const kept: number[] = [];
  map.codePoints.forEach((character, i) => {
    if (usable(character, map.glyphs[i]!)) kept.push(i);
  });
  return {
    codePoints: Uint32Array.from(kept, (i) => map.codePoints[i]!),
    glyphs: Uint16Array.from(kept, (i) => map.glyphs[i]!),
  };
};

const SCREEN_TABLES = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];
const OUTLINE_TABLES = { glyf: ['cvt ', 'fpgm', 'glyf', 'loca', 'prep'], cff: ['CFF '] } as const;
const OTTO = 0x4f54544f;
/** `post` of version 3.0, which names no glyph, for fonts that have none. */
const EMPTY_POST = Uint8Array.of(0, 3, ...new Array<number>(30).fill(0));

const screenFont = (read: ReadBytes, directory: SfntDirectory): Uint8Array => {
  const tables = [...SCREEN_TABLES, ...OUTLINE_TABLES[directory.outlines]].flatMap((tag) => {
    const table = tableOf(read, directory, tag) ?? (tag === 'post' ? EMPTY_POST : null);
    return table ? [[tag, table] as const] : [];
  });
  const ordered = tables.sort(([a], [b]) => (a < b ? -1 : 1));
  return assembleSfnt(ordered, directory.outlines === 'cff' ? OTTO : undefined);
};

const inkOfGlyf = (record: GlyfRecords, glyph: number) => {
  const bytes = record(glyph);
  if (bytes.length === 0) return null;
  const view = viewOf(slice(bytes, 0, 10));
  return { yMin: view.getInt16(4), yMax: view.getInt16(8) };
};

const inkOfCff = (font: CffFont, glyph: number) =>
  runCharstring(font.charString(glyph), font.globalSubrs, font.fontDicts[font.fontDictOf(glyph)]!.subrs).box;

/** The bytes of a whole file, to read from. */
export const reader =
  (bytes: Uint8Array): ReadBytes =>
  (offset, length) =>
    slice(bytes, offset, length);

/**
 * The face in a font file.
 *
 * @param index which font of a collection, from 0
 */
export const readUserFace = (bytes: Uint8Array, index: number, file: string): UserFace =>
  readingFont(file, () => {
    const read = reader(bytes);
    const directory = readDirectories(read, bytes.length, file)[index];
    if (!directory) throw new RangeError(`no font ${index} in the file`);
    const { names } = readHeading(read, directory, file);
    const table = (tag: string): Uint8Array => neededTable(read, directory, tag, file);
    const [head, hhea, maxp, os2] = [table('head'), table('hhea'), table('maxp'), table('OS/2')];
    const post = tableOf(read, directory, 'post');
    const facts = readFacts({ head, hhea, maxp, os2, post }, file);
    const glyphCount = viewOf(maxp).getUint16(4);
    const metrics = readMetrics(table('hmtx'), hhea, glyphCount);
    const mapped = readCharacterMap(table('cmap'), glyphCount, file);

    const cff = directory.outlines === 'cff' ? readCffFont(table('CFF '), file) : null;
    const record =
      cff === null
        ? readGlyfRecords(table('glyf'), table('loca'), viewOf(head).getInt16(50) === 1, glyphCount)
        : null;
    const characters = usableCharacters(mapped, metrics, facts, cff);
    if (characters.codePoints.length === 0)
      throw new FontRefusal(file, 'broken', '没有一个可用的字，没有使用。');

    const dash = characters.glyphs[characters.codePoints.indexOf(EM_DASH)];
    const ink = dash === undefined ? null : record ? inkOfGlyf(record, dash) : cff && inkOfCff(cff, dash);
    const digest = createHash('sha256').update(bytes).update(String(index)).digest('hex');
    const id = userFaceId(names.postScript, digest);
    const base = { face: id, file, facts, characters, metrics };
    const glyphs = cff ? cffGlyphs(base, cff) : trueTypeGlyphs(base, record!, glyphCount);
    return {
      id,
      names,
      variable: directory.places.has('fvar'),
      table: {
        id,
        unitsPerEm: facts.unitsPerEm,
        ascent: facts.ascent,
        descent: facts.descent,
        ...dashEdges(ink, facts.unitsPerEm),
        codePoints: characters.codePoints,
        advances: Uint16Array.from(characters.glyphs, metrics.advance),
      },
      glyphs,
      screenFont: () => screenFont(read, directory),
    };
  });
