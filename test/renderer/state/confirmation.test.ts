/** What the page keeps of edits that its host has not confirmed, and for how long. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../core/contract/fault.ts';
import type { FlushedEdits } from '../../../core/contract/ipc.ts';
import { setHeadline } from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { issue as paper, story } from '../../core/makeup/issue-builder.ts';

/** As a browser has it, with room for so many characters. */
class FakeStorage {
  readonly entries = new Map<string, string>();
  room = 5_000_000;
  get length(): number {
    return this.entries.size;
  }
  key(n: number): string | null {
    return [...this.entries.keys()][n] ?? null;
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

let localStorage: FakeStorage;
let isGone = false;
/** Until when the host leaves an edit without an answer. */
let answering: Promise<void> = Promise.resolve();
let revision = 0;
/** What the host says of its journal. */
let journal: Partial<FlushedEdits> = {};

const answer = async <T>(value: () => T): Promise<Reply<T>> => {
  if (isGone) return { failure: { code: 'host-gone', message: '断了' } };
  return { value: value() };
};

const load = async () => {
  vi.resetModules();
  const listeners = new Map<string, () => void>();
  vi.stubGlobal('window', {
    localStorage,
    zuban: {
      'issue.edit': async () => {
        await answering;
        return answer(() => ({ taken: true, revision: ++revision }));
      },
      'issue.restate': () => answer(() => ({ taken: true, revision: ++revision })),
      'journal.flush': () => answer(() => ({ revision, ...journal })),
    },
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
  });
  const { hostQueue } = await import('../../../renderer/state/host-queue.ts');
  const { useDesk } = await import('../../../renderer/state/desk-store.ts');
  const { leftWork, removeLeft } = await import('../../../renderer/state/page-work.ts');
  const { useConfirmation } = await import('../../../renderer/state/confirmation.ts');
  const type = (text: string): Issue => {
    const edited = setHeadline(one, 's', text);
    useDesk.setState({
      desk: {
        phase: 'open',
        open: { issue: edited.issue, saved: one, file: 'a.zuban', fileName: 'a.zuban' } as never,
      },
    });
    hostQueue.push(edited.patches, '修改标题');
    return edited.issue;
  };
  hostQueue.begin(0, 1, 'the-work');
  return { type, leave: () => listeners.get('pagehide')?.(), leftWork, removeLeft, useConfirmation };
};
const one = paper([story('s', '新柳', [100])]);
const kept = () => [...localStorage.entries.values()].map((text) => JSON.parse(text).work);

describe('edits that the host has not confirmed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage = new FakeStorage();
    isGone = false;
    answering = Promise.resolve();
    revision = 0;
    journal = {};
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('leave nothing in the browser while the host answers', async () => {
    const page = await load();
    page.type('新');
    await vi.advanceTimersByTimeAsync(3_000);
    page.leave();
    expect(kept()).toEqual([]);
  });

  it('are kept whole from when the host is gone, and gone from the browser when it is back', async () => {
    const page = await load();
    page.type('新');
    await vi.advanceTimersByTimeAsync(1_000);
    isGone = true;
    page.type('新柳');
    await vi.advanceTimersByTimeAsync(500);
    const last = page.type('新柳堤');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toMatchObject([
      { work: 'the-work', file: 'a.zuban', revision: 1, edits: 2, lastEdit: '修改标题', issue: last },
    ]);
    // The hash comes from another thread, which no fake clock moves, and a busy machine takes its time.
    await vi.waitFor(() => expect(kept()[0].base).toMatch(/^[0-9a-f]{64}$/), 15_000);
    expect(page.useConfirmation.getState().inBrowser).toBe('kept');
    isGone = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(kept()).toEqual([]);
    expect(page.useConfirmation.getState().inBrowser).toBeNull();
  });

  it('are kept where the host goes between its answer and its flush', async () => {
    const page = await load();
    const last = page.type('新');
    await vi.advanceTimersByTimeAsync(300);
    isGone = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toMatchObject([{ revision: 1, issue: last }]);
  });

  it('are kept where they are on their way while the host confirms the ones before', async () => {
    const page = await load();
    page.type('新');
    await vi.advanceTimersByTimeAsync(300);
    let go = () => {};
    answering = new Promise((done) => {
      go = done;
    });
    const last = page.type('新绿');
    await vi.advanceTimersByTimeAsync(1_000);
    isGone = true;
    go();
    await vi.advanceTimersByTimeAsync(500);
    expect(kept()).toMatchObject([{ issue: last }]);
  });

  it('are kept when the page goes at once, and offered to the next page only', async () => {
    const page = await load();
    const last = page.type('新');
    page.leave();
    expect(kept()).toMatchObject([{ issue: last }]);
    expect(page.leftWork()).toEqual([]);
    const next = await load();
    const [left] = next.leftWork();
    expect(left).toMatchObject({ work: { issue: last } });
    next.removeLeft(left!);
    expect(kept()).toEqual([]);
  });

  it('are kept while the host has no journal, which is said as long as that is so', async () => {
    const page = await load();
    journal = { revision: null, warning: '磁盘已满', unkept: true };
    page.type('新');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept()).toHaveLength(1);
    expect(page.useConfirmation.getState()).toEqual({ unkept: '磁盘已满', inBrowser: 'kept' });
    journal = {};
    await vi.advanceTimersByTimeAsync(20_000);
    expect(kept()).toEqual([]);
    expect(page.useConfirmation.getState()).toEqual({ unkept: null, inBrowser: null });
  });

  it('are said to be on the page alone where the browser does not take them', async () => {
    const page = await load();
    localStorage.room = 10;
    isGone = true;
    page.type('新');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept()).toEqual([]);
    expect(page.useConfirmation.getState().inBrowser).toBe('refused');
  });

  it('are forgotten after a month, and whatever else has such a name', async () => {
    const page = await load();
    page.type('新');
    page.leave();
    localStorage.setItem('zuban.unconfirmed.x', 'no json');
    vi.setSystemTime(Date.now() + 31 * 24 * 3_600_000);
    expect((await load()).leftWork()).toEqual([]);
    expect(localStorage.length).toBe(0);
  });
});
