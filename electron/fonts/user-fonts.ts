/**
 * A folder of an editor's own font files 字体文件夹. Listing it reads the names and the permission of each font and
 * nothing more; a face is read whole when it is first asked for, by the name that somebody typed or by the
 * identifier that an issue holds. Files in the order of their names, so that the same folder gives the same faces.
 *
 * Limits: the folder itself, not those within it; .ttf .otf .ttc .otc.
 */

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { extname, join } from 'node:path';
import { phraseOf } from '../../core/fault.ts';
import type { FaceId } from '../../core/font/face.ts';
import { userFaceId, userFaceName } from '../../core/font/user-face.ts';
import { fileFault, InputError } from '../base/input-error.ts';
import { FontRefusal, readingFont } from './font-refusal.ts';
import { type ReadBytes, readDirectories } from './sfnt.ts';
import { type FontHeading, readHeading, readUserFace, type UserFace } from './user-face.ts';

export const FONT_LIMITS = {
  /** Bytes of one file: the largest Chinese collections have 30 MB. */
  file: 60 * 1024 * 1024,
  /** Bytes of a table that listing reads. */
  heading: 4 * 1024 * 1024,
  files: 2_000,
} as const;

const EXTENSIONS = new Set(['.ttf', '.otf', '.ttc', '.otc']);

export interface ListedFont extends FontHeading {
  /** The file's name, without its folder. */
  readonly file: string;
  /** Which font of a collection, from 0. */
  readonly index: number;
}

/** How names are compared: neither case nor spaces nor full-width forms make a difference. */
const comparable = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
const bareName = (file: string): string => file.slice(0, file.length - extname(file).length);

const isFileName = (file: string, wanted: string): boolean =>
  comparable(file) === wanted || comparable(bareName(file)) === wanted;

/** Reads of an open file: a few kilobytes of each table that is asked for. */
const fileReader =
  (descriptor: number, file: string): ReadBytes =>
  (offset, length) => {
    if (length > FONT_LIMITS.heading) throw new FontRefusal(file, 'broken', '内部的表过大，没有使用。');
    const bytes = new Uint8Array(length);
    if (readSync(descriptor, bytes, 0, length, offset) < length) throw new RangeError(`cut short: ${file}`);
    return bytes;
  };

const listFile = (folder: string, file: string, onRefusal: (refusal: FontRefusal) => void): ListedFont[] => {
  const descriptor = openSync(join(folder, file), 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size > FONT_LIMITS.file)
      throw new FontRefusal(file, 'too-large', `超过 ${FONT_LIMITS.file / 1024 / 1024} MB，没有使用。`);
    const read = fileReader(descriptor, file);
    const directories = readingFont(file, () => readDirectories(read, size, file));
    return directories.flatMap((directory, index) => {
      try {
        return [{ file, index, ...readingFont(file, () => readHeading(read, directory, file)) }];
      } catch (error) {
        if (!(error instanceof FontRefusal)) throw error;
        onRefusal(error);
        return [];
      }
    });
  } finally {
    closeSync(descriptor);
  }
};

export class UserFonts {
  private readonly faces = new Map<string, UserFace>();
  private readonly byId = new Map<FaceId, UserFace | null>();

  private constructor(
    private readonly folder: string,
    readonly fonts: readonly ListedFont[],
    /** Why each file of the folder that is a font, but not one to use, is not. */
    readonly refusals: readonly FontRefusal[],
  ) {}

  /** Lists the fonts of a folder. Throws InputError where that cannot be read; a bad font only refuses itself. */
  static in(folder: string): UserFonts {
    let names: string[];
    try {
      names = readdirSync(folder, { withFileTypes: true })
        .filter((entry) => !entry.isDirectory() && EXTENSIONS.has(extname(entry.name).toLowerCase()))
        .map((entry) => entry.name)
        .sort();
    } catch (error) {
      throw fileFault(error, folder) === null
        ? error
        : new InputError(`${folder}：字体文件夹不存在或读不了，请核对路径。`);
    }
    if (names.length > FONT_LIMITS.files)
      throw new InputError(
        `${folder}：字体文件超过 ${FONT_LIMITS.files} 个，请另建文件夹，只放排版要用的字体。`,
      );
    const refusals: FontRefusal[] = [];
    const fonts = names.flatMap((file): ListedFont[] => {
      try {
        return listFile(folder, file, (refusal) => refusals.push(refusal));
      } catch (error) {
        const fault = fileFault(error, file);
        if (error instanceof FontRefusal) refusals.push(error);
        else if (fault) refusals.push(new FontRefusal(file, 'broken', '读不了，请检查文件和权限。'));
        else throw error;
        return [];
      }
    });
    return new UserFonts(folder, fonts, refusals);
  }

  /** The face whole. Throws FontRefusal. */
  load({ file, index }: ListedFont): UserFace {
    const key = `${index}/${file}`;
    let face = this.faces.get(key);
    if (!face) {
      face = readUserFace(this.read(file), index, file);
      this.faces.set(key, face);
      this.byId.set(face.id, face);
    }
    return face;
  }

  private read(file: string): Uint8Array {
    try {
      const bytes = readFileSync(join(this.folder, file));
      // Grown since it was listed.
      if (bytes.length > FONT_LIMITS.file) throw new RangeError(file);
      return bytes;
    } catch (error) {
      throw fileFault(error, file) ?? new FontRefusal(file, 'broken', '读不了，请检查文件和权限。');
    }
  }

  /**
   * The font that an editor means by a name: its own, its file's or its family's; of several the regular weight.
   * Throws InputError: refused (why), or not there (what there is).
   */
  named(name: string): UserFace {
    const wanted = comparable(name);
    const regular = (names: (font: ListedFont) => readonly string[]): ListedFont | undefined =>
      this.fonts
        .filter((font) => names(font).some((known) => comparable(known) === wanted))
        // The sort is stable: of equal weights the first in the folder.
        .sort((a, b) => Math.abs(a.weight - REGULAR) - Math.abs(b.weight - REGULAR))[0];
    const found =
      regular(({ names: { full, postScript } }) => [full, postScript]) ??
      this.inFile(name, wanted) ??
      regular(({ names: { family, all } }) => [family, ...all]);
    if (found) return this.load(found);
    const refused = this.refusals.find(({ file }) => isFileName(file, wanted));
    throw refused ?? new InputError(`${this.folder}：没有字体“${name}”，${this.available()}`);
  }

  /** The font of a file; of a collection, which one is meant must be said: the first may be a Japanese one. */
  private inFile(name: string, wanted: string): ListedFont | undefined {
    const found = this.fonts.filter(({ file }) => isFileName(file, wanted));
    if (found.length > 1)
      throw new InputError(
        `字体文件 ${name} 里有 ${found.length} 种字体，请写明其中一种：${found.map(({ names }) => names.full || names.postScript).join('、')}。`,
      );
    return found[0];
  }

  private available(): string {
    const names = [...new Set(this.fonts.map(({ names: { full, postScript } }) => full || postScript))];
    const refused = this.refusals.map((refusal) => phraseOf(refusal.message));
    const list =
      names.length > 0 ? `可用的有：${names.slice(0, MOST_LISTED).join('、')}` : '里面没有可用的字体';
    const more = names.length > MOST_LISTED ? `等 ${names.length} 种` : '';
    const others = refused.length > 0 ? `；不能用的有：${refused.slice(0, MOST_REFUSED).join('；')}` : '';
    return `${list}${more}${others}。`;
  }

  /** The face of that identifier; null where the folder has none, or another version of it. */
  find(id: FaceId): UserFace | null {
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const name = userFaceName(id);
    let found: UserFace | null = null;
    for (const font of name === null ? [] : this.fonts) {
      if (userFaceName(userFaceId(font.names.postScript, NO_DIGEST)) !== name) continue;
      try {
        const face = this.load(font);
        if (face.id === id) found = face;
      } catch (error) {
        // A file that its heading did not show to be broken: the face counts as absent, which layout reports.
        if (!(error instanceof InputError)) throw error;
      }
      if (found) break;
    }
    this.byId.set(id, found);
    return found;
  }

  /** SHA-256 in hex of the file that the face of that identifier is in; null where the folder has none. */
  fileDigest(id: FaceId): string | null {
    const face = this.find(id);
    const font = face && this.fonts.find(({ file, index }) => this.faces.get(`${index}/${file}`) === face);
    return font ? createHash('sha256').update(this.read(font.file)).digest('hex') : null;
  }
}

const REGULAR = 400;
const NO_DIGEST = '0'.repeat(16);
const MOST_LISTED = 40;
const MOST_REFUSED = 5;
