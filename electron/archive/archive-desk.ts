/**
 * Past issues as a host serves them: what the archive's channels do. The index and the drawing of front pages run in
 * two workers (archive-worker.ts), which start with the first question.
 */

import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type {
  ArchiveExportRequest,
  ArchiveExportResult,
  ArchiveStatus,
  ArchiveYear,
  IndexedIssue,
  NewFromRequest,
  PeekedIssue,
  SearchRequest,
  SearchResult,
} from '../../core/contract/archive-channels.ts';
import { failureOf } from '../../core/contract/fault.ts';
import { displayToJson } from '../../core/display/display-json.ts';
import type { IssueFile } from '../../core/file/issue-file.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { InputError } from '../base/input-error.ts';
import { ArchiveFolder } from '../files/archive-folder.ts';
import { pagesToShow } from '../files/pages-to-show.ts';
import { byYear, type IndexStatus } from './archive-index.ts';
import type { PackageOutcome } from './export-package.ts';
import { checkExportTarget } from './export-target.ts';
import { newFrom } from './new-from.ts';
import { WorkerClient } from './worker-client.ts';

/** An issue to begin with, with its pictures. */
export interface BegunIssue {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  readonly problems: readonly Problem[];
}

/** Peeked issues whose pictures are kept: the one on the page, and the one before it. */
const KEPT_PEEKS = 2;

/** A look through 2,000 files that have not changed takes a sixth of a second, in the worker. */
const OLDEST = 15_000;

/** What the reader of an old issue sees is what was printed, as far as the pages were kept with the print. */
const printedPages = (file: IssueFile): PeekedIssue['printed'] => {
  const print = pagesToShow(file);
  return print?.displayList ? { number: print.number, pages: displayToJson(print.displayList) } : null;
};

export class ArchiveDesk {
  private started: Promise<{ archive: string; index: WorkerClient; pages: WorkerClient }> | null = null;
  private status: IndexStatus = { state: 'idle', done: 0, total: 0, failure: null, generation: 0 };
  private exporting: { readonly done: number; readonly total: number } | null = null;
  private exportStopped = false;
  /** When the index was last brought in line with the folder; null before the first list. */
  private refreshedAt: number | null = null;
  private peeked: readonly ReadonlyMap<PictureId, Uint8Array>[] = [];

  /** `folder` rejects with a sentence where no archive is named. `worker`: its file, where it is not the usual one. */
  constructor(
    private readonly folder: () => Promise<string>,
    private readonly worker?: string,
    /** How old what is looked at may be, ms: files come and go without this program. */
    private readonly oldest = OLDEST,
  ) {}

  private workers() {
    this.started ??= this.folder().then((archive) => {
      const told = (status: IndexStatus): void => {
        this.status = status;
      };
      return {
        archive,
        index: new WorkerClient(archive, told, this.worker),
        pages: new WorkerClient(archive, undefined, this.worker),
      };
    });
    return this.started;
  }

  /** Asked again and again by whoever looks at the archive: meanwhile the index follows its folder. */
  async statusNow(): Promise<ArchiveStatus> {
    const isAtRest = this.status.state === 'idle' || this.status.state === 'failed';
    if (this.refreshedAt !== null && isAtRest && performance.now() - this.refreshedAt >= this.oldest)
      await this.refresh();
    return this.statusAsTold();
  }

  private statusAsTold(): ArchiveStatus {
    return { ...this.status, exporting: this.exporting };
  }

  async refresh(): Promise<ArchiveStatus> {
    const { archive, index } = await this.workers();
    this.refreshedAt = performance.now();
    // The worker's own word comes a moment later.
    if (existsSync(archive) && this.status.state !== 'indexing') {
      this.status = { ...this.status, state: 'indexing', done: 0, total: 0, failure: null };
      index.ask({ kind: 'refresh' }).catch((error: unknown) => {
        this.status = { ...this.status, state: 'failed', failure: failureOf(error).message };
      });
    }
    return this.statusAsTold();
  }

  async cancel(): Promise<ArchiveStatus> {
    this.exportStopped = true;
    const { index } = await this.workers();
    await index.ask({ kind: 'cancel' });
    return this.statusAsTold();
  }

  /** The first list comes from the index as it is, while that is brought up to date. */
  async list(): Promise<readonly ArchiveYear[]> {
    return byYear(await this.issues());
  }

  private async issues(): Promise<readonly IndexedIssue[]> {
    const { archive, index } = await this.workers();
    // Nothing was saved yet: to look makes no folder.
    if (!existsSync(archive)) return [];
    const issues = await index.ask<readonly IndexedIssue[]>({ kind: 'list' });
    if (this.refreshedAt === null) await this.refresh();
    return issues;
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const { archive, index } = await this.workers();
    if (!existsSync(archive)) return { total: 0, more: false, hits: [] };
    return index.ask<SearchResult>({ kind: 'search', request });
  }

  async peek(file: string): Promise<PeekedIssue> {
    const path = await this.place(file);
    const own = await this.read(path);
    const { issue, pictures } = own;
    this.peeked = [pictures, ...this.peeked].slice(0, KEPT_PEEKS);
    return { file, fileName: basename(path), issue, printed: printedPages(own), problems: [] };
  }

  /** A picture of an issue that was peeked at lately. */
  picture(id: PictureId): Uint8Array | null {
    for (const pictures of this.peeked) {
      const bytes = pictures.get(id);
      if (bytes) return bytes;
    }
    return null;
  }

  /** The front page as PNG; null where the issue has none, or is not in the index. */
  async thumbnail(file: string): Promise<Uint8Array | null> {
    const path = await this.place(file);
    const digest = (await this.issues()).find((issue) => issue.file === file)?.digest ?? '';
    if (digest === '') return null;
    const { index, pages } = await this.workers();
    const kept = await index.ask<Uint8Array | null>({ kind: 'kept-thumbnail', digest });
    if (kept) return kept;
    const png = await pages.ask<Uint8Array | null>({ kind: 'draw-thumbnail', path });
    // Not kept where another program is writing: it is drawn again the next time.
    if (png) await index.ask({ kind: 'keep-thumbnail', digest, png }).catch(() => undefined);
    return png;
  }

  /** Numbers go on from what is in the folder now, not from what the index remembers. */
  async newFrom({ file, date }: NewFromRequest): Promise<BegunIssue> {
    const path = await this.place(file);
    const { issue: past, pictures } = await this.read(path);
    const { index } = await this.workers();
    await index.ask({ kind: 'refresh' });
    const { issue, problems } = newFrom(past, date, await this.issues());
    const listed = new Set(issue.pictures.map(({ id }) => id));
    return { issue, problems, pictures: new Map([...pictures].filter(([id]) => listed.has(id))) };
  }

  async export({ files, folder, overwrite = false }: ArchiveExportRequest): Promise<ArchiveExportResult> {
    if (this.exporting) throw new InputError('上一次导出还没有完成，请等它完成或先取消。');
    const { archive, pages } = await this.workers();
    const target = folder ?? join(dirname(archive), `${basename(archive)}-导出`);
    if (!isAbsolute(target)) throw new InputError(`导出的文件夹要写完整路径，现为“${target.slice(0, 80)}”。`);
    await checkExportTarget(target, archive);
    this.exportStopped = false;
    this.exporting = { done: 0, total: files.length };
    const problems: string[] = [];
    const inTheWay: string[] = [];
    let written = 0;
    try {
      for (const file of files) {
        if (this.exportStopped) break;
        try {
          // A name that is refused here is this one's fault, not that of all.
          const path = await this.place(file);
          const task = { kind: 'export', path, file, folder: target, overwrite } as const;
          const outcome = await pages.ask<PackageOutcome>(task);
          if (outcome.kind === 'written') written++;
          else {
            problems.push(outcome.message);
            inTheWay.push(file);
          }
        } catch (error) {
          problems.push(error instanceof Error ? error.message : String(error));
        }
        this.exporting = { done: this.exporting.done + 1, total: files.length };
      }
    } finally {
      this.exporting = null;
    }
    return { folder: target, written, cancelled: this.exportStopped, problems, inTheWay };
  }

  async close(): Promise<void> {
    const started = this.started;
    this.started = null;
    if (!started) return;
    const { index, pages } = await started;
    await Promise.all([index.close(), pages.close()]);
  }

  private async place(file: string): Promise<string> {
    return new ArchiveFolder((await this.workers()).archive).place(file);
  }

  /** Whoever only searches needs none of the schema. */
  private async read(path: string) {
    const { readIssueFile } = await import('../files/issue-store.ts');
    return readIssueFile(path);
  }
}
