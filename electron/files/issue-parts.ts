/**
 * The parts of an issue file by name: which there are, what each must not exceed, what an editor calls it, and the
 * way from an IssueFile to parts and back. Parts of values that do not change (pictures, prints, versions) are
 * prepared once and kept by value, so that a save costs what was edited since the last one.
 */
import { createHash } from 'node:crypto';
import { displayToJson } from '../../core/display/display-json.ts';
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { parseDisplayList } from '../../core/file/display-list-schema.ts';
import { type IssueFile, namedPictures, type Print, type Version } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import {
  FILE_LIMITS,
  facesDocument,
  parseFaces,
  parsePrint,
  parseVersion,
  printDocument,
  versionDocument,
} from '../../core/file/issue-file-schema.ts';
import { ISSUE_LIMITS, PICTURE_ID, parseIssue } from '../../core/file/issue-schema.ts';
import { issueDocument, migrate } from '../../core/file/migrations.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import { jsonSize, readJson } from './json-part.ts';
import { deflatedEntry, storedEntry, type ZipEntry } from './zip-writer.ts';

export const ISSUE_PART = 'issue.json';
const PICTURES = 'pictures/';

/** A part of a print or a version: its number and its file. */
const PRINT_PART = /^prints\/([1-9]\d{0,5})\/(print\.json|display-list\.json|fonts\.json|print\.pdf)$/;
const VERSION_PART = /^versions\/([1-9]\d{0,5})\.json$/;

/**
 * Bytes, inflated. An issue of 16 pages is 0.3–1 MB of JSON, its printed pages some 3 MB; 1 GB is a year of front-page
 * pictures.
 */
export const PART_LIMITS = {
  entries: ISSUE_LIMITS.pictures + 4 * FILE_LIMITS.prints + FILE_LIMITS.versions + FILE_LIMITS.others + 4,
  manifest: 4_000_000,
  /** issue.json, and each version. */
  issue: 16_000_000,
  /** All that is JSON. */
  json: 200_000_000,
  part: 64_000_000,
  pdf: 256_000_000,
  total: 1_000_000_000,
} as const;

export const isKnownPart = (name: string): boolean =>
  name === ISSUE_PART || isPicturePart(name) || PRINT_PART.test(name) || VERSION_PART.test(name);

const isPicturePart = (name: string): boolean =>
  name.startsWith(PICTURES) && PICTURE_ID.test(name.slice(PICTURES.length));

export const largestPart = (name: string): number =>
  name.endsWith('.pdf')
    ? PART_LIMITS.pdf
    : name === ISSUE_PART || VERSION_PART.test(name)
      ? PART_LIMITS.issue
      : PART_LIMITS.part;

export const isJsonPart = (name: string): boolean => isKnownPart(name) && name.endsWith('.json');

/** The JSON of a newspaper deflates to a tenth; what is smaller than a fiftieth, beyond 2 MB, is a bomb. */
const JSON_RATIO = 50;
const JSON_RATIO_FROM = 2_000_000;

export const isJsonBomb = (size: number, originalSize: number): boolean =>
  originalSize > JSON_RATIO_FROM && originalSize > size * JSON_RATIO;

/** What an editor calls the part; `pictureName` gives the name of the file that a picture came from. */
export const partTitle = (name: string, pictureName: (id: PictureId) => string | null): string => {
  if (name === ISSUE_PART) return `正文“${ISSUE_PART}”`;
  if (name.startsWith(PICTURES)) {
    const own = pictureName(name.slice(PICTURES.length));
    return own === null
      ? `图片“${name.slice(PICTURES.length, PICTURES.length + 24)}…”`
      : `图片“${own.slice(0, 80)}”`;
  }
  const print = PRINT_PART.exec(name);
  if (print) {
    const what = {
      'print.json': '记录',
      'display-list.json': '版面',
      'fonts.json': '字体表',
      'print.pdf': '印样 PDF',
    };
    return `第${print[1]}次付印的${what[print[2] as keyof typeof what]}`;
  }
  const version = VERSION_PART.exec(name);
  return version ? `第${version[1]}个版本` : `“${name.slice(0, 80)}”`;
};

const digests = new WeakMap<Uint8Array, string>();

/** In hex. Kept by value: a picture that was read is not summed again when it is saved. */
export const sha256 = (bytes: Uint8Array): string => {
  const known = digests.get(bytes);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(bytes).digest('hex');
  digests.set(bytes, digest);
  return digest;
};
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));

/** An entry with what the manifest says of it. */
export interface Part extends ZipEntry {
  readonly sha256: string;
  /** Of JSON, as jsonSize counts them; 0 for anything else. */
  readonly values: number;
}

const jsonPart = (name: string, value: unknown): Part => {
  const bytes = encode(value);
  const deflated = deflatedEntry(name, bytes);
  // A text that is all the same is a text: it is stored, so that it is no bomb to whoever opens it.
  const entry = isJsonBomb(deflated.data.length, deflated.size) ? storedEntry(name, bytes) : deflated;
  return { ...entry, sha256: sha256(bytes), values: jsonSize(bytes).values };
};
/** Pictures and PDFs are deflated already. */
const storedPart = (name: string, bytes: Uint8Array): Part => ({
  ...storedEntry(name, bytes),
  sha256: sha256(bytes),
  values: 0,
});

const kept = new WeakMap<object, readonly Part[]>();
const prepared = (value: object, key: string, make: () => readonly Part[]): readonly Part[] => {
  const known = kept.get(value);
  // The same bytes may be kept under two names: a picture that is both .jpg and .png by mistake.
  if (known?.[0]?.name.startsWith(key)) return known;
  const made = make();
  kept.set(value, made);
  return made;
};

const printParts = (print: Print): readonly Part[] => {
  const folder = `prints/${print.number}/`;
  return prepared(print, folder, () => [
    jsonPart(`${folder}print.json`, printDocument(print)),
    ...(print.displayList
      ? [
          jsonPart(`${folder}display-list.json`, displayToJson(print.displayList)),
          jsonPart(`${folder}fonts.json`, facesDocument(print.faces)),
        ]
      : []),
    ...(print.pdf ? [storedPart(`${folder}print.pdf`, print.pdf)] : []),
  ]);
};

const versionParts = (version: Version): readonly Part[] => {
  const name = `versions/${version.number}.json`;
  return prepared(version, name, () => [jsonPart(name, versionDocument(version))]);
};

/**
 * All parts in their order. Throws where a picture that the issue or a version lists has no bytes. A picture that
 * only a print draws may be lost: that page has its PDF.
 */
export const partsOfFile = (file: IssueFile): readonly Part[] => {
  const named = namedPictures(file);
  const listed = new Set(
    [file.issue, ...file.versions.map((v) => v.issue)].flatMap((i) =>
      i.pictures.flatMap((p) => (p.lost ? [] : [p.id])),
    ),
  );
  const lacking = named.find((id) => listed.has(id) && !file.pictures.has(id));
  if (lacking !== undefined) throw new Error(`no bytes for picture ${lacking}`);
  // What a newer program's parts name is not known here: everything stays.
  const wanted = file.others.size === 0 ? named : [...new Set([...named, ...file.pictures.keys()])].sort();
  return [
    ...prepared(file.issue, ISSUE_PART, () => [jsonPart(ISSUE_PART, issueDocument(parseIssue(file.issue)))]),
    ...wanted.flatMap((id) => {
      const bytes = file.pictures.get(id);
      return bytes ? prepared(bytes, PICTURES + id, () => [storedPart(PICTURES + id, bytes)]) : [];
    }),
    ...file.versions.flatMap(versionParts),
    ...file.prints.flatMap(printParts),
    ...[...file.others]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, bytes]) =>
        prepared(bytes, name, () => [{ ...deflatedEntry(name, bytes), sha256: sha256(bytes), values: 0 }]),
      ),
  ];
};

/** The issue of issue.json. Throws IssueFileError. */
export const readIssuePart = (bytes: Uint8Array): Issue => parseIssue(migrate(readJson(bytes, ISSUE_PART)));

/** Numbers of the prints and of the versions that the names are of, ascending. */
const numbersOf = (names: Iterable<string>, pattern: RegExp): readonly number[] => {
  const numbers = new Set<number>();
  for (const name of names) {
    const found = pattern.exec(name);
    if (found) numbers.add(Number(found[1]));
  }
  return [...numbers].sort((a, b) => a - b);
};

type Parts = ReadonlyMap<string, Uint8Array>;

/** The versions, each by itself: `refuse` is told of one that cannot be read, and it is left out. */
export const readVersions = (
  parts: Parts,
  refuse: (name: string, error: IssueFileError) => void,
): readonly Version[] =>
  numbersOf(parts.keys(), VERSION_PART).flatMap((number) => {
    const name = `versions/${number}.json`;
    return attempt(name, refuse, () => parseVersion(readJson(parts.get(name)!, `第${number}个版本`), number));
  });

/** The prints in the same way. What of one is missing is left out of it; without its record there is none. */
export const readPrints = (
  parts: Parts,
  refuse: (name: string, error: IssueFileError) => void,
): readonly Print[] =>
  numbersOf(parts.keys(), PRINT_PART).flatMap((number) => {
    const folder = `prints/${number}/`;
    const json = (file: string) => {
      const bytes = parts.get(folder + file);
      return bytes && readJson(bytes, `第${number}次付印的${file}`);
    };
    const pdf = parts.get(`${folder}print.pdf`) ?? null;
    const drawn = attempt(`${folder}display-list.json`, refuse, () => {
      const list = json('display-list.json');
      return list === undefined ? null : parseDisplayList(list);
    });
    const faces = attempt(`${folder}fonts.json`, refuse, () => {
      const list = json('fonts.json');
      return list === undefined ? [] : parseFaces(list, number);
    });
    return attempt(`${folder}print.json`, refuse, (): Print => {
      const facts = json('print.json');
      const displayList = drawn[0] ?? null;
      if (facts === undefined || (displayList === null && pdf === null))
        throw new IssueFileError(`第${number}次付印的记录不完整`, { advice: '请改用备份' });
      return { number, ...parsePrint(facts, number), displayList, faces: faces[0] ?? [], pdf };
    });
  });

const attempt = <T>(
  name: string,
  refuse: (name: string, error: IssueFileError) => void,
  read: () => T,
): readonly T[] => {
  try {
    return [read()];
  } catch (error) {
    if (!(error instanceof IssueFileError)) throw error;
    refuse(name, error);
    return [];
  }
};

/** The bytes of every picture part by the picture's id. */
export const picturesOf = (parts: Parts): ReadonlyMap<PictureId, Uint8Array> =>
  new Map(
    [...parts]
      .filter(([name]) => isPicturePart(name))
      .map(([name, bytes]) => [name.slice(PICTURES.length), bytes]),
  );

/** True where a picture's bytes are what its id says. */
export const isPictureItself = (id: PictureId, digest: string): boolean => id.startsWith(`sha256-${digest}.`);
