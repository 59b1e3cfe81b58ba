/** The problems of the issue by page, the worst first; choosing one goes to its place and selects what has it. */
import { useMemo, useState } from 'react';
import type { Issue } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { openDesk, setOpen, useOpen } from '../state/desk-store.ts';
import { groupedByPage, type ListedProblem, placeOf } from '../state/problem-place.ts';
import { useProblems } from '../state/problems.ts';
import { select } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { panelStrings, strings } from '../strings.ts';

const said = panelStrings.problems;
const SEVERITIES = ['error', 'warning', 'note'] as const;
const NO_PAGES: Issue['pages'] = [];
const NO_PROBLEMS: readonly ListedProblem[] = [];
type Filter = Problem['severity'] | null;

const goTo = (problem: ListedProblem): void => {
  const open = openDesk();
  if (!open) return;
  const { page, at, selection } = placeOf(open, problem);
  select(selection);
  const view = useView.getState();
  if (page !== null) view.goTo(page, at ?? undefined);
  else if (selection.kind === 'story') view.showLeft('tray');
};

/** What reading a manuscript told is done with once it was read; the others go when their cause does. */
const dismiss = (problem: ListedProblem): void => {
  const open = openDesk();
  if (open) setOpen({ reading: open.reading.filter((own) => own !== problem) });
};

export const ProblemList = () => {
  const problems = useProblems();
  const pages = useOpen((open) => open.issue.pages, NO_PAGES);
  const reading = useOpen<readonly ListedProblem[]>((open) => open.reading, NO_PROBLEMS);
  const isOfReading = (problem: ListedProblem) => reading.includes(problem);
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
      {problems.length === 0 && <p className="panel-empty">{strings.noProblems}</p>}
      {problems.length > 0 && groups.length === 0 && <p className="panel-empty">{said.noneOfKind}</p>}
      {groups.map(({ page, problems: own }) => {
        const name = page === null ? said.wholeIssue : strings.page(page, pages[page - 1]?.name ?? '');
        return (
          <section key={page ?? 0} aria-label={name}>
            <h3>{name}</h3>
            <ul>
              {own.map((problem, index) => (
                <li key={`${index} ${problem.message}`}>
                  <button type="button" onClick={() => goTo(problem)}>
                    <span className={`severity ${problem.severity}`}>
                      {strings.severity[problem.severity]}
                    </span>
                    {problem.message}
                  </button>
                  {isOfReading(problem) && (
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
