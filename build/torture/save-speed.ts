/** How long a save of 40 MB and the journal's write of an edit take. Medians of several; the first is no worse. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPicture } from '../../core/issue/edits.ts';
import { describePicture } from '../../electron/pictures/describe-picture.ts';
import { pictureOf, seeded } from './work.ts';
import { doNextEdit, openWork } from './worker-session.ts';

export interface SpeedFigures {
  readonly megabytes: number;
  /** ms. */
  readonly save: number;
  readonly saves: readonly number[];
  /** From the edit to its record flushed, ms. */
  readonly edit: number;
  readonly worstEdit: number;
  /** What the edit's own answer waits for, ms. */
  readonly answer: number;
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

/** A PNG with so many bytes of noise behind its data: what readers of its header and of its hash see is a picture. */
const heavy = (n: number, bytes: number): Uint8Array => {
  const png = pictureOf(25 * n)!.bytes;
  const random = seeded(n);
  const more = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 4) more.fill(random() * 256, at, at + 4);
  return new Uint8Array(Buffer.concat([png, more]));
};

export const measureSaving = async (rounds: number): Promise<SpeedFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'zuban-speed-'));
  const session = openWork(join(folder, 'archive'), { unsaved: join(folder, 'unsaved') });
  try {
    let bytes = 0;
    for (let n = 1; n <= 10; n++) {
      const picture = { name: `图${n}.png`, bytes: heavy(n, 4_000_000) };
      bytes += picture.bytes.length;
      const { issue, revision } = await session.message();
      await session.importFile(session.uploads.put(picture));
      const { patches } = addPicture(issue, describePicture(picture.bytes, picture.name));
      await session.edit({ revision: revision + 1, patches });
    }
    await session.flushed();
    const saves: number[] = [];
    const edits: number[] = [];
    const answers: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      await session.saveAsItIs();
      saves.push(performance.now() - began);
      for (let n = 0; n < 5; n++) {
        const started = performance.now();
        await doNextEdit(session);
        answers.push(performance.now() - started);
        await session.flushed();
        edits.push(performance.now() - started);
      }
    }
    const [save, edit, answer] = [middle(saves), middle(edits), middle(answers)];
    return { megabytes: bytes / 1e6, save, saves, edit, worstEdit: Math.max(...edits), answer };
  } finally {
    await session.close('drop');
    rmSync(folder, { recursive: true, force: true });
  }
};
