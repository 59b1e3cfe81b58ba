/** A folder with one box font of each kind of outlines, and what to typeset with them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserFonts } from '../../../electron/fonts/user-fonts.ts';
import { BOXES, type BoxFont, type BoxGlyph, boxFont, RARE } from './box-font.ts';

/** 工 is drawn of 甲 twice. */
const COMPOSITE: BoxGlyph = {
  character: '工',
  box: [100, 0, 900, 800],
  advance: 1000,
  parts: [
    { glyph: 1, dx: 0, dy: 0 },
    { glyph: 1, dx: 0, dy: 600 },
  ],
};

const FONTS: Readonly<Record<string, BoxFont>> = {
  'box-glyf.ttf': { family: 'Box Glyf', glyphs: [...BOXES, RARE, COMPOSITE], cmapFormat: 12 },
  'box-cff.otf': { family: 'Box Cff', glyphs: [...BOXES, RARE], outlines: 'cff', cmapFormat: 12 },
  'box-cid.otf': { family: 'Box Cid', glyphs: [...BOXES, RARE], outlines: 'cid', cmapFormat: 12 },
};

export const FAMILIES = ['Box Glyf', 'Box Cff', 'Box Cid'] as const;

export class BoxFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'zuban-box-fonts-'));
  readonly fonts: UserFonts;

  constructor() {
    for (const [name, font] of Object.entries(FONTS)) writeFileSync(join(this.path, name), boxFont(font));
    this.fonts = UserFonts.in(this.path);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
