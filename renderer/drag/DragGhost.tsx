/** Where the drop would go: outline on its page, with the measure and 余 or 缺; the label alone off all pages. */
import { createPortal } from 'react-dom';
import { useDrag } from './drag-store.ts';

/** @param page index; @param scale CSS pixels to a point */
export const DragGhost = ({ page, scale }: { readonly page: number; readonly scale: number }) => {
  const ghost = useDrag((s) => (s.ghost?.page === page ? s.ghost : null));
  if (!ghost?.rect) return null;
  const { x, y, width, height } = ghost.rect;
  return (
    <div
      className="ghost"
      data-verdict={ghost.verdict}
      style={{
        transform: `translate(${x * scale}px, ${y * scale}px)`,
        width: width * scale,
        height: height * scale,
      }}
    >
      <output>{ghost.label}</output>
    </div>
  );
};

/** The label that goes with the pointer while it is over no place of a page. Once in the window. */
export const PointerGhost = () => {
  const ghost = useDrag((s) => (s.ghost && s.ghost.page === null && s.ghost.label !== '' ? s.ghost : null));
  if (!ghost) return null;
  return createPortal(
    <output
      className="pointer-ghost"
      data-verdict={ghost.verdict}
      style={{ transform: `translate(${ghost.pointer.x + 14}px, ${ghost.pointer.y + 14}px)` }}
    >
      {ghost.label}
    </output>,
    document.body,
  );
};
