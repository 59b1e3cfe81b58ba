/**
 * Which other heights a story's pictures may have: by whole body lines, not too low, not cropped too much, not
 * coarser than newsprint's screen. A picture that stands on its frame's foot keeps to the foot. Pure.
 */
import type { Frame, GridBox, Issue } from '../issue/issue.ts';
import type { PageFormat } from '../publication/publication.ts';
import type { CopyfitLimits } from './copyfit-limits.ts';
import { LEAST_DPI } from './page-report.ts';
import type { FrameLayout } from './story/lay-out-story.ts';

export interface PictureHeights {
  readonly frame: Frame;
  readonly index: number;
  readonly box: GridBox;
  /** Body lines more or fewer, the nearest first; without 0. */
  readonly changes: readonly number[];
}

const ROUNDING = 1e-9;

export const pictureHeights = (
  issue: Issue,
  format: PageFormat,
  { frame, items, standing }: FrameLayout,
  limits: CopyfitLimits,
): readonly PictureHeights[] =>
  frame.pictures.flatMap((picture): readonly PictureHeights[] => {
    const { index, box } = picture;
    const captions = items.filter((i) => i.role === 'caption' && i.source?.paragraph === index).length;
    const shown = items.find((i) => i.kind === 'picture' && i.source?.paragraph === index);
    const info = shown?.kind === 'picture' ? issue.pictures.find((p) => p.id === shown.picture) : undefined;
    /* One that stands otherwise than its box says has no height of its own to change. */
    if (shown?.kind !== 'picture' || !info || !standing.pictures.includes(picture)) return [];
    const { width, height } = shown.rect;
    const imageLines = Math.round((height - format.bodySize) / format.pitch) + 1;
    const have = info.width / info.height;
    const at = (change: number) => {
      const want = width / (height + change * format.pitch);
      return {
        kept: Math.min(have / want, want / have),
        dpi: (info.width * Math.min(1, want / have) * 72) / width,
      };
    };
    const now = at(0);
    const changes: number[] = [];
    for (let by = 1; by <= limits.pictureLines; by++)
      for (const change of [-by, by]) {
        const lines = imageLines + change;
        const { kept, dpi } = at(change);
        if (
          lines >= Math.max(captions, change < 0 ? limits.leastPictureLines : 1) &&
          kept >= Math.min(1 - limits.crop, now.kept) - ROUNDING &&
          dpi >= Math.min(LEAST_DPI, now.dpi) - ROUNDING
        )
          changes.push(change);
      }
    return [{ frame, index, box, changes }];
  });

/** Fewest body lines that stand above or below a picture, and under a headline (背题). */
export const LEAST_ROWS = 3;

/**
 * The frame with another head and other heights of its pictures (by their index); null where a picture would stand
 * off the body or on another, or leave a strip of text too low to read. `rows`: its body lines as it is.
 */
export const withHeights = (
  frame: Frame,
  rows: number,
  head: Pick<Frame, 'headLines' | 'style'>,
  changes: ReadonlyMap<number, number>,
): Frame | null => {
  const left = rows + frame.headLines - head.headLines;
  const pictures = frame.pictures.map((picture) => {
    const { line, lines } = picture.box;
    const high = lines + (changes.get(picture.index) ?? 0);
    const onFoot = line > 0 && line + lines === rows;
    const box = { ...picture.box, line: onFoot ? left - high : line, lines: high };
    return box.line === line && high === lines ? picture : { ...picture, box };
  });
  const stands = pictures.every(({ box }, i) => {
    const was = frame.pictures[i]!.box;
    return (
      !isStrip(box.line, was.line) &&
      !isStrip(left - box.line - box.lines, rows - was.line - was.lines) &&
      pictures.every((other, j) => j <= i || !overlaps(box, other.box))
    );
  });
  return stands ? { ...frame, ...head, pictures } : null;
};

/** True for lines above or below a picture that are too few, or fewer than none. */
const isStrip = (lines: number, before: number): boolean =>
  lines < 0 || (lines > 0 && lines < LEAST_ROWS && lines !== before);

const overlaps = (a: GridBox, b: GridBox): boolean =>
  a.column < b.column + b.span &&
  b.column < a.column + a.span &&
  a.line < b.line + b.lines &&
  b.line < a.line + a.lines;
