/**
 * Which pictures of an issue cannot be printed. Nothing that a file says of its pictures is believed: each is judged
 * once, and the verdict is remembered, while the program runs, by the id, which names the content.
 */
import { type PictureFault, pictureProblems } from '../../core/check/picture-problems.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { ProcessEnded } from '../process/worker-process.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { isPng } from './png-chunks.ts';

type Pictures = ReadonlyMap<PictureId, Uint8Array>;

/** Identifiers and verdicts only. */
const judged = new Map<PictureId, Promise<PictureFault | null>>();
const MOST_JUDGED = 10_000;

const remember = (id: PictureId, verdict: Promise<PictureFault | null>): void => {
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(id, verdict);
};

/** The program's own, or made by it a moment ago. */
export const takeForSound = (id: PictureId): void => remember(id, Promise.resolve(null));

/** The verdict on a picture, which is looked for once. Begun ahead by those who will ask in a moment. */
export const judgeOnce = (id: PictureId, bytes: Uint8Array): Promise<PictureFault | null> => {
  const known = judged.get(id);
  if (known) return known;
  const verdict = import('./judge-picture.ts').then(({ judgePicture }) => judgePicture(bytes));
  remember(id, verdict);
  // A process that could not be started says nothing of the picture: it is asked again the next time.
  verdict.catch(() => judged.delete(id));
  return verdict;
};

/** What is known of a picture whose reading did not come to its end: no more than how that ended. */
export const faultOfEnd = (error: unknown): PictureFault => {
  if (!(error instanceof ProcessEnded)) return 'unread';
  if (error.reason === 'time') return 'late';
  return error.reason === 'memory' ? 'memory' : 'unread';
};

/**
 * Where nobody could judge it: a JPEG that DCTDecode reads goes into the PDF as it is, and is given the benefit of the
 * doubt; anything else would have to be decoded by the writer.
 */
const unjudged = (bytes: Uint8Array, error: unknown): PictureFault | null =>
  readJpegHeader(bytes)?.printable ? null : faultOfEnd(error);

const isOfItsKind = (id: PictureId, bytes: Uint8Array): boolean => id.endsWith('.png') === isPng(bytes);

/** What is wrong with each of the pictures `of`; those in order are absent. */
export const pictureFaults = async (
  issue: Issue,
  pictures: Pictures,
  of: Iterable<PictureId> = issue.pictures.map(({ id }) => id),
): Promise<ReadonlyMap<PictureId, PictureFault>> => {
  const faults = new Map<PictureId, PictureFault>();
  const verdicts = [...of].map(async (id) => {
    const bytes = pictures.get(id);
    if (!bytes) faults.set(id, 'missing');
    else if (!isOfItsKind(id, bytes)) faults.set(id, 'damaged');
    else {
      const fault = await judgeOnce(id, bytes).catch((error: unknown) => unjudged(bytes, error));
      if (fault !== null) faults.set(id, fault);
    }
  });
  await Promise.all(verdicts);
  return faults;
};

/** A problem for each place of the issue where such a picture stands: page, story, frame, file name. */
export const brokenPictures = async (issue: Issue, pictures: Pictures): Promise<readonly Problem[]> =>
  pictureProblems(issue, await pictureFaults(issue, pictures));
