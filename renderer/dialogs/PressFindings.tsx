/** What the gate found, each with the way to its place: shown before an export and before a print. */

import { goToProblem } from '../panels/import-note-actions.ts';
import { closeDialog } from '../state/dialog-store.ts';
import type { ListedProblem } from '../state/problem-place.ts';
import { gateStrings as said } from '../strings/versions.ts';
import { strings } from '../strings/window.ts';

export const PressFindings = ({ findings }: { readonly findings: readonly ListedProblem[] }) => (
  <ul className="dialog-scroll press-findings" aria-label={said.list}>
    {findings.map((finding, index) => (
      <li key={`${index} ${finding.message}`}>
        <span>
          <span className={`severity ${finding.severity}`}>{strings.severity[finding.severity]}</span>
          {finding.message}
        </span>
        <button
          type="button"
          aria-label={said.goLong(finding.message)}
          onClick={() => {
            closeDialog();
            goToProblem(finding);
          }}
        >
          {said.go}
        </button>
      </li>
    ))}
  </ul>
);
