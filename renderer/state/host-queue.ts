/**
 * Edits on their way to the host, which keeps its own copy of the issue to save and to print. They are sent in
 * order, a few together: every keystroke a message of its own would cost more than the keystroke. Where the host
 * is out of step (it was started anew, or a message was lost) it gets the whole issue.
 */
import { isFaultOf, otherWindow } from '../../core/contract/fault.ts';
import type { ByWindow, StatedIssue, TakenEdit } from '../../core/contract/ipc.ts';
import type { IssuePatch } from '../../core/issue/edit.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { isRefused } from '../host/connection.ts';
import { host } from '../host/host.ts';
import { unconfirmed } from './confirmation.ts';
import { openDesk } from './desk-store.ts';
import { otherWindowHasIt, useOtherWindow } from './other-window.ts';
import { stateHash } from './state-hash.ts';

/** How long an edit may wait for others, ms; a save or an export sends at once. */
const GATHERING = 120;
/** After a call that failed, ms. */
const RETRY = 2_000;
/** As the contract allows. */
const LONGEST_NAME = 100;

/** The issue at which the page and the host stand, as a save states it. */
export interface AtRest extends StatedIssue, ByWindow {
  readonly issue: Issue;
}

class HostQueue {
  private revision = 0;
  /** This window's number at the host. */
  editor = 0;
  private waiting: IssuePatch[] = [];
  /** What the last of them does. */
  private name = '';
  private timer: ReturnType<typeof setTimeout> | null = null;
  private sending: Promise<void> = Promise.resolve();
  private failure: unknown = null;
  /** A message is on its way: what it carries waits no more, and is not answered yet. */
  private underWay = false;

  /** A new issue was opened: the host has it at that revision. */
  begin(revision: number, editor: number, work: string): void {
    unconfirmed.begin(work, revision);
    this.revision = revision;
    this.editor = editor;
    useOtherWindow.setState({ hasIt: false });
    this.waiting = [];
    this.failure = null;
  }

  /** `name`: what the edit is called, for the words of a recovery. */
  push(patches: readonly IssuePatch[], name: string): void {
    this.waiting.push(...patches);
    this.name = name.slice(0, LONGEST_NAME);
    unconfirmed.edited(this.name);
    this.timer ??= setTimeout(() => void this.send(), GATHERING);
  }

  /**
   * Runs work that must find the host at this page's issue, a save or a print: what waits is sent before, and what is
   * typed meanwhile waits until it is done. Where the host has lost step it gets the issue whole, once. Throws the
   * host's Fault.
   */
  atRest<T>(work: (at: AtRest) => Promise<T>): Promise<T> {
    const turn = this.sending.then(async () => {
      do await this.sendWaiting();
      while (this.waiting.length > 0 && this.failure === null);
      if (this.failure !== null) throw this.failure;
      const issue = openDesk()?.issue;
      if (!issue) throw new Error('no issue is open');
      const { editor } = this;
      const hash = await stateHash(issue);
      try {
        return await work({ issue, revision: this.revision, hash, editor });
      } catch (error) {
        if (isFaultOf(error, 'other-window')) useOtherWindow.setState({ hasIt: true });
        if (!isFaultOf(error, 'out-of-step')) throw error;
        await this.restate(issue);
        return work({ issue, revision: this.revision, hash, editor });
      }
    });
    this.sending = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  /** Sends what waits. Throws the host's Fault. */
  async settled(): Promise<void> {
    await this.send();
    if (this.failure !== null) throw this.failure;
  }

  private send(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.sending = this.sending.then(() => this.sendWaiting());
    return this.sending;
  }

  private async sendWaiting(): Promise<void> {
    const patches = this.waiting;
    if (otherWindowHasIt()) this.failure ??= otherWindow();
    if ((patches.length === 0 && this.failure === null) || otherWindowHasIt()) return;
    this.waiting = [];
    this.underWay = true;
    try {
      const wanted = this.revision + 1;
      const { name, editor } = this;
      const answer: TakenEdit =
        this.failure === null
          ? await host()['issue.edit']({ revision: wanted, editor, patches, name })
          : { taken: false, revision: this.revision };
      if (answer.taken) {
        this.revision = wanted;
        unconfirmed.answered(wanted, answer);
      } else {
        const issue = openDesk()?.issue;
        // With it the host has all that waits.
        this.waiting = [];
        if (issue) await this.restate(issue);
      }
      this.failure = null;
    } catch (error) {
      useOtherWindow.setState({ hasIt: isFaultOf(error, 'other-window') });
      this.failure = error;
      unconfirmed.failed();
      // The issue goes whole the next time, whether somebody types or not.
      if (!otherWindowHasIt() && !isRefused()) this.timer ??= setTimeout(() => void this.send(), RETRY);
    } finally {
      this.underWay = false;
    }
  }

  /** Nothing waits, is on its way or has failed. */
  get isEmpty(): boolean {
    return this.waiting.length === 0 && !this.underWay && this.failure === null;
  }

  private async restate(issue: Issue): Promise<void> {
    const { editor } = this;
    const answer = await host()['issue.restate']({ revision: this.revision + 1, editor, issue });
    this.revision = answer.revision;
    unconfirmed.answered(answer.revision, answer);
  }
}

export const hostQueue = new HostQueue();
unconfirmed.isSent = () => hostQueue.isEmpty;

// What still waits when the page goes (a reload, a closed window) is sent with it, and kept: nobody hears the answer.
if (typeof window !== 'undefined')
  window.addEventListener('pagehide', () => {
    unconfirmed.keep();
    void hostQueue.settled().catch(() => undefined);
  });
