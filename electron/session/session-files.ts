/** Opening and making issues, and saving them: what of a session goes between its desk and the files of the archive. */

import { basename, dirname } from 'node:path';
import type { NewFromRequest } from '../../core/contract/archive-channels.ts';
import type { NewIssueRequest, SavedIssue } from '../../core/contract/ipc.ts';
import { phraseOf } from '../../core/fault.ts';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { EMPTY_IMPRINT, EMPTY_STAFF, type Issue } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { pageNameOf } from '../../core/publication/part-names.ts';
import { PUBLICATIONS } from '../../core/publication/profiles/profiles.ts';
import type { Publication } from '../../core/publication/publication.ts';
import type { ArchiveDesk } from '../archive/archive-desk.ts';
import { InputError } from '../base/input-error.ts';
import { stateHash } from '../base/state-hash.ts';
import type { HouseProfile } from '../files/archive-folder.ts';
import { codeOf } from '../files/disk.ts';
import { diskFault } from '../files/disk-fault.ts';
import type { Hold, Kept } from '../files/issue-keeper.ts';
import { checkComplete, type Desk, fileOf } from './desk.ts';
import type { SessionDesk } from './session-desk.ts';

const NOWHERE: Kept = { path: null, stamp: null, hold: { kind: 'none' } };

/** A file by its name in the archive, or by its whole path. */
export type FilePlace = { readonly archived: string } | { readonly path: string };

export class SessionFiles {
  /** Journals that were given up, by their stems (journal.ts). */
  private readonly dropped: string[] = [];

  constructor(
    private readonly desk: SessionDesk,
    private readonly past: ArchiveDesk,
  ) {}

  async newIssue({ publication: id, format, masthead }: NewIssueRequest): Promise<void> {
    const { profile, problems } = await this.profile(id);
    const given: Issue = {
      publication: profile.publication,
      format,
      masthead,
      imprint: EMPTY_IMPRINT,
      stories: [],
      pages: [{ name: pageNameOf(0), staff: EMPTY_STAFF, frames: [] }],
      pictures: profile.pictures,
      importNotes: [],
    };
    const { readIssue } = await import('../../core/file/issue-schema.ts');
    const read = readIssue(given);
    if ('fault' in read) throw new InputError(`新的一期没有建成：${read.fault}，请改正后再试。`);
    const { issueFileName } = await import('../../core/file/archive-name.ts');
    const fileName = basename(issueFileName(masthead));
    await this.desk.turnTo({ issue: read.issue, pictures: profile.bytes, problems }, NOWHERE, fileName);
  }

  /** A new issue after a past one of the archive. */
  async newFrom(request: NewFromRequest): Promise<void> {
    const begun = await this.past.newFrom(request);
    await checkComplete(begun.issue);
    const { issueFileName } = await import('../../core/file/archive-name.ts');
    await this.desk.turnTo(begun, NOWHERE, basename(issueFileName(begun.issue.masthead)));
  }

  /** The house's own profile, else the built-in one; one that cannot be read is told and left alone. */
  private async profile(
    id: string,
  ): Promise<{ readonly profile: HouseProfile; readonly problems: readonly Problem[] }> {
    const builtIn = PUBLICATIONS.find((publication) => publication.id === id);
    const fallback = builtIn && { publication: builtIn, pictures: [], bytes: new Map() };
    try {
      const own = (await (await this.desk.archiveIfAny())?.profile(id)) ?? null;
      const profile = own ?? fallback;
      if (!profile) throw new InputError(`没有刊物“${id.slice(0, 40)}”，请换一种刊物。`);
      return { profile, problems: [] };
    } catch (error) {
      if (!fallback || !(error instanceof InputError)) throw error;
      const message = `${phraseOf(error.message)}；这一期用了程序自带的刊物样式。`;
      return { profile: fallback, problems: [{ kind: 'recognition', severity: 'warning', message }] };
    }
  }

  /** A file of the archive by its name there, or one by its whole path. */
  async open(file: FilePlace): Promise<void> {
    await this.openPath(await this.placeOf(file));
  }

  async placeOf(file: FilePlace): Promise<string> {
    return 'path' in file ? file.path : (await this.desk.archive()).place(file.archived);
  }

  async openPath(path: string): Promise<void> {
    const { readStampedIssueFile } = await import('../files/issue-store.ts');
    const { disk } = await this.desk.settings();
    // First the lock, then the file: what another saved in between would be lost on us.
    const hold = await this.holdFor(path);
    try {
      const { file, stamp } = await readStampedIssueFile(path, disk);
      const desk = await this.desk.ifOpen();
      const mine = desk?.path === path && desk.keeper.edits > 0;
      // What this very desk has in its journal is given up: the page has asked.
      const problems = hold.kind === 'held' || mine ? [] : await this.desk.workLeftOf(path);
      await this.desk.turnTo({ ...file, file, problems }, { path, stamp, hold }, basename(path));
    } catch (error) {
      await this.giveBack(hold, path);
      throw error;
    }
  }

  /** A file of the archive, to be compared with: nothing is held and nothing changes. */
  async read(archived: string): Promise<IssueFile> {
    const path = (await this.desk.archive()).place(archived);
    const { readStampedIssueFile } = await import('../files/issue-store.ts');
    return (await readStampedIssueFile(path, (await this.desk.settings()).disk)).file;
  }

  /** The lock of a file: that of the desk where it is the desk's own. */
  async holdFor(path: string): Promise<Hold> {
    const { holdFile } = await import('../files/issue-keeper.ts');
    const desk = await this.desk.ifOpen();
    if (desk?.path === path && desk.keeper.lockFacts?.mine) return desk.keeper.handOver();
    return holdFile(path, await this.desk.settings());
  }

  private async giveBack(hold: Hold, path: string): Promise<void> {
    const desk = await this.desk.ifOpen();
    if (desk?.path === path) desk.keeper.takeBack(hold);
    else if (hold.kind === 'taken') await hold.lock.release();
  }

  /**
   * In its turn (SessionDesk.inTurn). `file` is the desk's, or that with a version or a print more, which the desk has
   * from when they are on the disk.
   */
  async write(desk: Desk, as: string | null, file: IssueFile = fileOf(desk)): Promise<SavedIssue> {
    if (as === null) desk.keeper.checkMayEdit();
    // Together: an edit that comes from here on is not in this save.
    const { issue, prints, versions, others, minor } = file;
    const { revision } = desk;
    const { edits } = desk.keeper;
    await checkComplete(issue);
    const path = await this.placeFor(desk, as);
    const { packIssueFile } = await import('../files/issue-container.ts');
    const bytes = packIssueFile(file);
    const order = { path, bytes, revision, edits, hash: stateHash(issue), named: as !== null };
    const written = await desk.keeper.save(order, (at) => {
      desk.path = at;
      desk.fileName = basename(at);
      desk.kept = issue;
      desk.besidesFrom = null;
      desk.besides = { prints, versions, others, minor };
    });
    await this.removeDropped();
    const { note } = written;
    return {
      file: await this.desk.nameOf(written.path),
      fileName: desk.fileName,
      lock: desk.keeper.lockFacts,
      ...(note === null ? {} : { note }),
    };
  }

  /** A journal that was given up: deleted when other work is safe. */
  giveUp(stem: string): void {
    this.dropped.push(stem);
  }

  /** A clean end: nothing that was given up is needed any more. */
  async tidy(): Promise<void> {
    await this.removeDropped();
    const { disk, editor, unsaved, away } = await this.desk.settings();
    if (unsaved === null) return;
    const { removeOrphans } = await import('../files/recovery.ts');
    for (const folder of [unsaved, away]) if (folder !== null) await removeOrphans(folder, editor, disk);
  }

  private async removeDropped(): Promise<void> {
    if (this.dropped.length === 0) return;
    const { removeJournal } = await import('../files/journal-place.ts');
    const { disk, unsaved } = await this.desk.settings();
    const { forgetBegun } = await import('../files/begun-journals.ts');
    for (const stem of this.dropped.splice(0)) {
      await removeJournal(stem, disk, 'dropped').catch(() => undefined);
      if (unsaved !== null) await forgetBegun(unsaved, stem, disk).catch(() => undefined);
    }
  }

  /** Where the issue goes: nowhere that another file is. The folders on the way are made. */
  private async placeFor(desk: Desk, as: string | null): Promise<string> {
    if (as === null && desk.path !== null) return desk.path;
    const archive = await this.desk.archive();
    const { issueFileName } = await import('../../core/file/archive-name.ts');
    const path = archive.place(as ?? issueFileName(desk.issue.masthead));
    const { disk } = await this.desk.settings();
    try {
      // The place that the editor names is made anew even where the open file's folder is gone.
      await disk.makeFolder(dirname(path));
    } catch (error) {
      if (['EEXIST', 'ENOTDIR'].includes(codeOf(error)))
        throw new InputError(
          `“${archive.nameOf(dirname(path))}”不是文件夹：路上已有同名的文件，请换一个位置或名字。`,
        );
      throw diskFault('存不下', dirname(path), error);
    }
    if (path === desk.path) return path;
    if (await disk.facts(path).catch(() => null))
      throw new InputError(`归档文件夹里已有“${archive.nameOf(path)}”，没有覆盖它，请另存为别的名字。`);
    return path;
  }

  /** The profile becomes the house's own, with the pictures that its head shows. */
  async savePublication(publication: Publication): Promise<void> {
    const desk = await this.desk.get();
    const archive = await this.desk.archive();
    const pictures = desk.issue.pictures.filter(
      ({ id, lost }) => id === publication.masthead?.nameplatePicture && !lost,
    );
    const bytes = new Map(
      pictures.flatMap(({ id }) => {
        const content = desk.pictures.get(id);
        return content ? [[id, content] as const] : [];
      }),
    );
    await archive.saveProfile({ publication, pictures, bytes });
  }
}
