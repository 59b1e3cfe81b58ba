/**
 * The archive folder 归档文件夹: the house's issues by year, and in 刊物/ its own profiles of publications. It is made
 * by the first save, not before: whoever only looks at the sample gets no folder. Links are not followed when it is
 * listed, so a folder that holds itself ends; what is not read for that or any other reason is named.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import type { ArchivedIssue } from '../../core/contract/ipc.ts';
import { factsOfName, ISSUE_EXTENSION } from '../../core/file/archive-name.ts';
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { faultPhrase, pictureSchema, publicationSchema } from '../../core/file/issue-schema.ts';
import type { PictureId, PictureInfo } from '../../core/issue/issue.ts';
import type { Publication, PublicationId } from '../../core/publication/publication.ts';
import { fileFault, InputError } from '../base/input-error.ts';
import { checkedArchiveName } from './archive-name.ts';
import { diskCause } from './disk-fault.ts';
import { replaceFile } from './issue-store.ts';

const PROFILES = '刊物';
/** A profile is some 10 kB of JSON. */
const LARGEST_PROFILE = 4_000_000;
/** A weekly of a century has 5,200 issues; deeper folders are not ours. */
const MOST_ISSUES = 20_000;
const DEEPEST = 6;
const TOO_MANY = `归档里的期文件超过${MOST_ISSUES}个，多出的没有读，请分成几个归档。`;

/** What of the folder was not read: issues in there are not known, which does not mean that there are none. */
export interface Unread {
  /** Relative to the archive folder, with `/`; '' where it may be anywhere. */
  readonly place: string;
  /** One sentence. */
  readonly message: string;
}

export interface ArchiveListing {
  /** Issue files, sorted. */
  readonly files: readonly string[];
  readonly unread: readonly Unread[];
}

/** True where a file may stand in what was not read. */
export const isWithinUnread = (file: string, unread: readonly Unread[]): boolean =>
  unread.some(({ place }) => place === '' || file === place || file.startsWith(`${place}/`));

/** A house's own profile with the pictures that it shows (the nameplate's). */
export interface HouseProfile {
  readonly publication: Publication;
  readonly pictures: readonly PictureInfo[];
  readonly bytes: ReadonlyMap<PictureId, Uint8Array>;
}

const profileSchema = z.strictObject({
  format: z.literal('zuban-publication'),
  version: z.literal(1),
  publication: publicationSchema,
  pictures: z.array(pictureSchema).max(10),
});

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Ids of publications name files. */
const checkedId = (id: PublicationId): PublicationId => {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,80}$/.test(id))
    throw new InputError(`刊物标识“${id.slice(0, 40)}”只能用字母、数字和“-”，请改正。`);
  return id;
};

export class ArchiveFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  /** Where a file of that name stands. Throws InputError for a name that is not allowed. */
  place(file: string): string {
    return join(this.path, ...checkedArchiveName(file).split('/'));
  }

  /** The path as the page knows it: relative with `/` within the folder, else whole. */
  nameOf(path: string): string {
    const inside = relative(this.path, path);
    return inside === '' || inside.startsWith('..') || isAbsolute(inside)
      ? path
      : inside.split(sep).join('/');
  }

  /** All issue files, sorted by name; none where there is no folder yet. */
  async facts(): Promise<readonly ArchivedIssue[]> {
    return (await this.listing()).files.map(factsOfName);
  }

  /** All issue files, and what was not read. Throws InputError where the archive folder itself cannot be read. */
  async listing(): Promise<ArchiveListing> {
    const files: string[] = [];
    const unread: Unread[] = [];
    await this.list('', 0, files, unread);
    return { files: files.sort(), unread };
  }

  private async list(folder: string, depth: number, files: string[], unread: Unread[]): Promise<void> {
    const leave = (place: string, message: string): void => void unread.push({ place, message });
    let entries: Awaited<ReturnType<typeof readEntries>>;
    try {
      entries = await readEntries(join(this.path, folder));
    } catch (error) {
      // Removed since it was listed, or not made yet.
      if (isMissing(error)) return;
      if (depth === 0) throw fileFault(error, this.path) ?? error;
      const cause = diskCause(error);
      if (cause === null) throw error;
      leave(folder, `文件夹“${folder}”读不出来：${cause}，里面的各期没有读。`);
      return;
    }
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      const isIssue = entry.name.toLowerCase().endsWith(ISSUE_EXTENSION);
      if (entry.isDirectory()) {
        if (depth < DEEPEST) await this.list(name, depth + 1, files, unread);
        else leave(name, `文件夹“${name}”超过${DEEPEST}层，里面没有读，请移到浅一些的地方。`);
      } else if (entry.isFile() && isIssue) {
        if (files.length < MOST_ISSUES) files.push(name);
        else if (!unread.some(({ message }) => message === TOO_MANY)) leave('', TOO_MANY);
      } else if (entry.isSymbolicLink() && (isIssue || (await this.isFolder(name))))
        leave(name, `“${name}”是链接，没有读，请换成文件或文件夹本身。`);
    }
  }

  private async isFolder(name: string): Promise<boolean> {
    const found = await stat(join(this.path, name)).catch(() => null);
    return found?.isDirectory() ?? false;
  }

  /** The house's own profile; null where it has none. Throws InputError where the file is not one. */
  async profile(id: PublicationId): Promise<HouseProfile | null> {
    const file = this.profileFile(checkedId(id));
    const broken = (why: string): InputError =>
      new InputError(`${PROFILES}/${id}.json 读不出来：${why}，请修复或删除这个文件。`);
    const json = await readFile(file).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw fileFault(error, file) ?? error;
    });
    if (json === null) return null;
    if (json.length > LARGEST_PROFILE) throw broken('文件过大');
    let value: unknown;
    try {
      value = JSON.parse(json.toString('utf8'));
    } catch {
      throw broken('不是 JSON');
    }
    const parsed = profileSchema.safeParse(value);
    if (!parsed.success) throw broken(faultPhrase(parsed.error));
    const { publication, pictures } = parsed.data;
    if (publication.id !== id) throw broken('刊物标识与文件名不同');
    const bytes = new Map<PictureId, Uint8Array>();
    for (const picture of pictures) {
      const content = await readFile(join(dirname(file), picture.id)).catch(() => null);
      const hash = content === null ? '' : createHash('sha256').update(content).digest('hex');
      if (content === null || !picture.id.startsWith(`sha256-${hash}.`))
        throw broken(`图片“${picture.name.slice(0, 60)}”不见了或被改动过`);
      bytes.set(picture.id, content);
    }
    return { publication, pictures, bytes };
  }

  /** Writes the profile, its pictures first: what it names is there. Throws InputError. */
  async saveProfile({ publication, pictures, bytes }: HouseProfile): Promise<void> {
    const file = this.profileFile(checkedId(publication.id));
    const parsed = profileSchema.safeParse({
      format: 'zuban-publication',
      version: 1,
      publication,
      pictures,
    });
    if (!parsed.success) throw new InputError(`刊物没有保存：${faultPhrase(parsed.error)}，请改正后再试。`);
    try {
      await mkdir(dirname(file), { recursive: true });
      for (const [id, content] of bytes) await replaceFile(join(dirname(file), id), content);
      await replaceFile(file, new TextEncoder().encode(`${canonicalJson(parsed.data)}\n`));
    } catch (error) {
      throw fileFault(error, file) ?? error;
    }
  }

  private profileFile(id: PublicationId): string {
    return join(this.path, PROFILES, `${id}.json`);
  }
}

const readEntries = (folder: string) => readdir(folder, { withFileTypes: true });
