/**
 * What is whole of a damaged issue file, and what is not: for when there is no backup. Nothing is guessed. A part
 * counts as whole where its SHA-256 is the manifest's; a picture is left out where it is not, and the stories that want
 * it say so on the page. Where the issue itself is damaged, the latest whole version stands in for it; where there is
 * none, a text that can still be read is given with the warning that it may differ from what was saved.
 *
 * A file that is cut off, or whose directory is damaged, is read from its beginning, where manifest and text stand.
 */
import type { IssueFile } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import { type Broken, brokenFile, checkEntries, isPlainName } from './checked-entries.ts';
import { othersOf, type ReadParts, readParts } from './issue-container.ts';
import {
  ISSUE_PART,
  isPictureItself,
  partTitle,
  picturesOf,
  readIssuePart,
  readPrints,
  readVersions,
  sha256,
} from './issue-parts.ts';
import { type ListedEntry, listZip, walkZip } from './zip-reader.ts';

/** A part that is not whole. */
export interface LostPart {
  readonly name: string;
  /** One sentence: what it is and what stands in for it. */
  readonly message: string;
}

export interface RescuedIssue {
  readonly file: IssueFile;
  /** Empty where all is whole. */
  readonly lost: readonly LostPart[];
}

/** Throws IssueFileError where not even the text of one version can be read, or the file would do harm. */
export const rescueIssueFile = (bytes: Uint8Array, fileName: string): RescuedIssue => {
  const broken = brokenFile(fileName);
  const listed = listZip(bytes);
  if (listed === null) return rescueEntries(bytes, walkZip(bytes), broken);
  const byList = attempt(() => rescueEntries(bytes, listed, broken));
  if ('file' in byList && byList.lost.length === 0) return byList;
  // The directory may be what is damaged: every part says its name once more where it stands.
  const byWalk = attempt(() => rescueEntries(bytes, walkZip(bytes), broken));
  if ('file' in byWalk && (!('file' in byList) || byWalk.lost.length < byList.lost.length)) return byWalk;
  if ('file' in byList) return byList;
  throw byList.refused;
};

const attempt = (rescue: () => RescuedIssue): RescuedIssue | { readonly refused: IssueFileError } => {
  try {
    return rescue();
  } catch (error) {
    if (error instanceof IssueFileError) return { refused: error };
    throw error;
  }
};

const rescueEntries = (bytes: Uint8Array, found: readonly ListedEntry[], broken: Broken): RescuedIssue => {
  const entries = found.filter(({ name }) => isPlainName(name));
  if (entries.length === 0) throw broken('不是组版的期文件，或者损坏得认不出来，请改用备份。');
  checkEntries(entries, bytes.length, broken);
  const read = readParts(bytes, entries, broken);
  const lost = new Map<string, string>();
  for (const { name } of read.faults) lost.set(name, '已损坏或缺失');
  const refuse = (name: string, error: IssueFileError) => {
    lost.set(name, error.what);
  };

  const versions = readVersions(read.parts, refuse);
  const prints = readPrints(read.parts, refuse);
  const issue = rescueIssue(read, versions, lost, broken);
  const pictures = new Map(
    [...picturesOf(read.parts)].filter(([id, picture]) => isPictureItself(id, sha256(picture))),
  );
  const pictureName = (id: PictureId) => issue.pictures.find((p) => p.id === id)?.name ?? null;
  return {
    file: {
      issue: withPicturesOf(issue, pictures),
      pictures,
      prints,
      versions: versions.map((version) => ({ ...version, issue: withPicturesOf(version.issue, pictures) })),
      others: othersOf(read.parts),
      minor: read.manifest.minor,
    },
    lost: [...lost].map(([name, why]) => ({ name, message: `${partTitle(name, pictureName)}：${why}。` })),
  };
};

/** The issue with the pictures that are lost marked so: it can be saved again, and says by name what it lacks. */
export const withPicturesOf = (issue: Issue, pictures: ReadonlyMap<PictureId, Uint8Array>): Issue => ({
  ...issue,
  pictures: issue.pictures.map((picture) =>
    pictures.has(picture.id) ? picture : { ...picture, lost: true },
  ),
});

const rescueIssue = (
  { parts, doubtful }: ReadParts,
  versions: IssueFile['versions'],
  lost: Map<string, string>,
  broken: Broken,
): Issue => {
  const whole = parts.get(ISSUE_PART);
  const read = whole ? readable(whole) : null;
  if (read) return read;
  const version = versions.at(-1);
  if (version) {
    lost.set(ISSUE_PART, `已损坏，现用的是版本“${version.name}”（${version.at.slice(0, 10)}）的正文`);
    return version.issue;
  }
  const doubted = doubtful.get(ISSUE_PART);
  const guessed = doubted ? readable(doubted) : null;
  if (!guessed) throw broken('的正文已损坏，又没有完好的版本，取不出来，请改用备份。');
  lost.set(ISSUE_PART, '与校验值不符，还读得出来，但个别文字可能与保存时不同，请仔细核对');
  return guessed;
};

const readable = (bytes: Uint8Array): Issue | null => {
  try {
    return readIssuePart(bytes);
  } catch (error) {
    if (error instanceof IssueFileError) return null;
    throw error;
  }
};
