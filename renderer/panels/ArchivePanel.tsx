/** 归档 in the left tab: the years with their issues, search and filters in small. What is chosen is shown on the full page. */
import { useEffect, useState } from 'react';
import { watchCatalogue } from '../archive/catalogue.ts';
import { FilterFields } from '../archive/FilterFields.tsx';
import { HitList } from '../archive/HitList.tsx';
import { IndexStatus } from '../archive/IndexStatus.tsx';
import { filterCount } from '../archive/issue-filters.ts';
import { SearchField } from '../archive/SearchField.tsx';
import { isSearching, useArchiveSearch } from '../archive/search.ts';
import { viewIssue } from '../archive/viewer.ts';
import { archiveYears, refreshArchive, useArchive } from '../state/archive-store.ts';
import { useView } from '../state/view-store.ts';
import { archiveStrings } from '../strings/archive.ts';
import { panelStrings } from '../strings/panels.ts';
import { YearIssues } from './YearIssues.tsx';

const said = panelStrings.archive;

const Years = () => {
  const { issues, failure, loading } = useArchive();
  const years = archiveYears(issues ?? []);
  return (
    <>
      {loading && issues === null && <p role="status">{said.refreshing}</p>}
      {failure !== null && (
        <p className="panel-empty fault" role="alert">
          {said.failed(failure)}
        </p>
      )}
      {failure === null && issues?.length === 0 && <p className="panel-empty">{said.empty}</p>}
      <div className="archive-list">
        {years.map((year, index) => (
          <YearIssues key={year.year} {...year} open={index === 0} choose={(file) => void viewIssue(file)} />
        ))}
      </div>
    </>
  );
};

export const ArchivePanel = () => {
  const searching = useArchiveSearch(isSearching);
  const narrowed = useArchiveSearch(({ filters }) => filterCount(filters) > 0);
  const whole = useView((s) => s.archiveShown);
  const [filtersOpen, setFiltersOpen] = useState(narrowed);
  useEffect(() => void refreshArchive(), []);
  useEffect(() => (whole ? undefined : watchCatalogue()), [whole]);
  return (
    <div className="archive-panel">
      {!whole && (
        <div className="archive-tab-head">
          <SearchField />
          <details open={filtersOpen} onToggle={(event) => setFiltersOpen(event.currentTarget.open)}>
            <summary>{archiveStrings.filters}</summary>
            {filtersOpen && <FilterFields />}
          </details>
          <IndexStatus />
          <button type="button" onClick={() => useView.setState({ archiveShown: true })}>
            {archiveStrings.showPage}
          </button>
        </div>
      )}
      {searching && !whole ? <HitList /> : <Years />}
    </div>
  );
};
