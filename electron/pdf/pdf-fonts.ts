/**
 * A face as a PDF font: Type0, Identity-H, with the subset, its widths and the way back to Unicode. One font object
 * per face for the whole document. Codes are characters (character-codes.ts); the way back names each of them, since
 * ranges are read differently: ghostscript loses the text of a file that has them. From a code to the glyph leads the CIDToGIDMap of a CIDFontType2 (TrueType outlines), the charset of the
 * font itself in a CIDFontType0 (PostScript outlines).
 */

import { createHash } from 'node:crypto';
import { zlibSync } from 'fflate';
import { type PDFContext, PDFName, PDFRawStream, type PDFRef, PDFString } from 'pdf-lib';
import { type Cache, family, kept } from '../../core/cache.ts';
import { BUILT_IN_FACES } from '../../core/font/face.ts';
import { userFaceName } from '../../core/font/user-face.ts';
import type { CffGlyphs, FaceGlyphs, TrueTypeGlyphs } from '../fonts/glyph-source.ts';
import type { FontFacts } from '../fonts/glyph-store-format.ts';
import { characterOf, codeOf, formOf, gapUnits, type Printed, unicodeOf } from './character-codes.ts';
import { deflatedGlyphMap } from './glyph-map.ts';
import { NAME_AT, subsetCff } from './subset-cff.ts';
import { subsetFont, type WideForm } from './subset-font.ts';

/** What goes into the file for one face and one set of characters; streams are deflated. */
interface EmbeddedFace {
  readonly tag: string;
  readonly program: Uint8Array;
  readonly programLength: number;
  /** CIDToGIDMap; null where the program itself leads from code to glyph. */
  readonly glyphOfCode: Uint8Array | null;
  readonly toUnicode: Uint8Array;
  readonly widths: (number | number[])[];
}

const DEFAULT_WIDTH = 1000;
/** Entries of one bfrange or bfchar block (Adobe Technical Note 5411: at most 100). */
const BLOCK = 100;

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

const utf16 = (character: number): string =>
  character <= 0xffff
    ? hex4(character)
    : hex4(0xd800 + ((character - 0x10000) >> 10)) + hex4(0xdc00 + ((character - 0x10000) & 0x3ff));

const blocks = (kind: string, entries: readonly string[]): string => {
  let out = '';
  for (let i = 0; i < entries.length; i += BLOCK) {
    const part = entries.slice(i, i + BLOCK);
    out += `${part.length} begin${kind}\n${part.join('\n')}\nend${kind}\n`;
  }
  return out;
};

/** Of each code the character that it is read as. `codes` ascend. */
const toUnicodeCMap = (codes: readonly (readonly [number, number])[]): string =>
  '/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
  '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n' +
  '/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n' +
  '1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n' +
  blocks(
    'bfchar',
    codes.map(([code, character]) => `<${hex4(code)}><${utf16(character)}>`),
  ) +
  'endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend';

const ascii = new TextEncoder();
const asciiBytes = (text: string): Uint8Array => ascii.encode(text);

/** Six capitals from the program's bytes: two different subsets of a face never share a name. */
const subsetTag = (program: Uint8Array): string => {
  const digest = createHash('sha256').update(program).digest();
  return String.fromCharCode(...[...digest.subarray(0, 6)].map((value) => 65 + (value % 26)));
};

interface EmbeddedProgram {
  readonly bytes: Uint8Array;
  readonly tag: string;
  /** Deflated. */
  readonly glyphOfCode: Uint8Array | null;
}

/** What a code stands for: a glyph of the face, or a form of it with gaps in its box. Font units. */
interface Coded {
  readonly printed: Printed;
  readonly glyph: number;
  readonly shift: number;
  readonly advance: number;
}

/** Codes ascending. */
type CodedGlyphs = ReadonlyMap<number, Coded>;

const codedOf = (store: FaceGlyphs, printed: Printed): Coded => {
  const { lead, trail } = formOf(printed);
  const glyph = store.glyphOf(characterOf(printed));
  const shift = gapUnits(store, lead);
  return { printed, glyph, shift, advance: store.advance(glyph) + shift + gapUnits(store, trail) };
};

/** Codes of the same form share it: the 4 of ⁴ before Han and any other. */
const keyOf = ({ glyph, shift, advance }: WideForm): string => `${glyph} ${shift} ${advance}`;

const trueTypeProgram = (store: TrueTypeGlyphs, coded: CodedGlyphs): EmbeddedProgram => {
  const isForm = ({ glyph, advance }: Coded): boolean => advance !== store.advance(glyph);
  const forms = new Map<string, WideForm>();
  for (const code of coded.values()) if (isForm(code)) forms.set(keyOf(code), code);
  const glyphs = [...coded.values()].map(({ glyph }) => glyph);
  const { bytes, numberOf, formNumbers } = subsetFont(store, glyphs, [...forms.values()]);
  const numberOfForm = new Map([...forms.keys()].map((key, i) => [key, formNumbers[i]!]));
  const glyphOfCode = [...coded].map(
    ([code, of]) => [code, isForm(of) ? numberOfForm.get(keyOf(of))! : numberOf.get(of.glyph)!] as const,
  );
  return { bytes, tag: subsetTag(bytes), glyphOfCode: deflatedGlyphMap(glyphOfCode) };
};

const NO_TAG = 'AAAAAA';

/** The program says its own name, tag and all; the tag is of the program with none. */
const cffProgram = (store: CffGlyphs, coded: CodedGlyphs): EmbeddedProgram => {
  const drawn = new Map(
    [...coded].flatMap(([code, { glyph }]) => (glyph === 0 ? [] : [[code, glyph] as const])),
  );
  const bytes = subsetCff(store.font, `${NO_TAG}+${postScriptName(store)}`, drawn);
  const tag = subsetTag(bytes);
  bytes.set(asciiBytes(tag), NAME_AT);
  return { bytes, tag, glyphOfCode: null };
};

const postScriptName = ({ face }: FaceGlyphs): string =>
  BUILT_IN_FACES.find((known) => known.id === face)?.postScriptName ?? userFaceName(face) ?? face;

const embedFace = (store: FaceGlyphs, characters: readonly Printed[], cache: Cache): EmbeddedFace => {
  const unordered = new Map(
    characters.map((printed) => [codeOf(store, printed, cache), codedOf(store, printed)]),
  );
  const coded: CodedGlyphs = new Map([...unordered].sort(([a], [b]) => a - b));
  const program = store.kind === 'cff' ? cffProgram(store, coded) : trueTypeProgram(store, coded);
  const widths: (number | number[])[] = [];
  let previous = -2;
  for (const [code, { advance }] of coded) {
    const width = (advance * 1000) / store.facts.unitsPerEm;
    if (width === DEFAULT_WIDTH) continue;
    const group = widths.at(-1);
    if (code === previous + 1 && Array.isArray(group)) group.push(width);
    else widths.push(code, [width]);
    previous = code;
  }
  const cmap = toUnicodeCMap(
    [...coded].map(([code, { printed }]) => [code, unicodeOf(store, printed, cache)]),
  );
  return {
    tag: program.tag,
    program: zlibSync(program.bytes, { level: 6 }),
    programLength: program.bytes.length,
    glyphOfCode: program.glyphOfCode,
    toUnicode: zlibSync(asciiBytes(cmap), { level: 6 }),
    widths,
  };
};

/** Kept from the last document: most edits bring no new character. */
const EMBEDDED = family<FaceGlyphs, EmbeddedFace>('embedded faces');

/** ISO 32000-1, table 123: symbolic, since the font has no Latin encoding; serif where it is one. */
const flagsOf = (facts: FontFacts): number => 4 | (facts.serif ? 2 : 0) | (facts.italicAngle === 0 ? 0 : 64);

/** Thickness of upright stems, which the font does not tell: the usual estimate from the weight. */
const stemOf = (weight: number): number => Math.round(50 + (weight / 65) ** 2);

/** Writes the font of a face for these characters; returns the Type0 dictionary. */
export const writeFont = (
  context: PDFContext,
  store: FaceGlyphs,
  used: Iterable<Printed>,
  cache: Cache,
): PDFRef => {
  const { facts } = store;
  const characters = [...used].sort((a, b) => a - b);
  const face = kept(cache, EMBEDDED, store, characters, () => embedFace(store, characters, cache));
  const name = `${face.tag}+${postScriptName(store)}`;
  const stream = (bytes: Uint8Array, extra: Record<string, number | string> = {}): PDFRef =>
    context.register(
      PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: bytes.length, ...extra }), bytes),
    );
  const perMille = (units: number): number => Math.round((units * 1000) / facts.unitsPerEm);
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: flagsOf(facts),
      FontBBox: [facts.xMin, facts.yMin, facts.xMax, facts.yMax].map(perMille),
      ItalicAngle: facts.italicAngle,
      Ascent: perMille(facts.ascent),
      Descent: perMille(facts.descent),
      CapHeight: perMille(facts.capHeight),
      StemV: stemOf(facts.weight),
      ...(store.kind === 'cff'
        ? { FontFile3: stream(face.program, { Subtype: 'CIDFontType0C' }) }
        : { FontFile2: stream(face.program, { Length1: face.programLength }) }),
    }),
  );
  const descendant = context.obj({
    Type: 'Font',
    Subtype: store.kind === 'cff' ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: name,
    FontDescriptor: descriptor,
    DW: DEFAULT_WIDTH,
    W: face.widths,
    ...(face.glyphOfCode ? { CIDToGIDMap: stream(face.glyphOfCode) } : {}),
  });
  // Strings, which the context's literals would make names.
  const system = context.obj({ Supplement: 0 });
  system.set(PDFName.of('Registry'), PDFString.of('Adobe'));
  system.set(PDFName.of('Ordering'), PDFString.of('Identity'));
  descendant.set(PDFName.of('CIDSystemInfo'), system);
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant)],
      ToUnicode: stream(face.toUnicode),
    }),
  );
};
