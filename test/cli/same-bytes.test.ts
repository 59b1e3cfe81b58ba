/** The same issue gives the same bytes, whenever and wherever it is made. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePaths } from '../../electron/session/sample.ts';
import { type Outcome, type Surroundings, Workplace } from './run-zuban.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const sample = samplePaths(root);
const place = new Workplace();
const OUTPUTS = ['a.zuban', 'a.pdf', 'a.txt', 'a-1.svg', 'a-1.png'] as const;

/** Imports and exports the sample from its manuscripts with the built command; gives every file made. */
const makeBuilt = (into: string, surroundings: Surroundings = {}): Promise<Buffer[]> =>
  make(into, (args) => place.runBuilt(args, surroundings));

const make = async (into: string, run: (args: readonly string[]) => Promise<Outcome>): Promise<Buffer[]> => {
  const folder = place.directory(into);
  const out = (name: string) => join(folder, name);
  const made = await run(['import', ...sample, '-o', out('a.zuban'), '--quiet']);
  expect(made).toEqual({ code: 0, stdout: '', stderr: '' });
  const files = [
    '--pdf',
    out('a.pdf'),
    '--dump',
    out('a.txt'),
    '--svg',
    out('a'),
    '--png',
    out('a'),
    '--dpi',
    '40',
  ];
  const printed = await run(['export', ...sample, ...files, '--quiet']);
  expect(printed).toEqual({ code: 0, stdout: '', stderr: '' });
  return OUTPUTS.map((name) => place.read(join(into, name)));
};

let first: Buffer[];
beforeAll(async () => {
  first = await makeBuilt('一');
});
afterAll(() => place.remove());

const expectSame = (again: readonly Buffer[]) => {
  for (const [i, name] of OUTPUTS.entries()) expect(again[i]!.equals(first[i]!), name).toBe(true);
};

describe('the files made of the sample', () => {
  it('are the same bytes a second time, as the sources make them', async () => {
    expectSame(await make('二', (args) => place.run(args)));
  });

  it('are the same bytes in another time zone, locale and folder', async () => {
    const env = { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' };
    expectSame(await makeBuilt('三', { cwd: place.directory('别处'), env }));
    expectSame(await makeBuilt('四', { cwd: root, env: { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8' } }));
  });

  it('are the same from the issue file as from the manuscripts', async () => {
    const args = ['export', '一/a.zuban', '--pdf', 'z.pdf', '--dump', 'z.txt', '--quiet'];
    expect(await place.run(args)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(place.text('z.txt')).toBe(place.text('一/a.txt'));
    expect(place.read('z.pdf').equals(place.read('一/a.pdf'))).toBe(true);
  });

  it('are the same from an issue file that is asked for another format as from the manuscripts', async () => {
    for (const format of ['对开', 'A3']) {
      const common = ['--format', format, '--quiet'];
      await place.run(['export', ...sample, '--dump', 'm.txt', ...common]);
      await place.run(['export', '一/a.zuban', '--dump', 'i.txt', ...common]);
      expect(place.text('i.txt')).toBe(place.text('m.txt'));
    }
  });
});
