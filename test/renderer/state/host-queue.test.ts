/** Edits on their way to the host: in order, none lost, and a save finds the host at what the page stated. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Failure, OTHER_WINDOW } from '../../../core/contract/fault.ts';
import type { IssuePatch } from '../../../core/issue/edit.ts';
import { setHeadline } from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { issue as paper, story } from '../../core/makeup/issue-builder.ts';

type Call = readonly [channel: string, request: { readonly patches?: readonly IssuePatch[]; issue?: Issue }];
const calls: Call[] = [];
/** What the next call of that channel is answered with. */
let answers: Record<string, ({ readonly failure: Failure } | object)[]> = {};

const channel =
  (name: string) =>
  async (request: Call[1]): Promise<unknown> => {
    calls.push([name, request]);
    const answer = answers[name]?.shift();
    if (answer && 'failure' in answer) return answer;
    return { value: answer ?? { taken: true, revision: 1 } };
  };
const names = ['issue.edit', 'issue.restate', 'issue.save'];

const load = async () => {
  vi.resetModules();
  vi.stubGlobal('window', {
    zuban: Object.fromEntries(names.map((name) => [name, channel(name)])),
    addEventListener: () => undefined,
  });
  const { hostQueue } = await import('../../../renderer/state/host-queue.ts');
  const { useDesk } = await import('../../../renderer/state/desk-store.ts');
  const show = (issue: Issue) =>
    useDesk.setState({ desk: { phase: 'open', open: { issue, shown: issue } as never } });
  hostQueue.begin(0, 1, 'w');
  return { hostQueue, show };
};
const one = paper([story('s', '新柳', [100])]);
const edited = (headline: string, from = one) => setHeadline(from, 's', headline);

describe('the way to the host', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    calls.length = 0;
    answers = {};
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('gathers keystrokes into one message', async () => {
    const { hostQueue, show } = await load();
    show(one);
    for (const text of ['新', '新柳堤']) hostQueue.push(edited(text).patches, '修改标题');
    await vi.advanceTimersByTimeAsync(500);
    expect(calls.map(([name, { patches }]) => [name, patches?.length])).toEqual([['issue.edit', 2]]);
  });

  it('sends the whole issue some seconds after a message was lost, though nobody types', async () => {
    const { hostQueue, show } = await load();
    const after = edited('旧堤');
    show(after.issue);
    answers['issue.edit'] = [{ failure: { code: 'unexpected', message: '断了' } }];
    hostQueue.push(after.patches, '修改标题');
    await vi.advanceTimersByTimeAsync(500);
    expect(calls.map(([name]) => name)).toEqual(['issue.edit']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(calls.map(([name]) => name)).toEqual(['issue.edit', 'issue.restate']);
    expect(calls[1]![1].issue).toBe(after.issue);
    await expect(hostQueue.settled()).resolves.toBeUndefined();
  });

  it('holds back what is typed during a save until the save is done', async () => {
    vi.useRealTimers();
    const { hostQueue, show } = await load();
    show(one);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const stated: Issue[] = [];
    const saving = hostQueue.atRest(async ({ issue }) => {
      stated.push(issue);
      const later = edited('旧堤');
      show(later.issue);
      hostQueue.push(later.patches, '修改标题');
      await held;
      calls.push(['saved', {}]);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(calls).toEqual([]);
    release();
    await saving;
    await hostQueue.settled();
    expect(stated).toEqual([one]);
    expect(calls.map(([name]) => name)).toEqual(['saved', 'issue.edit']);
  });

  it('gives the host the issue whole where it has lost step, and asks once more', async () => {
    vi.useRealTimers();
    const { hostQueue, show } = await load();
    // Of the modules that were loaded anew: theirs is another class.
    const { outOfStep } = await import('../../../core/contract/fault.ts');
    show(one);
    let asked = 0;
    const result = await hostQueue.atRest(async () => {
      if (++asked === 1) throw outOfStep();
      return 'saved';
    });
    expect([result, asked]).toEqual(['saved', 2]);
    expect(calls.map(([name]) => name)).toEqual(['issue.restate']);
  });

  it('knows that another window has the issue by the code, whatever the sentence says', async () => {
    const { hostQueue, show } = await load();
    const { otherWindowHasIt } = await import('../../../renderer/state/other-window.ts');
    const after = edited('旧堤');
    show(after.issue);
    answers['issue.edit'] = [{ failure: { code: 'unexpected', message: OTHER_WINDOW } }];
    hostQueue.push(after.patches, '修改标题');
    await vi.advanceTimersByTimeAsync(500);
    expect(otherWindowHasIt()).toBe(false);
    answers['issue.restate'] = [{ failure: { code: 'other-window', message: '别处开着。' } }];
    await vi.advanceTimersByTimeAsync(5_000);
    expect(otherWindowHasIt()).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls.map(([name]) => name)).toEqual(['issue.edit', 'issue.restate']);
  });
});
