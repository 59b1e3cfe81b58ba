/** What the PDF holds is the display list: the same characters, in the same order, at the same places. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { DisplayPage } from '../../core/display/display-list.ts';
import { GlyphStores } from '../../electron/fonts/font-files.ts';
import { writePdf } from '../../electron/pdf/pdf-writer.ts';
import { type ReadPage, readPdf } from '../electron/pdf/read-pdf.ts';
import { haveSeeds, oddTrial, sampleTrial, seedTrial, type Trial } from './trials.ts';

/** Points: screen and PDF may differ by no more (ARCHITECTURE.md). */
const TOLERANCE = 0.01;

const folder = mkdtempSync(join(tmpdir(), 'zuban-parity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Character {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly hidden: boolean;
}

const charactersOf = (page: DisplayPage): Character[] =>
  page.items.flatMap((item) =>
    item.kind === 'glyphs' || item.kind === 'dash'
      ? [...item.text].map((text, i) => ({
          text,
          x: item.xs[i]!,
          y: item.y,
          size: item.size,
          hidden: item.kind === 'dash',
        }))
      : [],
  );

const farthest = (page: DisplayPage, read: ReadPage): number => {
  let most = 0;
  for (const [i, { x, y, size }] of charactersOf(page).entries()) {
    const found = read.characters[i]!;
    most = Math.max(most, Math.abs(found.x - x), Math.abs(found.y - y), Math.abs(found.size - size));
  }
  return most;
};

const toolIsThere = (tool: string): boolean => {
  try {
    execFileSync(tool, [tool === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const TRIALS: readonly (readonly [name: string, there: boolean, make: () => Promise<Trial>])[] = [
  ['the sample', true, sampleTrial],
  ['a page of odd characters', true, oddTrial],
  [
    '2020-03-15 in 四开 (needs the seeds)',
    haveSeeds,
    () => seedTrial('shangjie-shibao-2020-03-15.txt', '四开'),
  ],
];

for (const [name, there, make] of TRIALS)
  describe.skipIf(!there)(`the PDF of ${name}`, () => {
    const trial = there ? make() : null;
    const made = trial?.then(({ layout, pictures }) => ({
      list: layout.displayList,
      pdf: writePdf(layout.displayList, new GlyphStores(), pictures),
    }));

    it('has every character of the display list at its place, to 0.01 pt', async () => {
      const { list, pdf } = (await made)!;
      const pages = await readPdf(pdf);
      expect(pages).toHaveLength(list.pages.length);
      for (const [i, page] of list.pages.entries()) {
        const read = pages[i]!;
        const wanted = charactersOf(page);
        expect(read.characters.map(({ text }) => text).join('')).toBe(
          wanted.map(({ text }) => text).join(''),
        );
        expect(read.characters).toHaveLength(wanted.length);
        expect(farthest(page, read)).toBeLessThan(TOLERANCE);
        /* The dash's characters are there for extraction only: the stroke is what is seen. */
        expect(read.characters.map(({ mode }) => mode === 3)).toEqual(wanted.map(({ hidden }) => hidden));
      }
    });

    it.skipIf(!toolIsThere('pdftotext'))('gives its text in reading order (needs pdftotext)', async () => {
      const { list, pdf } = (await made)!;
      const path = join(folder, 'text.pdf');
      writeFileSync(path, pdf);
      for (const page of list.pages) {
        const only = ['-f', String(page.number), '-l', String(page.number)];
        const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', ...only, path, '-'], {
          encoding: 'utf8',
        });
        const wanted = charactersOf(page).map((character) => character.text);
        expect(text.replace(/\s/g, '')).toBe(wanted.join('').replace(/\s/g, ''));
      }
    });

    it.skipIf(!toolIsThere('qpdf'))('is sound to qpdf (needs qpdf)', async () => {
      const path = join(folder, 'check.pdf');
      writeFileSync(path, (await made)!.pdf);
      expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      );
    });

    it.skipIf(!toolIsThere('mutool'))('gives mupdf nothing to complain of (needs mutool)', async () => {
      const path = join(folder, 'draw.pdf');
      writeFileSync(path, (await made)!.pdf);
      const picture = join(folder, 'page-%d.png');
      const drawn = spawnSync('mutool', ['draw', '-q', '-r', '20', '-o', picture, path], {
        encoding: 'utf8',
      });
      expect(drawn.status).toBe(0);
      /* Some builds of mupdf say of themselves that they lack colour management. */
      const said = drawn.stderr.split('\n').filter((line) => line !== '' && !line.includes('ICC support'));
      expect(said).toEqual([]);
    });
  });

describe('the page of odd characters', () => {
  it('has joined dashes, faces that stand in, characters beyond the BMP and a missing one', async () => {
    const { layout } = await oddTrial();
    const items = layout.displayList.pages.flatMap((page) => page.items);
    const runs = items.filter((item) => item.kind === 'glyphs' && item.role === 'body');
    const faces = new Set(runs.map((item) => (item.kind === 'glyphs' ? item.face : '')));
    const text = runs.map((item) => (item.kind === 'glyphs' ? item.text : '')).join('');
    expect(items.filter((item) => item.kind === 'dash').length).toBeGreaterThan(6);
    expect(faces).toContain('kai');
    expect(text).toMatch(/张𬭎、李䶮/u);
    expect(text).toContain('〓');
  });
});
