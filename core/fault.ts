/**
 * Problem: what goes wrong must be told to a person in a sentence, and be decided on by the program: whether the
 * backup of a file is offered, whether the host gets the issue whole. A decision by the letters of a sentence breaks
 * when the sentence is reworded.
 * Method: one class for all that a user may read, with a code to decide by. Its subclasses say whose fault it is and
 * have a general code each; where somebody decides by the reason, the reason has a code of its own.
 * Limits: an error that is no Fault is the program's own: its text is for the log, and no user sees it. The class
 * stands here and not in contract/, since the folders that throw come before that; how it travels is in
 * contract/fault.ts.
 */

/** General: the first five. The others are decided by. */
export type FaultCode =
  /** InputError: what was given or asked for cannot be done. */
  | 'input'
  /** UsageError: the command line. */
  | 'usage'
  /** ManuscriptError: a file of copy as a whole. */
  | 'manuscript'
  /** IssueFileError: what an issue file holds. */
  | 'issue-file'
  /** The program's own fault, of which none but the log knows more. */
  | 'unexpected'
  /** The issue file itself does not open: its backup or its whole parts can be had instead. */
  | 'file-not-opened'
  /** The page's issue is not the host's: nothing was done, and the page is to send it whole. */
  | 'out-of-step'
  /** A later window of the same host has the issue: this one may change nothing any more. */
  | 'other-window'
  /** Work that was ended because somebody asked for it. */
  | 'cancelled'
  /** Arguments that no page of ours sends. */
  | 'invalid-request'
  /** The host does not answer, or not this page. */
  | 'host-gone'
  /** The program's own fault that a user can do something about: a part of it is missing. */
  | 'program';

/** Where a fault stands: in which file, and on which line from 1, where it has one. */
export interface FaultPlace {
  readonly file: string;
  readonly line?: number;
}

export interface FaultOptions {
  readonly cause?: unknown;
  readonly place?: FaultPlace | undefined;
}

/** `message` is one Chinese sentence with the cause and what to do, shown as it is. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly place: FaultPlace | undefined;

  constructor(code: FaultCode, message: string, { cause, place }: FaultOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.place = place;
  }
}

export const isFaultOf = (error: unknown, code: FaultCode): error is Fault =>
  error instanceof Fault && error.code === code;

/** The sentence without its full stop, to stand within another one. */
export const phraseOf = (sentence: string): string =>
  sentence.endsWith('。') ? sentence.slice(0, -1) : sentence;
