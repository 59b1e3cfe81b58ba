/**
 * Opens what the user names: one issue file, or manuscripts that become an issue with its pages made up. What the
 * command line and both hosts share. Faults of the input are thrown as InputError or ManuscriptError.
 */

import type { Stats } from 'node:fs';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Engine } from '../../core/engine/engine.ts';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { type NewImportNote, withNoteIds } from '../../core/issue/import-notes.ts';
import type { Issue, PictureId, PictureInfo } from '../../core/issue/issue.ts';
import { noteProblem } from '../../core/issue/open-notes.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { withHeadlineBreaks } from '../../core/manuscript/headline-breaks.ts';
import type { ImportReport, WantedPicture } from '../../core/manuscript/import-report.ts';
import { missingPictureNote, takenPictureNote } from '../../core/manuscript/notes-of-import.ts';
import { readManuscripts } from '../../core/manuscript/read-manuscripts.ts';
import { type FaceChoices, withFaces } from '../../core/publication/faces.ts';
import { PUBLICATIONS } from '../../core/publication/profiles/profiles.ts';
import type { FormatId } from '../../core/publication/publication.ts';
import { fileFault, InputError, UsageError } from '../base/input-error.ts';
import { checkManuscriptSize } from './decode-text.ts';
import { type Copy, isPicture, isWord, readCopy } from './read-copy.ts';
import type { JudgeTime } from './read-picture.ts';
import { withoutGuards } from './run-in-guard.ts';
import { segmentWords } from './word-segmenter.ts';

export interface OpenedIssue {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  /** Of the reading; the import notes of the issue tell most of them as well. */
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
  /** Faces for this opening only: the file keeps its own. */
  readonly faces?: FaceChoices;
  /** When the pictures of manuscripts are judged (import/read-picture.ts); absent: now. */
  readonly judge?: JudgeTime;
}

const ISSUE_EXTENSION = '.zuban';
/** Of a Word document with its pictures; a drop takes no larger one. */
const LARGEST_WORD = 64_000_000;

export const isIssuePath = (path: string): boolean => extname(path).toLowerCase() === ISSUE_EXTENSION;

/** Opens the paths. Throws InputError or ManuscriptError, one sentence each. */
export const openSources = async (
  paths: readonly string[],
  engine: Engine,
  options: OpenOptions = {},
): Promise<OpenedIssue> => {
  const issuePath = paths.find(isIssuePath);
  if (issuePath === undefined) return openManuscripts(paths, engine, options);
  if (paths.length > 1)
    throw new InputError(`${issuePath}：一次只能打开一个 .zuban 文件，请不要与其他文件同时指定。`);
  return openIssueFile(issuePath, engine, options);
};

const openIssueFile = async (path: string, engine: Engine, options: OpenOptions): Promise<OpenedIssue> => {
  /* Loaded by those who open an issue file: the checks of its shape take as long as the rest of the start. */
  const { readIssueFile } = await import('../files/issue-store.ts');
  const file = await readIssueFile(path);
  const { issue: stored, pictures } = file;
  const issue = withChosenFaces(stored, options);
  const format = options.format ?? issue.format;
  const remade =
    format === issue.format && issue.pages.length > 0 ? issue : engine.makeUp({ ...issue, format });
  return { issue: remade, pictures, problems: [], file, report: null, read: [] };
};

const openManuscripts = async (
  paths: readonly string[],
  engine: Engine,
  options: OpenOptions,
): Promise<OpenedIssue> => {
  await refuseRepeated(paths);
  const sources = await Promise.all(paths.map(readSource));
  const files = sources.flatMap((source) => (source.kind === 'copy' ? [source] : []));
  const loose = sources.flatMap((source) => (source.kind === 'picture' ? [source] : []));
  if (files.length === 0) for (const { name } of loose) throw unnamedPicture(name);
  const publication = options.publication ?? null;
  if (publication !== null && !PUBLICATIONS.some((p) => p.id === publication))
    throw new InputError(`没有刊物“${publication}”，可用：${PUBLICATIONS.map((p) => p.id).join('、')}。`);
  const read = readManuscripts(files, PUBLICATIONS, publication === null ? {} : { publication });
  const issue = withHeadlineBreaks(withoutGuards(read.issue), segmentWords);
  const { report } = read;
  for (const { name } of loose)
    if (!report.pictures.some(({ file }) => nameOf(file) === name)) throw unnamedPicture(name);
  const found = await findPictures(report.pictures, files, loose, options.judge ?? 'now');
  const noted = { ...issue, importNotes: [...issue.importNotes, ...withNoteIds(issue, found.notes)] };
  const illustrated = withPictures(withChosenFaces(noted, options), report.pictures, found.infos);
  const format = options.format ?? illustrated.format;
  return {
    issue: engine.makeUp({ ...illustrated, format }),
    pictures: found.bytes,
    problems: [...report.problems, ...found.notes.map(noteProblem), ...files.flatMap(notesOf)],
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

type NamedCopy = Copy & { readonly kind: 'copy'; readonly name: string; readonly path: string };
/** A picture named beside the manuscripts that ask for it. */
type LoosePicture = { readonly kind: 'picture'; readonly name: string; readonly path: string };

/** The picture's file, without the folder that the copy has written before it. */
const nameOf = (file: string): string => basename(file.replaceAll('\\', '/'));

const unnamedPicture = (name: string): InputError =>
  new InputError(`“${name}”是图片，不是稿件：请在稿件里写明它（![图注](${name})），与稿件放在一处。`);

/** As a drop reads it (import/read-copy.ts). */
const readSource = async (path: string): Promise<NamedCopy | LoosePicture> => {
  const name = basename(path);
  try {
    const file = await stat(path);
    /* A device never ends. */
    if (file.isCharacterDevice() || file.isBlockDevice())
      throw new InputError(`${path}：这不是文件，请指定稿件文件。`);
    if (!isWord(await headOf(path, file), name)) checkManuscriptSize(name, file.size);
    else if (file.size > LARGEST_WORD)
      throw new InputError(
        `“${name}”有${Math.round(file.size / 1e6)} MB，超过${LARGEST_WORD / 1e6} MB的上限，请拆成几份再导入。`,
      );
    const bytes = await readFile(path);
    if (await isPicture({ name, bytes })) return { kind: 'picture', name, path };
    return { kind: 'copy', name, path, ...(await readCopy({ name, bytes })) };
  } catch (error) {
    throw fileFault(error, path) ?? error;
  }
};

/** The first bytes of a file; none of a pipe, which can be read once only and holds text. */
const headOf = async (path: string, file: Stats): Promise<Uint8Array> => {
  if (!file.isFile()) return new Uint8Array();
  const opened = await open(path);
  try {
    const head = Buffer.alloc(1024);
    const { bytesRead } = await opened.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
};

const notesOf = ({ name, notes }: NamedCopy): Problem[] =>
  notes.map(({ severity, message }) => ({ kind: 'recognition', severity, message: `${name}：${message}` }));

/**
 * Pictures come with the manuscript that names them, or are named beside it, or are looked for in its folder and never
 * outside.
 */
const findPictures = async (
  wanted: readonly WantedPicture[],
  files: readonly NamedCopy[],
  loose: readonly LoosePicture[],
  judge: JudgeTime,
) => {
  const infos = new Map<WantedPicture, PictureInfo>();
  const bytes = new Map<PictureId, Uint8Array>();
  const notes: NewImportNote[] = [];
  const read: string[] = [];
  for (const picture of wanted) {
    const at = files.findIndex(({ name }) => name === picture.from);
    if (picture.file === '' || at < 0) continue;
    const name = nameOf(picture.file);
    const numbered = files[at]!.numbered ?? true;
    const place = numbered ? `${picture.from} 第${picture.line}行` : picture.from;
    try {
      const path = loose.find((named) => named.name === name)?.path ?? join(dirname(files[at]!.path), name);
      const given = files[at]!.pictures.get(picture.file);
      if (!given) read.push(path);
      const content = given ?? (await readFile(path));
      const { readPicture } = await import('./read-picture.ts');
      const taken = await readPicture(content, name, judge);
      infos.set(picture, taken.info);
      bytes.set(taken.info.id, taken.bytes);
      for (const note of taken.notes) notes.push(takenPictureNote(picture, `${place}：${note}`, numbered));
    } catch (error) {
      const fault = fileFault(error, name) ?? error;
      if (!(fault instanceof Error)) throw fault;
      const message = `${place}的图片没有排入：${fault.message}`;
      notes.push(missingPictureNote(picture, message, numbered));
    }
  }
  return { infos, bytes, notes, read };
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
    stories: issue.stories.map((story, index) => ({
      ...story,
      pictures: wanted.flatMap((picture) => {
        const info = infos.get(picture);
        /* A picture above the first headline goes with the first story. */
        const isIts = picture.story === story.id || (picture.story === null && index === 0);
        if (!isIts || !info) return [];
        return [{ picture: info.id, caption: picture.caption, credit: picture.credit }];
      }),
    })),
  };
};
