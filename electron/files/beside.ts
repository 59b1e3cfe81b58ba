/**
 * The names that stand beside an issue file: all begin with a dot and the file's own name, so that lists hide them
 * and sorting keeps them together. The backup ends as an issue file does, so that a double click opens it.
 */
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

const inFolder = (path: string, name: string): string => join(dirname(path), name);

/** `.第9期.备份.zuban` */
export const backupOf = (path: string): string =>
  inFolder(path, `.${basename(path).replace(/\.zuban$/i, '')}.备份.zuban`);

export const lockOf = (path: string): string => inFolder(path, `.${basename(path)}.lock`);

/** Where a journal of the file stands: `<stem>.journal`, with its pictures in `<stem>.pictures`. */
export const journalStemOf = (path: string): string => inFolder(path, `.${basename(path)}`);

/** Ours, saved beside a file that another has written meanwhile. */
export const versionOf = (path: string, who: string, count: number): string => {
  const owner = who.replace(/[<>:"/\\|?*\u0000-\u001f\u007f.]/g, '').trim() || '本机';
  const stem = basename(path).replace(/\.zuban$/i, '');
  // Beyond the 200 bytes that a name may have (archive-name.ts) its end goes, never the words that tell it apart.
  const end = `（${owner.slice(0, 20)}的版本${count === 1 ? '' : count}）.zuban`;
  let head = stem;
  while (Buffer.byteLength(head + end) > 200) head = [...head].slice(0, -1).join('');
  return inFolder(path, head + end);
};

/** Two computers on one network folder may run processes of the same number. */
const WRITER = `${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}-${process.pid}`;

let written = 0;

/** A name for a file that is being written; computer, process and count keep two writers apart. */
export const partOf = (path: string): string =>
  inFolder(path, `.${basename(path)}.${WRITER}-${++written}.tmp`);

/** True for what a writer that was killed has left of that file, whichever version of the program it was. */
export const isPartOf = (path: string, name: string): boolean =>
  name.startsWith(`.${basename(path)}.`) &&
  /^([0-9a-f]{8}-)?\d+-\d+\.tmp$/.test(name.slice(basename(path).length + 2)) &&
  !name.startsWith(`.${basename(path)}.${WRITER}-`);
