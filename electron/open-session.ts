/**
 * A session on an issue file or manuscripts, the sample where none are given. Reading, layout and export are
 * what the command line runs as well; the writers are loaded by the first export, so that a window opens soon.
 * ZUBAN_FONTS names the folder of the editor's own fonts.
 */
import { basename } from 'node:path';
import { layOutIssue, newIssueCache } from '../core/display/lay-out-issue.ts';
import type { FontSet } from '../core/font/font-set.ts';
import { GlyphStores, loadFontSet } from './fonts/font-files.ts';
import { UserFonts } from './fonts/user-fonts.ts';
import { openSources } from './open-sources.ts';
import { SAMPLE_FORMAT, samplePaths } from './sample.ts';
import { Session } from './session.ts';

/** @param fontsFolder the editor's own fonts; null for none */
export const openSession = (
  root: string,
  paths: readonly string[],
  fontsFolder: string | null = process.env.ZUBAN_FONTS || null,
): Session => {
  const sources = paths.length > 0 ? paths : samplePaths(root);
  const cache = newIssueCache();
  let own: UserFonts | null = null;
  const ownFonts = (): UserFonts | null => {
    if (fontsFolder !== null) own ??= UserFonts.in(fontsFolder);
    return own;
  };
  let fonts: FontSet | null = null;
  const loadedFonts = (): FontSet => {
    fonts ??= loadFontSet(undefined, ownFonts());
    return fonts;
  };
  /* Kept for as long as the session: what a PDF has embedded and written of its pages serves the next one. */
  let stores: GlyphStores | null = null;
  return new Session(basename(sources[0] ?? ''), {
    open: () =>
      openSources(sources, loadedFonts(), {
        cache: cache.layout.galley,
        format: paths.length > 0 ? null : SAMPLE_FORMAT,
      }),
    makePdf: async ({ issue, pictures }, pages) => {
      const { displayList } = layOutIssue(issue, loadedFonts(), cache);
      const chosen =
        pages.length === 0 ? displayList.pages : displayList.pages.filter((p) => pages.includes(p.number));
      if (chosen.length === 0) throw new Error(`没有第${pages.join('、')}版，请核对版号。`);
      const { writePdf } = await import('./pdf/pdf-writer.ts');
      stores ??= new GlyphStores(undefined, ownFonts());
      return writePdf({ ...displayList, pages: chosen }, stores, pictures);
    },
    userFace: (id) => ownFonts()?.find(id) ?? null,
  });
};
