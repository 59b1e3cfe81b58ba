/**
 * A display list made ready for the writers: pictures that cannot be drawn give way to grey fields, and those that take
 * long to decode are decoded in another process. Both writers, PDF and SVG, draw what comes from here.
 */
import { FIELD_WORDS, type PictureFault, pictureProblems } from '../../core/check/picture-problems.ts';
import { picturesOn, withoutBrokenPictures } from '../../core/display/broken-pictures.ts';
import type { DisplayList } from '../../core/display/display-list.ts';
import type { FontSet } from '../../core/font/font-set.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { faultOfEnd, pictureFaults } from './broken-pictures.ts';
import type { PngPicture } from './png-samples.ts';

type Pictures = ReadonlyMap<PictureId, Uint8Array>;

export interface DrawablePages {
  readonly list: DisplayList;
  readonly pictures: Pictures;
  /** Of large PNGs that had to be decoded. */
  readonly decoded: ReadonlyMap<PictureId, PngPicture>;
  /** Pictures that are missing on the pages, one for each place. */
  readonly problems: readonly Problem[];
}

/** Bytes of pixels that are decoded in place: some hundredths of a second. */
const SMALL = 8_000_000;

export const drawablePages = async (
  list: DisplayList,
  { issue, pictures }: { readonly issue: Issue; readonly pictures: Pictures },
  fonts: FontSet,
): Promise<DrawablePages> => {
  const shown = picturesOn(list);
  const faults = new Map(await pictureFaults(issue, pictures, shown));
  const decoded = await decodeLarge(
    [...shown].filter((id) => !faults.has(id)),
    pictures,
    faults,
  );
  const words = new Map([...faults].map(([id, fault]) => [id, FIELD_WORDS[fault]]));
  return {
    list: withoutBrokenPictures(list, words, fonts),
    pictures,
    decoded,
    problems: pictureProblems(issue, faults),
  };
};

/** One after the other: each may take what a process may have. One that fails joins the faults. */
const decodeLarge = async (
  ids: readonly PictureId[],
  pictures: Pictures,
  faults: Map<PictureId, PictureFault>,
): Promise<ReadonlyMap<PictureId, PngPicture>> => {
  const decoded = new Map<PictureId, PngPicture>();
  const pngs = ids.filter((id) => id.endsWith('.png'));
  if (pngs.length === 0) return decoded;
  const { decodedSize } = await import('./png-samples.ts');
  for (const id of pngs) {
    const bytes = pictures.get(id)!;
    if (decodedSize(bytes) <= SMALL) continue;
    const { askForeign } = await import('../foreign/foreign-pool.ts');
    const { SAMPLES_TASK } = await import('../foreign/foreign-tasks.ts');
    try {
      const png = await askForeign<PngPicture | null>({ kind: 'png-samples', bytes }, SAMPLES_TASK);
      if (png) decoded.set(id, png);
      else faults.set(id, 'damaged');
    } catch (error) {
      faults.set(id, faultOfEnd(error));
    }
  }
  return decoded;
};
