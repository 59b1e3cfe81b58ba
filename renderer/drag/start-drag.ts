/**
 * Drags on the page: each begins at a press and takes the pointer's events until it is let go. What a drop would do
 * is worked out by frame-targets.ts and picture-targets.ts once for each cell that the pointer enters.
 */
import type { EditedIssue } from '../../core/issue/edit.ts';
import { frameAt, resizeFrame, setPictureBox } from '../../core/issue/edits.ts';
import type { FrameId, GridBox, Issue, StoryId } from '../../core/issue/issue.ts';
import { storyOf } from '../../core/issue/issue.ts';
import { boxRect, cellAt } from '../../core/makeup/column-grid.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import type { Fit } from '../../core/makeup/story/story-fit.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { pagePointUnder } from '../pasteboard/desk-view.ts';
import { dropMarkAt } from '../pasteboard/drop-mark.ts';
import type { Press } from '../pasteboard/press.ts';
import { type OpenDesk, openDesk } from '../state/desk-store.ts';
import { edit, keepProvisional, showProvisional } from '../state/edit-issue.ts';
import { select } from '../state/selection-store.ts';
import { frameStrings } from '../strings/pages.ts';
import { type Ghost, showGhost } from './drag-store.ts';
import { frameTarget, resizedBox, type Sides, storyTarget, type Target, trayEdit } from './frame-targets.ts';
import { trackPointer } from './gesture.ts';
import { movedPicture, pictureCellAt, resizedPicture } from './picture-targets.ts';

/** The corner or side that a resize pulls. */
export type Handle = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';

const sidesOf = (handle: Handle): Sides => ({
  top: handle.includes('n'),
  right: handle.includes('e'),
  bottom: handle.includes('s'),
  left: handle.includes('w'),
});

const formatNow = ({ issue }: OpenDesk) => formatOf(issue.publication, issue.format);

const sizeAndFit = (box: GridBox, fit: Fit): string =>
  `${frameStrings.boxSize(box.span, box.lines)}，${frameStrings.fit(fit.overset, fit.free)}`;

/** 与《…》交换，3 栏 × 24 行，正好；《…》余 5 行. */
const swapLabel = (open: OpenDesk, box: GridBox, fit: Fit, other: NonNullable<Target['other']>): string => {
  const headline = headlineOf(storyOf(open.issue, other.frame.story));
  const theirs = frameStrings.fitOf(headline, frameStrings.fit(other.overset, other.free));
  return `${frameStrings.swapWith(headline)}，${sizeAndFit(box, fit)}；${theirs}`;
};

const ghostOf = (open: OpenDesk, target: Target | null, x: number, y: number): Ghost => {
  const pointer = { x, y };
  if (!target) return { page: null, rect: null, verdict: 'refused', label: frameStrings.noRoom, pointer };
  const { page, box, fit, kind, other } = target;
  const overset = fit.overset > 0 || (other !== null && other.overset > 0);
  return {
    page,
    rect: boxRect(formatNow(open), box),
    verdict: kind === 'swap' && !overset ? 'swap' : overset ? 'overset' : 'fits',
    label: other ? swapLabel(open, box, fit, other) : sizeAndFit(box, fit),
    pointer,
  };
};

/** A drag to places on the pages, where `targetAt` says what a drop at a cell would do. */
const trackTargets = (
  press: PointerEvent,
  targetAt: (open: OpenDesk, page: number, cell: { column: number; line: number }) => Target | null,
  /** What letting go over the tray does; null where it does nothing. */
  overTray: ((issue: Issue) => EditedIssue) | null,
  onDropped: () => void,
  onClick: () => void,
): void => {
  let last = '';
  let target: Target | null = null;
  let toTray = false;
  /** What the target was worked out for: an issue that has changed meanwhile is not dropped into. */
  const begun = openDesk()?.issue;
  const clear = () => showGhost(null);
  trackPointer(
    press,
    () => ({
      follow: (x, y) => {
        const open = openDesk();
        if (!open || open.issue !== begun) return clear();
        toTray = overTray !== null && dropMarkAt(x, y) === 'tray';
        const at = pagePointUnder(x, y);
        if (toTray || !at) {
          last = '';
          target = null;
          const verdict = toTray ? 'tray' : 'refused';
          const label = toTray ? frameStrings.toTray : '';
          return showGhost({ page: null, rect: null, verdict, label, pointer: { x, y } });
        }
        const cell = cellAt(formatNow(open), at);
        const key = `${at.page} ${cell.column} ${cell.line}`;
        if (key !== last) target = targetAt(open, at.page, cell);
        last = key;
        showGhost(ghostOf(open, target, x, y));
      },
      drop: () => {
        clear();
        if (openDesk()?.issue !== begun) return;
        if (toTray && overTray) edit(overTray);
        else if (target) {
          const { edit: made } = target;
          edit(() => made);
          onDropped();
        }
      },
      cancel: clear,
    }),
    onClick,
  );
};

/** Moves the frame, once the pointer has left the press by some pixels; `onClick` where it never did. */
export const startFrameMove = (press: Press, frame: FrameId, onClick: () => void): void => {
  const open = openDesk();
  if (!open) return;
  const { box } = frameAt(open.issue, frame).frame;
  const held = cellAt(formatNow(open), press.at);
  trackTargets(
    press.event,
    (now, page, cell) => {
      const corner = {
        column: cell.column - (held.column - box.column),
        line: cell.line - (held.line - box.line),
      };
      return frameTarget(now.engine.placing(now.issue), now.engine.fonts, frame, page, corner, cell);
    },
    (issue) => trayEdit(issue, frame),
    () => select({ kind: 'frame', frame }),
    onClick,
  );
};

/** A story pulled out of the tray; `event` is the press on its card. */
export const startStoryDrag = (event: PointerEvent, story: StoryId, onClick: () => void): void =>
  trackTargets(
    event,
    (open, page, cell) => storyTarget(open.engine.placing(open.issue), story, page, cell),
    null,
    () => {
      const frame = openDesk()
        ?.issue.pages.flatMap((p) => p.frames)
        .find((f) => f.story === story);
      if (frame) select({ kind: 'frame', frame: frame.id });
    },
    onClick,
  );

/** A change that the page shows while it is being pulled, and keeps at the drop. */
const trackLive = (
  press: PointerEvent,
  follow: (open: OpenDesk, x: number, y: number) => void,
  onClick: () => void,
): void => {
  const begun = openDesk()?.issue;
  trackPointer(
    press,
    () => ({
      follow: (x, y) => {
        const open = openDesk();
        if (open && open.issue === begun) follow(open, x, y);
      },
      drop: () => {
        showGhost(null);
        if (openDesk()?.issue === begun) keepProvisional();
        else showProvisional(null);
      },
      cancel: () => {
        showGhost(null);
        showProvisional(null);
      },
    }),
    onClick,
  );
};

export const startFrameResize = (press: Press, frame: FrameId, handle: Handle): void => {
  const sides = sidesOf(handle);
  trackLive(
    press.event,
    (open, x, y) => {
      const at = pagePointUnder(x, y);
      const { page, frame: own } = frameAt(open.issue, frame);
      if (!at || at.page !== page) return;
      const box = resizedBox(open.issue, frame, cellAt(formatNow(open), at), sides);
      showProvisional((issue) => resizeFrame(issue, frame, box));
      const fit = open.engine.placing(openDesk()?.shown ?? open.issue).fitOf(own.story);
      showGhost({
        page,
        rect: boxRect(formatNow(open), box),
        verdict: fit.overset > 0 ? 'overset' : 'fits',
        label: sizeAndFit(box, fit),
        pointer: { x, y },
      });
    },
    () => undefined,
  );
};

export const startPictureMove = (press: Press, frame: FrameId, index: number, onClick: () => void): void => {
  const start = openDesk();
  if (!start) return;
  const held = pictureCellAt(start.issue, frame, press.at);
  trackLive(
    press.event,
    (open, x, y) => {
      const at = pagePointUnder(x, y);
      if (!at || at.page !== frameAt(open.issue, frame).page) return;
      const cell = pictureCellAt(open.issue, frame, at);
      const by = { columns: cell.column - held.column, lines: cell.line - held.line };
      showProvisional((issue) => setPictureBox(issue, frame, index, movedPicture(issue, frame, index, by)));
    },
    onClick,
  );
};

export const startPictureResize = (press: Press, frame: FrameId, index: number, handle: Handle): void => {
  const sides = sidesOf(handle);
  trackLive(
    press.event,
    (open, x, y) => {
      const at = pagePointUnder(x, y);
      if (!at || at.page !== frameAt(open.issue, frame).page) return;
      const cell = pictureCellAt(open.issue, frame, at);
      showProvisional((issue) =>
        setPictureBox(issue, frame, index, resizedPicture(issue, frame, index, cell, sides)),
      );
    },
    () => undefined,
  );
};
