/**
 * What an issue file holds besides the issue: pictures, every printing 付印 with the page as it was printed, and named
 * versions 版本. Immutable values and pure changes of them; how they become bytes is electron/files/issue-container.ts.
 *
 * There is no clock here: who and when are the caller's. A print is never changed and its number never given again.
 */
import type { DisplayList } from '../display/display-list.ts';
import type { FaceId } from '../font/face.ts';
import type { Issue, PictureId, Story } from '../issue/issue.ts';

/** ISO 8601 with its offset, e.g. 2026-11-20T17:30:00+08:00. */
export type Timestamp = string;

/** A face that a printed page was set in, exactly enough to find it again. */
export interface PrintedFace {
  readonly face: FaceId;
  /** PostScript name. */
  readonly name: string;
  /** npm package and its version for a face that comes with the program; null for an editor's own font. */
  readonly package: string | null;
  readonly version: string | null;
  /** SHA-256 in hex of an editor's own font file; null for a face that comes with the program. */
  readonly sha256: string | null;
}

/** 付印: one printing, the page as it went to the press. */
export interface Print {
  /** From 1, in the order of printing. */
  readonly number: number;
  readonly at: Timestamp;
  readonly by: string;
  /** The engine that set it; '' for a page from before this program, of which there is only the PDF. */
  readonly engine: string;
  /** SHA-256 in hex of stateJson(issue) of the issue that was printed. */
  readonly issueHash: string;
  /** Null with a page from before this program. */
  readonly displayList: DisplayList | null;
  readonly faces: readonly PrintedFace[];
  readonly pdf: Uint8Array | null;
}

/** 版本: a named milestone, with the whole issue of that time. */
export interface Version {
  /** From 1, in the order of keeping. */
  readonly number: number;
  /** One of VERSION_NAMES, or free. */
  readonly name: string;
  readonly note: string;
  readonly at: Timestamp;
  readonly by: string;
  readonly engine: string;
  readonly issue: Issue;
}

/** What the version is called that is kept with every print. */
export const PRINT_VERSION = '付印';

/** The milestones that every issue passes. */
export const VERSION_NAMES = ['初版', '一校后', '二校后', '三校后', PRINT_VERSION] as const;

export interface IssueFile {
  readonly issue: Issue;
  /** Bytes by id: all that the issue, the versions and the prints name. */
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  /** By number. */
  readonly prints: readonly Print[];
  readonly versions: readonly Version[];
  /** Parts that a newer program put there, by name: written back as they came. */
  readonly others: ReadonlyMap<string, Uint8Array>;
  /** The minor version of the container that wrote `others`; 0 where there are none. */
  readonly minor: number;
}

export const issueFileOf = (issue: Issue, pictures: ReadonlyMap<PictureId, Uint8Array>): IssueFile => ({
  issue,
  pictures,
  prints: [],
  versions: [],
  others: new Map(),
  minor: 0,
});

const nextNumber = (of: readonly { readonly number: number }[]): number =>
  of.reduce((most, { number }) => Math.max(most, number), 0) + 1;

/** The file with one printing more. Throws where it has neither pages nor PDF. */
export const withPrint = (file: IssueFile, print: Omit<Print, 'number'>): IssueFile => {
  if (print.displayList === null && print.pdf === null) throw new Error('a print of nothing');
  return { ...file, prints: [...file.prints, { ...print, number: nextNumber(file.prints) }] };
};

/** The file with the issue, as it is now, kept under a name. */
export const withVersion = (
  file: IssueFile,
  version: Pick<Version, 'name' | 'note' | 'at' | 'by' | 'engine'>,
): IssueFile => ({
  ...file,
  versions: [...file.versions, { ...version, number: nextNumber(file.versions), issue: file.issue }],
});

/** The print that went to the press with the version: it is reopened by the version where its issue's schema changed. */
export const printOfVersion = (
  prints: readonly Pick<Print, 'number' | 'at' | 'by'>[],
  { name, at, by }: Pick<Version, 'name' | 'at' | 'by'>,
): number | null =>
  (name === PRINT_VERSION && prints.find((print) => print.at === at && print.by === by)?.number) || null;

/** Without that version; a number that no version has changes nothing. */
export const withoutVersion = (file: IssueFile, number: number): IssueFile => ({
  ...file,
  versions: file.versions.filter((version) => version.number !== number),
});

/** The file with that version's issue as its own. Throws where there is none of that number. */
export const restoreVersion = (file: IssueFile, number: number): IssueFile => {
  const version = file.versions.find((one) => one.number === number);
  if (!version) throw new Error(`no version ${number}`);
  return { ...file, issue: version.issue };
};

/** Pictures that a display list draws. */
const drawnPictures = ({ pages }: DisplayList): readonly PictureId[] =>
  pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'picture' ? [item.picture] : [])));

/** Every picture that the issue, a version or a print names, sorted: what must be kept. */
export const namedPictures = ({ issue, versions, prints }: IssueFile): readonly PictureId[] =>
  [
    ...new Set([
      ...issue.pictures.map(({ id }) => id),
      ...versions.flatMap((version) => version.issue.pictures.map(({ id }) => id)),
      ...prints.flatMap(({ displayList }) => (displayList ? drawnPictures(displayList) : [])),
    ]),
  ].sort();

/** What an editor calls a story in a sentence: its headline without breaks, cut where it is long. */
export const storyTitle = ({ headline, kicker, paragraphs }: Story): string => {
  const text = [headline, kicker, paragraphs[0]?.text ?? ''].find((one) => one.trim() !== '');
  const title = (text ?? '无题').replaceAll('\n', '');
  const characters = [...title];
  return characters.length <= 24 ? title : `${characters.slice(0, 23).join('')}…`;
};
