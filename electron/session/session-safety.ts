/** Work that was left unsaved and is offered back, and the file that another has to edit: the safety of a session. */
import type { Recovery } from '../../core/contract/ipc.ts';
import type { Hold } from '../files/issue-keeper.ts';
import type { FoundWork } from '../files/recovery.ts';
import { InputError } from '../input-error.ts';
import { isEdited } from './desk.ts';
import type { SessionDesk } from './session-desk.ts';
import type { SessionFiles } from './session-files.ts';

export class SessionSafety {
  constructor(
    private readonly desk: SessionDesk,
    private readonly files: SessionFiles,
  ) {}

  /** The latest first. */
  async recoveries(): Promise<readonly Recovery[]> {
    const { recoverySummary, lastEditWords, charactersChanged } = await import('../files/recovery-words.ts');
    const archive = await this.desk.archiveIfAny();
    return (await this.foundWork()).map((work) => {
      const { id, path, fileName, issue, inFile, goesOn, modified, edits } = work;
      const lastEdit = lastEditWords(work.last);
      const characters = charactersChanged(inFile?.file.issue ?? null, issue);
      const changed = `“${fileName}”在这些修改之后又被改动过，恢复的内容保存时会另存一份，不会覆盖它。`;
      const gone = `“${fileName}”已不在原处或打不开，恢复后请另存为。`;
      const warning = path === null || goesOn ? null : inFile === null ? gone : changed;
      const file = path === null ? null : (archive?.nameOf(path) ?? path);
      const summary = recoverySummary(edits, lastEdit, characters);
      return { id, file, fileName, edits, lastEdit, lastAt: modified, characters, summary, warning };
    });
  }

  private async foundWork(): Promise<readonly FoundWork[]> {
    const { findWork } = await import('../files/recovery.ts');
    const { disk, editor, unsaved } = await this.desk.settings();
    const desk = await this.desk.ifOpen();
    const archive = await this.desk.archiveIfAny();
    const own = desk?.keeper.own;
    return findWork({
      disk,
      editor,
      unsaved,
      folders: archive ? [archive.path] : [],
      files: desk?.path ? [desk.path] : [],
      notThese: new Set(own?.journals),
      ownLocks: new Set(own?.lock ? [own.lock] : []),
    });
  }

  private async workOf(id: string): Promise<FoundWork> {
    const work = (await this.foundWork()).find((each) => each.id === id);
    if (!work) throw new InputError('这份未保存的内容已不在，可能已在别处恢复，请重新查看列表。');
    return work;
  }

  /** The issue as the journal has it, unsaved; its journal goes on. */
  async recover(id: string): Promise<void> {
    const work = await this.workOf(id);
    const { recoverPictures } = await import('../files/recovery.ts');
    const { disk } = await this.desk.settings();
    const { issue, pictures, missing } = await recoverPictures(work, disk);
    const { inFile, goesOn } = work;
    const path = inFile === null ? null : work.path;
    const hold: Hold = path === null ? { kind: 'none' } : await this.files.holdFor(path);
    if (path !== null && hold.kind === 'held') {
      throw new InputError(`“${work.fileName}”正由别人编辑，没有恢复，请等对方关闭后再试。`);
    }
    const problems = missing.map((name) => ({
      kind: 'missing-picture' as const,
      severity: 'warning' as const,
      message: `图片“${name.slice(0, 60)}”的内容没有找回，请把图片重新拖入一次。`,
    }));
    const stamp = goesOn ? (inFile?.stamp ?? null) : null;
    const kept = { path, stamp, hold, recoveredFrom: work.journal };
    const file = inFile ? { file: inFile.file } : {};
    const desk = await this.desk.turnTo({ issue, pictures, problems, ...file }, kept, work.fileName);
    desk.kept = inFile?.file.issue ?? null;
    desk.keeper.carry(Math.max(1, work.edits), work.last, work.stretch);
    await desk.keeper.flush();
  }

  async dropRecovery(id: string): Promise<void> {
    const work = await this.workOf(id);
    const { dropWork } = await import('../files/recovery.ts');
    await dropWork(work, (await this.desk.settings()).disk);
    this.files.giveUp(work.stem);
  }

  /** Asks for the file to edit; it is read again where the other has saved it. */
  async takeLock(): Promise<void> {
    const desk = await this.desk.get();
    const { path, keeper } = desk;
    if (path === null || !(await keeper.askForLock()) || isEdited(desk)) return;
    if (!(await keeper.isAsRead())) await this.files.openPath(path);
  }
}
