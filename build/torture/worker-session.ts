/** A session as the hosts have it, on the work of work.ts: edits and saves as a page would ask for them. */
import { ArchiveFolder } from '../../electron/files/archive-folder.ts';
import type { SafetyServices } from '../../electron/session/session.ts';
import { Session, stateHash } from '../../electron/session/session.ts';
import { editsIn, pictureOf, pressCopyOf, startIssue, workEdit } from './work.ts';

export const FILE = '2026/2026-11-20 第43期 总第958期.zuban';

export const openWork = (archive: string, safety: SafetyServices, tag = ''): Session =>
  new Session('稿件.md', {
    open: async () => ({ issue: startIssue(tag), pictures: new Map(), problems: [] }),
    makePdf: async () => new Uint8Array(0),
    makePressCopy: async ({ issue }) => pressCopyOf(issue),
    archive: async () => new ArchiveFolder(archive),
    safety,
  });

/** The next edit, by its number. Throws where the host does not take it. */
export const doNextEdit = async (session: Session): Promise<number> => {
  const { issue, revision } = await session.message();
  const n = editsIn(issue) + 1;
  const picture = pictureOf(n);
  let info = null;
  if (picture) {
    const imported = await session.importFile(session.uploads.put(picture));
    if (imported.kind !== 'picture') throw new Error(imported.kind);
    info = imported.picture;
  }
  const { patches, name } = workEdit(issue, n, info);
  const answer = await session.edit({ revision: revision + 1, patches, name });
  if (!answer.taken) throw new Error(`edit ${n} was not taken`);
  return n;
};

/** Keeps the issue as it is under a name, or prints it. Answers how many of the kind the file then holds. */
export const keepMilestone = async (session: Session, kind: 'version' | 'print'): Promise<number> => {
  const { issue, revision, editor } = await session.message();
  const stated = { revision, hash: stateHash(issue), editor };
  if (kind === 'print') return (await session.prints.make(stated, editor)).print.number;
  await session.versions.make({ ...stated, name: '初版', note: '' });
  return (await session.versions.list()).versions.length;
};

/** Opens the file where there is one, and takes what was left unsaved. Answers how many edits it then has. */
export const resumeWork = async (session: Session, hasFile: boolean): Promise<number> => {
  if (hasFile) await session.openFile({ archived: FILE });
  const [latest] = await session.recoveries();
  const { issue } = latest ? await session.recover(latest.id) : await session.message();
  return editsIn(issue);
};
