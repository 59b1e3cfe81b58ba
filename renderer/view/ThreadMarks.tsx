/** 串接: which way the selected story's text runs from frame to frame; to other pages by their number. */
import { useMemo } from 'react';
import { bottom, type Rect, right } from '../../core/geometry.ts';
import type { StoryId } from '../../core/issue/issue.ts';
import { type FrameMark, threadMarks } from '../pasteboard/frame-marks.ts';
import { useOpen } from '../state/desk-store.ts';
import { viewStrings } from '../strings/pages.ts';

/** From the foot of one frame to the head of the next, bent so that two threads do not lie on each other. */
const curve = (from: Rect, to: Rect, scale: number): string => {
  const [x1, y1] = [right(from) * scale, bottom(from) * scale];
  const [x2, y2] = [to.x * scale, to.y * scale];
  const bend = Math.max(24, Math.abs(x2 - x1) / 3);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
};

export const ThreadMarks = ({
  story,
  frames,
  page,
  scale,
}: {
  readonly story: StoryId;
  /** Of the page. */
  readonly frames: readonly FrameMark[];
  readonly page: number;
  readonly scale: number;
}) => {
  const issue = useOpen((open) => open.shown, null);
  // Where frames lead does not change with their text: a keystroke makes an issue, not new pages.
  const pages = issue?.pages;
  const thread = useMemo(() => (issue ? threadMarks(issue, story) : []), [pages, story]);
  const rectOf = (id: string) => frames.find((frame) => frame.id === id)?.rect ?? null;
  return (
    <>
      <svg className="thread-lines" aria-hidden="true">
        {thread.map(({ frame, to }) => {
          const [from, next] = [rectOf(frame), to && to.page === page ? rectOf(to.frame) : null];
          return from && next && <path key={frame} d={curve(from, next, scale)} />;
        })}
      </svg>
      {thread.map(({ frame, from, to }) => {
        const rect = rectOf(frame);
        if (!rect) return null;
        return (
          <span key={frame} aria-hidden="true">
            {from && from.page !== page && (
              <span
                className="thread-port"
                data-end="from"
                style={{ left: rect.x * scale, top: rect.y * scale }}
              >
                {viewStrings.threadFrom(from.page + 1)}
              </span>
            )}
            {to && to.page !== page && (
              <span
                className="thread-port"
                data-end="to"
                style={{ left: right(rect) * scale, top: bottom(rect) * scale }}
              >
                {viewStrings.threadTo(to.page + 1)}
              </span>
            )}
          </span>
        );
      })}
    </>
  );
};
