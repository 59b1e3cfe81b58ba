/**
 * Makes the font files of the program from the `@fontsource` packages: for each built-in face a table of
 * advances (layout) and a glyph store (PDF), and one style sheet for the page, in which no two slices of a
 * face claim the same character, so that the browser too takes each from where the table has it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_IN_FACES, type BuiltInFace } from '../../core/font/face.ts';
import { encodeFaceTable } from '../../core/font/face-table.ts';
import { fontFaceCss, readSliceRules } from './fontsource-css.ts';
import { type MergedFace, mergeSlices, type Slice } from './merge-slices.ts';
import { readWoff } from './woff.ts';

const readSlices = (face: BuiltInFace, packageDir: string): Slice[] =>
  readSliceRules(readFileSync(join(packageDir, `${face.weight}.css`), 'utf8')).map((rule) => {
    const file = join(packageDir, 'files', `${rule.name}.woff`);
    return { rule, font: readWoff(readFileSync(file), `${rule.name}.woff`) };
  });

const faceCss = (face: BuiltInFace, slices: readonly Slice[], merged: MergedFace): string => {
  const used = slices.flatMap(({ rule }, i) => {
    const characters = merged.charactersOf[i]!;
    if (characters.length === 0) return [];
    const whole = rule.ranges === null;
    return [{ url: `/fonts/${face.fontsource}/${rule.name}.woff2`, characters: whole ? null : characters }];
  });
  return fontFaceCss(`zuban-${face.id}`, used);
};

/** Writes `<face>.table`, `<face>.glyphs` and `fonts.css` into `out`; `log` gets a line per face. */
export const makeFontFiles = (modules: string, out: string, log: (line: string) => void): void => {
  mkdirSync(out, { recursive: true });
  let css = '';
  for (const face of BUILT_IN_FACES) {
    const slices = readSlices(face, join(modules, '@fontsource', face.fontsource));
    const merged = mergeSlices(face, slices);
    const table = encodeFaceTable(merged.table);
    writeFileSync(join(out, `${face.id}.table`), table);
    writeFileSync(join(out, `${face.id}.glyphs`), merged.store);
    css += faceCss(face, slices, merged);
    const sizes = `${table.length} + ${merged.store.length} bytes`;
    log(`${face.id}: ${merged.table.codePoints.length} characters from ${slices.length} slices, ${sizes}`);
  }
  writeFileSync(join(out, 'fonts.css'), css);
};
