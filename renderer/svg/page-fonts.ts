/**
 * Fonts of a page. A page is painted only after the slices of its characters are there: before that Chromium
 * would draw fallback glyphs on our positions, and a proofreader would read a page that is not the printed one.
 * After an edit the page stays as it was until the slices of its new characters are there, which most often are.
 */
import { useEffect, useRef, useState } from 'react';
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { DisplayItem, DisplayPage } from '../../core/display/display-list.ts';
import { screenFamily } from '../../core/display/svg-page.ts';
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

/** Characters whose slices are there, by face; items that have none but such. */
const loaded = new Map<FaceId, Set<string>>();
const complete = new WeakSet<DisplayItem>();

const loadedOf = (face: FaceId): Set<string> => {
  let characters = loaded.get(face);
  if (!characters) {
    characters = new Set();
    loaded.set(face, characters);
  }
  return characters;
};

/** Characters of the page that are not loaded yet, by face. Items seen complete once are not looked at again. */
const missingOn = (page: DisplayPage): ReadonlyMap<FaceId, ReadonlySet<string>> => {
  const missing = new Map<FaceId, Set<string>>();
  for (const part of page.parts)
    for (const item of part) {
      if (complete.has(item)) continue;
      if (item.kind === 'glyphs' || item.kind === 'dash') {
        const have = loadedOf(item.face);
        let all = true;
        for (const character of item.text)
          if (!have.has(character)) {
            all = false;
            const wanted = missing.get(item.face);
            if (wanted) wanted.add(character);
            else missing.set(item.face, new Set([character]));
          }
        if (!all) continue;
      }
      complete.add(item);
    }
  return missing;
};

/** Rejects where a face is not declared (index.html loads the rules) or a slice cannot be fetched. */
const load = async (missing: ReadonlyMap<FaceId, ReadonlySet<string>>): Promise<void> => {
  const loads = [...missing].map(async ([face, characters]) => {
    declareFace(face);
    const found = await document.fonts.load(`16px "${screenFamily(face)}"`, [...characters].join(''));
    if (found.length === 0) throw new Error(`no font declared for ${face}`);
    const have = loadedOf(face);
    for (const character of characters) have.add(character);
  });
  await Promise.all(loads);
};

export const loadPageFonts = (page: DisplayPage): Promise<void> => load(missingOn(page));

export type FontsState = 'loading' | 'ready' | 'failed';

/** What may be painted: the page where its fonts are there, else as it was last painted; null before the first time. */
export const usePageFonts = (
  page: DisplayPage,
): { readonly state: FontsState; readonly painted: DisplayPage | null } => {
  const [done, setDone] = useState<{ page: DisplayPage; failed: boolean } | null>(null);
  const painted = useRef<DisplayPage | null>(null);
  const failed = done?.page === page && done.failed;
  const missing = failed ? null : missingOn(page);
  const ready = missing !== null && missing.size === 0;
  if (ready) painted.current = page;
  useEffect(() => {
    if (ready) return;
    let current = true;
    loadPageFonts(page).then(
      () => current && setDone({ page, failed: false }),
      () => current && setDone({ page, failed: true }),
    );
    return () => {
      current = false;
    };
  }, [page, ready]);
  return { state: failed ? 'failed' : ready ? 'ready' : 'loading', painted: painted.current };
};
