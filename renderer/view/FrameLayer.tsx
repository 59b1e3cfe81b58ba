/**
 * Frames over the drawing: outlines, handles of what is selected, 余 badges, hatching where frames overlap, jump lines
 * and threads. One element a frame, named for screen readers; the pointer's work is done by pointer/, which reads the
 * handles' marks (`data-handle`, `data-grip`) and finds the rest by geometry. A moved caret draws nothing here anew.
 */
import { memo, useMemo } from 'react';
import type { FrameId, StoryId } from '../../core/issue/issue.ts';
import { frameMarks, jumpMarks, pictureMarks } from '../pasteboard/frame-marks.ts';
import { drawnPages, useOpen } from '../state/desk-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { FrameBox } from './FrameBox.tsx';
import { Grip, Handles } from './Handles.tsx';
import { JumpTarget } from './JumpTarget.tsx';
import { PictureBox } from './PictureBox.tsx';
import { ThreadMarks } from './ThreadMarks.tsx';

/** Parts of the selection as values that stay the same while a caret moves. */
const useSelectedFrame = (): FrameId | null =>
  useSelection(({ selection }) => (selection.kind === 'frame' ? selection.frame : null));
const useSelectedPicture = (): string | null =>
  useSelection(({ selection }) =>
    selection.kind === 'picture' ? pictureKey(selection.frame, selection.index) : null,
  );
const useTextStory = (): StoryId | null =>
  useSelection(({ selection }) => (selection.kind === 'text' ? selection.focus.story : null));

const pictureKey = (frame: FrameId, index: number): string => `${frame} ${index}`;

/** @param page index; @param scale CSS pixels to a point */
export const FrameLayer = memo(({ page, scale }: { readonly page: number; readonly scale: number }) => {
  const engine = useOpen((open) => open.engine, null);
  const report = useOpen((open) => open.layout.pages[page] ?? null, null);
  const drawing = useOpen((open) => drawnPages(open)[page] ?? null, null);
  const selectedFrame = useSelectedFrame();
  const selectedPicture = useSelectedPicture();
  const textStory = useTextStory();
  const frames = useMemo(() => (report ? frameMarks(report) : []), [report]);
  const pictures = drawing && engine ? pictureMarks(drawing, engine.cache) : [];
  const jumps = drawing && engine ? jumpMarks(drawing, engine.cache) : [];

  const own = frames.find(({ id }) => id === selectedFrame) ?? null;
  const picture = pictures.find((p) => selectedPicture === pictureKey(p.frame, p.index)) ?? null;
  const story = own?.story ?? textStory ?? frames.find(({ id }) => id === picture?.frame)?.story ?? null;
  return (
    <div className="frame-layer">
      {frames.map((frame) => (
        <FrameBox
          key={frame.id}
          frame={frame}
          scale={scale}
          state={frame === own ? 'selected' : frame.story === textStory ? 'text' : 'plain'}
        />
      ))}
      {pictures.map((p) => (
        <PictureBox
          key={pictureKey(p.frame, p.index)}
          picture={p}
          title={frames.find(({ id }) => id === p.frame)?.title ?? ''}
          scale={scale}
          selected={p === picture}
        />
      ))}
      {jumps.map((jump) => (
        <JumpTarget key={`${jump.frame} ${jump.end}`} jump={jump} scale={scale} />
      ))}
      {story !== null && <ThreadMarks story={story} frames={frames} page={page} scale={scale} />}
      {own && <Handles rect={own.rect} scale={scale} />}
      {picture && <Handles rect={picture.rect} scale={scale} />}
      {frames
        .filter((frame) => frame === own || frame.story === textStory)
        .map(({ id, rect }) => (
          <Grip key={id} frame={id} rect={rect} scale={scale} />
        ))}
    </div>
  );
});
