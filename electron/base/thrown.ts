/**
 * What a task of another process or thread threw, as a message can hold it: a Fault stays one, with its code; of
 * anything else there are the words for the log, which no user sees.
 */
import { type Failure, Fault, failureOf, faultOf } from '../../core/contract/fault.ts';

export type Thrown = { readonly failure: Failure } | { readonly error: string };

/** The text of an error with what caused it, for the log. */
export const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ← ${wordsOf(error.cause)}`;
};

export const thrownOf = (error: unknown): Thrown =>
  error instanceof Fault ? { failure: failureOf(error) } : { error: wordsOf(error) };

/** The error to throw here. */
export const errorOf = (thrown: Thrown): Error =>
  'failure' in thrown ? faultOf(thrown.failure) : new Error(thrown.error);
