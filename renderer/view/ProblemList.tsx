/** The problems of the issue, the worst first; choosing one goes to its page. */
import type { DisplayPage } from '../../core/display/display-list.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { useApp } from '../state/app-store.ts';
import { strings } from '../strings.ts';

export const ProblemList = ({
  problems,
  pages,
}: {
  readonly problems: readonly Problem[];
  readonly pages: readonly DisplayPage[];
}) => {
  const goTo = useApp((s) => s.goTo);
  return (
    <aside className="problems" aria-label={strings.problems}>
      <h2>
        {strings.problems}
        <small>{strings.problemCount(problems.length)}</small>
      </h2>
      {problems.length === 0 && <p className="quiet">{strings.noProblems}</p>}
      <ul>
        {problems.map((problem, index) => {
          const page = pages.findIndex((p) => p.number === problem.page);
          return (
            <li key={index}>
              <button type="button" disabled={page < 0} onClick={() => goTo(page)}>
                <span className={`severity ${problem.severity}`}>{strings.severity[problem.severity]}</span>
                {problem.message}
                {page >= 0 && <small>{strings.page(pages[page]!.number, pages[page]!.name)}</small>}
              </button>
            </li>
          );
        })}
      </ul>
    </aside>
  );
};
