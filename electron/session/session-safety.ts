/** Work that was left unsaved and is offered back, and the file that another has to edit: the safety of a session. */
import type { PageWork, Recovery } from '../../core/contract/ipc.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { InputError } from '../base/input-error.ts';
import { stateHash } from '../base/state-hash.ts';
import type { Hold } from '../files/issue-keeper.ts';
import type { Findings, FoundWork, UnreadableWork } from '../files/recovery.ts';
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
    const { work: found, unreadable } = await this.findings();
    const nameOf = (path: string | null) => (path === null ? null : (archive?.nameOf(path) ?? path));
    const offered = found.map((work) => {
      const { id, path, fileName, issue, inFile, goesOn, modified, edits } = work;
      const lastEdit = lastEditWords(work.last);
      // Of a file that is gone nobody knows what was changed: the whole text would be too much said.
      const isUnknown = path !== null && inFile === null;
      const characters = isUnknown ? 0 : charactersChanged(inFile?.file.issue ?? null, issue);
      const changed = `“${fileName}”在这些修改之后又被改动过，恢复的内容保存时会另存一份，不会覆盖它。`;
      const gone = `“${fileName}”已不在原处或打不开：正文在恢复日志里，版本和付印要看它的备份和完好的部分还在不在，取不回的恢复后会说明；恢复后请另存为。`;
      const ofFile = path === null || goesOn ? [] : [inFile === null ? gone : changed];
      const warnings = [...ofFile, ...faultsOf(work)];
      const warning = warnings.length === 0 ? null : warnings.join('');
      const summary = recoverySummary(edits, lastEdit, characters);
      const file = nameOf(path);
      return { id, file, fileName, edits, lastEdit, lastAt: modified, characters, summary, warning };
    });
    const refused = unreadable.map((work) => ({
      id: work.id,
      file: nameOf(work.path),
      fileName: work.fileName,
      edits: 0,
      lastEdit: null,
      lastAt: work.modified,
      characters: 0,
      summary: '恢复日志读不出来',
      warning: unreadableWords(work),
    }));
    return [...offered, ...refused];
  }

  private async findings(): Promise<Findings> {
    const { findWork } = await import('../files/recovery.ts');
    const { disk, editor, unsaved, away } = await this.desk.settings();
    const desk = await this.desk.ifOpen();
    const archive = await this.desk.archiveIfAny();
    const own = desk?.keeper.own;
    return findWork({
      disk,
      editor,
      unsaved,
      away,
      folders: archive ? [archive.path] : [],
      files: desk?.path ? [desk.path] : [],
      notThese: new Set(own?.journals),
      ownLocks: new Set(own?.lock ? [own.lock] : []),
    });
  }

  private async workOf(id: string): Promise<FoundWork | UnreadableWork> {
    const { work: found, unreadable } = await this.findings();
    const work = [...found, ...unreadable].find((each) => each.id === id);
    if (!work) throw new InputError('这份未保存的内容已不在，可能已在别处恢复，请重新查看列表。');
    return work;
  }

  /** The issue as the journal has it, unsaved; its journal goes on. */
  async recover(id: string): Promise<void> {
    const work = await this.workOf(id);
    if ('fault' in work) throw new InputError(unreadableWords(work));
    const { recoverBesides, recoverPictures } = await import('../files/recover-parts.ts');
    const { disk } = await this.desk.settings();
    const { besidesFrom } = work;
    const besides = besidesFrom === null ? null : await recoverBesides(work.issue, besidesFrom, disk);
    const { issue, pictures, missing } = await recoverPictures(work, disk, besides?.file.pictures);
    const { inFile, goesOn } = work;
    const path = inFile === null ? null : work.path;
    const hold: Hold = path === null ? { kind: 'none' } : await this.files.holdFor(path);
    if (path !== null && hold.kind === 'held') {
      throw new InputError(`“${work.fileName}”正由别人编辑，没有恢复，请等对方关闭后再试。`);
    }
    const problems: readonly Problem[] = [
      ...[...(besides?.messages ?? []), ...faultsOf(work)].map((message) => ({
        kind: 'recognition' as const,
        severity: 'warning' as const,
        message,
      })),
      ...missing.map((name) => ({
        kind: 'missing-picture' as const,
        severity: 'warning' as const,
        message: `图片“${name.slice(0, 60)}”的内容没有找回，请把图片重新拖入一次。`,
      })),
    ];
    const stamp = goesOn ? (inFile?.stamp ?? null) : null;
    const kept = { path, stamp, hold, recoveredFrom: work.journal };
    const whole = inFile?.file ?? besides?.file;
    const file = whole ? { file: whole } : {};
    const desk = await this.desk.turnTo({ issue, pictures, problems, ...file }, kept, work.fileName);
    desk.kept = inFile?.file.issue ?? null;
    desk.besidesFrom = besidesFrom;
    desk.keeper.carry(Math.max(1, work.edits), work.last, work.stretch);
    await desk.keeper.flush();
  }

  /** What a page kept while its host was gone, checked by shape as a journal is: offered where it is news. */
  async give(given: PageWork): Promise<void> {
    const { unsaved, disk } = await this.desk.settings();
    if (unsaved === null) throw new InputError('本机没有放未保存工作的文件夹，没有收下这一页的修改。');
    const { issueSchema, faultPhrase } = await import('../../core/file/issue-schema.ts');
    const read = issueSchema.safeParse(given.issue);
    if (!read.success) throw new InputError(`这一页留下的修改有误：${faultPhrase(read.error)}，没有收下。`);
    const issue = read.data;
    const desk = await this.desk.ifOpen();
    const hash = stateHash(issue);
    if (desk && stateHash(desk.issue) === hash) return;
    const { work: found } = await this.findings();
    const path = await this.pathOfGiven(given.file, found);
    const { readStampedIssueFile } = await import('../files/issue-store.ts');
    const inFile = path === null ? null : await readStampedIssueFile(path, disk).catch(() => null);
    if (inFile && stateHash(inFile.file.issue) === hash) return;
    const { keepGiven } = await import('../files/given-work.ts');
    await keepGiven({ ...given, issue }, { disk, unsaved, path, found });
  }

  /** A page names files of the archive; another only where the host has it open or work on it anyway. */
  private async pathOfGiven(file: string | null, found: readonly FoundWork[]): Promise<string | null> {
    if (file === null) return null;
    const known = [(await this.desk.ifOpen())?.path, ...found.map(({ path }) => path)];
    if (known.includes(file)) return file;
    try {
      return (await this.desk.archiveIfAny())?.place(file) ?? null;
    } catch (error) {
      if (error instanceof InputError) return null;
      throw error;
    }
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

/** What is wrong with the work itself, a sentence each. */
const faultsOf = ({ broken, cut }: FoundWork): readonly string[] => [
  ...(broken === null ? [] : [`其中${broken}，恢复后请先改正，再保存。`]),
  ...(cut === null ? [] : [`恢复日志后面的一部分用不上（${cut}），只能恢复到那之前。`]),
];

const unreadableWords = ({ journal, fault }: UnreadableWork): string =>
  `恢复日志“${journal}”读不出来：${fault}，没有恢复，它留在原处没有删除，请保留它并找人查看。`;
