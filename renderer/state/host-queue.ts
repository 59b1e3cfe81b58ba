/**
 * Edits on their way to the host, which keeps its own copy of the issue to save and to print. They are sent in
 * order, a few together: every keystroke a message of its own would cost more than the keystroke. Where the host
 * is out of step (it was started anew, or a message was lost) it gets the whole issue.
 */
import type { TakenEdit } from '../../core/contract/ipc.ts';
import type { IssuePatch } from '../../core/issue/edit.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { host } from '../host/host.ts';
import { openDesk } from './desk-store.ts';
import { useView } from './view-store.ts';

/** How long an edit may wait for others, ms; a save or an export sends at once. */
const GATHERING = 120;
/** As the contract allows. */
const LONGEST_NAME = 100;

class HostQueue {
  private revision = 0;
  private waiting: IssuePatch[] = [];
  /** What the last of them does. */
  private name = '';
  private warning: string | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private sending: Promise<void> = Promise.resolve();
  private failure: unknown = null;

  /** A new issue was opened: the host has it at that revision. */
  begin(revision: number): void {
    this.revision = revision;
    this.waiting = [];
    this.failure = null;
  }

  /** `name`: what the edit is called, for the words of a recovery. */
  push(patches: readonly IssuePatch[], name: string): void {
    this.waiting.push(...patches);
    this.name = name.slice(0, LONGEST_NAME);
    this.timer ??= setTimeout(() => void this.send(), GATHERING);
  }

  /** Sends what waits, and answers the revision at which the host then is. Throws the host's sentence. */
  async settled(): Promise<number> {
    await this.send();
    if (this.failure !== null) {
      const { failure } = this;
      this.failure = null;
      throw failure;
    }
    return this.revision;
  }

  private send(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.sending = this.sending.then(() => this.sendWaiting());
    return this.sending;
  }

  private async sendWaiting(): Promise<void> {
    const patches = this.waiting;
    if (patches.length === 0 && this.failure === null) return;
    this.waiting = [];
    try {
      const wanted = this.revision + 1;
      const { name } = this;
      const answer: TakenEdit =
        this.failure === null
          ? await host()['issue.edit']({ revision: wanted, patches, name })
          : { revision: -1 };
      this.tell(answer);
      if (answer.revision === wanted) this.revision = wanted;
      else {
        const issue = openDesk()?.issue;
        if (issue) await this.restate(issue);
      }
      this.failure = null;
    } catch (error) {
      this.failure = error;
    }
  }

  /** Says once that edits are not in the journal, until they are again. */
  private tell({ warning: told }: TakenEdit): void {
    const warning = told ?? null;
    if (warning !== null && warning !== this.warning) useView.getState().say(warning, 'fault');
    this.warning = warning;
  }

  /** The host has lost step: it gets the issue as it is, with every edit that still waits. */
  async restate(issue: Issue): Promise<number> {
    this.waiting = [];
    this.revision = (await host()['issue.restate']({ revision: this.revision + 1, issue })).revision;
    return this.revision;
  }
}

export const hostQueue = new HostQueue();

// What still waits when the page goes (a reload, a closed window) is sent with it.
if (typeof window !== 'undefined')
  window.addEventListener('pagehide', () => void hostQueue.settled().catch(() => undefined));
