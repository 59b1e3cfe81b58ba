/**
 * Files from the computer's own folders into the issue: each is uploaded and read by the host, one after another in
 * order of name, and all of them are added as one edit. A long import shows how far it is and can be called off;
 * then nothing is added. What cannot be read is said with the host's sentence and stays in the list of problems.
 */
import { create } from 'zustand';
import type { ImportedFile } from '../../core/contract/ipc.ts';
import { clearPublicationMasthead, inTurn } from '../../core/issue/edits.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { host, messageOf, upload } from '../host/host.ts';
import { importStrings as said } from '../strings/panels.ts';
import { type Addition, addImported, type ImportTarget } from './add-imported.ts';
import { openDesk } from './desk-store.ts';
import { ask, type HeadAnswer } from './dialog-store.ts';
import { edit, endBurst } from './edit-issue.ts';
import { select } from './selection-store.ts';
import { useView } from './view-store.ts';

export type { ImportTarget } from './add-imported.ts';

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
}

/** The import that runs, once it has taken more than a second. */
export const useImport = create<{ readonly progress: ImportProgress | null }>(() => ({ progress: null }));

const SHOWN_AFTER = 1_000;

const collator = new Intl.Collator('zh-CN', { numeric: true });
export const byName = <F extends { readonly name: string }>(files: readonly F[]): readonly F[] =>
  [...files].sort((a, b) => collator.compare(a.name, b.name));

interface ReadFiles {
  readonly files: readonly ImportedFile[];
  readonly failures: readonly string[];
  readonly cancelled: boolean;
}

const readFiles = async (files: readonly File[]): Promise<ReadFiles> => {
  const imported: ImportedFile[] = [];
  const failures: string[] = [];
  let cancelled = false;
  let done = 0;
  let shown = false;
  const show = () =>
    useImport.setState({
      progress: {
        done,
        total: files.length,
        cancel: () => {
          cancelled = true;
          useImport.setState({ progress: null });
        },
      },
    });
  const timer = setTimeout(() => {
    shown = true;
    show();
  }, SHOWN_AFTER);
  for (const file of files) {
    if (cancelled) break;
    try {
      imported.push(await host()['import.file']({ upload: await upload(file) }));
    } catch (error) {
      failures.push(said.failedFile(file.name, messageOf(error)));
    }
    done++;
    if (shown && !cancelled) show();
  }
  clearTimeout(timer);
  useImport.setState({ progress: null });
  return { files: imported, failures, cancelled };
};

/** What the foot says of an import. */
export const importNotice = (
  addition: Pick<Addition, 'stories' | 'pictures' | 'withoutRoom' | 'notes'>,
  failures: readonly string[],
): string =>
  [
    addition.stories + addition.pictures > 0 || failures.length === 0
      ? said.came(addition.stories, addition.pictures)
      : '',
    addition.withoutRoom > 0 ? said.noRoomInFrame : '',
    addition.notes > 0 ? said.notes(addition.notes) : '',
    failures.length > 0 ? said.failed(failures.length, failures[0]!) : '',
  ].join('');

/** Shows what came in: the frame that it stands in, or the first new story in the tray. */
const showAdded = ({ added }: Addition): void => {
  const first = added[0];
  if (first === undefined) return;
  const frames = openDesk()?.issue.pages.flatMap((page) => page.frames) ?? [];
  const frame = frames.find(({ story }) => story === first);
  if (!frame) useView.getState().showLeft('tray');
  select(frame ? { kind: 'frame', frame: frame.id } : { kind: 'story', story: first });
};

const bare = (text: string): string => text.replace(/[\s《》]/g, '');

/** Copy that names another paper than this issue's: whether the head stays as it is, or empty for now. */
const headFor = async (files: readonly ImportedFile[], issue: Issue): Promise<HeadAnswer> => {
  const { nameplate } = issue.publication.masthead;
  const other = files.find(
    (file) => file.kind === 'stories' && file.paper !== null && bare(file.paper) !== bare(nameplate),
  );
  if (other?.kind !== 'stories' || other.paper === null || nameplate === '') return 'keep';
  const { name, paper } = other;
  return new Promise((answer) => ask({ kind: 'other-paper', file: name, paper, nameplate, answer }));
};

const run = async (files: readonly File[], target: ImportTarget): Promise<void> => {
  const before = openDesk();
  if (!before) return;
  const { say } = useView.getState();
  if (files.length === 0) return say(said.nothing, 'fault');
  const read = await readFiles(byName(files));
  const open = openDesk();
  if (read.cancelled) return say(said.cancelled);
  // The host keeps the pictures with the issue that was open when they came.
  if (!open || open.engine !== before.engine) return say(said.otherIssue, 'fault');
  const head = await headFor(read.files, open.issue);
  if (head === 'cancel') return say(said.cancelled);
  const now = openDesk();
  if (!now || now.engine !== before.engine) return say(said.otherIssue, 'fault');
  const addition = addImported(now.engine, now.issue, read.files, target, read.failures);
  endBurst();
  const steps = [() => addition.edited, ...(head === 'clear' ? [clearPublicationMasthead] : [])];
  edit((issue) => inTurn(issue, addition.edited.name, steps));
  showAdded(addition);
  say(importNotice(addition, read.failures), read.failures.length > 0 ? 'fault' : 'quiet');
};

let running: Promise<void> = Promise.resolve();

/** One import follows another. */
export const importFiles = (files: readonly File[], target: ImportTarget): Promise<void> => {
  running = running.then(() => run(files, target));
  return running;
};
