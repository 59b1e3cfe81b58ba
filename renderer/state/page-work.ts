/**
 * The page's own memory of work that its host has not confirmed, in the browser's storage: it outlives the host, the
 * tab and the browser, and is given to the host at the next start, which holds it against what it has ('recovery.give').
 * An entry is the whole issue, so that it needs no state of anybody's to stand on. It is written only while something
 * is unconfirmed and removed as soon as nothing is.
 *
 * The storage belongs to the host's address: one that was started on another port does not see it.
 */
import type { PageWork } from '../../core/contract/ipc.ts';

const PREFIX = 'zuban.unconfirmed.';
const FORMAT = 1;
/** What nobody fetched for so long is not wanted. */
const LONGEST_MS = 30 * 24 * 3_600_000;

interface Entry {
  readonly format: typeof FORMAT;
  /** ms since 1970. */
  readonly at: number;
  readonly work: PageWork;
}

/** Of this page: two pages of one host each have an entry. */
const OWN = `${PREFIX}${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`;

/** Null where the browser gives none: a private window, a policy. */
const storage = (): Storage | null => {
  try {
    return window.localStorage ?? null;
  } catch {
    return null;
  }
};

const read = (from: Storage, key: string): Entry | null => {
  try {
    const entry = JSON.parse(from.getItem(key) ?? 'null') as Entry | null;
    return entry?.format === FORMAT && Date.now() - entry.at < LONGEST_MS ? entry : null;
  } catch {
    return null;
  }
};

const keysOf = (from: Storage): readonly string[] =>
  Array.from({ length: from.length }, (_, n) => from.key(n) ?? '').filter((key) => key.startsWith(PREFIX));

/** False where the browser does not take it: it is full, or has no storage. Synchronous: a page that goes waits for nothing. */
export const keepWork = (work: PageWork): boolean => {
  const to = storage();
  if (!to) return false;
  const entry: Entry = { format: FORMAT, at: Date.now(), work };
  try {
    to.setItem(OWN, JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
};

export const forgetWork = (): void => storage()?.removeItem(OWN);

export interface LeftWork {
  readonly key: string;
  readonly work: PageWork;
}

/** What other pages, most of them gone, have left. */
export const leftWork = (): readonly LeftWork[] => {
  const from = storage();
  if (!from) return [];
  const left: LeftWork[] = [];
  for (const key of keysOf(from)) {
    if (key === OWN) continue;
    const entry = read(from, key);
    if (entry) left.push({ key, work: entry.work });
    else from.removeItem(key);
  }
  return left;
};

export const removeLeft = ({ key }: LeftWork): void => storage()?.removeItem(key);
