/** Problems of what is selected, under its fields. */
import type { Problem } from '../../core/issue/problem.ts';
import { strings } from '../strings/window.ts';

export const ProblemLines = ({ problems }: { readonly problems: readonly Problem[] }) =>
  problems.length > 0 && (
    <ul className="warnings">
      {problems.map(({ severity, message }) => (
        <li key={message}>
          <span className={`severity ${severity}`}>{strings.severity[severity]}</span>
          {message}
        </li>
      ))}
    </ul>
  );
