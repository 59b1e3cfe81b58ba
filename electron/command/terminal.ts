/**
 * What the command writes to whoever called it, and the only place that writes it: results on standard output,
 * sentences on standard error. Whatever is shown has lost its control characters (visible-text.ts).
 *
 * A reader may go before the end (`zuban archive list … | head -1`): what comes after is then written to nobody, the
 * work goes on, and the files that were asked for are whole. Any other fault of standard output is told.
 */

import { visibleJson, visibleLine, visibleText } from '../base/visible-text.ts';
import { codeOf } from '../files/disk.ts';

export interface TerminalStreams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** One stream, which may be closed at any moment. */
class Channel {
  private isOpen = true;
  /** What went wrong, other than that nobody reads. */
  fault: string | null = null;

  constructor(private readonly stream: NodeJS.WritableStream) {
    stream.on('error', (error: Error) => {
      this.isOpen = false;
      if (codeOf(error) !== 'EPIPE') this.fault ??= codeOf(error);
    });
  }

  write(text: string): void {
    if (this.isOpen) this.stream.write(text);
  }

  /** When all of it is with the system, or cannot be. */
  written(): Promise<void> {
    if (!this.isOpen) return Promise.resolve();
    return new Promise((resolve) => {
      this.stream.once('error', () => resolve());
      this.stream.write('', () => resolve());
    });
  }
}

export class Terminal {
  private readonly result: Channel;
  private readonly remarks: Channel;
  /** True where a line can be written over. */
  readonly isTerminal: boolean;

  constructor({ stdout, stderr }: TerminalStreams) {
    this.result = new Channel(stdout);
    this.remarks = new Channel(stderr);
    this.isTerminal = stderr.isTTY === true;
  }

  /** One line of the result. */
  readonly out = (line: string): void => this.result.write(`${visibleLine(line)}\n`);
  readonly json = (value: unknown): void => this.result.write(`${visibleJson(value)}\n`);
  /** Lines of our own. */
  readonly text = (text: string): void => this.result.write(visibleText(text));
  /** One sentence beside the result. */
  readonly say = (sentence: string): void => this.remarks.write(`${visibleLine(sentence)}\n`);
  /** A line that the next one is written over; empty: none is left. */
  readonly status = (line: string): void => this.remarks.write(`\r${visibleLine(line)}\u001b[K`);

  /** Null where the result went out or nobody wanted it; else the system's code for why not. */
  async closed(): Promise<string | null> {
    await Promise.all([this.result.written(), this.remarks.written()]);
    return this.result.fault;
  }
}
