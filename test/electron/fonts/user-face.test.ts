import { describe, expect, it } from 'vitest';
import { decodeFaceTable, encodeFaceTable } from '../../../core/font/face-table.ts';
import { isUserFace, userFaceName } from '../../../core/font/user-face.ts';
import { FontRefusal } from '../../../electron/fonts/font-refusal.ts';
import { readUserFace } from '../../../electron/fonts/user-face.ts';
import { BOXES, type BoxFont, boxFont, bytesOf, collection, RARE } from './box-font.ts';

const read = (font: Partial<BoxFont> = {}) => readUserFace(boxFont({ glyphs: BOXES, ...font }), 0, 'box.ttf');

const refusal = (font: Partial<BoxFont>): FontRefusal => {
  try {
    read(font);
  } catch (error) {
    if (error instanceof FontRefusal) return error;
    throw error;
  }
  throw new Error('was not refused');
};

const advances = (face: ReturnType<typeof read>): Record<string, number> =>
  Object.fromEntries(
    [...face.table.codePoints].map((c, i) => [String.fromCodePoint(c), face.table.advances[i]!]),
  );

describe('a font file of an editor', () => {
  for (const outlines of ['glyf', 'cff', 'cid'] as const)
    it(`gives advances, dash and outlines by character (${outlines})`, () => {
      const face = read({ outlines });
      expect(advances(face)).toEqual({ 甲: 1000, 乙: 1000, '—': 1000, A: 500, ' ': 250 });
      expect([face.table.dashBottom, face.table.dashTop]).toEqual([340, 380]);
      expect([face.table.ascent, face.table.descent]).toEqual([880, -120]);
      expect(face.glyphs.kind).toBe(outlines === 'glyf' ? 'glyf' : 'cff');
      expect(face.glyphs.glyphOf(0x7532)).toBe(1);
      expect(face.glyphs.glyphOf(0x4e01)).toBe(0);
    });

  it('has its characters from a cmap of format 4, 6 or 12', () => {
    expect([...read({ cmapFormat: 4 }).table.codePoints]).toHaveLength(5);
    expect([...read({ cmapFormat: 12 }).table.codePoints]).toHaveLength(5);
    const narrow = read({ cmapFormat: 6, glyphs: BOXES.slice(3) });
    expect(advances(narrow)).toEqual({ A: 500, ' ': 250 });
  });

  it('has characters beyond the BMP', () => {
    const face = read({ cmapFormat: 12, glyphs: [...BOXES, RARE] });
    expect(face.table.codePoints.at(-1)).toBe(0x2cb4e);
  });

  it('is called by its Chinese name, and found by all of them', () => {
    const { names } = read({ family: 'Box Song', chineseFamily: '方框宋体' });
    expect(names.family).toBe('方框宋体');
    expect(names.all).toEqual(expect.arrayContaining(['Box Song', '方框宋体', 'Box Song Regular']));
  });

  it('has an identifier of its PostScript name and its bytes', () => {
    const [one, other] = [read({ family: 'Box Song' }), read({ family: 'Box Song', weight: 700 })];
    expect(isUserFace(one.id)).toBe(true);
    expect(userFaceName(one.id)).toBe('BoxSong-Regular');
    expect(one.id).not.toBe(other.id);
    expect(read({ family: 'Box Song' }).id).toBe(one.id);
  });

  it('has a table that travels', () => {
    const { table } = read({ glyphs: [...BOXES, RARE], cmapFormat: 12 });
    expect(decodeFaceTable(encodeFaceTable(table))).toEqual(table);
  });

  it('has a usual dash where its own is none', () => {
    for (const box of [[0, -100, 1000, -50], [0, 0, 1000, 900], null] as const) {
      const { table } = read({ glyphs: [{ character: '—', box, advance: 1000 }] });
      expect([table.dashBottom, table.dashTop]).toEqual([360, 400]);
    }
  });

  it('may be any of a collection', () => {
    const bytes = collection([boxFont({ glyphs: BOXES }), boxFont({ glyphs: [RARE], cmapFormat: 12 })]);
    expect(readUserFace(bytes, 0, 'box.ttc').table.codePoints).toHaveLength(5);
    expect([...readUserFace(bytes, 1, 'box.ttc').table.codePoints]).toEqual([0x2cb4e]);
  });

  it('goes to the screen without the tables that could put other glyphs in place', () => {
    const face = read({ tables: { GSUB: new Uint8Array(10), fpgm: new Uint8Array(4) } });
    const again = readUserFace(face.screenFont(), 0, 'screen');
    const text = String.fromCharCode(...face.screenFont().subarray(0, 300));
    expect(text).not.toContain('GSUB');
    expect(text).toContain('fpgm');
    expect(again.table.codePoints).toEqual(face.table.codePoints);
  });

  it('of variable weight is its default instance', () => {
    expect(read({ tables: { fvar: new Uint8Array(20) } }).variable).toBe(true);
    expect(read().variable).toBe(false);
  });
});

describe('a font file is refused', () => {
  it('when its licence permits no embedding', () => {
    expect(refusal({ fsType: 0x0002 })).toMatchObject({ reason: 'licence' });
    expect(refusal({ fsType: 0x0002 }).message).toContain('不允许嵌入');
    expect(refusal({ fsType: 0x0200 }).message).toContain('点阵');
    expect(refusal({ fsType: 0x0104 }).message).toContain('只嵌入用到的字');
  });

  it('not when its licence permits printing, editing or more', () => {
    for (const fsType of [0, 0x0004, 0x0008, 0x0006])
      expect(read({ fsType }).table.codePoints.length).toBe(5);
  });

  it('when its outlines are of a kind that cannot be carried over', () => {
    expect(refusal({ tables: { glyf: null, CFF2: new Uint8Array(10) } }).message).toContain('CFF2');
    expect(refusal({ tables: { glyf: null } }).message).toContain('没有轮廓');
    const woff = Uint8Array.of(0x77, 0x4f, 0x46, 0x32, ...new Array<number>(60).fill(0));
    expect(() => readUserFace(woff, 0, 'a.otf')).toThrow('网页字体');
  });

  it('when a table is missing or absurd', () => {
    for (const tag of ['cmap', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'OS/2'])
      expect(refusal({ tables: { [tag]: null } }).reason).toBe('broken');
    expect(refusal({ unitsPerEm: 8 }).message).toContain('每字单位数');
    expect(refusal({ glyphs: [{ character: '', box: null, advance: 0 }] }).reason).toBe('broken');
  });

  it('when it knows no Unicode', () => {
    const symbol = bytesOf([2, 0], [2, 1], [2, 3], [2, 0], [4, 12], [2, 4], [4, 0]);
    expect(refusal({ tables: { cmap: symbol } }).message).toContain('统一码');
  });

  it('in one sentence with the name of the file', () => {
    expect(refusal({ fsType: 2 }).message).toMatch(/^字体文件 box\.ttf：[^。]*。$/);
  });
});
