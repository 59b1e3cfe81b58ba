/**
 * The contract between the page and the computer's side: every channel with its function type, and a
 * validator for everything that comes in from the page. Both ends and both transports (Electron IPC, HTTP on
 * loopback) are typed by `Contract`; a channel that is not named here does not exist.
 *
 * Bytes (metric tables, fonts, pictures, a finished PDF) do not cross here but have addresses (addresses.ts).
 */
import { z } from 'zod';
import type { Issue } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';

/** An issue as the page receives it. Problems are those of reading it; layout finds its own. */
export interface OpenedIssueMessage {
  readonly issue: Issue;
  /** What the window calls it, e.g. the first manuscript's name. */
  readonly fileName: string;
  readonly problems: readonly Problem[];
}

/** A file that was made: saved at `path`, or to be fetched from `address`. Null path and address: cancelled. */
export interface ExportedFile {
  readonly fileName: string;
  readonly path: string | null;
  readonly address: string | null;
  readonly bytes: number;
}

export interface Contract {
  /** The issue that the host was started on. */
  'issue.open'(): Promise<OpenedIssueMessage>;
  /** The issue as a printable PDF; `pages` from 1, empty for all. */
  'export.pdf'(request: ExportPdfRequest): Promise<ExportedFile>;
}

export interface ExportPdfRequest {
  readonly pages: readonly number[];
}

export type Channel = keyof Contract;

/** What a channel's arguments must be. The host parses with these before it calls a handler. */
export const ARGUMENTS: { readonly [C in Channel]: z.ZodType<Parameters<Contract[C]>> } = {
  'issue.open': z.tuple([]),
  'export.pdf': z.tuple([z.strictObject({ pages: z.array(z.int().min(1).max(999)).max(999) })]),
};

export const isChannel = (name: string): name is Channel => Object.hasOwn(ARGUMENTS, name);

/** Calls the channel's handler with arguments from outside. Throws a ZodError where they are not its own. */
export const dispatch = (handlers: Contract, channel: Channel, args: unknown): Promise<unknown> => {
  switch (channel) {
    case 'issue.open':
      return handlers[channel](...ARGUMENTS[channel].parse(args));
    case 'export.pdf':
      return handlers[channel](...ARGUMENTS[channel].parse(args));
  }
};
