/**
 * Files dropped from the computer's own folders anywhere on the window: they are imported where they are let go, and
 * the browser never leaves the page for one of them. While they hang over it, what would take them is highlighted.
 */
import { useEffect, useState } from 'react';
import { useDialog } from '../state/dialog-store.ts';
import { importFiles, useImport } from '../state/import-files.ts';
import { importStrings as said } from '../strings/panels.ts';
import { type DropTarget, droppedFiles, dropTargetAt } from './drop-target.ts';

/** A drag that leaves the window may say nothing: without news for so long it is over, ms. */
const OVER = 400;

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

export const FileDrop = () => {
  const [over, setOver] = useState<DropTarget | null>(null);
  const progress = useImport((s) => s.progress);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const targetOf = (event: DragEvent): DropTarget | null =>
      useDialog.getState().dialog === null
        ? dropTargetAt(event.target instanceof Element ? event.target : null, event.clientX, event.clientY)
        : null;
    const onOver = (event: DragEvent) => {
      if (event.defaultPrevented) return;
      if (!hasFiles(event)) {
        // A link dragged onto the page would be gone to; text may go where text is written.
        if (!takesText(event.target)) event.preventDefault();
        return;
      }
      event.preventDefault();
      const target = targetOf(event);
      if (event.dataTransfer) event.dataTransfer.dropEffect = target ? 'copy' : 'none';
      clearTimeout(timer);
      timer = setTimeout(() => setOver(null), OVER);
      setOver((shown) => (JSON.stringify(shown?.rect) === JSON.stringify(target?.rect) ? shown : target));
    };
    const onDrop = (event: DragEvent) => {
      clearTimeout(timer);
      setOver(null);
      if (event.defaultPrevented) return;
      if (hasFiles(event) || !takesText(event.target)) event.preventDefault();
      const target = hasFiles(event) ? targetOf(event) : null;
      if (target && event.dataTransfer)
        void droppedFiles(event.dataTransfer).then((files) => importFiles(files, target.target));
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return (
    <>
      {over && (
        <div className="drop-layer" aria-hidden="true">
          {over.rect && (
            <div
              className="drop-rect"
              style={{
                left: over.rect.x,
                top: over.rect.y,
                width: over.rect.width,
                height: over.rect.height,
              }}
            />
          )}
          <p className="drop-label">{over.label}</p>
        </div>
      )}
      {progress && (
        <div className="import-progress" role="status">
          <span>{said.progress(progress.done, progress.total)}</span>
          <progress aria-label={said.picker} value={progress.done} max={progress.total} />
          <button type="button" onClick={progress.cancel}>
            {said.cancel}
          </button>
        </div>
      )}
    </>
  );
};
