/**
 * Reopening an issue gives the page that was printed: which print an issue is drawn from. The issue is the printed one
 * where its hash is the print's; nothing is set anew without being asked, so an engine that has changed since makes no
 * difference until somebody edits. Pure; hashes are the host's.
 */
import type { Issue } from '../issue/issue.ts';
import { canonicalJson } from './canonical-json.ts';
import { type IssueFile, PRINT_VERSION, type Print } from './issue-file.ts';

export type PrintedState =
  | { readonly kind: 'never-printed' }
  /** This very issue went to the press: it is drawn from `print` until somebody edits it. */
  | { readonly kind: 'as-printed'; readonly print: Print; readonly sameEngine: boolean }
  /** It was edited after its last printing. */
  | { readonly kind: 'edited-since'; readonly print: Print; readonly sameEngine: boolean };

/**
 * @param issueHash SHA-256 in hex of stateJson(file.issue)
 * @param engine the present engine's version
 */
export const printedState = (file: IssueFile, issueHash: string, engine: string): PrintedState => {
  const last = file.prints.at(-1);
  if (!last) return { kind: 'never-printed' };
  // The latest of the same issue: an issue may be printed, edited and restored.
  const own = file.prints.findLast((print) => print.issueHash === issueHash || isVersionOf(file, print));
  const print = own ?? last;
  return { kind: own ? 'as-printed' : 'edited-since', print, sameEngine: print.engine === engine };
};

/**
 * True where the version that was kept with the print is the file's issue. A hash is of the issue as it was written
 * then; both issues here are as this program reads them, whatever fields came to the schema since.
 */
const isVersionOf = ({ versions, issue }: IssueFile, { at, by }: Print): boolean =>
  versions.some(
    (version) =>
      version.name === PRINT_VERSION &&
      version.at === at &&
      version.by === by &&
      printedContent(version.issue) === printedContent(issue),
  );

/** All of the issue that a page can show: an editor may deal with 导入提示 after the printing. */
const printedContent = (issue: Issue): string => canonicalJson({ ...issue, importNotes: [] });
