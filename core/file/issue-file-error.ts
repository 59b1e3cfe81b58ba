/**
 * What keeps an issue file from being read or written. `message` is one Chinese sentence that names the file or the
 * place in it, the cause and what to do, fit to be shown as it is.
 */
import { Fault, type FaultCode, phraseOf } from '../fault.ts';

export interface IssueFileErrorOptions {
  readonly cause?: unknown;
  readonly code?: FaultCode;
  /** What to do, a phrase that ends the sentence. */
  readonly advice?: string;
}

export class IssueFileError extends Fault {
  /** What is wrong, without what to do: a phrase. */
  readonly what: string;

  /** @param sentence whole; with `advice` its first part, a phrase */
  constructor(sentence: string, { cause, code, advice }: IssueFileErrorOptions = {}) {
    super(code ?? 'issue-file', advice === undefined ? sentence : `${sentence}，${advice}。`, { cause });
    this.name = 'IssueFileError';
    this.what = phraseOf(sentence);
  }
}
