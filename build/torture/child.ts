/**
 * The process that is killed: opens the work, takes up what was left, edits, saves and keeps versions and prints in
 * between, and says each edit that the host has taken and each milestone that it has kept, with a time that all processes of this computer share.
 * Arguments: archive folder, folder of unsaved work, seed, tag.
 */
import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loseJournal } from './lose-journal.ts';
import { seeded } from './work.ts';
import { doNextEdit, FILE, keepMilestone, openWork, resumeWork } from './worker-session.ts';

const [archive = '', unsaved = '', seed = '0', tag = ''] = process.argv.slice(2);
const random = seeded(Number(seed));
/** Synchronous, so that nothing said waits in this process when it is killed. */
const say = (what: string, n: number): void => {
  writeSync(1, `${what} ${n} ${process.hrtime.bigint()}\n`);
};

const session = openWork(archive, { unsaved }, tag);
say('begin', await resumeWork(session, existsSync(join(archive, FILE))));
let saving: Promise<void> = Promise.resolve();
for (;;) {
  const n = await doNextEdit(session);
  say('edit', n);
  const chance = random();
  if (chance < 0.1)
    // Typing goes on while it saves.
    saving = saving.then(async () => {
      await session.saveAsItIs();
      say('saved', n);
    });
  else if (chance < 0.15) await saving;
  else if (chance < 0.17) say('version', await keepMilestone(session, 'version'));
  else if (chance < 0.18) say('print', await keepMilestone(session, 'print'));
  else if (chance < 0.2) {
    await saving;
    await session.flushed();
    // What is taken away in the very moment of the kill nobody can bring back.
    say('losing', n);
    loseJournal(join(archive, FILE), unsaved, random());
    await session.flushed();
    say('safe', n);
  }
  if (chance > 0.97) await sleep(300 + random() * 100);
  else if (chance > 0.5) await sleep(random() * 20);
}
