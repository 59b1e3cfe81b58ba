import { describe, expect, it } from 'vitest';
import { GlyphStores } from '../../../electron/fonts/font-files.ts';
import { componentGlyphs } from '../../../electron/fonts/glyf-record.ts';
import { subsetFont } from '../../../electron/pdf/subset-font.ts';

const stores = new GlyphStores();
const store = stores.store('serif-400');
const glyphsOf = (text: string): number[] => [...text].map((letter) => store.glyphOf(letter.codePointAt(0)!));

/** Tables by tag, checked against the directory's checksums. */
const readTables = (bytes: Uint8Array): Map<string, DataView> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const table = new DataView(bytes.buffer, view.getUint32(at + 8), view.getUint32(at + 12));
    tables.set(tag, table);
    let sum = 0;
    for (let word = 0; word < Math.ceil(table.byteLength / 4); word++)
      if (tag !== 'head' || word !== 2) sum = (sum + view.getUint32(table.byteOffset + 4 * word)) >>> 0;
    expect(sum).toBe(view.getUint32(at + 4));
  }
  return tables;
};

describe('a font subset', () => {
  it('has the tables that PDF asks for, with right checksums', () => {
    const { bytes } = subsetFont(store, glyphsOf('天地玄黄'));
    expect([...readTables(bytes).keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    const view = new DataView(bytes.buffer);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('has .notdef, the glyphs asked for, and no other', () => {
    const { bytes, numberOf } = subsetFont(store, glyphsOf('天地玄黄'));
    const tables = readTables(bytes);
    expect(tables.get('maxp')!.getUint16(4)).toBe(5);
    expect(numberOf.get(0)).toBe(0);
    expect(tables.get('loca')!.byteLength).toBe(4 * 6);
  });

  it('brings the parts of a composite along and renumbers them', () => {
    const brush = stores.store('brush');
    const ellipsis = brush.glyphOf(0x2026);
    const { bytes, numberOf } = subsetFont(brush, [ellipsis]);
    const tables = readTables(bytes);
    const number = numberOf.get(ellipsis)!;
    expect(numberOf.size).toBe(3);
    const glyf = tables.get('glyf')!;
    const [from, to] = [
      tables.get('loca')!.getUint32(4 * number),
      tables.get('loca')!.getUint32(4 * number + 4),
    ];
    const record = new Uint8Array(bytes.buffer, glyf.byteOffset + from, to - from);
    expect(componentGlyphs(record).every((component) => component > 0 && component < 3)).toBe(true);
  });

  it('keeps the advance of every glyph', () => {
    const text = 'Wi.天，—·地';
    const { bytes, numberOf } = subsetFont(store, glyphsOf(text));
    const tables = readTables(bytes);
    const full = tables.get('hhea')!.getUint16(34);
    for (const glyph of glyphsOf(text)) {
      const at = 4 * Math.min(numberOf.get(glyph)!, full - 1);
      expect(tables.get('hmtx')!.getUint16(at)).toBe(store.advance(glyph));
    }
  });

  it('draws a wide form where its box has room for the gap, with metrics that say so', () => {
    const [one] = glyphsOf('1');
    const form = { glyph: one!, shift: 250, advance: store.advance(one!) + 375 };
    const { bytes, numberOf, formNumbers } = subsetFont(store, glyphsOf('1月'), [form]);
    const tables = readTables(bytes);
    expect(formNumbers).toEqual([1]);
    const [glyf, loca, hmtx] = [tables.get('glyf')!, tables.get('loca')!, tables.get('hmtx')!];
    const boxAt = (number: number) => {
      const at = loca.getUint32(4 * number);
      return [2, 4, 6, 8].map((field) => glyf.getInt16(at + field));
    };
    const [left, bottom, right, top] = boxAt(numberOf.get(one!)!);
    expect(boxAt(1)).toEqual([left! + 250, bottom, right! + 250, top]);
    expect(glyf.getUint16(loca.getUint32(4) + 12)).toBe(numberOf.get(one!));
    expect(hmtx.getUint16(4)).toBe(form.advance);
    expect(hmtx.getInt16(6)).toBe(store.sideBearing(one!) + 250);
  });

  it('is the same whatever the order in which glyphs are asked for', () => {
    expect(subsetFont(store, glyphsOf('甲乙丙')).bytes).toEqual(subsetFont(store, glyphsOf('丙甲乙')).bytes);
  });
});
