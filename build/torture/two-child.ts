/**
 * One of two processes on one folder: opens the file again and again, edits and saves where it has the lock, sees
 * that edits are refused where it has not. Arguments: archive folder, rounds. Prints what happened, a line each.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { doNextEdit, FILE, openWork } from './worker-session.ts';

const [archive = '', rounds = '1'] = process.argv.slice(2);

for (let round = 0; round < Number(rounds); round++) {
  const session = openWork(archive, {});
  const { lock } = await session.openFile({ archived: FILE });
  if (lock?.mine) {
    await doNextEdit(session);
    await sleep(Math.random() * 5);
    const { note } = await session.saveAsItIs();
    console.log(note === undefined ? 'saved' : 'version');
  } else {
    const taken = await doNextEdit(session).then(
      () => true,
      () => false,
    );
    console.log(taken ? 'wrongly taken' : 'refused');
  }
  await session.close('drop');
  await sleep(Math.random() * 10);
}
