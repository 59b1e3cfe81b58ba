/**
 * The issue file 期文件 `.zuban`: a zip of `mimetype`, `manifest.json`, `issue.json`, `pictures/<id>`,
 * `versions/<n>.json`, `prints/<n>/…` and `manifest.sha256` (docs/file-format.md). The same issue gives the same
 * bytes: entries in a fixed order, one fixed date, one level, canonical JSON, fflate's own deflate. The manifest has
 * each part's SHA-256 and the engine's version, and the last entry has the manifest's, so an archived file can prove
 * that nothing in it has changed, and say what has.
 *
 * Reading trusts nothing: what the directory declares is checked against limits before a byte is inflated, and
 * inflating stops at the size declared. What is not whole is refused with its name; rescue-issue.ts takes the rest.
 */
import * as z from 'zod';
import { ENGINE_VERSION } from '../../core/engine-version.ts';
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { type IssueFile, issueFileOf } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import { type Broken, brokenFile, checkEntries, MANIFEST } from './checked-entries.ts';
import {
  ISSUE_PART,
  isJsonPart,
  isKnownPart,
  isPictureItself,
  largestPart,
  PART_LIMITS,
  type Part,
  partsOfFile,
  partTitle,
  picturesOf,
  readIssuePart,
  readPrints,
  readVersions,
  sha256,
} from './issue-parts.ts';
import { checkJson, JSON_LIMITS, readJson } from './json-part.ts';
import { type ListedEntry, listZip, readEntry } from './zip-reader.ts';
import { deflatedEntry, storedEntry, writeZip } from './zip-writer.ts';

export const ISSUE_MIME = 'application/vnd.zuban.issue+zip';

/**
 * The container's version: 1 had no prints, no versions and no digest of the manifest. A minor version may add parts
 * under new names; a program keeps those of a newer one and writes them back. Whatever else changes is a new version.
 */
export const CONTAINER_VERSION = 2;
export const CONTAINER_MINOR = 0;

export interface IssueWithPictures {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
}

const MIMETYPE = 'mimetype';
/** As `sha256sum -c` reads it. */
const SEAL = 'manifest.sha256';

/** A file larger than this cannot be one of ours: everything inflated, stored without compression. */
export const LARGEST_ISSUE_FILE = PART_LIMITS.total + 8_000_000;

const manifestSchema = z.object({
  format: z.literal('zuban-issue'),
  version: z.int().min(1),
  minor: z.int().min(0).default(0),
  engine: z.string().max(100),
  parts: z.record(
    z.string().max(200),
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(0) }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const sealOf = (manifest: Uint8Array): Uint8Array => encode(`${sha256(manifest)}  ${MANIFEST}\n`);

/**
 * The file's bytes. Throws where a picture that the issue lists has no bytes, and where the file would not open
 * again: to refuse at once is better than a file that nobody can read.
 */
export const packIssueFile = (file: IssueFile): Uint8Array => {
  const parts = partsOfFile(file);
  checkSizes(parts);
  const manifest = encode(
    canonicalJson({
      format: 'zuban-issue',
      version: CONTAINER_VERSION,
      minor: file.others.size === 0 ? CONTAINER_MINOR : Math.max(CONTAINER_MINOR, file.minor),
      engine: ENGINE_VERSION,
      parts: Object.fromEntries(
        parts.map(({ name, sha256: hash, size }) => [name, { sha256: hash, bytes: size }]),
      ),
    }),
  );
  return writeZip([
    storedEntry(MIMETYPE, encode(ISSUE_MIME)),
    deflatedEntry(MANIFEST, manifest),
    ...parts,
    storedEntry(SEAL, sealOf(manifest)),
  ]);
};

const checkSizes = (parts: readonly Part[]): void => {
  const large = parts.find(
    ({ name, size, values }) => size > largestPart(name) || values > JSON_LIMITS.values,
  );
  const json = parts.filter(({ name }) => isJsonPart(name));
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  const tooMuch = large
    ? `${partTitle(large.name, () => null)}过大`
    : total > PART_LIMITS.total
      ? '图片和印样加起来超过 1 GB'
      : json.reduce((sum, { size }) => sum + size, 0) > PART_LIMITS.json ||
          json.reduce((sum, { values }) => sum + values, 0) > JSON_LIMITS.allValues
        ? '正文、版本和印样加起来过大'
        : parts.length + 3 > PART_LIMITS.entries
          ? '图片、版本和印样的个数过多'
          : null;
  if (tooMuch !== null)
    throw new IssueFileError(`这一期存不下：${tooMuch}，请删去不用的图片或旧版本后再存。`);
};

/** A file of an issue and its pictures alone. What a file has besides is lost: see packIssueFile. */
export const packIssue = (issue: Issue, pictures: ReadonlyMap<PictureId, Uint8Array>): Uint8Array =>
  packIssueFile(issueFileOf(issue, pictures));

/** Reads a file. `fileName` is for the messages. Throws IssueFileError, one sentence for the editor. */
export const unpackIssueFile = (bytes: Uint8Array, fileName: string): IssueFile => {
  const broken = brokenFile(fileName);
  const entries = listZip(bytes);
  if (!entries) throw broken('不是组版的期文件，或者已经损坏，请改用备份。');
  checkEntries(entries, bytes.length, broken);
  const read = readParts(bytes, entries, broken);
  if (read.faults.length > 0) throw broken(faultSentence(read));
  return collect(read, broken);
};

/** The issue and its pictures alone. */
export const unpackIssue = (bytes: Uint8Array, fileName: string): IssueWithPictures => {
  const { issue, pictures } = unpackIssueFile(bytes, fileName);
  const listed = new Set(issue.pictures.map(({ id }) => id));
  return { issue, pictures: new Map([...pictures].filter(([id]) => listed.has(id))) };
};

/** What is wrong with one part. */
export interface PartFault {
  readonly name: string;
  readonly why: 'missing' | 'changed';
}

export interface ReadParts {
  readonly manifest: Manifest;
  /** Those that are what the manifest says, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly faults: readonly PartFault[];
  /** Those that can be read but are not what the manifest says. */
  readonly doubtful: ReadonlyMap<string, Uint8Array>;
}

/** The parts that the manifest lists. Throws where there is no manifest to go by, or it is a newer program's. */
export const readParts = (bytes: Uint8Array, entries: readonly ListedEntry[], broken: Broken): ReadParts => {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const manifest = readManifest(bytes, byName, broken);
  const listed = manifest.value.parts;
  const known = manifest.value.minor > CONTAINER_MINOR ? () => true : isKnownPart;
  const stranger =
    entries.find(({ name }) => ![MIMETYPE, MANIFEST, SEAL].includes(name) && !Object.hasOwn(listed, name))
      ?.name ?? Object.keys(listed).find((name) => !known(name));
  if (stranger !== undefined)
    throw broken(`里多出清单上没有或本程序不认得的“${stranger.slice(0, 80)}”，可能被改动过，请改用备份。`);

  const parts = new Map<string, Uint8Array>();
  const doubtful = new Map<string, Uint8Array>();
  const faults: PartFault[] = manifest.faults.slice();
  let values = 0;
  /** Before anything of it is parsed. */
  const counted = (name: string, part: Uint8Array): Uint8Array => {
    if (!isJsonPart(name)) return part;
    values += orBroken(
      () =>
        checkJson(
          part,
          partTitle(name, () => null),
        ),
      broken,
    );
    if (values > JSON_LIMITS.allValues) throw broken('里的数据过多，不是正常的期文件，没有打开。');
    return part;
  };
  const type = byName.get(MIMETYPE);
  const said = type ? readEntry(bytes, type) : null;
  if (!said || !Buffer.from(said).equals(encode(ISSUE_MIME)))
    faults.push({ name: MIMETYPE, why: type ? 'changed' : 'missing' });
  for (const [name, { sha256: hash, bytes: size }] of Object.entries(listed)) {
    const entry = byName.get(name);
    const part = entry ? readEntry(bytes, entry) : null;
    if (part && part.length === size && sha256(part) === hash) parts.set(name, counted(name, part));
    else {
      faults.push({ name, why: entry ? 'changed' : 'missing' });
      if (part) doubtful.set(name, counted(name, part));
    }
  }
  return { manifest: manifest.value, parts, faults, doubtful };
};

const readManifest = (
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ListedEntry>,
  broken: Broken,
): { readonly value: Manifest; readonly faults: readonly PartFault[] } => {
  const entry = entries.get(MANIFEST);
  if (!entry) throw broken('不是组版的期文件（里面没有清单），请确认打开的文件没有选错。');
  const part = readEntry(bytes, entry);
  if (!part) throw broken('的清单读不出来，可能已损坏，请改用备份。');
  const seal = entries.get(SEAL);
  const sealed = seal ? readEntry(bytes, seal) : null;
  const isSealed = sealed !== null && Buffer.from(sealed).equals(sealOf(part));
  const json = orBroken(() => readJson(part, '清单'), broken);
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw broken('的清单内容有误，可能已损坏，请改用备份。');
  const { version } = parsed.data;
  if (version > CONTAINER_VERSION)
    throw broken(
      `打不开：期文件是较新版本的组版保存的（容器第${version}版，本程序只认到第${CONTAINER_VERSION}版），请升级程序后再打开。`,
    );
  const fault: PartFault = { name: MANIFEST, why: seal ? 'changed' : 'missing' };
  // Files of version 1 had no digest of their manifest.
  return { value: parsed.data, faults: version === 1 || isSealed ? [] : [fault] };
};

/** Which parts are not what they were and what is safe, after the file's name. */
const faultSentence = ({ faults, parts }: ReadParts): string => {
  const first = faults[0]!;
  const json = parts.get(ISSUE_PART);
  const issue = json ? attempt(() => readIssuePart(json)) : null;
  const title =
    first.name === MANIFEST
      ? `清单“${MANIFEST}”`
      : partTitle(first.name, (id) => issue?.pictures.find((p) => p.id === id)?.name ?? null);
  const more = faults.length > 1 ? `等${faults.length}处` : '';
  const safe = issue ? '文字和版面完好' : '正文不完好';
  return first.why === 'missing'
    ? `里缺少清单上的${title}${more}，文件不完整；${safe}，请改用备份，或取出完好的部分。`
    : `里的${title}${more}与清单上的校验值不符，可能已损坏或被改动；${safe}，请改用备份，或取出完好的部分。`;
};

/** What a part is at fault with, after the file's name. */
const orBroken = <T>(read: () => T, broken: Broken): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof IssueFileError) throw broken(`的${error.message}`);
    throw error;
  }
};

const attempt = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof IssueFileError) return null;
    throw error;
  }
};

const collect = ({ parts, manifest }: ReadParts, broken: Broken): IssueFile => {
  const refuse = (_: string, error: IssueFileError): never => {
    throw broken(`打不开：${error.message}`);
  };
  const json = parts.get(ISSUE_PART);
  if (!json) throw broken(`里没有${ISSUE_PART}，文件不完整，请改用备份。`);
  let issue: Issue;
  try {
    issue = readIssuePart(json);
  } catch (error) {
    if (error instanceof IssueFileError) return refuse(ISSUE_PART, error);
    throw error;
  }
  const versions = readVersions(parts, refuse);
  const prints = readPrints(parts, refuse);
  const pictures = picturesOf(parts);
  for (const one of [issue, ...versions.map((version) => version.issue)])
    one.pictures.forEach(({ id, name, lost }, index) => {
      if (!lost && !pictures.has(id))
        throw broken(`里缺少第${index + 1}幅图片“${name.slice(0, 80)}”，文件不完整，请改用备份。`);
    });
  for (const [id, bytes] of pictures)
    if (!isPictureItself(id, sha256(bytes)))
      throw broken(`里的${partTitle(`pictures/${id}`, () => nameOf(issue, id))}内容与标识不符，请改用备份。`);
  return { issue, pictures, prints, versions, others: othersOf(parts), minor: manifest.minor };
};

const nameOf = (issue: Issue, id: PictureId): string | null =>
  issue.pictures.find((picture) => picture.id === id)?.name ?? null;

/** Parts of a newer program. */
export const othersOf = (parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> =>
  new Map([...parts].filter(([name]) => !isKnownPart(name)));
