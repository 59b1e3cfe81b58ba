/** How far copyfitting may go, and what it does within that: the limits and what was turned. */
import { MOST_TRACKING } from '../issue/edits.ts';
import type { FrameId } from '../issue/issue.ts';

export interface CopyfitLimits {
  /** 字距, em to either side of the face's own; 0 where a stylebook allows none. */
  readonly tracking: number;
  /**
   * Loose lines per thousand that a tracking may bring; where the story has more already, no further ones. Lines are
   * whole characters long: in narrow columns a wider tracking costs most lines a character and spreads the rest.
   */
  readonly looseLines: number;
  /** Steps of the type scale that a headline may be set off its style by, to either side. */
  readonly headSteps: number;
  /** Body lines that a picture may be made higher or lower by at a time: it remembers no first height. */
  readonly pictureLines: number;
  /** A picture is never made lower than so many body lines, without its caption. */
  readonly leastPictureLines: number;
  /** Share of a picture that a crop may cut away; one that is cropped more already is never cropped further. */
  readonly crop: number;
  /** Lines that may stay free in a story that fits. */
  readonly freeLines: number;
}

export const COPYFIT_LIMITS: CopyfitLimits = {
  tracking: MOST_TRACKING,
  /* Between docs/typesetting.md §3's limits for columns of 11 and of 13 characters. */
  looseLines: 15,
  headSteps: 2,
  pictureLines: 4,
  leastPictureLines: 5,
  crop: 0.2,
  freeLines: 0,
};

/** `limits` with the defaults. Throws where one is none. */
export const checkedLimits = (limits: Partial<CopyfitLimits>): CopyfitLimits => {
  const all = { ...COPYFIT_LIMITS, ...limits };
  const wholes = [all.looseLines, all.headSteps, all.pictureLines, all.leastPictureLines, all.freeLines];
  const shares = [all.tracking / MOST_TRACKING, all.crop];
  if (!wholes.every((n) => Number.isInteger(n) && n >= 0) || !shares.every((n) => n >= 0 && n <= 1))
    throw new Error(`not limits of copyfitting: ${JSON.stringify(limits)}`);
  return all;
};

interface Turned {
  readonly from: number;
  readonly to: number;
}

export type CopyfitAction =
  /** em. */
  | ({ readonly kind: 'tracking' } & Turned)
  /** Steps; the sizes in points as the style gives them, and the lines that the block takes. */
  | ({
      readonly kind: 'head';
      readonly frame: FrameId;
      readonly size: Turned;
      readonly lines: Turned;
    } & Turned)
  /** Body lines, caption included. */
  | ({ readonly kind: 'picture'; readonly frame: FrameId; readonly index: number } & Turned);

/** Body lines left over 余 with their characters, and left free 缺 where the story ends. */
export interface StoryFit {
  readonly overset: number;
  readonly oversetCharacters: number;
  readonly free: number;
}
