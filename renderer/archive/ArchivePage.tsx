/**
 * 归档全页, in the place of the pages and of the right side: years, front pages or what was found, and over them the
 * issue that is looked at. Plain keys are its own: the commands of the issue that is being edited do not hear them.
 */
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ArchiveYear } from '../../core/contract/archive-channels.ts';
import { useView } from '../state/view-store.ts';
import { archiveStrings as said } from '../strings/archive.ts';
import { startChoosing, useBatchExport } from './batch-export.ts';
import { listedIssues, useCatalogue, watchCatalogue } from './catalogue.ts';
import { ExportBar } from './ExportBar.tsx';
import { FilterFields } from './FilterFields.tsx';
import { HitList } from './HitList.tsx';
import { IndexStatus } from './IndexStatus.tsx';
import { IssueGrid } from './IssueGrid.tsx';
import { IssueViewer } from './IssueViewer.tsx';
import { leftBy } from './issue-filters.ts';
import { SearchField } from './SearchField.tsx';
import { focusSearch, isSearching, useArchiveSearch } from './search.ts';
import { closeViewer, useViewer } from './viewer.ts';
import { YearColumn } from './YearColumn.tsx';

const NO_YEARS: readonly ArchiveYear[] = [];

const close = () => useView.setState({ archiveShown: false });

export const ArchivePage = () => {
  const years = useCatalogue((s) => s.years);
  const searching = useArchiveSearch(isSearching);
  const filters = useArchiveSearch((s) => s.filters);
  const viewing = useViewer((s) => s.file !== null);
  const choosing = useBatchExport((s) => s.choosing);
  const list = useRef<HTMLDivElement>(null);
  const listed = useMemo(() => leftBy(listedIssues(years ?? NO_YEARS), filters), [years, filters]);

  useEffect(watchCatalogue, []);
  useEffect(() => {
    if (useViewer.getState().file === null) focusSearch();
  }, []);
  // What is looked at is done with when the page goes: at once, or it would take along what is asked for next.
  useLayoutEffect(() => closeViewer, []);
  const focusCurrent = () => list.current?.querySelector<HTMLElement>('[data-current="true"]')?.focus();
  const before = useRef(viewing);
  useEffect(() => {
    if (before.current && !viewing) focusCurrent();
    before.current = viewing;
  }, [viewing]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      if (viewing) closeViewer();
      else close();
      event.preventDefault();
    }
    const withMod = event.ctrlKey || event.metaKey || event.altKey;
    if (!withMod && !/^F\d+$/.test(event.key)) event.stopPropagation();
  };

  return (
    <main className="archive-page" aria-label={said.page} onKeyDown={onKeyDown}>
      <div className="archive-list-page" ref={list} inert={viewing} data-behind={viewing}>
        <div className="archive-head">
          <SearchField goDown={focusCurrent} />
          <IndexStatus />
          <button type="button" aria-pressed={choosing} onClick={() => startChoosing(!choosing)}>
            {said.exportMany}
          </button>
          <button type="button" onClick={close}>
            {said.closePage}
          </button>
        </div>
        <FilterFields />
        <YearColumn years={years ?? NO_YEARS} />
        <div className="archive-results">
          {choosing && <ExportBar listed={listed} />}
          {searching ? (
            <HitList />
          ) : (
            <>
              <p className="archive-count" role="status">
                {years === null
                  ? said.opening
                  : listed.length > 0
                    ? said.issueCount(listed.length)
                    : listedIssues(years).length === 0
                      ? said.empty
                      : said.noneLeft}
              </p>
              <IssueGrid issues={listed} />
            </>
          )}
        </div>
      </div>
      {viewing && <IssueViewer />}
    </main>
  );
};
