/** When a journal is flushed: after a pause in typing, after a while of it, and to see whether it is still there. */

export interface JournalPace {
  /** From the last record to the flush, ms. */
  readonly idle: number;
  /** From the first record that is not flushed, ms. */
  readonly most: number;
  /** Between two looks at whether the journal is still there, ms; absent: at flushes only. */
  readonly look?: number;
}

/** With the page's own gathering of edits (120 ms) and a flush of 100 ms still under a second. */
export const USUAL_PACE: JournalPace = { idle: 250, most: 700, look: 5_000 };

export class FlushTimers {
  private idle: ReturnType<typeof setTimeout> | null = null;
  private most: ReturnType<typeof setTimeout> | null = null;
  private look: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly pace: JournalPace,
    private readonly flush: () => void,
  ) {}

  /** A record came. */
  noted(): void {
    const { idle, most, look } = this.pace;
    if (this.idle) clearTimeout(this.idle);
    this.idle = setTimeout(this.flush, idle);
    this.most ??= setTimeout(this.flush, most);
    if (look === undefined || this.look) return;
    this.look = setInterval(this.flush, look);
    this.look.unref();
  }

  /** It is being flushed now. */
  flushing(): void {
    if (this.idle) clearTimeout(this.idle);
    if (this.most) clearTimeout(this.most);
    this.idle = null;
    this.most = null;
  }

  /** Nothing is left to be flushed or looked for. */
  stop(): void {
    this.flushing();
    if (this.look) clearInterval(this.look);
    this.look = null;
  }
}
