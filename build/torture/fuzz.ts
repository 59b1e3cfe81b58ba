/**
 * Opens files that are not right. Each opens with a sentence or whole and equal; none hangs, none takes the memory of
 * the machine, and nothing is written: the disk that is opened from refuses every writing operation.
 */
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import type { Disk } from '../../electron/files/disk.ts';
import { packIssue } from '../../electron/files/issue-container.ts';
import { readIssueFile } from '../../electron/files/issue-store.ts';
import { describePicture } from '../../electron/import/pictures.ts';
import { mutated } from './mutated.ts';
import { pictureOf, seeded, startIssue, workEdit } from './work.ts';

export interface FuzzFigures {
  readonly files: number;
  readonly opened: number;
  readonly refused: number;
  /** ms. */
  readonly slowest: number;
  /** Resident memory at its most, MB. */
  readonly memory: number;
  readonly faults: readonly string[];
}

const MOST_MS = 5_000;
const MOST_MB = 1_000;

const issueWithPicture = (): { issue: Issue; pictures: ReadonlyMap<PictureId, Uint8Array> } => {
  const picture = pictureOf(25)!;
  const info = describePicture(picture.bytes, picture.name);
  return {
    issue: workEdit(startIssue(), 25, info).issue,
    pictures: new Map([[info.id, picture.bytes]]),
  };
};

const refuse = (): never => {
  throw new Error('opening wrote something');
};

const readOnlyDisk = (bytes: Uint8Array): Disk => ({
  read: async () => bytes,
  readPart: async (_path, from, length) => bytes.slice(from, from + length),
  facts: async () => ({ kind: 'file', size: bytes.length, modified: 0, id: '' }),
  list: async () => [],
  target: async (path) => path,
  create: refuse,
  makeFolder: refuse,
  rename: refuse,
  link: refuse,
  remove: refuse,
  removeFolder: refuse,
  syncFolder: refuse,
});

type Outcome = 'opened' | 'refused';

/** Throws where the answer is neither the issue nor a sentence; `same`: the issue must be this one. */
const tryOpen = async (bytes: Uint8Array, same: Issue | null): Promise<Outcome> => {
  try {
    const { issue } = await readIssueFile('/第43期.zuban', readOnlyDisk(bytes));
    if (same && canonicalJson(issue) !== canonicalJson(same)) throw new Error('another issue was opened');
    return 'opened';
  } catch (error) {
    if (error instanceof IssueFileError && /^“第43期\.zuban”[^\n]*。$/.test(error.message)) return 'refused';
    throw error;
  }
};

const runAll = async (files: Iterable<{ bytes: Uint8Array; same: Issue | null; what: string }>) => {
  const figures = { files: 0, opened: 0, refused: 0, slowest: 0, memory: 0 };
  const faults: string[] = [];
  for (const { bytes, same, what } of files) {
    const started = performance.now();
    figures.files++;
    try {
      figures[await tryOpen(bytes, same)]++;
    } catch (error) {
      faults.push(`${what}: ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`);
    }
    const took = performance.now() - started;
    figures.slowest = Math.max(figures.slowest, took);
    figures.memory = Math.max(figures.memory, process.memoryUsage.rss() / 1e6);
    if (took > MOST_MS) faults.push(`${what}: took ${took.toFixed(0)} ms`);
  }
  if (figures.memory > MOST_MB) faults.push(`memory: ${figures.memory.toFixed(0)} MB`);
  return { ...figures, faults };
};

export const fuzzOpening = (count: number, seed: number): Promise<FuzzFigures> => {
  const { issue, pictures } = issueWithPicture();
  const packed = packIssue(issue, pictures);
  const random = seeded(seed);
  return runAll(
    (function* () {
      for (let n = 0; n < count; n++)
        yield { bytes: mutated(packed, random), same: null, what: `file ${n} of seed ${seed}` };
    })(),
  );
};

/** Every region of `step` bytes flipped, blanked and the file cut there: a sentence, or the very same issue. */
export const flipEveryRegion = (step: number): Promise<FuzzFigures> => {
  const { issue, pictures } = issueWithPicture();
  const packed = packIssue(issue, pictures);
  return runAll(
    (function* () {
      for (let at = 0; at < packed.length; at += step) {
        const flipped = packed.slice();
        flipped[at]! ^= 1 << ((at / step) % 8);
        yield { bytes: flipped, same: issue, what: `a bit of byte ${at} flipped` };
        const blanked = packed.slice();
        blanked.fill(0, at, at + step);
        yield { bytes: blanked, same: issue, what: `${step} bytes from ${at} blanked` };
        yield { bytes: packed.slice(0, at), same: issue, what: `cut at ${at}` };
      }
    })(),
  );
};
