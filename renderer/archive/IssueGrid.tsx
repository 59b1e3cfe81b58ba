/**
 * The front pages, after the ARIA pattern for grids: one stop for Tab, arrows between the cards, Enter opens, Space
 * chooses. Of thousands only the rows in view and the one with the focus are in the document, so that no picture is
 * fetched that is not seen.
 */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { IndexedIssue } from '../../core/contract/archive-channels.ts';
import type { Size } from '../../core/geometry.ts';
import { archiveStrings as said } from '../strings/archive.ts';
import { toggleIssue, useBatchExport } from './batch-export.ts';
import { CARD, cardAfter, columnsIn, rowsInView } from './grid-rows.ts';
import { IssueCard } from './IssueCard.tsx';
import { issueName } from './issue-names.ts';
import { viewIssue } from './viewer.ts';

export const IssueGrid = ({ issues }: { readonly issues: readonly IndexedIssue[] }) => {
  const grid = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>(CARD);
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(0);
  /** A key moved the focus: it follows once the card is there. */
  const moved = useRef(false);
  const { choosing, chosen } = useBatchExport();

  useEffect(() => {
    const own = grid.current;
    if (!own) return;
    const measure = () => setSize({ width: own.clientWidth, height: own.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(own);
    return () => observer.disconnect();
  }, []);

  const count = issues.length;
  const columns = columnsIn(size.width);
  const rows = Math.ceil(count / columns);
  const at = Math.min(active, Math.max(0, count - 1));
  const { first, last } = rowsInView(top, size.height, rows);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const activeRow = Math.floor(at / columns);
  if (count > 0 && !drawn.includes(activeRow)) drawn.push(activeRow);

  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const card = grid.current?.querySelector<HTMLElement>(`[data-card="${at}"]`);
    card?.focus({ preventScroll: true });
    card?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const issue = issues[at];
    if (event.key === 'Enter' && issue) void viewIssue(issue.file);
    else if (event.key === ' ' && issue && choosing) toggleIssue(issue.file);
    else {
      const rowsSeen = Math.floor(size.height / CARD.height);
      const goal = cardAfter(event.key, event.ctrlKey || event.metaKey, at, { count, columns, rowsSeen });
      if (goal === null) return;
      moved.current = goal !== at;
      setActive(goal);
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table has no rows that come and go with the scrolling
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      className="issue-grid"
      aria-label={said.grid}
      aria-rowcount={rows}
      aria-colcount={columns}
      aria-multiselectable={choosing}
      onKeyDown={onKeyDown}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" className="grid-paper" style={{ height: rows * CARD.height }}>
        {drawn.map((row) => (
          // biome-ignore lint/a11y/useSemanticElements: as the grid
          <div
            key={row}
            role="row"
            tabIndex={-1}
            aria-rowindex={row + 1}
            className="grid-row"
            style={{ top: row * CARD.height, height: CARD.height }}
          >
            {issues.slice(row * columns, (row + 1) * columns).map((issue, column) => {
              const index = row * columns + column;
              const isChosen = choosing ? chosen.has(issue.file) : null;
              return (
                // biome-ignore lint/a11y/useSemanticElements: as the grid
                // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and Space are the grid's
                <div
                  key={issue.file}
                  role="gridcell"
                  className="issue-card"
                  data-card={index}
                  data-current={index === at}
                  tabIndex={index === at ? 0 : -1}
                  aria-colindex={column + 1}
                  aria-selected={isChosen ?? undefined}
                  aria-label={issueName(issue)}
                  title={issue.file}
                  style={{ width: CARD.width, height: CARD.height }}
                  onFocus={() => setActive(index)}
                  onClick={() => (choosing ? toggleIssue(issue.file) : void viewIssue(issue.file))}
                >
                  <IssueCard issue={issue} chosen={isChosen} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
};
