/** The issues of the archive by year, the newest first, each a button that opens it. */

import { parseDate } from '../../core/calendar/lunar-date.ts';
import type { ArchivedIssue } from '../../core/contract/ipc.ts';
import { archiveYears } from '../state/archive-store.ts';
import { useOpen } from '../state/desk-store.ts';
import { panelStrings } from '../strings/panels.ts';

const said = panelStrings.archive;

/** 3月15日 第9期（总第636期）; the file's own name where that says nothing. */
export const archivedName = ({ file, date, number, totalNumber }: ArchivedIssue): string => {
  const day = date === null ? null : parseDate(date);
  const parts = [day ? said.date(day.month, day.day) : '', said.numbers(number, totalNumber)];
  const name = parts.filter((part) => part !== '').join(' ');
  return name === '' ? file.slice(file.lastIndexOf('/') + 1) : name;
};

export const ArchiveList = ({
  issues,
  open,
}: {
  readonly issues: readonly ArchivedIssue[];
  readonly open: (file: string) => void;
}) => {
  const own = useOpen((desk) => desk.file, null);
  return (
    <div className="archive-list">
      {archiveYears(issues).map(({ year, issues: ofYear }) => (
        <section key={year} aria-label={year === '' ? said.undated : said.year(year)}>
          <h3>{year === '' ? said.undated : said.year(year)}</h3>
          <ul>
            {ofYear.map((issue) => (
              <li key={issue.file}>
                <button type="button" title={issue.file} onClick={() => open(issue.file)}>
                  {archivedName(issue)}
                  {issue.file === own && <small>{said.current}</small>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
