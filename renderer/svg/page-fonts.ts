/**
 * Fonts of a page. A page is painted only after the slices of its characters are there: before that Chromium
 * would draw fallback glyphs on our positions, and a proofreader would read a page that is not the printed one.
 */
import { useEffect, useState } from 'react';
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { DisplayPage } from '../../core/display/display-list.ts';
import { charactersByFace, screenFamily } from '../../core/display/svg-page.ts';
import type { FaceId } from '../../core/font/face.ts';
import { isUserFace } from '../../core/font/user-face.ts';

const declared = new Set<FaceId>();

/** The style sheet declares the built-in faces only: an editor's own is declared when a page first shows it. */
const declareFace = (face: FaceId): void => {
  if (!isUserFace(face) || declared.has(face)) return;
  declared.add(face);
  document.fonts.add(
    new FontFace(screenFamily(face), `url(${ADDRESSES.userFont(face)})`, { display: 'block' }),
  );
};

/** Rejects where a face is not declared (index.html loads the rules) or a slice cannot be fetched. */
export const loadPageFonts = async (page: DisplayPage): Promise<void> => {
  const loads = [...charactersByFace(page)].map(async ([face, characters]) => {
    declareFace(face);
    const loaded = await document.fonts.load(`16px "${screenFamily(face)}"`, characters);
    if (loaded.length === 0) throw new Error(`no font declared for ${face}`);
  });
  await Promise.all(loads);
};

export type FontsState = 'loading' | 'ready' | 'failed';

export const usePageFonts = (page: DisplayPage): FontsState => {
  const [done, setDone] = useState<{ page: DisplayPage; state: FontsState } | null>(null);
  useEffect(() => {
    let current = true;
    loadPageFonts(page).then(
      () => current && setDone({ page, state: 'ready' }),
      () => current && setDone({ page, state: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [page]);
  return done?.page === page ? done.state : 'loading';
};
