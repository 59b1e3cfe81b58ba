/** A picture whose reading did not come to its end: what is said is how that ended, never that the picture is damaged. */
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FIELD_WORDS, pictureProblems } from '../../../core/check/picture-problems.ts';
import type { Issue, PictureId } from '../../../core/issue/issue.ts';
import { type EndReason, TaskFailure } from '../../../electron/process/worker-process.ts';
import { png } from './picture-bytes.ts';

const LARGE = png({ width: 3000, height: 3000, rows: new Uint8Array(3000 * 9001) });
const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
const ID = `sha256-${createHash('sha256').update(LARGE).digest('hex')}.png` as PictureId;

/** Modules whose processes all end so. */
const ending = async (
  error: (module: typeof import('../../../electron/process/worker-process.ts')) => Error,
) => {
  vi.resetModules();
  const processes = await import('../../../electron/process/worker-process.ts');
  vi.doMock('../../../electron/foreign/foreign-pool.ts', () => ({
    askForeign: async () => {
      throw error(processes);
    },
  }));
  const { readPicture } = await import('../../../electron/import/read-picture.ts');
  const { pictureFaults } = await import('../../../electron/pictures/broken-pictures.ts');
  return { readPicture, pictureFaults };
};
afterEach(() => {
  vi.doUnmock('../../../electron/foreign/foreign-pool.ts');
  vi.resetModules();
});

const REASONS: readonly (readonly [EndReason, string, string])[] = [
  ['time', 'late', '读取超时'],
  ['memory', 'memory', '读取时内存超限'],
  ['died', 'unread', '的读取进程没有完成'],
];

describe.each(REASONS)('a picture whose process ended by %s', (reason, fault, words) => {
  it('is refused by that when it is imported', async () => {
    const { readPicture } = await ending((of) => new of.ProcessEnded(reason));
    for (const bytes of [LARGE, SVG]) {
      const said = await readPicture(bytes, '图').catch((error: Error) => error.message);
      expect(said).toContain(words);
      expect(said).not.toContain('损坏');
    }
  });

  it('is named by that in the findings and on the page', async () => {
    const { pictureFaults } = await ending((of) => new of.ProcessEnded(reason));
    const issue = {
      pictures: [{ id: ID, name: '图.png' }],
      stories: [],
      pages: [],
      publication: { masthead: { nameplatePicture: ID } },
    } as unknown as Issue;
    const faults = await pictureFaults(issue, new Map([[ID, LARGE]]));
    expect(faults).toEqual(new Map([[ID, fault]]));
    const [problem] = pictureProblems(issue, faults);
    expect(problem?.message).toContain(words);
    expect(`${problem?.message}${FIELD_WORDS[faults.get(ID)!]}`).not.toContain('损坏');
  });
});

it('a task that failed by itself says no more than that', async () => {
  const { readPicture } = await ending((of) => new of.TaskFailure('x'));
  for (const bytes of [LARGE, SVG])
    await expect(readPicture(bytes, '图')).rejects.toThrow('的读取进程没有完成');
});

it('an end by anything else is an unread picture too', async () => {
  const { faultOfEnd } = await import('../../../electron/pictures/broken-pictures.ts');
  expect([faultOfEnd(new Error('no fork')), faultOfEnd(new TaskFailure('x'))]).toEqual(['unread', 'unread']);
});
