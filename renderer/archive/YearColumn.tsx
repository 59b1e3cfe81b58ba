/** The years at the left of the full page, the newest first: one is chosen, or all. */
import type { ArchiveYear } from '../../core/contract/archive-channels.ts';
import { archiveStrings as said } from '../strings/archive.ts';
import { narrow, useArchiveSearch } from './search.ts';

const openable = ({ issues }: ArchiveYear): number => issues.filter(({ fault }) => fault === null).length;

export const YearColumn = ({ years }: { readonly years: readonly ArchiveYear[] }) => {
  const chosen = useArchiveSearch((s) => s.filters.year);
  const entry = (year: number | null, name: string, count: number) => (
    <li key={name}>
      <button type="button" aria-pressed={chosen === year} onClick={() => narrow({ year })}>
        <span>{name}</span>
        <small>{said.yearCount(count)}</small>
      </button>
    </li>
  );
  const all = years.reduce((sum, year) => sum + openable(year), 0);
  return (
    <nav className="archive-years" aria-label={said.years}>
      <ul>
        {entry(null, said.allYears, all)}
        {years.flatMap((of) =>
          of.year === null || openable(of) === 0
            ? []
            : [entry(of.year, said.yearName(of.year), openable(of))],
        )}
      </ul>
    </nav>
  );
};
