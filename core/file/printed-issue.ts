/**
 * Reopening an issue gives the page that was printed: which print an issue is drawn from, and what an editor is told
 * before the first edit. The issue is the printed one where its hash is the print's; nothing is set anew without being
 * asked, so an engine that has changed since makes no difference until somebody edits. Pure; hashes are the host's.
 */
import type { DisplayList } from '../display/display-list.ts';
import { canonicalJson } from './canonical-json.ts';
import { compareDisplay, type DisplayDifference, differenceSummary } from './compare-display.ts';
import { type IssueFile, PRINT_VERSION, type Print, storyTitle } from './issue-file.ts';

export type PrintedState =
  | { readonly kind: 'never-printed' }
  /** This very issue went to the press: it is drawn from `print` until somebody edits it. */
  | { readonly kind: 'as-printed'; readonly print: Print; readonly sameEngine: boolean }
  /** It was edited after its last printing. */
  | { readonly kind: 'edited-since'; readonly print: Print; readonly sameEngine: boolean };

/**
 * @param issueHash SHA-256 in hex of canonicalJson(file.issue)
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
      canonicalJson(version.issue) === canonicalJson(issue),
  );

export interface PrintComparison {
  readonly engineThen: string;
  readonly engineNow: string;
  /** Empty where the pages are the same, and where the print is only a PDF. */
  readonly differences: readonly DisplayDifference[];
  /** For the editor, before the first edit: one sentence or two. */
  readonly sentence: string;
}

/** The print beside what the present engine makes of the same issue. */
export const comparePrint = (
  file: IssueFile,
  print: Print,
  now: DisplayList,
  engine: string,
): PrintComparison => {
  const titles = new Map(file.issue.stories.map((story) => [story.id, storyTitle(story)]));
  const differences = print.displayList
    ? compareDisplay(print.displayList, now, (story) => titles.get(story) ?? story)
    : [];
  return {
    engineThen: print.engine,
    engineNow: engine,
    differences,
    sentence: comparisonSentence(print, engine, differences),
  };
};

const comparisonSentence = (
  { at, engine: then, displayList }: Print,
  engine: string,
  differences: readonly DisplayDifference[],
): string => {
  const day = at.slice(0, 10);
  if (!displayList) return `这一期${day}付印的版面只有 PDF，与现在排出的不能逐行比较，请对照印样。`;
  const engines = then === engine ? '' : `排版程序从第${then}版升到了第${engine}版；`;
  const kept = differences.length === 0 ? '' : '不修改就仍按付印时的版面显示，印样留在文件里。';
  return `这一期已于${day}付印，${engines}${differenceSummary(differences)}${kept}`;
};
