/**
 * A page drawn without the pictures that cannot be drawn: a grey field with a word stands in the place of each, so that
 * nobody takes it for a page that is in order. For the writers alone; what the editor has on screen is the issue's own.
 * Pure.
 */
import type { FontSet } from '../font/font-set.ts';
import type { PictureId } from '../issue/issue.ts';
import {
  BLACK,
  type DisplayItem,
  type DisplayList,
  type DisplayPage,
  grey,
  type PlacedPicture,
} from './display-list.ts';

const FACE = 'sans-400';
const FIELD = grey(0.25);
/** Points: no larger than a headline, no smaller than one reads. */
const LARGEST = 18;
const SMALLEST = 4;
/** The characters stand on a line whose middle is 0.38 em above its baseline. */
const MIDDLE = 0.38;

const fieldOf = (
  { rect, role, source, frame, field }: PlacedPicture,
  word: string,
  fonts: FontSet,
): DisplayItem[] => {
  const owned = { role, source, frame, ...(field === undefined ? {} : { field }) };
  const characters = [...word];
  const size = Math.min(LARGEST, (rect.width * 0.8) / characters.length, rect.height * 0.6);
  const filled: DisplayItem = { kind: 'rect', rect, ink: FIELD, ...owned };
  const face = fonts.faceFor(FACE, word.codePointAt(0)!);
  if (size < SMALLEST || face === null) return [filled];
  const left = rect.x + (rect.width - size * characters.length) / 2;
  return [
    filled,
    {
      kind: 'glyphs',
      face,
      size,
      ink: BLACK,
      text: word,
      xs: characters.map((_, index) => left + index * size),
      y: rect.y + rect.height / 2 + MIDDLE * size,
      role: 'artifact',
      source: null,
      frame,
    },
  ];
};

/** `words` for each broken picture. The same list where no page shows one; else with other pages for those that do. */
export const withoutBrokenPictures = (
  list: DisplayList,
  words: ReadonlyMap<PictureId, string>,
  fonts: FontSet,
): DisplayList => {
  const isBroken = (item: DisplayItem): item is PlacedPicture =>
    item.kind === 'picture' && words.has(item.picture);
  const mended = (items: readonly DisplayItem[]): readonly DisplayItem[] =>
    items.some(isBroken)
      ? items.flatMap((item) => (isBroken(item) ? fieldOf(item, words.get(item.picture)!, fonts) : [item]))
      : items;
  const pages = list.pages.map(
    (page): DisplayPage =>
      page.items.some(isBroken)
        ? { ...page, items: mended(page.items), parts: page.parts.map(mended) }
        : page,
  );
  return pages.every((page, index) => page === list.pages[index]) ? list : { ...list, pages };
};

/** The pictures that the list shows, each once. */
export const picturesOn = (list: DisplayList): ReadonlySet<PictureId> => {
  const shown = new Set<PictureId>();
  for (const { items } of list.pages)
    for (const item of items) if (item.kind === 'picture') shown.add(item.picture);
  return shown;
};
