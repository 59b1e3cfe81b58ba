/**
 * Ctrl+C and the system's request to end. A command ends at once, but never within a file: what is being written is
 * written whole first (`unbroken`). Work that can stop between two files of many says so (`interruptible`) and then
 * ends by itself, with what it has done so far.
 */

/** 128 and the signal's number, as shells have it. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Ending = keyof typeof CODES;
const ENDINGS = Object.keys(CODES) as readonly Ending[];

/** A launcher between the keyboard and us may pass the same Ctrl+C on: only a later one is a second one. */
const SECOND_MS = 1000;

let unfinished = 0;
let stop: AbortController | null = null;
/** The first signal's code, and how to end; null while none has come, or nobody listens. */
let wanted: { readonly code: number; readonly end: () => void } | null = null;

/** Runs what must not be cut in its middle. */
export const unbroken = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  unfinished++;
  try {
    return await work();
  } finally {
    unfinished--;
    endWhereWanted();
  }
};

/** Runs what stops by itself once the signal is aborted; the signal's reason is the exit code. */
export const interruptible = async <Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const own = new AbortController();
  stop = own;
  if (wanted) own.abort(wanted.code);
  try {
    return await work(own.signal);
  } finally {
    stop = null;
  }
};

const endWhereWanted = (): void => {
  if (wanted && unfinished === 0 && stop === null) wanted.end();
};

/** Runs a command; where a signal comes, `end` is called with the exit code as soon as no file is open. */
export const listening = async <Result>(
  end: (code: number) => void,
  work: () => Promise<Result>,
): Promise<Result> => {
  let since = 0;
  const hear = (name: Ending): void => {
    const code = CODES[name];
    if (wanted) {
      if (performance.now() - since >= SECOND_MS) end(code);
      return;
    }
    since = performance.now();
    wanted = { code, end: () => end(code) };
    stop?.abort(code);
    endWhereWanted();
  };
  const hearings = ENDINGS.map((name) => [name, () => hear(name)] as const);
  for (const [name, hearing] of hearings) process.on(name, hearing);
  try {
    return await work();
  } finally {
    for (const [name, hearing] of hearings) process.off(name, hearing);
    wanted = null;
  }
};
