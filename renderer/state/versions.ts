/**
 * Versions 版本 and printings 付印 of the open issue: what the file holds of them, and what is done with them. One that
 * is made is saved with the file at once; one that is restored is an edit like any other, which undo takes back.
 */
import { create } from 'zustand';
import type { ByWindow, SavedIssue, StatedIssue } from '../../core/contract/ipc.ts';
import type {
  ComparedFile,
  ComparedIssues,
  KeptVersions,
  PrintedFacts,
  VersionName,
} from '../../core/contract/version-channels.ts';
import { type MergeChoices, mergeByStory } from '../../core/file/merge-issues.ts';
import { replaceIssue } from '../../core/file/replace-issue.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { host, messageOf } from '../host/host.ts';
import { lockStrings } from '../strings/archive.ts';
import { versionStrings as said } from '../strings/versions.ts';
import { commitDrafts } from './commit-drafts.ts';
import { openDesk, setOpen, useDesk } from './desk-store.ts';
import { ask } from './dialog-store.ts';
import { editExactly, endBurst } from './edit-issue.ts';
import { hostQueue } from './host-queue.ts';
import { fetchPrinted } from './printed-pages.ts';
import { NOTHING, select } from './selection-store.ts';
import { useView } from './view-store.ts';

interface VersionsState {
  readonly kept: KeptVersions | null;
  readonly state: PrintedFacts | null;
  readonly failure: string | null;
}

const UNKNOWN: VersionsState = { kept: null, state: null, failure: null };

export const useVersions = create<VersionsState>(() => UNKNOWN);

let asked = 0;

export const refreshVersions = async (): Promise<void> => {
  const own = ++asked;
  try {
    await hostQueue.settled();
    const [kept, state] = await Promise.all([host()['version.list'](), host()['print.state']()]);
    if (own === asked) useVersions.setState({ kept, state, failure: null });
  } catch (error) {
    if (own === asked) useVersions.setState({ failure: messageOf(error) });
  }
};

// Another issue has other versions.
useDesk.subscribe(({ desk }, before) => {
  const engine = desk.phase === 'open' ? desk.open.engine : null;
  const known = before.desk.phase === 'open' ? before.desk.open.engine : null;
  if (engine === known) return;
  asked++;
  useVersions.setState(UNKNOWN);
});

/** Answers why it failed; null where it went well. */
const failing = async (work: () => Promise<void>): Promise<string | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    return messageOf(error);
  }
};

/** Work that saves the file as well, with what the desk then knows of it. */
const keeping = async <Made extends { readonly saved: SavedIssue }>(
  work: (at: StatedIssue & ByWindow) => Promise<Made>,
): Promise<Made> => {
  commitDrafts();
  endBurst();
  const engine = openDesk()?.engine;
  const { issue, made } = await hostQueue.atRest(async ({ issue: stated, ...at }) => ({
    issue: stated,
    made: await work(at),
  }));
  const { file, fileName, lock, note } = made.saved;
  // Another issue may have been opened meanwhile: this one's place is not its.
  if (openDesk()?.engine === engine) setOpen({ saved: issue, file, fileName, lock });
  if (note !== undefined) ask({ kind: 'notice', title: lockStrings.bothKept, text: note });
  return made;
};

/** 存一个版本. Answers why it could not; null where it was made. */
export const makeVersion = (name: string, note: string): Promise<string | null> =>
  failing(async () => {
    const { version } = await keeping((at) => host()['version.make']({ ...at, name, note }));
    useView.getState().say(said.made(version.name));
    await refreshVersions();
  });

/** 删除这个版本. The caller has asked. Answers why it could not; null where it is gone. */
export const removeVersion = (number: number, name: string): Promise<string | null> =>
  failing(async () => {
    await keeping((at) => host()['version.remove']({ ...at, number }));
    useView.getState().say(said.removed(name));
    await refreshVersions();
  });

/** UTF-16 units of what was waived that a print keeps, as the contract counts them. */
const MOST_WAIVED = 8_000;

/**
 * 付印. The caller has shown what the gate found; `waived` is what the editor went on in spite of. Answers why it could
 * not; null where it was printed.
 */
export const printIssue = (waived: readonly string[]): Promise<string | null> =>
  failing(async () => {
    /* At a character's edge. */
    const text = waived
      .join('\n')
      .slice(0, MOST_WAIVED)
      .replace(/[\ud800-\udbff]$/, '');
    const { print } = await keeping((at) => host()['print.make']({ ...at, waived: text }));
    useView.getState().say(said.printed(print.number));
    await drawAsPrinted();
    await refreshVersions();
  });

/** Draws the issue as it was printed where it is that one again. */
const drawAsPrinted = async (): Promise<void> => {
  await hostQueue.settled();
  const issue = openDesk()?.issue;
  const printed = issue && (await fetchPrinted(await host()['print.state'](), issue));
  // An edit may have come meanwhile. Whoever made or restored this has been asked all there is to ask.
  if (printed && openDesk()?.issue === issue) setOpen({ printed: { ...printed, agreed: true } });
};

/** Says `done` where it was done; where it may not be edited that is said already, or asked. */
const replace = (other: Issue, name: string, done: string): boolean => {
  const open = openDesk();
  if (!open) return false;
  endBurst();
  const edited = replaceIssue(open.issue, other, name);
  if (edited.patches.length === 0) {
    useView.getState().say(said.noDifference);
    return false;
  }
  if (!editExactly(() => edited)) return false;
  select(NOTHING);
  useView.getState().say(done);
  return true;
};

export const restoreVersion = (number: number, name: string): Promise<string | null> =>
  failing(async () => {
    commitDrafts();
    const issue = await host()['version.restore']({ number });
    if (replace(issue, said.restoring(name), said.restored(name))) await drawAsPrinted();
  });

/** The edits so far are with the host: it compares its own copy. */
const atHost = async <T>(work: () => Promise<T>): Promise<T> => {
  commitDrafts();
  await hostQueue.settled();
  return work();
};

export const compareVersions = (before: VersionName, after: VersionName): Promise<ComparedIssues> =>
  atHost(() => host()['version.compare']({ before, after }));

export const compareFile = (file: string): Promise<ComparedFile> =>
  atHost(() => host()['version.compareFile']({ file }));

/** Makes the two copies one, by one edit. Nothing is done with another issue. */
export const mergeFile = (
  { areCopies, base, after, fileName }: ComparedFile,
  choices: MergeChoices,
): void => {
  const open = openDesk();
  if (open && areCopies)
    replace(mergeByStory(base, open.issue, after, choices), said.merging(fileName), said.merged(fileName));
};
