/**
 * Opens files that are not right. Each opens with a sentence or whole and equal; none hangs, none takes the memory of
 * the machine, and nothing is written: the disk that is opened from refuses every writing operation.
 */

import { BLACK, type DisplayList } from '../../core/display/display-list.ts';
import { canonicalJson } from '../../core/file/canonical-json.ts';
import { type IssueFile, issueFileOf, withPrint, withVersion } from '../../core/file/issue-file.ts';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import { type Issue, type PictureId, paragraph } from '../../core/issue/issue.ts';
import type { Disk } from '../../electron/files/disk.ts';
import { packIssue, packIssueFile } from '../../electron/files/issue-container.ts';
import { readIssueFile } from '../../electron/files/issue-store.ts';
import { describePicture } from '../../electron/pictures/describe-picture.ts';
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
  folders: async () => [],
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

const MARK = { at: '2026-11-20T17:30:00+08:00', by: '张三', engine: '1' };
const BODY = {
  kind: 'glyphs',
  role: 'body',
  source: null,
  frame: null,
  face: 'serif-400',
  size: 10.5,
} as const;

/** The pages of a printing: a line for each paragraph. */
const pagesOf = (issue: Issue): DisplayList => {
  const items = issue.stories.flatMap(({ paragraphs }) =>
    paragraphs.map(({ text }, line) => {
      const shown = [...text].slice(0, 25);
      return { ...BODY, ink: BLACK, text: shown.join(''), xs: shown.map((_, i) => i * 10.5), y: line * 15 };
    }),
  );
  return {
    title: '第43期',
    pages: [{ number: 1, name: '要闻', width: 780, height: 1_090, items, parts: [items] }],
  };
};

/** Versions and prints as well. */
const fileWithAll = (): IssueFile => {
  const { issue, pictures } = issueWithPicture();
  const kept = withVersion(issueFileOf(startIssue(), pictures), { name: '初版', note: '', ...MARK });
  const file = withVersion({ ...kept, issue }, { name: '付印', note: '送厂', ...MARK });
  const pdf = new TextEncoder().encode('%PDF-1.7');
  return withPrint(file, { ...MARK, issueHash: '0'.repeat(64), displayList: pagesOf(issue), faces: [], pdf });
};

/** JSON as large as one part may be, in a file that is right: two stories' paragraphs are many. */
const largeFile = (): IssueFile => {
  const issue = startIssue();
  const paragraphs = Array.from({ length: 12_000 }, (_, n) => paragraph(`第${n}段`));
  const stories = issue.stories.map((story, s) => (s < 2 ? { ...story, paragraphs } : story));
  return issueFileOf({ ...issue, stories }, new Map());
};

/** Every so many of the files begin from the large one, which takes its time. */
const LARGE_EVERY = 25;

export const fuzzOpening = (count: number, seed: number): Promise<FuzzFigures> => {
  const { issue, pictures } = issueWithPicture();
  const usual = [packIssue(issue, pictures), packIssueFile(fileWithAll())] as const;
  const large = packIssueFile(largeFile());
  const random = seeded(seed);
  return runAll(
    (function* () {
      for (let n = 0; n < count; n++)
        yield {
          bytes: mutated(n % LARGE_EVERY === 0 ? large : usual[n % 2 === 0 ? 0 : 1], random),
          same: null,
          what: `file ${n} of seed ${seed}`,
        };
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
