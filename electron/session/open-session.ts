/**
 * A session on an issue file or manuscripts, the sample where none are given. Reading, layout and export are
 * what the command line runs as well; the writers are loaded by the first export, so that a window opens soon.
 * ZUBAN_FONTS names the folder of the editor's own fonts, ZUBAN_ARCHIVE the archive folder.
 */

import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { DisplayList } from '../../core/display/display-list.ts';
import { createEngine, type Engine } from '../../core/engine/engine.ts';
import { printedFaces } from '../../core/file/printed-faces.ts';
import { InputError } from '../base/input-error.ts';
import { nodeDisk } from '../files/disk.ts';
import { stampOf } from '../files/file-stamp.ts';
import { awayFolder, unsavedFolder } from '../files/profile-folder.ts';
import { GlyphStores, loadFontSet } from '../fonts/font-files.ts';
import { UserFonts } from '../fonts/user-fonts.ts';
import { isIssuePath, openSources } from '../import/open-sources.ts';
import type { SessionIssue } from './desk.ts';
import { SAMPLE_FORMAT, samplePaths } from './sample.ts';
import { Session } from './session.ts';

/** 归档文件夹 where none is named. */
const usualArchive = (): string => join(homedir(), '组版');

export interface SessionFolders {
  /** The editor's own fonts; null for none. */
  readonly fonts?: string | null;
  /** Where issues are kept. */
  readonly archive?: string;
  /** The user's own data, with the unsaved work. */
  readonly profile?: string;
}

export const openSession = (
  root: string,
  paths: readonly string[],
  folders: SessionFolders = {},
): Session => {
  const fontsFolder = folders.fonts === undefined ? process.env.ZUBAN_FONTS || null : folders.fonts;
  const namedArchive = folders.archive ?? (process.env.ZUBAN_ARCHIVE || undefined);
  const archiveFolder = resolve(namedArchive ?? usualArchive());
  const named = {
    ...(folders.profile === undefined ? {} : { profile: folders.profile }),
    ...(namedArchive === undefined ? {} : { archive: namedArchive }),
  };
  const unsaved = unsavedFolder(named);
  const away = awayFolder(named);
  const sources = paths.length > 0 ? paths : samplePaths(root);
  let own: UserFonts | null = null;
  const ownFonts = (): UserFonts | null => {
    if (fontsFolder !== null) own ??= UserFonts.in(fontsFolder);
    return own;
  };
  let engine: Engine | null = null;
  const loadedEngine = (): Engine => {
    engine ??= createEngine(loadFontSet(undefined, ownFonts()));
    return engine;
  };
  /* Kept for as long as the session: what a PDF has embedded and written of its pages serves the next one. */
  let stores: GlyphStores | null = null;
  const glyphStores = (): GlyphStores => {
    stores ??= new GlyphStores(undefined, ownFonts());
    return stores;
  };
  const drawPdf = async (
    displayList: DisplayList,
    drawn: Pick<SessionIssue, 'issue' | 'pictures'>,
  ): Promise<Uint8Array> => {
    const [{ drawablePages }, { writePdf }] = await Promise.all([
      import('../pictures/drawable-pages.ts'),
      import('../pdf/pdf-writer.ts'),
    ]);
    const { list, pictures, decoded } = await drawablePages(displayList, drawn, loadedEngine().fonts);
    return writePdf(list, glyphStores(), pictures, decoded);
  };
  const issueFile = paths.length === 1 ? paths.find(isIssuePath) : undefined;
  return new Session(basename(sources[0] ?? ''), {
    ...(issueFile === undefined ? {} : { opens: resolve(issueFile) }),
    safety: { unsaved, ...(away === null ? {} : { away }) },
    open: async () => {
      const file = paths.find(isIssuePath);
      // Taken before the file is read: what comes after is a change.
      const stamp = file === undefined ? null : await stampOf(file, nodeDisk).catch(() => null);
      const opened = await openSources(sources, loadedEngine(), {
        format: paths.length > 0 ? null : SAMPLE_FORMAT,
        // The sample's pictures are ours.
        judge: paths.length > 0 ? 'now' : 'trusted',
      });
      // The window reads the import's notes from the issue, and tells what is missing itself.
      if (file === undefined) return { ...opened, problems: [] };
      return { ...opened, path: resolve(file), ...(stamp === null ? {} : { stamp }) };
    },
    archive: async () => new (await import('../files/archive-folder.ts')).ArchiveFolder(archiveFolder),
    makePdf: async ({ issue, pictures, printed }, pages) => {
      const displayList = printed ?? loadedEngine().layOut(issue).displayList;
      const chosen =
        pages.length === 0 ? displayList.pages : displayList.pages.filter((p) => pages.includes(p.number));
      if (chosen.length === 0) throw new InputError(`没有第${pages.join('、')}版，请核对版号。`);
      return drawPdf({ ...displayList, pages: chosen }, { issue, pictures });
    },
    makePressCopy: async ({ issue, pictures }) => {
      const { displayList } = loadedEngine().layOut(issue);
      const { faceSources } = await import('../fonts/face-sources.ts');
      const faces = printedFaces(displayList, faceSources(root, ownFonts()));
      return { displayList, faces, pdf: await drawPdf(displayList, { issue, pictures }) };
    },
    userFace: (id) => ownFonts()?.find(id) ?? null,
  });
};
