/** A signal ends a command at once, but for what must be whole. */
import { afterEach, describe, expect, it } from 'vitest';
import { interruptible, listening, unbroken } from '../../../electron/base/interruption.ts';

const ended: number[] = [];
afterEach(() => {
  ended.length = 0;
});
const command = (work: () => Promise<void>) => listening((code) => ended.push(code), work);
const turn = () => new Promise((done) => setImmediate(done));

describe('a command that is told to end', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s ends at once with %d', async (signal, code) => {
    await command(async () => {
      process.emit(signal);
      expect(ended).toEqual([code]);
    });
  });

  it('finishes the file that it writes first', async () => {
    await command(async () => {
      await unbroken(async () => {
        await unbroken(async () => {
          process.emit('SIGTERM');
          await turn();
        });
        expect(ended).toEqual([]);
      });
      expect(ended).toEqual([143]);
    });
  });

  it('and ends then also where the file could not be written', async () => {
    await command(() =>
      unbroken(async () => {
        process.emit('SIGINT');
        throw new Error('full');
      }).catch(() => undefined),
    );
    expect(ended).toEqual([130]);
  });

  it('stops between two of many by itself, with the code to give', async () => {
    await command(() =>
      interruptible(async (signal) => {
        process.emit('SIGTERM');
        expect([signal.aborted, signal.reason]).toEqual([true, 143]);
        await unbroken(turn);
      }),
    );
    expect(ended).toEqual([]);
  });

  it('takes the same key press, passed on by a launcher, for one', async () => {
    await command(() =>
      unbroken(async () => {
        process.emit('SIGINT');
        process.emit('SIGINT');
        expect(ended).toEqual([]);
      }),
    );
    expect(ended).toEqual([130]);
  });

  it('is not listened to once it is done', async () => {
    const before = process.listenerCount('SIGTERM');
    await command(async () => expect(process.listenerCount('SIGTERM')).toBe(before + 1));
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
