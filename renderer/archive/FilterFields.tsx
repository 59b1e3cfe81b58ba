/** 筛选: publication, dates, person, 版名, kind of story. The years have a column of their own on the full page. */
import { useEffect, useId, useMemo, useRef } from 'react';
import type { ArchiveYear } from '../../core/contract/archive-channels.ts';
import type { StoryKind } from '../../core/issue/issue.ts';
import { archiveStrings as said } from '../strings/archive.ts';
import { panelStrings } from '../strings/panels.ts';
import { listedIssues, useCatalogue } from './catalogue.ts';
import { type Filters, filterChoices, filterCount, NO_FILTERS } from './issue-filters.ts';
import { narrow, useArchiveSearch } from './search.ts';

const NO_YEARS: readonly ArchiveYear[] = [];

const DateField = ({ label, of }: { readonly label: string; readonly of: 'from' | 'to' }) => {
  const value = useArchiveSearch((s) => s.filters[of]);
  return (
    <label>
      <span>{label}</span>
      <input
        type="date"
        min="1900-01-01"
        max="2100-12-31"
        value={value ?? ''}
        onChange={(event) => narrow({ [of]: event.target.value === '' ? null : event.target.value })}
      />
    </label>
  );
};

const Choice = <F extends 'publication' | 'person' | 'columnName'>({
  label,
  of,
  choices,
}: {
  readonly label: string;
  readonly of: F;
  readonly choices: readonly (readonly [value: string, name: string])[];
}) => {
  const value = useArchiveSearch((s) => s.filters[of]);
  return (
    <label>
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => narrow({ [of]: event.target.value || null })}>
        <option value="">{said.anyone}</option>
        {choices.map(([known, name]) => (
          <option key={known} value={known}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Of thousands of names one is typed: what signs no story may yet be named in one. */
const PersonField = ({ people }: { readonly people: readonly string[] }) => {
  const own = useId();
  const field = useRef<HTMLInputElement>(null);
  const value = useArchiveSearch((s) => s.filters.person);
  // Cleared from outside it is empty; what is being typed stays the field's own, through any input method.
  useEffect(() => {
    if (field.current && value === null && field.current.value.trim() !== '') field.current.value = '';
  }, [value]);
  return (
    <label>
      <span>{said.person}</span>
      <input
        ref={field}
        list={own}
        autoComplete="off"
        defaultValue={value ?? ''}
        onChange={({ target }) => {
          const name = target.value.trim();
          narrow({ person: name === '' ? null : name });
        }}
      />
      <datalist id={own}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
};

const KINDS = Object.entries(panelStrings.kinds) as readonly (readonly [StoryKind, string])[];

export const FilterFields = () => {
  const years = useCatalogue((s) => s.years) ?? NO_YEARS;
  const filters = useArchiveSearch((s) => s.filters);
  const { publications, people, columnNames } = useMemo(() => filterChoices(listedIssues(years)), [years]);
  return (
    <div className="archive-filters">
      <Choice label={said.publication} of="publication" choices={publications} />
      <DateField label={said.from} of="from" />
      <DateField label={said.to} of="to" />
      <PersonField people={people} />
      <Choice
        label={said.columnName}
        of="columnName"
        choices={columnNames.map((name) => [name, name] as const)}
      />
      <label>
        <span>{said.kind}</span>
        <select
          value={filters.kind ?? ''}
          onChange={(event) => narrow({ kind: KINDS.find(([id]) => id === event.target.value)?.[0] ?? null })}
        >
          <option value="">{said.anyone}</option>
          {KINDS.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={!hasFilters(filters)} onClick={() => narrow(NO_FILTERS)}>
        {said.clear}
      </button>
    </div>
  );
};

const hasFilters = (filters: Filters): boolean => filterCount(filters) > 0 || filters.year !== null;
