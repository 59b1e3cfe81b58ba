/** The problems of the issue by page, the worst first; choosing one goes to its place and selects what has it. */
import { useMemo, useState } from 'react';
import type { Issue } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { openDesk, setOpen, useOpen } from '../state/desk-store.ts';
import { groupedByPage, type ListedProblem } from '../state/problem-place.ts';
import { useImportNotes, useProblems } from '../state/problems.ts';
import { panelStrings } from '../strings/panels.ts';
import { strings } from '../strings/window.ts';
import { ImportNotes } from './ImportNotes.tsx';
import { goToProblem } from './import-note-actions.ts';

const said = panelStrings.problems;
const SEVERITIES = ['error', 'warning', 'note'] as const;
const NO_PAGES: Issue['pages'] = [];
const NO_PROBLEMS: readonly ListedProblem[] = [];
type Filter = Problem['severity'] | null;

/** What the host said at opening is done with once it was read; the others go when their cause does. */
const dismiss = (problem: ListedProblem): void => {
  const open = openDesk();
  if (open) setOpen({ opening: open.opening.filter((own) => own !== problem) });
};

export const ProblemList = () => {
  const problems = useProblems();
  const pages = useOpen((open) => open.issue.pages, NO_PAGES);
  const opening = useOpen<readonly ListedProblem[]>((open) => open.opening, NO_PROBLEMS);
  const notes = useImportNotes();
  const [filter, setFilter] = useState<Filter>(null);
  const groups = useMemo(
    () => groupedByPage(filter === null ? problems : problems.filter((p) => p.severity === filter)),
    [problems, filter],
  );
  const countOf = (severity: Filter) =>
    severity === null ? problems.length : problems.filter((p) => p.severity === severity).length;
  return (
    <div className="problems">
      <fieldset className="problem-filter" aria-label={said.filter}>
        {([null, ...SEVERITIES] as const).map((severity) => (
          <button
            key={severity ?? 'all'}
            type="button"
            aria-pressed={filter === severity}
            onClick={() => setFilter(severity)}
          >
            {severity === null ? said.all : strings.severity[severity]} {countOf(severity)}
          </button>
        ))}
      </fieldset>
      <ImportNotes notes={notes} />
      {problems.length === 0 && notes.length === 0 && <p className="panel-empty">{strings.noProblems}</p>}
      {problems.length > 0 && groups.length === 0 && <p className="panel-empty">{said.noneOfKind}</p>}
      {groups.map(({ page, problems: own }) => {
        const name = page === null ? said.wholeIssue : strings.page(page, pages[page - 1]?.name ?? '');
        return (
          <section key={page ?? 0} aria-label={name}>
            <h3>{name}</h3>
            <ul>
              {own.map((problem, index) => (
                <li key={`${index} ${problem.message}`}>
                  <button type="button" onClick={() => goToProblem(problem)}>
                    <span className={`severity ${problem.severity}`}>
                      {strings.severity[problem.severity]}
                    </span>
                    {problem.message}
                  </button>
                  {opening.includes(problem) && (
                    <button
                      type="button"
                      className="problem-done"
                      aria-label={said.dismissLong(problem.message)}
                      onClick={() => dismiss(problem)}
                    >
                      {said.dismiss}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
};
