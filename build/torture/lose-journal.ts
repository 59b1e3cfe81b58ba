/**
 * What others do to a journal while its issue is open: it is deleted, emptied, cut, written over, replaced by another
 * file or a link, and its folder by a copy. All journals of the work suffer the same.
 */
import {
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { journalStemOf } from '../../electron/files/beside.ts';
import { journalFile } from '../../electron/files/journal-place.ts';

const LOSSES: readonly ((journal: string) => void)[] = [
  (journal) => rmSync(journal),
  (journal) => truncateSync(journal, 0),
  (journal) => truncateSync(journal, Math.max(0, statSync(journal).size - 7)),
  (journal) => writeFileSync(journal, 'x'.repeat(statSync(journal).size)),
  (journal) => {
    writeFileSync(`${journal}.x`, 'another file');
    renameSync(`${journal}.x`, journal);
  },
  (journal) => {
    renameSync(journal, `${journal}.moved`);
    if (process.platform !== 'win32') symlinkSync(`${journal}.moved`, journal);
  },
  (journal) => {
    const folder = dirname(journal);
    renameSync(folder, `${folder}-before`);
    cpSync(`${folder}-before`, folder, { recursive: true });
    rmSync(`${folder}-before`, { recursive: true });
  },
];

/** `chance` is in [0, 1). */
export const loseJournal = (path: string, unsaved: string, chance: number): void => {
  const beside = journalFile(journalStemOf(path));
  const names = existsSync(unsaved) ? readdirSync(unsaved).filter((name) => name.endsWith('.journal')) : [];
  const lose = LOSSES[Math.floor(chance * LOSSES.length)]!;
  for (const journal of [beside, ...names.map((name) => join(unsaved, name))])
    if (existsSync(journal)) lose(journal);
};
