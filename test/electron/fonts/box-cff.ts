/**
 * The `CFF ` table of a box font, name-keyed or CID-keyed. Boxes are drawn through a local and a global subroutine,
 * so that a subset that loses either draws nothing; a CID-keyed font has two font dictionaries whose local
 * subroutines differ, so that one that mixes them up draws the wrong box.
 */
import { concat, dictEntry, fixedInteger, OP, writeIndex } from '../../../electron/fonts/cff-data.ts';
import type { BoxGlyph } from './box-font.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** An operand of a charstring, three bytes. */
const operand = (value: number): number[] => [28, (value >> 8) & 0xff, value & 0xff];

const RMOVETO = 21;
const HLINETO = 6;
const VLINETO = 7;
const CALLSUBR = 10;
const CALLGSUBR = 29;
const RETURN = 11;
const ENDCHAR = 14;

/** Subroutine 0 of an index of few is called by −107: one byte, since Chromium reads longer ones as positive. */
const FIRST_SUBR = [32];

/** Global: goes right by the operand on the stack, up by the one before it, and back left by as much. */
const globalSubr = Uint8Array.of(HLINETO, RETURN);
/** Local: moves to the two operands on the stack. The second dictionary's moves 500 further right first. */
const localSubr = (shift: number): Uint8Array =>
  shift === 0
    ? Uint8Array.of(RMOVETO, RETURN)
    : Uint8Array.from([RMOVETO, ...operand(shift), ...operand(0), RMOVETO, RETURN]);

const SHIFT = 500;

const charString = ({ box }: BoxGlyph, shift: number): Uint8Array => {
  if (!box) return Uint8Array.of(ENDCHAR);
  const [left, bottom, right, top] = box;
  return Uint8Array.from([
    ...operand(left - shift),
    ...operand(bottom),
    ...FIRST_SUBR,
    CALLSUBR,
    ...operand(right - left),
    ...operand(top - bottom),
    ...operand(left - right),
    ...FIRST_SUBR,
    CALLGSUBR,
    ...operand(bottom - top),
    VLINETO,
    ENDCHAR,
  ]);
};

const privateWith = (subr: Uint8Array): Uint8Array =>
  concat([dictEntry(OP.subrs, fixedInteger(6)), writeIndex([subr])]);

/** Which font dictionary of two a glyph of a CID-keyed font has. */
const second = (glyph: number): boolean => glyph % 2 === 1;

export const boxCff = (glyphs: readonly BoxGlyph[], cid: boolean, name: string): Uint8Array => {
  const count = glyphs.length;
  const header = Uint8Array.of(1, 0, 4, 4);
  const names = writeIndex([ascii(name)]);
  // Strings of the font's own start at 391.
  const own = cid ? ['Adobe', 'Identity'] : glyphs.slice(1).map((_, i) => `g${i + 1}`);
  const strings = writeIndex(own.map(ascii));
  const globals = writeIndex([globalSubr]);
  const charset = Uint8Array.from([
    0,
    ...glyphs.slice(1).flatMap((_, i) => {
      const id = cid ? 100 + i : 391 + i;
      return [id >> 8, id & 0xff];
    }),
  ]);
  const select = Uint8Array.from([0, ...glyphs.map((_, i) => (second(i) ? 1 : 0))]);
  const charStrings = writeIndex(glyphs.map((glyph, i) => charString(glyph, cid && second(i) ? SHIFT : 0)));
  const privates = (cid ? [0, SHIFT] : [0]).map((shift) => privateWith(localSubr(shift)));
  /** The dictionary entry alone, without the subroutines after it. */
  const privateSize = 6;

  const lay = (at: number): { top: Uint8Array; rest: Uint8Array } => {
    const charsetAt = at;
    const selectAt = charsetAt + charset.length;
    const charStringsAt = selectAt + (cid ? select.length : 0);
    const privatesAt = charStringsAt + charStrings.length;
    const places = privates.map((_, i) =>
      privates.slice(0, i).reduce((sum, bytes) => sum + bytes.length, privatesAt),
    );
    const privateEntries = places.map((place) =>
      dictEntry(OP.private, fixedInteger(privateSize), fixedInteger(place)),
    );
    const fdArrayAt = privates.reduce((sum, bytes) => sum + bytes.length, privatesAt);
    const top = concat([
      ...(cid ? [dictEntry(OP.ros, fixedInteger(391), fixedInteger(392), fixedInteger(0))] : []),
      dictEntry(OP.fontBBox, ...[0, -200, 1000, 1000].map(fixedInteger)),
      dictEntry(OP.charset, fixedInteger(charsetAt)),
      dictEntry(OP.charStrings, fixedInteger(charStringsAt)),
      ...(cid
        ? [
            dictEntry(OP.cidCount, fixedInteger(100 + count)),
            dictEntry(OP.fdSelect, fixedInteger(selectAt)),
            dictEntry(OP.fdArray, fixedInteger(fdArrayAt)),
          ]
        : privateEntries),
    ]);
    const rest = concat([
      charset,
      ...(cid ? [select] : []),
      charStrings,
      ...privates,
      ...(cid ? [writeIndex(privateEntries)] : []),
    ]);
    return { top, rest };
  };
  const start = header.length + names.length + strings.length + globals.length;
  const at = start + writeIndex([lay(0).top]).length;
  const { top, rest } = lay(at);
  return concat([header, names, writeIndex([top]), strings, globals, rest]);
};
