/**
 * The index of one archive as its users see it: brought up to date, asked, stopped. It opens at the first question, and
 * where it turns out broken it is moved aside and made anew. Runs in a worker (archive-worker.ts) beside a host, and in
 * the process itself on the command line.
 */

import type {
  ArchiveYear,
  IndexedIssue,
  SearchRequest,
  SearchResult,
} from '../../core/contract/archive-channels.ts';
import { failureOf } from '../../core/contract/fault.ts';
import { fileFault, InputError } from '../base/input-error.ts';
import { groupBy } from './group-by.ts';
import { IndexDatabase, isBroken, isTorn, moveAside } from './index-database.ts';
import { indexedIssues } from './index-issues.ts';
import { indexPlace } from './index-place.ts';
import { beginWriting } from './index-writer.ts';
import type { RefreshResult } from './refresh-index.ts';
import { searchStories } from './search-stories.ts';

export interface IndexStatus {
  readonly state: 'idle' | 'indexing' | 'waiting' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly failure: string | null;
  readonly generation: number;
}

/** How long to wait for another program that writes the same index, and how often to ask. */
const WAIT = { longestMs: 120_000, stepMs: 500 };

export class ArchiveIndex {
  private opening: Promise<IndexDatabase> | null = null;
  private refreshing: Promise<RefreshResult> | null = null;
  private stop = new AbortController();
  private current: IndexStatus = { state: 'idle', done: 0, total: 0, failure: null, generation: 0 };

  constructor(
    readonly archive: string,
    private readonly told: (status: IndexStatus) => void = () => {},
  ) {}

  status(): IndexStatus {
    return this.current;
  }

  /** Brings the index in line with the folder; a refresh under way is joined. Rejects with what went wrong. */
  refresh(): Promise<RefreshResult> {
    this.refreshing ??= this.doRefresh().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  cancel(): void {
    this.stop.abort();
  }

  list(): Promise<readonly IndexedIssue[]> {
    return this.ask(indexedIssues);
  }

  search({ query, filters, page }: SearchRequest): Promise<SearchResult> {
    return this.ask((db) => searchStories(db, query, filters, page));
  }

  /** The kept picture of a front page; null where none is kept of that content. */
  keptThumbnail(digest: string): Promise<Uint8Array | null> {
    return this.ask((db) => {
      const png = db.get('SELECT png FROM thumbnails WHERE digest = ?', [digest])?.png;
      return png instanceof Uint8Array ? png : null;
    });
  }

  keepThumbnail(digest: string, png: Uint8Array): Promise<void> {
    return this.ask((db) => {
      db.run('INSERT OR REPLACE INTO thumbnails (digest, png) VALUES (?, ?)', [digest, png]);
    });
  }

  async close(): Promise<void> {
    this.cancel();
    await this.refreshing?.catch(() => undefined);
    (await this.opening?.catch(() => null))?.close();
    this.opening = null;
  }

  private database(): Promise<IndexDatabase> {
    this.opening ??= indexPlace(this.archive)
      .then((path) => IndexDatabase.open(path))
      .catch((error: unknown) => {
        this.opening = null;
        throw fileFault(error, this.archive) ?? error;
      });
    return this.opening;
  }

  /** Asks the index; one that turns out broken is made anew and asked again. */
  private async ask<Answer>(question: (db: IndexDatabase) => Answer): Promise<Answer> {
    const db = await this.database();
    try {
      return question(db);
    } catch (error) {
      if (!isBroken(error)) throw error;
      await this.startAnew(db.path);
      void this.refresh().catch(() => undefined);
      return question(await this.database());
    }
  }

  private async startAnew(path: string): Promise<void> {
    (await this.opening?.catch(() => null))?.close();
    moveAside(path);
    this.opening = null;
    this.say({ generation: this.current.generation + 1 });
  }

  private async doRefresh(): Promise<RefreshResult> {
    this.stop = new AbortController();
    try {
      const path = await indexPlace(this.archive).catch((error: unknown) => {
        throw fileFault(error, this.archive) ?? error;
      });
      const end = await this.takeTurn(path);
      try {
        // Ours is the only turn, so a transaction that is open is of a program that was killed.
        if (isTorn(path)) await this.startAnew(path);
        return await this.refreshOnce();
      } finally {
        end();
      }
    } catch (error) {
      this.say({ state: 'failed', failure: failureOf(error).message });
      throw error;
    }
  }

  private async refreshOnce(attempt = 0): Promise<RefreshResult> {
    this.say({ state: 'indexing', done: 0, total: 0, failure: null });
    const db = await this.database();
    // Loaded after the first list: the schema of issues takes as long as all else of the start.
    const { refreshIndex } = await import('./refresh-index.ts');
    try {
      const result = await refreshIndex(db, this.archive, {
        signal: this.stop.signal,
        progress: (done, total) => this.say({ done, total }),
      });
      const changed = result.read > 0 || result.removed > 0;
      const generation = this.current.generation + (changed ? 1 : 0);
      // What was read is in the index; what was not is said where failures are.
      const [unread] = result.unread;
      if (unread === undefined) this.say({ state: 'idle', generation });
      else this.say({ state: 'failed', failure: unread, generation });
      return result;
    } catch (error) {
      if (!isBroken(error) || attempt > 0) throw error;
      await this.startAnew(db.path);
      return this.refreshOnce(attempt + 1);
    }
  }

  /** Waits until no other program writes the index; what it gives ends our turn. */
  private async takeTurn(path: string): Promise<() => void> {
    for (let waited = 0; ; waited += WAIT.stepMs) {
      const end = beginWriting(path);
      if (end) return end;
      if (this.stop.signal.aborted || waited >= WAIT.longestMs)
        throw new InputError('另一个组版程序正在更新归档索引，没有等到它完成，请稍后再试。');
      this.say({ state: 'waiting' });
      await new Promise((resolve) => setTimeout(resolve, WAIT.stepMs));
    }
  }

  private say(change: Partial<IndexStatus>): void {
    this.current = { ...this.current, ...change };
    this.told(this.current);
  }
}

/** Years with their issues, the newest first; those without a date last. */
export const byYear = (issues: readonly IndexedIssue[]): readonly ArchiveYear[] =>
  [...groupBy(issues, ({ date }) => (date === null ? null : Number(date.slice(0, 4))))].map(([year, of]) => ({
    year,
    issues: of,
  }));
