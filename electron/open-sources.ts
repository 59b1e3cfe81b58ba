/**
 * Opens what the user names: one issue file, or manuscripts that become an issue with its pages made up. What the
 * command line and both hosts share. Faults of the input are thrown as InputError or ManuscriptError.
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { IssueFile } from '../core/file/issue-file.ts';
import type { FontSet } from '../core/font/font-set.ts';
import type { Issue, PictureId, PictureInfo } from '../core/issue/issue.ts';
import type { Problem } from '../core/issue/problem.ts';
import { makeUpIssue } from '../core/makeup/newspaper/make-up-issue.ts';
import { withHeadlineBreaks } from '../core/manuscript/headline-breaks.ts';
import type { ImportReport, WantedPicture } from '../core/manuscript/import-report.ts';
import { readManuscripts } from '../core/manuscript/read-manuscripts.ts';
import { type FaceChoices, withFaces } from '../core/publication/faces.ts';
import { PUBLICATIONS } from '../core/publication/profiles/profiles.ts';
import type { FormatId } from '../core/publication/publication.ts';
import type { GalleyCache } from '../core/typeset/galley.ts';
import { checkManuscriptSize, decodeText } from './import/decode-text.ts';
import { segmentWords } from './import/word-segmenter.ts';
import { fileFault, InputError, UsageError } from './input-error.ts';

export interface OpenedIssue {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  readonly problems: readonly Problem[];
  /** The issue file that was opened, with its prints and versions. */
  readonly file?: IssueFile;
  /** Null where an issue file was opened. */
  readonly report: ImportReport | null;
  /** Files beside the named ones that were read, or looked for: no output may take their place. */
  readonly read: readonly string[];
}

export interface OpenOptions {
  readonly publication?: string | null;
  readonly format?: FormatId | null;
  readonly cache?: GalleyCache;
  /** Faces for this opening only: the file keeps its own. */
  readonly faces?: FaceChoices;
}

const ISSUE_EXTENSION = '.zuban';

export const isIssuePath = (path: string): boolean => extname(path).toLowerCase() === ISSUE_EXTENSION;

/** Opens the paths. Throws InputError or ManuscriptError, one sentence each. */
export const openSources = async (
  paths: readonly string[],
  fonts: FontSet,
  options: OpenOptions = {},
): Promise<OpenedIssue> => {
  const issuePath = paths.find(isIssuePath);
  if (issuePath === undefined) return openManuscripts(paths, fonts, options);
  if (paths.length > 1)
    throw new InputError(`${issuePath}：一次只能打开一个 .zuban 文件，请不要与其他文件同时指定。`);
  return openIssueFile(issuePath, fonts, options);
};

const openIssueFile = async (path: string, fonts: FontSet, options: OpenOptions): Promise<OpenedIssue> => {
  /* Loaded by those who open an issue file: the checks of its shape take as long as the rest of the start. */
  const { readIssueFile } = await import('./files/issue-store.ts');
  const file = await readIssueFile(path);
  const { issue: stored, pictures } = file;
  const issue = withChosenFaces(stored, options);
  const format = options.format ?? issue.format;
  const remade =
    format === issue.format && issue.pages.length > 0 ? issue : makeUp({ ...issue, format }, fonts, options);
  return { issue: remade, pictures, problems: [], file, report: null, read: [] };
};

const openManuscripts = async (
  paths: readonly string[],
  fonts: FontSet,
  options: OpenOptions,
): Promise<OpenedIssue> => {
  await refuseRepeated(paths);
  const files = await Promise.all(paths.map(readManuscript));
  const publication = options.publication ?? null;
  if (publication !== null && !PUBLICATIONS.some((p) => p.id === publication))
    throw new InputError(`没有刊物“${publication}”，可用：${PUBLICATIONS.map((p) => p.id).join('、')}。`);
  const read = readManuscripts(files, PUBLICATIONS, publication === null ? {} : { publication });
  const issue = withHeadlineBreaks(read.issue, segmentWords);
  const { report } = read;
  const found = await findPictures(report.pictures, paths);
  const illustrated = withPictures(withChosenFaces(issue, options), report.pictures, found.infos);
  const format = options.format ?? illustrated.format;
  return {
    issue: makeUp({ ...illustrated, format }, fonts, options),
    pictures: found.bytes,
    problems: [...report.problems, ...found.problems],
    report,
    read: found.read,
  };
};

/** A manuscript given twice would be printed twice. */
const refuseRepeated = async (paths: readonly string[]): Promise<void> => {
  const seen = new Set<string>();
  for (const path of paths) {
    const place = await realpath(path).catch(() => path);
    if (seen.has(place)) throw new UsageError(`${path}：同一份稿件写了两次，请只写一次。`);
    seen.add(place);
  }
};

const withChosenFaces = (issue: Issue, { faces = {} }: OpenOptions): Issue =>
  Object.keys(faces).length === 0 ? issue : { ...issue, publication: withFaces(issue.publication, faces) };

const makeUp = (issue: Issue, fonts: FontSet, options: OpenOptions): Issue =>
  makeUpIssue(issue, fonts, options.cache);

const readManuscript = async (path: string): Promise<{ readonly name: string; readonly text: string }> => {
  const name = basename(path);
  try {
    const file = await stat(path);
    /* A device never ends. */
    if (file.isCharacterDevice() || file.isBlockDevice())
      throw new InputError(`${path}：这不是文件，请指定稿件文件。`);
    checkManuscriptSize(name, file.size);
    return { name, text: decodeText(name, await readFile(path)).text };
  } catch (error) {
    throw fileFault(error, path) ?? error;
  }
};

/** Pictures are looked for beside the manuscript that names them, never outside its folder. */
const findPictures = async (wanted: readonly WantedPicture[], paths: readonly string[]) => {
  const infos = new Map<WantedPicture, PictureInfo>();
  const bytes = new Map<PictureId, Uint8Array>();
  const problems: Problem[] = [];
  const read: string[] = [];
  for (const picture of wanted) {
    const manuscript = paths.find((path) => basename(path) === picture.from);
    if (picture.file === '' || manuscript === undefined) continue;
    const name = basename(picture.file);
    try {
      const path = join(dirname(manuscript), name);
      read.push(path);
      const content = await readFile(path);
      const { describePicture } = await import('./import/pictures.ts');
      const info = describePicture(content, name);
      infos.set(picture, info);
      bytes.set(info.id, content);
    } catch (error) {
      const fault = fileFault(error, name) ?? error;
      if (!(fault instanceof Error)) throw fault;
      problems.push({
        kind: 'missing-picture',
        severity: 'warning',
        message: `${picture.from} 第${picture.line}行的图片没有排入：${fault.message}`,
        ...(picture.story === null ? {} : { story: picture.story }),
      });
    }
  }
  return { infos, bytes, problems, read };
};

const withPictures = (
  issue: Issue,
  wanted: readonly WantedPicture[],
  infos: ReadonlyMap<WantedPicture, PictureInfo>,
): Issue => {
  const unique = new Map<PictureId, PictureInfo>();
  for (const info of infos.values()) unique.set(info.id, info);
  return {
    ...issue,
    pictures: [...unique.values()],
    stories: issue.stories.map((story) => ({
      ...story,
      pictures: wanted.flatMap((picture) => {
        const info = infos.get(picture);
        if (picture.story !== story.id || !info) return [];
        return [{ picture: info.id, caption: picture.caption, credit: picture.credit }];
      }),
    })),
  };
};
