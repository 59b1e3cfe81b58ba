import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_FACES } from '../../../core/font/face.ts';
import { fontsFolder, GlyphStores, loadFaceTable, loadFontSet } from '../../../electron/fonts/font-files.ts';
import { componentGlyphs } from '../../../electron/fonts/glyf-record.ts';

const codePoint = (letter: string): number => letter.codePointAt(0)!;
const dir = fontsFolder();
const fonts = loadFontSet(dir);
const stores = new GlyphStores(dir);

describe('the faces that come with the program', () => {
  for (const face of BUILT_IN_FACES)
    it(`${face.name} (${face.id}) has a table and outlines of the same characters and advances`, () => {
      const table = loadFaceTable(face.id, dir);
      const store = stores.store(face.id);
      expect([...store.codePoints]).toEqual([...table.codePoints]);
      const advances = [...table.codePoints].map((c) => store.advance(store.glyphOf(c)));
      expect(advances).toEqual([...table.advances]);
      expect(table.unitsPerEm).toBe(store.facts.unitsPerEm);
    });

  it('set every Han character on one em', () => {
    for (const { id } of BUILT_IN_FACES) {
      const { codePoints, advances, unitsPerEm } = loadFaceTable(id, dir);
      const narrow = [...codePoints].filter(
        (c, i) => c >= 0x3400 && c <= 0x9fff && c !== 0x4dff && advances[i] !== unitsPerEm,
      );
      expect(narrow.filter((c) => c >= 0x4e00 || c < 0x4dc0)).toEqual([]);
    }
  });

  it('enclose the em square between ascent and descent', () => {
    for (const { id } of BUILT_IN_FACES) {
      const { ascent, descent } = fonts.verticalMetrics(id);
      expect(ascent + descent).toBeCloseTo(1, 6);
    }
  });

  it('have the advances measured in the fonts', () => {
    expect(fonts.advance('serif-400', codePoint('—'))).toBe(0.89);
    expect(fonts.advance('serif-400', codePoint('·'))).toBe(0.327);
    expect(fonts.advance('sans-400', codePoint('·'))).toBe(1);
    expect(fonts.advance('serif-400', codePoint('“'))).toBe(1);
    expect(fonts.advance('kai', codePoint('“'))).toBe(0.35);
  });

  it('have the rare characters of names at least in the fallback', () => {
    for (const letter of '劐阢坶膪齄㛃䶮𬭎𬍛𫖯Ⅰ⑳')
      expect(fonts.faceFor('serif-400', codePoint(letter))).not.toBeNull();
  });

  it('say no character twice in the style sheet, and each where the table has it', () => {
    const css = readFileSync(join(dir, 'fonts.css'), 'utf8');
    for (const { id } of BUILT_IN_FACES) {
      const rules = css.split('\n').filter((rule) => rule.includes(`font-family:zuban-${id};`));
      expect(rules.length).toBeGreaterThan(0);
      const ranges = rules.flatMap((rule) => /unicode-range:([^}]*)/.exec(rule)?.[1]?.split(',') ?? []);
      if (ranges.length === 0) continue;
      const claimed = ranges.flatMap((range) => {
        const [first, last] = range
          .slice(2)
          .split('-')
          .map((hex) => Number.parseInt(hex, 16));
        return Array.from({ length: (last ?? first!) - first! + 1 }, (_, i) => first! + i);
      });
      expect(claimed.sort((a, b) => a - b)).toEqual([...loadFaceTable(id, dir).codePoints]);
    }
  });
});

describe('a glyph store', () => {
  it('gives .notdef for a character that it lacks', () => {
    expect(stores.store('serif-400').glyphOf(0x0e01)).toBe(0);
  });

  it('gives outlines in the order asked, near and far', () => {
    const fresh = new GlyphStores(dir).store('serif-400');
    const glyphs = [...'龘中的齉国。'].map((letter) => fresh.glyphOf(codePoint(letter)));
    const alone = glyphs.map((glyph) => new GlyphStores(dir).store('serif-400').outlines([glyph])[0]);
    expect(fresh.outlines(glyphs)).toEqual(alone);
    expect(alone.every((outline) => outline!.length > 10)).toBe(true);
  });

  it('draws composites from glyphs that it has', () => {
    const store = stores.store('brush');
    const [outline] = store.outlines([store.glyphOf(codePoint('…'))]);
    const components = componentGlyphs(outline!);
    expect(components.length).toBe(3);
    expect(store.outlines(components).every((part) => part.length > 10)).toBe(true);
  });

  it('has a blank for a space', () => {
    const store = stores.store('serif-400');
    expect(store.outlines([store.glyphOf(0x20)])[0]!.length).toBe(0);
  });
});
