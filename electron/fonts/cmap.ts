/**
 * Which glyph a character has (OpenType 1.9, "cmap"): formats 4, 6 and 12 of the Unicode subtables, the one
 * that knows most preferred, as browsers do. Segments are taken in ascending order and never twice, so that no table,
 * however made, costs more than the characters there are.
 *
 * Limits: no symbol and no GBK subtables; no variation sequences.
 */
import { FontRefusal, viewOf } from './font-refusal.ts';

export interface CharacterMap {
  /** Ascending. */
  readonly codePoints: Uint32Array;
  /** Glyph of each, never 0. */
  readonly glyphs: Uint16Array;
}

const LAST = 0x10ffff;

/** Controls, surrogates and noncharacters are never drawn, whatever the font says. */
const isDrawable = (c: number): boolean =>
  c >= 0x20 && !(c >= 0x7f && c < 0xa0) && !(c >= 0xd800 && c <= 0xdfff) && (c & 0xfffe) !== 0xfffe;

type Put = (character: number, glyph: number) => void;

const readSegments = (view: DataView, at: number, put: Put): void => {
  const twice = view.getUint16(at + 6) & ~1;
  let next = 0;
  for (let i = 0; i < twice; i += 2) {
    const end = view.getUint16(at + 14 + i);
    const start = view.getUint16(at + 16 + twice + i);
    const delta = view.getUint16(at + 16 + 2 * twice + i);
    const rangeAt = at + 16 + 3 * twice + i;
    const range = view.getUint16(rangeAt);
    for (let c = Math.max(start, next); c <= end && c !== 0xffff; c++) {
      const glyphAt = rangeAt + range + 2 * (c - start);
      // Real fonts end with a segment whose range points past the table: its characters have no glyph.
      if (range !== 0 && glyphAt + 2 > view.byteLength) break;
      const glyph = range === 0 ? c : view.getUint16(glyphAt);
      if (range === 0 || glyph !== 0) put(c, (glyph + delta) & 0xffff);
    }
    next = Math.max(next, end + 1);
  }
};

const readTrimmed = (view: DataView, at: number, put: Put): void => {
  const first = view.getUint16(at + 6);
  const count = view.getUint16(at + 8);
  for (let i = 0; i < count; i++) put(first + i, view.getUint16(at + 10 + 2 * i));
};

const readGroups = (view: DataView, at: number, glyphCount: number, put: Put): void => {
  const count = view.getUint32(at + 12);
  let next = 0;
  for (let i = 0; i < count; i++) {
    const group = at + 16 + 12 * i;
    const start = view.getUint32(group);
    const glyph = view.getUint32(group + 8);
    const end = Math.min(view.getUint32(group + 4), LAST, start + glyphCount - glyph - 1);
    for (let c = Math.max(start, next); c <= end; c++) put(c, glyph + c - start);
    next = Math.max(next, end + 1);
  }
};

/** Platform, encoding, format: better ones first. */
const PREFERENCE = ['3/10/12', '0/6/12', '0/4/12', '0/3/12', '3/1/12', '3/1/4', '0/3/4', '0/4/4'];
const OTHERS = ['0/2/4', '0/1/4', '0/0/4', '3/1/6', '0/3/6', '0/0/6'];

/** @param glyphCount glyphs of the font: characters that name others have none */
export const readCharacterMap = (table: Uint8Array, glyphCount: number, file: string): CharacterMap => {
  const view = viewOf(table);
  const subtables = new Map<string, number>();
  const count = view.getUint16(2);
  for (let i = 0; i < count; i++) {
    const at = view.getUint32(8 + 8 * i);
    const key = `${view.getUint16(4 + 8 * i)}/${view.getUint16(6 + 8 * i)}/${view.getUint16(at)}`;
    if (!subtables.has(key)) subtables.set(key, at);
  }
  const chosen = [...PREFERENCE, ...OTHERS].find((key) => subtables.has(key));
  if (chosen === undefined)
    throw new FontRefusal(
      file,
      'unsupported',
      '没有统一码字符表（是符号字体或旧编码字体），没有使用，请换用较新的版本。',
    );
  const at = subtables.get(chosen)!;
  const glyphOf = new Map<number, number>();
  const put: Put = (character, glyph) => {
    if (glyph > 0 && glyph < glyphCount && isDrawable(character)) glyphOf.set(character, glyph);
  };
  if (chosen.endsWith('/12')) readGroups(view, at, glyphCount, put);
  else if (chosen.endsWith('/6')) readTrimmed(view, at, put);
  else readSegments(view, at, put);
  const codePoints = Uint32Array.from(glyphOf.keys()).sort();
  return { codePoints, glyphs: Uint16Array.from(codePoints, (c) => glyphOf.get(c)!) };
};
