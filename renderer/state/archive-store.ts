/** What the archive folder holds, asked for once per opening and after each save; null while nothing has answered. */
import { create } from 'zustand';
import type { NumberedIssue } from '../../core/calendar/issue-number.ts';
import type { ArchivedIssue } from '../../core/contract/ipc.ts';
import { host, messageOf } from '../host/host.ts';
import { useDesk } from './desk-store.ts';

interface ArchiveState {
  readonly issues: readonly ArchivedIssue[] | null;
  readonly failure: string | null;
  readonly loading: boolean;
}

export const useArchive = create<ArchiveState>(() => ({ issues: null, failure: null, loading: false }));

let asked = 0;

export const refreshArchive = async (): Promise<void> => {
  const own = ++asked;
  useArchive.setState({ loading: true });
  let result: Partial<ArchiveState>;
  try {
    result = { issues: await host()['archive.facts'](), failure: null };
  } catch (error) {
    result = { failure: messageOf(error) };
  }
  // A later question has the later answer.
  if (own === asked) useArchive.setState({ ...result, loading: false });
};

useDesk.subscribe(({ desk }, before) => {
  if (desk.phase !== 'open') return;
  const known = before.desk.phase === 'open' ? before.desk.open : null;
  const isOpened = known?.engine !== desk.open.engine;
  const isSaved = known?.saved !== desk.open.saved && desk.open.saved !== null;
  if (isOpened || isSaved) void refreshArchive();
});

/** The issues whose names say date and both numbers, without the one kept in `own`. */
export const numberedIssues = (
  issues: readonly ArchivedIssue[],
  own: string | null = null,
): readonly NumberedIssue[] =>
  issues.flatMap(({ file, date, number, totalNumber }) =>
    file === own || date === null || number === null || totalNumber === null
      ? []
      : [{ date, number, totalNumber }],
  );

export interface ArchiveYear {
  /** '' for files whose name has no date. */
  readonly year: string;
  readonly issues: readonly ArchivedIssue[];
}

/** By year, the newest first; what has no date stands last, by name. */
export const archiveYears = (issues: readonly ArchivedIssue[]): readonly ArchiveYear[] => {
  const newestFirst = [...issues].sort(
    (a, b) =>
      (b.date ?? '').localeCompare(a.date ?? '') ||
      (b.totalNumber ?? 0) - (a.totalNumber ?? 0) ||
      a.file.localeCompare(b.file),
  );
  const years = new Map<string, ArchivedIssue[]>();
  for (const issue of newestFirst) {
    const year = issue.date?.slice(0, 4) ?? '';
    const known = years.get(year);
    if (known) known.push(issue);
    else years.set(year, [issue]);
  }
  return [...years].map(([year, own]) => ({ year, issues: own }));
};
