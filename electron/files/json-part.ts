/**
 * JSON of a part that nobody has looked at yet: a few hundred kilobytes of zip can hold 60 MB of `[],[],…` or
 * `[[[[…`, whose values take gigabytes and whose faults take minutes to list. So the bytes are counted before they are
 * parsed: brackets, braces and commas outside of strings, which are never fewer than the values, and how deep they
 * stand in one another. The limits are far above any newspaper; what is saved is held to them too.
 */
import { IssueFileError } from '../../core/file/issue-file-error.ts';

export const JSON_LIMITS = {
  /** An issue's own deepest place is the ninth. */
  depth: 60,
  /** Of one part; a newspaper of 16 pages has some 50,000. */
  values: 2_000_000,
  /** Of all parts of a file together. */
  allValues: 8_000_000,
} as const;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** `[` and `{`, `]` and `}` differ by this bit only. */
const CURLY = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

export interface JsonSize {
  /** Never less than the number of values. */
  readonly values: number;
  readonly depth: number;
}

/** How large the value of JSON text becomes. Of text that is no JSON the numbers mean nothing, but are bounded too. */
export const jsonSize = (bytes: Uint8Array): JsonSize => {
  let values = 1;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      at++;
      while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
    } else if (byte === COMMA) values++;
    else if ((byte | CURLY) === OPENING) {
      values++;
      if (++depth > deepest) deepest = depth;
    } else if ((byte | CURLY) === CLOSING) depth--;
  }
  return { values, depth: deepest };
};

/** Answers the number of values. Throws IssueFileError where it is more than an issue file holds. */
export const checkJson = (bytes: Uint8Array, what: string): number => {
  const { values, depth } = jsonSize(bytes);
  if (values > JSON_LIMITS.values || depth > JSON_LIMITS.depth)
    throw new IssueFileError(`${what}里的数据过多或层次过深，不是正常的期文件，没有打开。`);
  return values;
};

/** The value of a part. Throws IssueFileError; `what` names the part. */
export const readJson = (bytes: Uint8Array, what: string): unknown => {
  checkJson(bytes, what);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new IssueFileError(`${what}读不出来，可能已损坏`, { advice: '请改用备份' });
  }
};
