/**
 * The issue file 期文件 `.zuban`: a zip of `mimetype`, `manifest.json`, `issue.json` and `pictures/<id>`. The same
 * issue gives the same bytes: entries in a fixed order, one fixed date, fixed levels, canonical JSON, fflate's own
 * deflate. The manifest has each part's SHA-256 and the engine's version, so an archived file can prove that nothing
 * in it has changed.
 *
 * Reading trusts nothing: what the directory declares is checked against limits before a byte is inflated, and
 * inflating stops at the size declared.
 */
import { createHash } from 'node:crypto';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { z } from 'zod';
import { ENGINE_VERSION } from '../../core/engine-version.ts';
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { ISSUE_LIMITS, PICTURE_ID, parseIssue } from '../../core/file/issue-schema.ts';
import { futureVersion, ISSUE_FILE_VERSION, issueDocument, migrate } from '../../core/file/migrations.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';

export const ISSUE_MIME = 'application/vnd.zuban.issue+zip';

export interface IssueWithPictures {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
}

const MIMETYPE = 'mimetype';
const MANIFEST = 'manifest.json';
const ISSUE = 'issue.json';
const PICTURES = 'pictures/';

/** Bytes, inflated. 64 MB of JSON are a hundred times the largest import; 1 GB is a year of front-page pictures. */
const LIMITS = {
  entries: ISSUE_LIMITS.pictures + 3,
  manifest: 4_000_000,
  issue: 64_000_000,
  picture: 64_000_000,
  total: 1_000_000_000,
  /** Text deflates to a tenth; beyond this ratio (of files over 16 MB) it is a bomb. */
  ratio: 100,
  ratioFrom: 16_000_000,
} as const;

/** A file larger than this cannot be one of ours: everything inflated, stored without compression. */
export const LARGEST_ISSUE_FILE = LIMITS.total + 4_000_000;

/**
 * DOS dates begin with 1980 and have no time zone: fflate writes the local fields of a Date, so a Date of local
 * fields gives the same bytes everywhere. Noon, because no zone's clock jumps then.
 */
const fixedDate = (): Date => new Date(1980, 0, 1, 12);

const manifestSchema = z.object({
  format: z.literal('zuban-issue'),
  version: z.int().min(1),
  engine: z.string().max(100),
  parts: z.record(
    z.string().max(200),
    z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(0) }),
  ),
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * The file's bytes. Throws where a picture that the issue lists has no bytes, and where the issue would not open
 * again: to refuse at once is better than a file that nobody can read.
 */
export const packIssue = (issue: Issue, pictures: ReadonlyMap<PictureId, Uint8Array>): Uint8Array => {
  parseIssue(issue);
  const parts: [string, Uint8Array][] = [[ISSUE, encode(canonicalJson(issueDocument(issue)))]];
  for (const { id } of [...issue.pictures].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const bytes = pictures.get(id);
    if (!bytes) throw new Error(`no bytes for picture ${id}`);
    parts.push([PICTURES + id, bytes]);
  }
  const manifest = {
    format: 'zuban-issue',
    version: ISSUE_FILE_VERSION,
    engine: ENGINE_VERSION,
    parts: Object.fromEntries(
      parts.map(([name, bytes]) => [name, { sha256: sha256(bytes), bytes: bytes.length }]),
    ),
  };
  const mtime = fixedDate();
  const zip: Zippable = {
    [MIMETYPE]: [encode(ISSUE_MIME), { level: 0, mtime }],
    [MANIFEST]: [encode(canonicalJson(manifest)), { level: 9, mtime }],
  };
  // Pictures are JPEG and PNG, which deflate cannot make smaller.
  for (const [name, bytes] of parts) zip[name] = [bytes, { level: name === ISSUE ? 9 : 0, mtime }];
  return zipSync(zip);
};

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly originalSize: number;
}

/** Reads a file. `fileName` is for the messages. Throws IssueFileError, one sentence for the editor. */
export const unpackIssue = (bytes: Uint8Array, fileName: string): IssueWithPictures => {
  const broken = (why: string): IssueFileError => new IssueFileError(`“${fileName}”${why}`);
  const entries = listEntries(bytes, broken);
  const manifest = readManifest(bytes, entries, broken);
  if (manifest.version > ISSUE_FILE_VERSION)
    throw broken(`打不开：${futureVersion(manifest.version).message}`);
  const expected = new Set([MIMETYPE, MANIFEST, ...Object.keys(manifest.parts)]);
  const stranger = entries.find((entry) => !expected.has(entry.name));
  if (stranger) throw broken(`里多出清单上没有的“${stranger.name.slice(0, 80)}”，可能被改动过，请改用备份。`);

  const parts = inflate(bytes, () => true, broken);
  for (const [name, { sha256: hash, bytes: size }] of Object.entries(manifest.parts)) {
    const part = parts[name];
    if (!part) throw broken(`里缺少清单上的“${name.slice(0, 80)}”，文件不完整，请改用备份。`);
    if (part.length !== size || sha256(part) !== hash)
      throw broken(`里的“${name.slice(0, 80)}”与清单上的校验值不符，可能已损坏或被改动，请改用备份。`);
  }
  const json = parts[ISSUE];
  if (!json) throw broken(`里没有${ISSUE}，文件不完整，请改用备份。`);
  return collect(json, parts, broken);
};

type Broken = (why: string) => IssueFileError;

/** The zip's directory, checked against the limits before anything is inflated. */
const listEntries = (bytes: Uint8Array, broken: Broken): readonly Entry[] => {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  const take = ({ name, size, originalSize, compression }: Entry & { compression: number }): boolean => {
    if (entries.length >= LIMITS.entries)
      throw broken(`里的文件超过${LIMITS.entries}个，不是正常的期文件，没有打开。`);
    if (!isPlainName(name))
      throw broken(`里有路径不安全的“${name.slice(0, 80)}”，没有打开，请核实文件的来源。`);
    if (names.has(name)) throw broken(`里的“${name.slice(0, 80)}”出现了两次，可能被改动过，没有打开。`);
    if (compression !== 0 && compression !== 8)
      throw broken(`里的“${name.slice(0, 80)}”用了本程序不认得的压缩方法，请用组版重新保存。`);
    const most = name === ISSUE ? LIMITS.issue : name.startsWith(PICTURES) ? LIMITS.picture : LIMITS.manifest;
    total += originalSize;
    if (!(originalSize >= 0 && originalSize <= most && total <= LIMITS.total))
      throw broken(`解压后过大（“${name.slice(0, 80)}”），不是正常的期文件，没有打开。`);
    names.add(name);
    entries.push({ name, size, originalSize });
    return false;
  };
  inflate(bytes, take, broken);
  if (total > LIMITS.ratioFrom && total > bytes.length * LIMITS.ratio)
    throw broken('的压缩比异常，解压后过大，不是正常的期文件，没有打开。');
  return entries;
};

/** No folder up, no root, no drive, nothing hidden from sight: only names that we write ourselves. */
const isPlainName = (name: string): boolean =>
  /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/.test(name) && !name.includes('..') && name.length <= 200;

const readManifest = (
  bytes: Uint8Array,
  entries: readonly Entry[],
  broken: Broken,
): z.infer<typeof manifestSchema> => {
  if (!entries.some((entry) => entry.name === MANIFEST))
    throw broken('不是组版的期文件（里面没有清单），请确认打开的文件没有选错。');
  const part = inflate(bytes, (entry) => entry.name === MANIFEST, broken)[MANIFEST]!;
  const parsed = manifestSchema.safeParse(readJson(part, MANIFEST, broken));
  if (!parsed.success) throw broken('的清单内容有误，可能已损坏，请改用备份。');
  return parsed.data;
};

const inflate = (
  bytes: Uint8Array,
  filter: (entry: Entry & { compression: number }) => boolean,
  broken: Broken,
) => {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof IssueFileError) throw cause;
    throw broken('不是组版的期文件，或者已经损坏，请改用备份。');
  }
};

const readJson = (bytes: Uint8Array, name: string, broken: Broken): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw broken(`里的${name}读不出来，可能已损坏，请改用备份。`);
  }
};

const collect = (
  json: Uint8Array,
  parts: Readonly<Record<string, Uint8Array>>,
  broken: Broken,
): IssueWithPictures => {
  let issue: Issue;
  try {
    issue = parseIssue(migrate(readJson(json, ISSUE, broken)));
  } catch (cause) {
    if (cause instanceof IssueFileError && !cause.message.startsWith('“'))
      throw broken(`打不开：${cause.message}`);
    throw cause;
  }
  const pictures = new Map<PictureId, Uint8Array>();
  for (const [index, { id, name }] of issue.pictures.entries()) {
    const bytes = parts[PICTURES + id];
    if (!bytes) throw broken(`里缺少第${index + 1}幅图片“${name.slice(0, 80)}”，文件不完整，请改用备份。`);
    if (!PICTURE_ID.test(id) || !id.startsWith(`sha256-${sha256(bytes)}.`))
      throw broken(`里的第${index + 1}幅图片“${name.slice(0, 80)}”内容与标识不符，请改用备份。`);
    pictures.set(id, bytes);
  }
  return { issue, pictures };
};
