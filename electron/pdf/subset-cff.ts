/**
 * A CID-keyed CFF font of the glyphs that an issue prints (Adobe Technical Note 5176, chapter 18): what PDF embeds
 * as CIDFontType0C. There is no CIDToGIDMap for such fonts: the font's own charset leads from CID to glyph, so it
 * is written to hold the content streams' codes, and a glyph that two codes share stands there twice.
 *
 * Charstrings are copied as they are. Subroutines keep their numbers, since charstrings name them by number: those
 * that no glyph calls become a bare `return`, which deflate makes nothing of. Name-keyed fonts become CID-keyed
 * ones with one font dictionary.
 */
import {
  type CffIndex,
  concat,
  type Dict,
  dictEntry,
  fixedInteger,
  OP,
  writeIndex,
} from '../fonts/cff-data.ts';
import type { CffFont } from '../fonts/cff-font.ts';
import { runCharstring } from '../fonts/charstring.ts';
import { FontRefusal, readingFont } from '../fonts/font-refusal.ts';

/** The first string of the font's own (Technical Note 5176, appendix A: 391 standard ones). */
const REGISTRY = 391;
const ORDERING = 392;
const RETURN = Uint8Array.of(11);

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const integers = (...values: readonly number[]): Uint8Array[] => values.map(fixedInteger);

interface CalledSubrs {
  readonly globals: Set<number>;
  /** By font dictionary. */
  readonly locals: ReadonlyMap<number, Set<number>>;
}

const calledSubrs = (font: CffFont, glyphs: readonly number[]): CalledSubrs => {
  const globals = new Set<number>();
  const locals = new Map<number, Set<number>>();
  for (const glyph of glyphs) {
    const dict = font.fontDictOf(glyph);
    const run = runCharstring(font.charString(glyph), font.globalSubrs, font.fontDicts[dict]!.subrs);
    if (run.unsupported)
      throw new FontRefusal(font.file, 'unsupported', '有的字形用了本程序不认得的画法，请换用较新的版本。');
    const own = locals.get(dict) ?? new Set<number>();
    locals.set(dict, own);
    for (const number of run.globals) globals.add(number);
    for (const number of run.locals) own.add(number);
  }
  return { globals, locals };
};

/** The bias that charstrings reckon with changes at these counts: a shorter index must not cross one. */
const SUBR_STEPS = [33900, 1240, 0];

const subrIndex = (subrs: CffIndex, called: ReadonlySet<number>): Uint8Array => {
  const least = subrs.count === 0 ? 0 : SUBR_STEPS.find((step) => subrs.count >= step)!;
  const count = Math.max(least, ...[...called].map((number) => number + 1));
  return writeIndex(Array.from({ length: count }, (_, i) => (called.has(i) ? subrs.item(i) : RETURN)));
};

/** Private dictionary and, right after it, its subroutines. */
const privateData = (
  dict: Dict,
  subrs: Uint8Array,
): { readonly bytes: Uint8Array; readonly size: number } => {
  const entries = [...dict].flatMap(([operator, { raw }]) =>
    operator === OP.subrs ? [] : [dictEntry(operator, raw)],
  );
  // An index without items is left out.
  const has = subrs.length > 2;
  const subrsEntry = 6;
  const size = entries.reduce((sum, entry) => sum + entry.length, has ? subrsEntry : 0);
  if (has) entries.push(dictEntry(OP.subrs, fixedInteger(size)));
  return { bytes: concat(has ? [...entries, subrs] : entries), size };
};

const charset = (codes: readonly number[]): Uint8Array =>
  Uint8Array.from([0, ...codes.flatMap((code) => [code >> 8, code & 0xff])]);

/** Top dictionary; `places` are offsets from the font's start. All integers have five bytes. */
const topDict = (
  font: CffFont,
  cidCount: number,
  places: { charset: number; fdSelect: number; charStrings: number; fdArray: number },
): Uint8Array =>
  concat([
    dictEntry(OP.ros, ...integers(REGISTRY, ORDERING, 0)),
    ...(font.matrix ? [dictEntry(OP.fontMatrix, font.matrix)] : []),
    ...(font.box ? [dictEntry(OP.fontBBox, font.box)] : []),
    dictEntry(OP.cidCount, fixedInteger(cidCount)),
    dictEntry(OP.charset, fixedInteger(places.charset)),
    dictEntry(OP.fdSelect, fixedInteger(places.fdSelect)),
    dictEntry(OP.charStrings, fixedInteger(places.charStrings)),
    dictEntry(OP.fdArray, fixedInteger(places.fdArray)),
  ]);

/**
 * The font of these codes.
 *
 * @param name seven characters `AAAAAA+` and the font's own name, all ASCII
 * @param glyphOf glyph of each code, codes ascending from 1
 */
export const subsetCff = (font: CffFont, name: string, glyphOf: ReadonlyMap<number, number>): Uint8Array =>
  readingFont(font.file, () => {
    const codes = [...glyphOf.keys()];
    const glyphs = [0, ...glyphOf.values()];
    const called = calledSubrs(font, glyphs);
    const dicts = [...called.locals.keys()].sort((a, b) => a - b);
    const fdSelect = Uint8Array.from([0, ...glyphs.map((glyph) => dicts.indexOf(font.fontDictOf(glyph)))]);
    const charStrings = writeIndex(glyphs.map(font.charString));
    const set = charset(codes);

    const header = Uint8Array.of(1, 0, 4, 4);
    const names = writeIndex([ascii(name)]);
    const strings = writeIndex([ascii('Adobe'), ascii('Identity')]);
    const globals = subrIndex(font.globalSubrs, called.globals);
    const cidCount = (codes.at(-1) ?? 0) + 1;
    const nowhere = { charset: 0, fdSelect: 0, charStrings: 0, fdArray: 0 };
    const top = writeIndex([topDict(font, cidCount, nowhere)]);
    const head = header.length + names.length + top.length + strings.length + globals.length;

    const places = { ...nowhere, charset: head, fdSelect: head + set.length };
    places.charStrings = places.fdSelect + fdSelect.length;
    let at = places.charStrings + charStrings.length;
    const privates: Uint8Array[] = [];
    const fontDicts = dicts.map((dict) => {
      const { matrix, privateDict, subrs } = font.fontDicts[dict]!;
      const data = privateData(privateDict, subrIndex(subrs, called.locals.get(dict)!));
      privates.push(data.bytes);
      const entry = concat([
        ...(matrix ? [dictEntry(OP.fontMatrix, matrix)] : []),
        dictEntry(OP.private, ...integers(data.size, at)),
      ]);
      at += data.bytes.length;
      return entry;
    });
    places.fdArray = at;
    return concat([
      header,
      names,
      writeIndex([topDict(font, cidCount, places)]),
      strings,
      globals,
      set,
      fdSelect,
      charStrings,
      ...privates,
      writeIndex(fontDicts),
    ]);
  });

/** Where the name stands in what `subsetCff` makes: after the header and the one-item index before it. */
export const NAME_AT = 4 + 5;
