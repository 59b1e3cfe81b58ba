/**
 * The name of an issue's file in the archive folder: what is proposed, and what an editor is told at once of a name
 * that cannot be used. The host checks again, by the same rules. Pure.
 */
import { archiveNameFault, ISSUE_EXTENSION, issueFileName, wholeName } from '../../core/file/archive-name.ts';
import type { MastheadFacts } from '../../core/issue/issue.ts';
import { dialogStrings } from '../strings/dialogs.ts';

const said = dialogStrings.saveAs;

/** As the host names it; a copy says that it is one. */
export const proposedFileName = (facts: MastheadFacts, isCopy = false): string => {
  const name = issueFileName(facts);
  return isCopy ? name.replace(ISSUE_EXTENSION, `${said.copy}${ISSUE_EXTENSION}`) : name;
};

/** What is wrong with the name; null for nothing. `taken`: names in the archive, without the issue's own. */
export const fileNameFault = (name: string, taken: readonly string[]): string | null => {
  const asked = name.trim();
  if (asked === '') return said.empty;
  const fault = archiveNameFault(asked);
  if (fault !== null) return said.refused(fault);
  // Windows and macOS tell no two names apart by capitals alone.
  const folded = wholeName(asked).toLowerCase();
  return taken.some((other) => other.toLowerCase() === folded) ? said.taken : null;
};
