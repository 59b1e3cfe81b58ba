/**
 * The index's SQLite file: opened, made, and moved aside where it is broken. It is a cache, so nothing is mended.
 *
 * SQLite as WASM locks a file by a folder beside it (`.lock`), held for the length of a transaction, and takes its own
 * lock for a living writer's: a journal that a killed process left is therefore never rolled back. So a journal
 * whose writer is gone means a torn index, which is made anew, and a lock whose holder is gone is removed.
 */

import { existsSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Database, Statement } from 'node-sqlite3-wasm';
import { InputError } from '../base/input-error.ts';
import { isWriterAlive } from './index-writer.ts';

/** Another version of the tables is made anew. */
const SCHEMA_VERSION = 6;

/** A transaction holds the lock for a tenth of it at most (refresh-index.ts). */
const STALE_LOCK_MS = 10_000;
/** So that a lock that was left is outlived. */
const PATIENCE_MS = 12_000;

const TABLES = `
CREATE TABLE issues (
  id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime REAL NOT NULL,
  digest TEXT NOT NULL, fault TEXT, publication TEXT, publication_name TEXT, date TEXT, number INTEGER,
  total_number INTEGER, pages INTEGER NOT NULL, stories INTEGER NOT NULL,
  column_names TEXT NOT NULL, people TEXT NOT NULL
);
CREATE TABLE stories (
  id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, story TEXT NOT NULL, kind TEXT NOT NULL,
  page INTEGER, heading TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX stories_of_issue ON stories (issue);
CREATE TABLE thumbnails (digest TEXT PRIMARY KEY, png BLOB NOT NULL);
CREATE VIRTUAL TABLE heads USING fts5 (
  heading, facets, content='', contentless_delete=1, tokenize='ascii', prefix='1'
);
CREATE VIRTUAL TABLE texts USING fts5 (
  heading, body, facets, content='', contentless_delete=1, tokenize='ascii', prefix='1'
);
`;

type Sqlite = typeof import('node-sqlite3-wasm');
type Values = readonly (string | number | Uint8Array | null)[];
export type Row = Readonly<Record<string, string | number | bigint | Uint8Array | null>>;

/** Loaded by the first who asks: it compiles a megabyte of WASM. */
const sqlite = (): Sqlite => createRequire(import.meta.url)('node-sqlite3-wasm') as Sqlite;

const isBusy = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(error.message);

/** What SQLite says of a file that is none, or is torn. */
export const isBroken = (error: unknown): boolean =>
  error instanceof Error && /malformed|not a database|corrupt|disk I\/O|no such table/i.test(error.message);

const pause = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

export class IndexDatabase {
  private readonly statements = new Map<string, Statement>();

  private constructor(
    readonly path: string,
    private readonly db: Database,
    /** True where there was no index that could be used. */
    readonly isNew: boolean,
  ) {}

  /** Opens the index, or makes an empty one. Throws the system's error where nothing can be written there. */
  static open(path: string): IndexDatabase {
    if (existsSync(path)) {
      clearAfterCrash(path);
      if (!isTorn(path) || isWriterAlive(path)) {
        const opened = openExisting(path);
        if (opened) return new IndexDatabase(path, opened, false);
      }
      moveAside(path);
    }
    rmSync(`${path}-journal`, { force: true });
    const db = new (sqlite().Database)(path);
    try {
      db.exec('PRAGMA page_size = 8192; PRAGMA auto_vacuum = NONE;');
      tune(db);
      db.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
    } catch (error) {
      db.close();
      throw error;
    }
    return new IndexDatabase(path, db, true);
  }

  all(sql: string, values: Values = []): readonly Row[] {
    return this.stated(sql, (statement) => statement.all([...values]) as unknown as readonly Row[]);
  }

  /** The one row. All are read: a statement that was left in the middle would go on holding the file. */
  get(sql: string, values: Values = []): Row | null {
    return this.all(sql, values)[0] ?? null;
  }

  /** The new row's id. */
  run(sql: string, values: Values = []): number {
    return Number(this.stated(sql, (statement) => statement.run([...values])).lastInsertRowid);
  }

  exec(sql: string): void {
    this.patiently(() => this.db.exec(sql));
  }

  get inTransaction(): boolean {
    return this.db.inTransaction;
  }

  close(): void {
    for (const statement of this.statements.values()) statement.finalize();
    this.statements.clear();
    if (this.db.isOpen) this.db.close();
  }

  /** Statements are compiled once; one that failed is not used again. */
  private stated<Result>(sql: string, work: (statement: Statement) => Result): Result {
    return this.patiently(() => {
      const statement = this.statements.get(sql) ?? this.db.prepare(sql);
      this.statements.set(sql, statement);
      try {
        return work(statement);
      } catch (error) {
        this.statements.delete(sql);
        try {
          statement.finalize();
        } catch {
          // It says once more what the statement failed of.
        }
        throw error;
      }
    });
  }

  /** Waits while another process holds the file. */
  private patiently<Result>(work: () => Result): Result {
    for (let waited = 0; ; waited += 5) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || this.db.inTransaction || waited > PATIENCE_MS) throw error;
        if (waited % 1000 === 995) clearAfterCrash(this.path);
        pause(5);
      }
    }
  }
}

/**
 * A cache needs no flushing: after a power cut it is found broken and made anew. 48 MB of pages are kept, which
 * is what the queries of a large archive read again and again.
 */
const tune = (db: Database): void =>
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -48000; PRAGMA temp_store = MEMORY;');

/** Null where the file is no index of ours that can be used. Throws where another program keeps it locked. */
const openExisting = (path: string): Database | null => {
  let db: Database | null = null;
  for (let waited = 0; ; waited += 10) {
    try {
      db ??= new (sqlite().Database)(path);
      tune(db);
      const [version] = db.all('PRAGMA user_version') as unknown as readonly Row[];
      db.all('SELECT count(*) FROM issues');
      if (version?.user_version === SCHEMA_VERSION) return db;
      break;
    } catch (error) {
      if (!isBusy(error)) break;
      if (waited >= PATIENCE_MS) {
        db?.close();
        throw new InputError('归档索引正被别的组版程序占用，请稍后再试。');
      }
      if (waited % 1000 === 990) clearAfterCrash(path);
      pause(10);
    }
  }
  if (db?.isOpen) db.close();
  return null;
};

/** True where a transaction was begun and not ended: by a writer at work, or by one that is gone. */
export const isTorn = (path: string): boolean => existsSync(`${path}-journal`);

/** Removes the lock of a process that is gone. The file system's own clock tells its age. */
const clearAfterCrash = (path: string): void => {
  const lock = `${path}.lock`;
  if (!existsSync(lock)) return;
  try {
    const probe = `${path}.now`;
    writeFileSync(probe, '');
    const age = statSync(probe).mtimeMs - statSync(lock).mtimeMs;
    rmSync(probe, { force: true });
    if (age > STALE_LOCK_MS || (isTorn(path) && !isWriterAlive(path))) rmdirSync(lock);
  } catch {
    // Removed by its owner meanwhile, or not ours to remove: the wait goes on.
  }
};

/** The broken index is kept once, for whoever wants to know why. */
export const moveAside = (path: string): void => {
  rmSync(`${path}.lock`, { recursive: true, force: true });
  rmSync(`${path}-journal`, { force: true });
  if (!existsSync(path)) return;
  try {
    rmSync(`${path}.broken`, { force: true });
    renameSync(path, `${path}.broken`);
  } catch {
    rmSync(path, { force: true });
  }
};
