/**
 * The faces that come with the program, as files that the build step made: a table of advances for layout and
 * a glyph store for the PDF, each opened when first asked for.
 */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cache } from '../../core/cache.ts';
import { Fault } from '../../core/fault.ts';
import { BUILT_IN_FACES, type FaceId, type FaceTable } from '../../core/font/face.ts';
import { decodeFaceTable } from '../../core/font/face-table.ts';
import { FontSet } from '../../core/font/font-set.ts';
import { isUserFace } from '../../core/font/user-face.ts';
import type { FaceGlyphs } from './glyph-source.ts';
import { GlyphStore } from './glyph-store.ts';
import type { UserFonts } from './user-fonts.ts';

/** A file that is written last: where it stands, the directory is complete. */
const COMPLETE = 'stamp.json';

/**
 * The directory of the font files: `dist/fonts` of the program, looked for upwards from this module, which is
 * a source file in development and part of a bundle in `dist` otherwise.
 */
export const fontsFolder = (from: string = dirname(fileURLToPath(import.meta.url))): string => {
  for (let place = from; ; place = dirname(place)) {
    for (const candidate of [join(place, 'dist', 'fonts'), join(place, 'fonts')])
      if (existsSync(join(candidate, COMPLETE))) return candidate;
    if (dirname(place) === place) break;
  }
  throw new Fault('program', '缺少字体文件目录 dist/fonts，请先运行 node build/prepare-fonts.mjs 生成。');
};

const read = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Fault('program', `字体文件 ${file} 无法读取，请重新运行 node build/prepare-fonts.mjs 生成。`, {
      cause,
    });
  }
};

export const loadFaceTable = (id: FaceId, dir: string = fontsFolder()): FaceTable =>
  decodeFaceTable(read(join(dir, `${id}.table`)));

/** All built-in faces, and of the editor's own those that are asked for: what a layout needs. */
export const loadFontSet = (dir: string = fontsFolder(), own: UserFonts | null = null): FontSet =>
  new FontSet(
    BUILT_IN_FACES.map((face) => loadFaceTable(face.id, dir)),
    (id) => own?.find(id)?.table ?? null,
  );

/** The outlines of the faces: what a PDF needs; and what was written of pages and faces with them before. */
export class GlyphStores {
  readonly cache = new Cache();
  private readonly open = new Map<FaceId, GlyphStore>();

  constructor(
    readonly dir: string = fontsFolder(),
    private readonly own: UserFonts | null = null,
  ) {}

  of(id: FaceId): FaceGlyphs {
    const face = isUserFace(id) ? this.own?.find(id) : null;
    return face ? face.glyphs : this.store(id);
  }

  /** The store of a built-in face. */
  store(id: FaceId): GlyphStore {
    let store = this.open.get(id);
    if (!store) {
      store = GlyphStore.open(id, join(this.dir, `${id}.glyphs`));
      this.open.set(id, store);
    }
    return store;
  }
}
