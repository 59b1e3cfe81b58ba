/** A year of the archive, closed or with its issues; a closed one costs nothing. */
import { useState } from 'react';
import type { ArchiveYear } from '../state/archive-store.ts';
import { useOpen } from '../state/desk-store.ts';
import { panelStrings } from '../strings/panels.ts';
import { archivedName } from './ArchiveList.tsx';

const said = panelStrings.archive;

export const YearIssues = ({
  year,
  issues,
  open,
  choose,
}: ArchiveYear & { readonly open: boolean; readonly choose: (file: string) => void }) => {
  const [shown, setShown] = useState(open);
  const own = useOpen((desk) => desk.file, null);
  return (
    <details open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{year === '' ? said.undated : said.year(year)}</summary>
      {shown && (
        <ul>
          {issues.map((issue) => (
            <li key={issue.file}>
              <button type="button" title={issue.file} onClick={() => choose(issue.file)}>
                {archivedName(issue)}
                {issue.file === own && <small>{said.current}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};
