/** The things of an open page that the pointer can hit, and the one under a point. */
import { fieldBoxes } from '../../core/display/field-boxes.ts';
import { firstLineOf } from '../../core/issue/free-space.ts';
import type { FrameId, Issue, StoryId } from '../../core/issue/issue.ts';
import { lineY, typeArea } from '../../core/makeup/column-grid.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { drawnPages, type OpenDesk } from '../state/desk-store.ts';
import type { Selection } from '../state/selection-store.ts';
import { frameMarks, jumpMarks, pictureMarks } from './frame-marks.ts';
import { hitPage, type PageHit, type PageTargets } from './hit-page.ts';
import type { PagePoint } from './press.ts';

/** Null where the page is gone. */
export const pageTargets = (open: OpenDesk, index: number): PageTargets | null => {
  const { engine, layout, shown } = open;
  const page = drawnPages(open)[index];
  const report = layout.pages[index];
  if (!page || !report) return null;
  const format = formatOf(shown.publication, shown.format);
  const area = typeArea(format);
  const fields = fieldBoxes(page, engine.fonts);
  // A folio or the masthead's first row may stand above the type area.
  const top = Math.min(area.y, ...fields.map(({ rect }) => rect.y));
  return {
    frames: frameMarks(report),
    pictures: pictureMarks(page, engine.cache),
    jumps: jumpMarks(page, engine.cache),
    fields,
    head: { ...area, y: top, height: lineY(format, firstLineOf(format, index)) - top },
  };
};

export const storyOfFrame = (issue: Issue, id: FrameId): StoryId | null =>
  issue.pages.flatMap(({ frames }) => frames).find((frame) => frame.id === id)?.story ?? null;

/** Frames that the selection makes stand out: its own, or all of the story whose text is selected. */
export const outstandingFrames = (issue: Issue, selection: Selection): ReadonlySet<FrameId> => {
  if (selection.kind === 'frame' || selection.kind === 'picture') return new Set([selection.frame]);
  if (selection.kind !== 'text') return new Set();
  const { story } = selection.focus;
  const own = issue.pages.flatMap(({ frames }) => frames.filter((frame) => frame.story === story));
  return new Set(own.map(({ id }) => id));
};

/** @param scale CSS pixels to a point */
export const hitDesk = (
  open: OpenDesk,
  selection: Selection,
  at: PagePoint,
  scale: number,
): PageHit | null => {
  const targets = pageTargets(open, at.page);
  return targets && hitPage(targets, at, outstandingFrames(open.shown, selection), scale);
};
