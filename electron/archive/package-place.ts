/**
 * The folder of one package: it appears whole under its name or not at all, and takes the place of an earlier package
 * of that same issue only. What an earlier export made is known by its list of checksums: the same file of the archive,
 * the same publication, a date or number in common, and every part as it was written. Anything else is somebody's.
 *
 * A package is written into a hidden folder beside. An earlier one is moved aside, the new one gets the name, and what
 * others have put into the earlier one (notes, a system's own files) is moved over; then it is removed, file by file.
 * A process that is killed in between leaves either of the two under the name, or the earlier one aside, which the
 * next export of that issue sets right first.
 */
import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { InputError } from '../base/input-error.ts';
import { unbroken } from '../base/interruption.ts';
import { diskCause } from '../files/disk-fault.ts';
import { renameOver } from '../files/rename-over.ts';
import { writeWhole } from '../files/write-whole.ts';

export const MANIFEST = 'manifest.json';
const LARGEST_MANIFEST = 1_000_000;

export type PackageParts = readonly (readonly [name: string, content: Uint8Array | string])[];

/** Which issue a package is of. */
const identitySchema = z.object({
  file: z.string(),
  publication: z.string(),
  date: z.string().nullable(),
  number: z.number().nullable(),
  totalNumber: z.number().nullable(),
});

export type PackageIdentity = z.infer<typeof identitySchema>;

const manifestSchema = identitySchema.extend({
  format: z.literal('zuban-package'),
  parts: z.record(z.string(), z.object({ sha256: z.string() })),
});

type Manifest = z.infer<typeof manifestSchema>;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Null where there is none, or none of ours. */
const readManifest = async (place: string): Promise<Manifest | null> => {
  try {
    const path = join(place, MANIFEST);
    if ((await stat(path)).size > LARGEST_MANIFEST) return null;
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const isSameIssue = (a: PackageIdentity, b: PackageIdentity): boolean => {
  const shared = (['date', 'number', 'totalNumber'] as const).some(
    (key) => a[key] !== null && a[key] === b[key],
  );
  const nameless = [a, b].every(
    (one) => one.date === null && one.number === null && one.totalNumber === null,
  );
  return a.file === b.file && a.publication === b.publication && (shared || nameless);
};

const isAsWritten = async (path: string, sha256: string): Promise<boolean> => {
  const facts = await lstat(path);
  if (!facts.isFile()) return false;
  return (
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex') === sha256
  );
};

/** What stands at the place: its own parts, by name; 'foreign' where they are not an earlier package's of that issue. */
const ownPartsAt = async (
  place: string,
  identity: PackageIdentity,
): Promise<readonly string[] | 'foreign'> => {
  if (!(await lstat(place)).isDirectory()) return 'foreign';
  const there = await readdir(place);
  if (there.length === 0) return [];
  const manifest = await readManifest(place);
  if (manifest === null || !isSameIssue(manifest, identity)) return 'foreign';
  const own = [MANIFEST];
  for (const [name, { sha256 }] of Object.entries(manifest.parts)) {
    if (!there.includes(name)) continue;
    if (!(await isAsWritten(join(place, name), sha256))) return 'foreign';
    own.push(name);
  }
  return own;
};

/** The names that a file system with other rules for letters would take for one. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * Writes the package into `folder` under `name`. False, and nothing is changed, where something stands there that is
 * not an earlier package of that issue; `overwrite` is for one who was asked. Throws the system's error or InputError.
 */
export const placePackage = (...order: PlaceOrder): Promise<boolean> => unbroken(() => place(...order));

type PlaceOrder = readonly [
  folder: string,
  name: string,
  identity: PackageIdentity,
  parts: PackageParts,
  overwrite: boolean,
];

const place = async (...[folder, name, identity, parts, overwrite]: PlaceOrder): Promise<boolean> => {
  const at = join(folder, name);
  const aside = join(folder, `.zuban-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.old`);
  const written = parts.map(([part]) => part);
  await setRight(at, aside, written);
  const own = await ownPartsAt(at, identity).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (own === 'foreign' && !overwrite) return false;
  // The name alone may be what the disk does not take: found out before anything is written.
  if (own === null) await mkdir(at).then(() => rmdir(at));
  const part = join(folder, `.zuban-${randomUUID().slice(0, 8)}.part`);
  try {
    await mkdir(part);
    for (const [file, content] of parts) await writeWhole(join(part, file), content);
    if (own !== null) await renameOver(at, aside);
    await renameOver(part, at).catch(async (error: unknown) => {
      if (own !== null) await rename(aside, at);
      throw error;
    });
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
  if (own !== null)
    await moveOver(aside, at, own === 'foreign' ? written : own).catch((error: unknown) => {
      throw leftOver(name, aside, error);
    });
  return true;
};

/** The package is there; what is left of the one before is not gone. */
const leftOver = (name: string, aside: string, error: unknown): unknown => {
  const cause = diskCause(error);
  if (cause === null) return error;
  const message = `“${name}”已经存好，但先前那一份没有清理完：${cause}；剩下的在“${basename(aside)}”里，下次导出这一期时再清理。`;
  return new InputError(message);
};

/** After a process that was killed between two names. */
const setRight = async (place: string, aside: string, written: readonly string[]): Promise<void> => {
  if (!(await lstat(aside).catch(() => null))) return;
  if (!(await lstat(place).catch(() => null))) return rename(aside, place);
  const manifest = await readManifest(aside);
  await moveOver(aside, place, manifest ? [MANIFEST, ...Object.keys(manifest.parts)] : written);
};

/** Removes what is the package's own; moves the rest to the new one, where nothing has that name. */
const moveOver = async (aside: string, place: string, own: readonly string[]): Promise<void> => {
  if (!(await lstat(aside)).isDirectory()) return rm(aside);
  const gone = new Set(own.map(folded));
  const there = new Set((await readdir(place)).map(folded));
  for (const name of await readdir(aside)) {
    if (gone.has(folded(name))) await rm(join(aside, name), { recursive: true });
    else if (!there.has(folded(name))) await rename(join(aside, name), join(place, name));
  }
  // What could not be moved stays aside rather than be removed.
  await rmdir(aside).catch(() => undefined);
};
