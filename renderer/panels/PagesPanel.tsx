/** 版面: the pages of the issue in small, to choose from, to add to, to take out and to put into another order. */
import { type DragEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { addPageAt, movePageTo, removePageAt } from '../commands/page-commands.ts';
import { showPage } from '../state/present-page.ts';
import { useView } from '../state/view-store.ts';
import { panelStrings } from '../strings/panels.ts';
import { strings } from '../strings/window.ts';
import { PAGE_DRAG, PageCard } from './PageCard.tsx';
import { useSettledPages } from './use-settled-pages.ts';

const said = panelStrings.pages;

/** A gap between pages that something may be put into: 0 is before the first. */
const gapAt = (list: HTMLElement, clientY: number): number => {
  const cards = [...list.querySelectorAll('.page-card')].map((card) => card.getBoundingClientRect());
  const at = cards.findIndex(({ top, height }) => clientY < top + height / 2);
  return at < 0 ? cards.length : at;
};

export const PagesPanel = () => {
  const pages = useSettledPages();
  const current = Math.min(
    useView((s) => s.page),
    pages.length - 1,
  );
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [gap, setGap] = useState<number | null>(null);
  /** The card that gets the focus once the pages stand in their new order. */
  const wanted = useRef<number | null>(null);
  const focusTab = (index: number) =>
    list.current?.querySelectorAll<HTMLElement>('.page-tab')[index]?.focus();
  useEffect(() => {
    if (wanted.current === null) return;
    focusTab(wanted.current);
    wanted.current = null;
  });

  const onKey = useCallback((event: KeyboardEvent<HTMLElement>, index: number) => {
    if (event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && event.altKey) {
      if (movePageTo(index, index + step)) wanted.current = index + step;
    } else if (event.altKey) return;
    else if (step !== 0) focusTab(index + step);
    else if (event.key === 'Delete') {
      removePageAt(index);
      wanted.current = Math.max(0, index - 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, []);

  const isPage = (event: DragEvent) => event.dataTransfer.types.includes(PAGE_DRAG);
  const end = () => {
    setDragged(null);
    setGap(null);
  };
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    if (dragged === null || !isPage(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setGap(gapAt(event.currentTarget, event.clientY));
  };
  const onDrop = (event: DragEvent<HTMLElement>) => {
    if (dragged === null || !isPage(event)) return;
    event.preventDefault();
    const at = gapAt(event.currentTarget, event.clientY);
    // Taken out first, it leaves the later gaps one place earlier.
    movePageTo(dragged, at > dragged ? at - 1 : at);
    end();
  };
  const markAt = (index: number): 'before' | 'after' | null => {
    if (gap === null || dragged === null || gap === dragged || gap === dragged + 1) return null;
    if (gap === index) return 'before';
    return gap === pages.length && index === pages.length - 1 ? 'after' : null;
  };

  return (
    <div className="pages-panel">
      <nav className="page-tabs" aria-label={strings.leftTabs.pages}>
        <ol
          ref={list}
          aria-label={said.list}
          onDragOver={onDragOver}
          onDrop={onDrop}
          onDragEnd={end}
          onDragLeave={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setGap(null);
          }}
        >
          {pages.map((page, index) => (
            <PageCard
              key={page.number}
              page={page}
              index={index}
              current={index === current}
              mark={markAt(index)}
              goTo={showPage}
              onKey={onKey}
              onDragBegin={setDragged}
            />
          ))}
        </ol>
      </nav>
      <div className="panel-actions" role="toolbar" aria-label={said.actions}>
        <button type="button" onClick={() => addPageAt(current)}>
          {said.addBefore}
        </button>
        <button type="button" onClick={() => addPageAt(current + 1)}>
          {said.addAfter}
        </button>
        <button type="button" disabled={current < 1} onClick={() => movePageTo(current, current - 1)}>
          {said.up}
        </button>
        <button
          type="button"
          disabled={current + 1 >= pages.length}
          onClick={() => movePageTo(current, current + 1)}
        >
          {said.down}
        </button>
        <button type="button" disabled={pages.length < 2} onClick={() => removePageAt(current)}>
          {said.remove}
        </button>
      </div>
    </div>
  );
};
