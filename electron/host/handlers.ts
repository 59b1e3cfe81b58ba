/**
 * The contract's channels on the computer's side. Plain Node: the desktop host and the browser host share
 * them; only where a made file goes (`deliver`) and how a file is chosen (`choose`) differ.
 */
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { Contract, ExportedFile } from '../../core/contract/ipc.ts';
import { InputError } from '../base/input-error.ts';
import type { Session } from '../session/session.ts';

/** Takes a made file to the user: a save dialog on the desktop, an address to download from in a browser. */
export type Deliver = (fileName: string, bytes: Uint8Array) => Promise<ExportedFile>;

export const deliverByAddress: Deliver = async (fileName, bytes) => ({
  fileName,
  path: null,
  address: ADDRESSES.exported(fileName),
  bytes: bytes.length,
});

/** Asks the user for an issue file; null where the dialog was cancelled. */
export type ChooseIssueFile = () => Promise<string | null>;

/** A browser tells no page where a file stands. */
export const chooseFromArchiveOnly: ChooseIssueFile = async () => {
  throw new InputError('在浏览器里不能用对话框打开期文件，请从“归档”里选，或把文件放进归档文件夹。');
};

export const createHandlers = (
  session: Session,
  deliver: Deliver,
  choose: ChooseIssueFile = chooseFromArchiveOnly,
): Contract => {
  /** By the dialog, the last time: a page cannot name it, but may ask for its backup. */
  let chosen: string | null = null;
  const placeOf = (file: string | null) => {
    if (file !== null) return { archived: file };
    if (chosen === null) throw new InputError('没有选过文件，请先用“打开”选一个期文件。');
    return { path: chosen };
  };
  return {
    'issue.open': () => session.message(),
    'issue.new': ({ editor, ...request }) => session.newIssue(request, editor),
    'issue.openFile': async ({ file, editor }) => {
      if (file !== null) return session.openFile({ archived: file }, editor);
      const path = await choose();
      chosen = path ?? chosen;
      return path === null ? null : session.openFile({ path }, editor);
    },
    'issue.openBackup': async ({ file, editor }) => session.openBackup(placeOf(file), editor),
    'issue.rescue': async ({ file, editor }) => session.rescue(placeOf(file), editor),
    'issue.edit': (request) => session.edit(request),
    'issue.restate': (request) => session.restate(request),
    'journal.flush': () => session.flushed(),
    'issue.save': (request) => session.save(request),
    'recovery.list': () => session.recoveries(),
    'recovery.take': ({ id, editor }) => session.recover(id, editor),
    'recovery.give': async (request) => {
      await session.give(request);
      return {};
    },
    'recovery.drop': async ({ id }) => {
      await session.dropRecovery(id);
      return {};
    },
    'lock.take': () => session.takeLock(),
    'import.file': ({ upload }) => session.importFile(upload),
    'pictures.broken': () => session.brokenPictures(),
    'archive.facts': () => session.archiveFacts(),
    'archive.status': () => session.past.statusNow(),
    'archive.index': () => session.past.refresh(),
    'archive.cancel': () => session.past.cancel(),
    'archive.list': () => session.past.list(),
    'archive.search': (request) => session.past.search(request),
    'archive.peek': ({ file }) => session.past.peek(file),
    'archive.export': (request) => session.past.export(request),
    'issue.newFrom': ({ editor, ...request }) => session.newFrom(request, editor),
    'version.list': () => session.versions.list(),
    'version.make': (request) => session.versions.make(request),
    'version.remove': (request) => session.versions.remove(request),
    'version.restore': ({ number }) => session.versions.issueOf(number),
    'version.compare': ({ before, after }) => session.versions.compare(before, after),
    'version.compareFile': ({ file }) => session.versions.compareFile(file),
    'print.make': ({ editor, waived, ...stated }) => session.prints.make(stated, editor, waived),
    'print.state': () => session.prints.state(),
    'publication.save': async ({ publication }) => {
      await session.savePublication(publication);
      return {};
    },
    'export.pdf': async ({ pages, ...stated }) => {
      const { fileName, bytes } = await session.exportPdf(stated, pages);
      return deliver(fileName, bytes);
    },
  };
};
