/** One page of the panel: its thumbnail, drawn while it is in sight, and its name. Dragged, it changes its place. */
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import type { DisplayPage } from '../../core/display/display-list.ts';
import { strings } from '../strings/window.ts';
import { PageThumbnail } from './PageThumbnail.tsx';

const THUMBNAIL_WIDTH = 112;
/** What the browser calls a page that is dragged; files from outside are something else. */
export const PAGE_DRAG = 'application/x-zuban-page';

interface CardProps {
  readonly page: DisplayPage;
  readonly index: number;
  readonly current: boolean;
  /** Where a page that is being dragged would be put in: before this card or after it. */
  readonly mark: 'before' | 'after' | null;
  readonly goTo: (index: number) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>, index: number) => void;
  readonly onDragBegin: (index: number) => void;
}

export const PageCard = memo(({ page, index, current, mark, goTo, onKey, onDragBegin }: CardProps) => {
  const card = useRef<HTMLLIElement>(null);
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? false), {
      rootMargin: '120px',
    });
    if (card.current) observer.observe(card.current);
    return () => observer.disconnect();
  }, []);
  return (
    <li
      ref={card}
      className="page-card"
      data-mark={mark}
      data-index={index}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(PAGE_DRAG, String(index));
        event.dataTransfer.effectAllowed = 'move';
        onDragBegin(index);
      }}
    >
      <button
        type="button"
        className="page-tab"
        aria-current={current ? 'page' : undefined}
        onClick={() => goTo(index)}
        onKeyDown={(event) => onKey(event, index)}
      >
        {inSight ? (
          <PageThumbnail page={page} width={THUMBNAIL_WIDTH} />
        ) : (
          <span
            className="thumbnail"
            style={{ width: THUMBNAIL_WIDTH, height: (THUMBNAIL_WIDTH * page.height) / page.width }}
          />
        )}
        <span>{strings.page(page.number, page.name)}</span>
      </button>
    </li>
  );
});
