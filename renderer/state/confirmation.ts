/**
 * Whether the host has the edits on its disk. It is asked a moment after the last edit, and every few seconds while
 * there is unsaved work, since the journal may be lost later. What it does not confirm, because it is gone or cannot
 * write, the page keeps itself (page-work.ts), and says so as long as that is so.
 */
import { create } from 'zustand';
import type { KeptState } from '../../core/contract/ipc.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { isRefused } from '../host/connection.ts';
import { host } from '../host/host.ts';
import { isSaved, openDesk } from './desk-store.ts';
import { otherWindowHasIt } from './other-window.ts';
import { forgetWork, keepWork } from './page-work.ts';
import { stateHash } from './state-hash.ts';
import { useView } from './view-store.ts';

/** After the last edit, ms: by then the host has flushed by itself as a rule. */
const CONFIRM_AFTER = 600;
/** While there is unsaved work. */
const LOOK_EVERY = 10_000;
/** A whole issue is written at once: not for every key. */
const KEEP_AFTER = 250;

interface Confirmation {
  /** The host's sentence while edits are in no journal; null: they are, or none is unsaved. */
  readonly unkept: string | null;
  /** What the page has done with edits that are not confirmed; null while all are. */
  readonly inBrowser: 'kept' | 'refused' | null;
}

export const useConfirmation = create<Confirmation>(() => ({ unkept: null, inBrowser: null }));

class Unconfirmed {
  private work = '';
  private edits = 0;
  private lastEdit = '';
  private revision = 0;
  private base: { readonly of: Issue | null; readonly hash: string | null } | null = null;
  private warning: string | null = null;
  private confirmTimer: ReturnType<typeof setTimeout> | null = null;
  private keepTimer: ReturnType<typeof setTimeout> | null = null;

  /** An issue was opened; unsaved work of the one before was asked about. */
  begin(work: string, revision: number): void {
    this.work = work;
    this.revision = revision;
    this.warning = null;
    this.settled();
    useConfirmation.setState({ unkept: null });
  }

  edited(name: string): void {
    this.edits++;
    this.lastEdit = name;
    if (useConfirmation.getState().inBrowser !== null) this.keepSoon();
  }

  /** The host has answered that edit. */
  answered(revision: number, state: KeptState): void {
    this.revision = revision;
    this.tell(state);
    this.askIn(CONFIRM_AFTER);
  }

  /** The host was not reached, or has refused. */
  failed(): void {
    this.keep();
    void this.findBase().then(() => this.keep());
    this.askIn(CONFIRM_AFTER);
  }

  /** Writes what is not confirmed. Synchronous. */
  keep(): void {
    const open = openDesk();
    if (!open || this.edits === 0 || this.work === '') return;
    const { work, edits, lastEdit, revision } = this;
    const { file, fileName, issue, saved } = open;
    const base = (saved && this.base?.of === saved && this.base.hash) || null;
    const kept = keepWork({ work, edits, lastEdit, revision, file, fileName, base, issue });
    useConfirmation.setState({ inBrowser: kept ? 'kept' : 'refused' });
  }

  private keepSoon(): void {
    this.keepTimer ??= setTimeout(() => {
      this.keepTimer = null;
      this.keep();
    }, KEEP_AFTER);
  }

  private settled(): void {
    this.edits = 0;
    if (this.keepTimer) clearTimeout(this.keepTimer);
    this.keepTimer = null;
    if (useConfirmation.getState().inBrowser !== null) useConfirmation.setState({ inBrowser: null });
    forgetWork();
  }

  private askIn(milliseconds: number): void {
    if (this.confirmTimer) clearTimeout(this.confirmTimer);
    this.confirmTimer = setTimeout(() => void this.ask(), milliseconds);
  }

  private async ask(): Promise<void> {
    if (isRefused() || otherWindowHasIt() || !openDesk()) return;
    const { edits, work } = this;
    void this.findBase();
    try {
      const answer = await host()['journal.flush']();
      if (work !== this.work) return;
      this.tell(answer);
      const isOnDisk = answer.revision !== null && answer.revision >= this.revision;
      // Edits that came meanwhile, or wait to be sent, are asked about when they are answered.
      if (isOnDisk && edits === this.edits && this.isSent()) this.settled();
      else if (answer.unkept) this.keep();
    } catch {
      this.keep();
    }
    const open = openDesk();
    if (open && (this.edits > 0 || !isSaved(open))) this.askIn(LOOK_EVERY);
  }

  /** Set by the queue: nothing waits, and nothing has failed. */
  isSent: () => boolean = () => true;

  /** Says once that the journal is lost or cannot be written, until it is well again. */
  private tell({
    warning = null,
    unkept,
  }: {
    readonly warning?: string | null;
    readonly unkept?: true;
  }): void {
    if (warning !== null && warning !== this.warning) useView.getState().say(warning, 'fault');
    this.warning = warning;
    const now = unkept ? warning : null;
    if (useConfirmation.getState().unkept !== now) useConfirmation.setState({ unkept: now });
  }

  /** A hash of the whole issue: not while somebody types. */
  private async findBase(): Promise<void> {
    const of = openDesk()?.saved ?? null;
    if (this.base?.of === of) return;
    this.base = { of, hash: null };
    const hash = of === null ? null : await stateHash(of);
    if (this.base.of === of) this.base = { of, hash };
  }
}

export const unconfirmed = new Unconfirmed();
