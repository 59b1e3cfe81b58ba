/**
 * A file that does not open: its backup, or what of it is whole. Either comes to the desk unsaved and without a place
 * of its own: the file that does not open stays as it is, whatever is done with what was got out of it.
 */
import { basename } from 'node:path';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { InputError } from '../base/input-error.ts';
import type { SessionDesk } from './session-desk.ts';
import type { FilePlace, SessionFiles } from './session-files.ts';

const told = (message: string): Problem => ({ kind: 'recognition', severity: 'warning', message });

export class SessionRescue {
  constructor(
    private readonly desk: SessionDesk,
    private readonly files: SessionFiles,
  ) {}

  async openBackup(place: FilePlace): Promise<void> {
    const path = await this.files.placeOf(place);
    const [{ backupOf }, { readIssueFile }] = await Promise.all([
      import('../files/beside.ts'),
      import('../files/issue-store.ts'),
    ]);
    const { disk } = await this.desk.settings();
    const backup = backupOf(path);
    if ((await disk.facts(backup).catch(() => null)) === null)
      throw new InputError(`“${basename(path)}”旁边没有备份，请改用“取出完好的部分”。`);
    const file = await readIssueFile(backup, disk).catch((error: unknown) => {
      if (!(error instanceof IssueFileError)) throw error;
      throw new InputError(`备份也打不开：${error.message}`);
    });
    await this.turnTo(path, file, '备份', [
      told(`这是“${basename(path)}”最近一次保存以前的备份，那次保存的修改不在里面，请核对后另存为。`),
    ]);
  }

  async rescue(place: FilePlace): Promise<void> {
    const path = await this.files.placeOf(place);
    const [{ readIssueBytes }, { rescueIssueFile }] = await Promise.all([
      import('../files/issue-store.ts'),
      import('../files/rescue-issue.ts'),
    ]);
    const bytes = await readIssueBytes(path, (await this.desk.settings()).disk);
    const { file, lost } = rescueIssueFile(bytes, basename(path));
    await this.turnTo(path, file, '取出的内容', [
      told(`这是从“${basename(path)}”里取出的完好部分，请核对后另存为。`),
      ...lost.map(({ message }) => told(message)),
    ]);
  }

  private async turnTo(
    path: string,
    file: IssueFile,
    what: string,
    problems: readonly Problem[],
  ): Promise<void> {
    const fileName = `${basename(path).replace(/\.zuban$/i, '')}（${what}）.zuban`;
    const nowhere = { path: null, stamp: null, hold: { kind: 'none' } } as const;
    const desk = await this.desk.turnTo({ ...file, file, problems }, nowhere, fileName);
    // No file holds it.
    desk.kept = null;
  }
}
