/** Opening, making, saving and printing issues: what goes between the desk and the host's files. */
import { isFaultOf } from '../../core/contract/fault.ts';
import type { OpenedIssueMessage } from '../../core/contract/ipc.ts';
import type { IssueLayout } from '../../core/display/lay-out-issue.ts';
import type { Engine } from '../../core/engine/engine.ts';
import { EMPTY_HISTORY } from '../../core/issue/history.ts';
import type { Issue, MastheadFacts } from '../../core/issue/issue.ts';
import type { FormatId } from '../../core/publication/publication.ts';
import { host, messageOf } from '../host/host.ts';
import { engineFor, fetchBuiltInTables } from '../layout/engine.ts';
import { firstPagesOf } from '../layout/first-pages.ts';
import { lockStrings } from '../strings/archive.ts';
import { dialogStrings } from '../strings/dialogs.ts';
import { strings } from '../strings/window.ts';
import { loadPageFonts } from '../svg/page-fonts.ts';
import { learnBrokenPictures } from './broken-pictures.ts';
import { commitDrafts } from './commit-drafts.ts';
import { isReadOnly, openDesk, setOpen, useDesk } from './desk-store.ts';
import { ask } from './dialog-store.ts';
import { endBurst } from './edit-issue.ts';
import { hostQueue } from './host-queue.ts';
import { lockSentence } from './lock-words.ts';
import { fetchPrinted } from './printed-pages.ts';
import { useView } from './view-store.ts';
import { whenIdle } from './when-idle.ts';

/** Shows an issue that the host has just opened. */
export const show = async (message: OpenedIssueMessage): Promise<void> => {
  const { issue, fileName, file, saved, problems, revision, editor, lock, work } = message;
  const [engine, printed] = await Promise.all([engineFor(issue), fetchPrinted(message.printed, issue)]);
  const first = firstPagesOf(issue, 1);
  const layout = engine.layOut(first);
  hostQueue.begin(revision, editor, work);
  useView.setState({
    archiveShown: false,
    leftTab: issue.stories.length > 0 && issue.pages.every((p) => p.frames.length === 0) ? 'tray' : 'pages',
  });
  useDesk.setState({
    desk: {
      phase: 'open',
      open: {
        engine,
        issue,
        provisional: null,
        shown: issue,
        layout,
        printed,
        history: EMPTY_HISTORY,
        fileName,
        file,
        saved: saved ? issue : null,
        lock,
        opening: problems,
      },
    },
  });
  if (first !== issue) await layOutTheRest(engine, issue, layout);
  whenIdle(() => void learnBrokenPictures(issue));
};

/**
 * Once the first page is painted, the others page by page whenever the window has a moment: each step finds the pages
 * before it laid out. An edit that comes meanwhile has laid out all of it.
 */
const layOutTheRest = async (engine: Engine, issue: Issue, first: IssueLayout): Promise<void> => {
  const [page] = first.displayList.pages;
  if (page) await loadPageFonts(page).catch(() => undefined);
  let partial = first;
  for (let count = 2; count <= issue.pages.length; count++) {
    await moment();
    if (openDesk()?.layout !== partial) return;
    const shown = firstPagesOf(issue, count);
    partial = engine.layOut(shown);
    setOpen({ layout: partial });
    if (shown === issue) return;
  }
};

/** How long the window may have no moment to spare, ms. */
const MOST_PATIENCE = 200;

/** When the window has painted what it had to and has nothing else to do; a hidden one paints nothing. */
const moment = (): Promise<void> =>
  new Promise((resolve) => {
    const idle = () => requestIdleCallback(() => resolve(), { timeout: MOST_PATIENCE });
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(idle);
  });

/** The issue that the host was started on, or holds still after a reload of the page. */
export const openIssue = async (): Promise<void> => {
  useDesk.setState({ desk: { phase: 'opening' } });
  try {
    const tables = fetchBuiltInTables();
    // Answered where the tables are used.
    tables.catch(() => undefined);
    await show(await host()['issue.open']());
  } catch (error) {
    useDesk.setState({ desk: { phase: 'failed', message: messageOf(error) } });
  }
};

/** Runs work that may fail; the foot says how it went. True where it went well. */
const said = async (work: () => Promise<string>, failure: (why: string) => string): Promise<boolean> => {
  const { say } = useView.getState();
  try {
    say(await work());
    return true;
  } catch (error) {
    say(failure(messageOf(error)), 'fault');
    return false;
  }
};

/** 以此为底新建一期. The caller has asked what to do with unsaved work. */
export const newFrom = (file: string, date: string): Promise<boolean> =>
  said(async () => {
    await show(await host()['issue.newFrom']({ file, date, editor: hostQueue.editor }));
    return '';
  }, strings.newFailed);

export interface NewIssueRequest {
  readonly publication: string;
  readonly format: FormatId;
  readonly masthead: MastheadFacts;
}

/** 新建一期. The caller has asked what to do with unsaved work. */
export const newIssue = (request: NewIssueRequest): Promise<boolean> =>
  said(async () => {
    await show(await host()['issue.new']({ ...request, editor: hostQueue.editor }));
    return '';
  }, strings.newFailed);

/**
 * 打开. `file` as the archive names it; null asks with the system's dialog. Where the file itself is at fault, what can
 * be had instead is offered.
 */
export const openFile = async (file: string | null): Promise<boolean> => {
  const { say } = useView.getState();
  try {
    const message = await host()['issue.openFile']({ file, editor: hostQueue.editor });
    if (message) await show(message);
    say('');
    return true;
  } catch (error) {
    const why = messageOf(error);
    say(strings.openFailed(why), 'fault');
    if (isFaultOf(error, 'file-not-opened')) ask({ kind: 'not-opened', file, why });
    return false;
  }
};

/** What a file that does not open still gives: its backup, or its whole parts. Unsaved; the problems say what it is. */
export type InsteadOfFile = 'issue.openBackup' | 'issue.rescue';

/** Answers why it could not; null where it is open. */
export const openInstead = async (file: string | null, channel: InsteadOfFile): Promise<string | null> => {
  try {
    const message = await host()[channel]({ file, editor: hostQueue.editor });
    await show(message);
    useView.getState().say('');
    const [first, ...lost] = message.problems;
    const text =
      (first?.message ?? '') + (lost.length === 0 ? '' : dialogStrings.notOpened.lost(lost.length));
    ask({ kind: 'notice', title: dialogStrings.notOpened.opened, text });
    return null;
  } catch (error) {
    return messageOf(error);
  }
};

/** 保存, or 另存为 where a name is given. */
export const saveIssue = (as: string | null = null): Promise<boolean> => {
  commitDrafts();
  const open = openDesk();
  if (!open) return Promise.resolve(false);
  // The host may hold what the other saved since: it must not get this page's issue in its place.
  if (as === null && open.lock !== null && isReadOnly(open)) {
    useView.getState().say(lockSentence(open.lock), 'fault');
    return Promise.resolve(false);
  }
  endBurst();
  useView.getState().say(strings.saving);
  return said(async () => {
    const { engine } = open;
    const { issue, file, fileName, lock, note } = await hostQueue.atRest(
      async ({ issue: stated, ...at }) => ({
        issue: stated,
        ...(await host()['issue.save']({ ...at, as })),
      }),
    );
    // Another issue may have been opened meanwhile: this one's place is not its.
    if (openDesk()?.engine === engine) setOpen({ saved: issue, file, fileName, lock });
    if (note !== undefined) ask({ kind: 'notice', title: lockStrings.bothKept, text: note });
    return note ?? strings.saved(fileName);
  }, strings.saveFailed);
};

/** 导出 PDF; `pages` from 1, empty for all. */
export const exportPdf = (pages: readonly number[] = []): Promise<boolean> => {
  commitDrafts();
  const open = openDesk();
  if (!open) return Promise.resolve(false);
  endBurst();
  useView.getState().say(strings.exporting);
  return said(async () => {
    const made = await hostQueue.atRest(({ issue: _, ...at }) => host()['export.pdf']({ ...at, pages }));
    if (made.address !== null) {
      const link = document.createElement('a');
      link.href = made.address;
      link.download = made.fileName;
      link.click();
    }
    const cancelled = made.path === null && made.address === null;
    return cancelled ? '' : strings.exported(made.path ?? made.fileName);
  }, strings.exportFailed);
};
