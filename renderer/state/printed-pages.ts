/**
 * An issue that is as it went to the press is drawn from the print, glyph by glyph, until somebody edits it. Where the
 * engine would set it otherwise now, whoever begins to edit is asked first (`asksFirst`); undoing everything brings the
 * printed pages back.
 */
import { family, kept } from '../../core/cache.ts';
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { PrintedFacts } from '../../core/contract/version-channels.ts';
import { type DisplayListJson, displayFromJson } from '../../core/display/display-json.ts';
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { compareDisplay, type DisplayDifference } from '../../core/file/compare-display.ts';
import { storyTitle } from '../../core/file/issue-file.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { versionStrings as said } from '../strings/versions.ts';
import { type OpenDesk, openDesk, type PrintedPages, setOpen, useDesk } from './desk-store.ts';
import { ask } from './dialog-store.ts';
import { useView } from './view-store.ts';

/** The printed pages of the issue that the host has open; null where it is not as printed, or cannot be drawn so. */
export const fetchPrinted = async (facts: PrintedFacts, issue: Issue): Promise<PrintedPages | null> => {
  if (facts.kind !== 'as-printed' || !facts.print.hasPages) return null;
  try {
    const response = await fetch(ADDRESSES.print(facts.print.number));
    if (!response.ok) throw new Error(String(response.status));
    const displayList = displayFromJson((await response.json()) as DisplayListJson);
    return { print: facts.print, issue, displayList, agreed: false };
  } catch {
    useView.getState().say(said.printAway, 'fault');
    return null;
  }
};

const DIFFERENCES = family<PrintedPages['displayList'], readonly DisplayDifference[]>(
  'what would be set otherwise than it was printed',
);

/** What the engine would set otherwise than it was printed; found once. */
export const printDifferences = (
  { engine }: OpenDesk,
  { displayList, issue }: PrintedPages,
): readonly DisplayDifference[] => {
  return kept(engine.cache, DIFFERENCES, displayList, [issue], () => {
    const titles = new Map(issue.stories.map((story) => [story.id, storyTitle(story)]));
    return compareDisplay(
      displayList,
      engine.layOut(issue).displayList,
      (story) => titles.get(story) ?? story,
    );
  });
};

/** True where the editor is asked before this edit: it would set printed pages anew, and otherwise. */
export const asksFirst = (open: OpenDesk): boolean => {
  const { printed } = open;
  if (!printed || printed.agreed || printed.issue !== open.issue) return false;
  const differences = printDifferences(open, printed);
  if (differences.length === 0) return false;
  ask({ kind: 'versions', view: { kind: 'set-anew', print: printed.print, differences } });
  return true;
};

/** 照样编辑: not asked again for as long as this issue is open. */
export const agreeToSetAnew = (): void => {
  const printed = openDesk()?.printed;
  if (printed) setOpen({ printed: { ...printed, agreed: true } });
};

// Everything was undone: the issue is the printed one again, in another value.
useDesk.subscribe(({ desk }, before) => {
  if (desk.phase !== 'open' || before.desk.phase !== 'open') return;
  const { issue, printed, history } = desk.open;
  if (!printed || issue === printed.issue || history.done !== null || issue === before.desk.open.issue)
    return;
  if (canonicalJson(issue) === canonicalJson(printed.issue)) setOpen({ printed: { ...printed, issue } });
});
