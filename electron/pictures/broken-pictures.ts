/**
 * Which pictures of an issue cannot be printed. What came in by this program was judged then, and says so
 * (`PictureInfo.whole`, which a file of our own is believed); what stands in older files is judged once and
 * remembered by its id, which names its content.
 */
import { type PictureFault, pictureProblems } from '../../core/check/picture-problems.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { isPng } from './png-chunks.ts';

type Pictures = ReadonlyMap<PictureId, Uint8Array>;

/** Identifiers and verdicts only. */
const judged = new Map<PictureId, Promise<PictureFault | null>>();
const MOST_JUDGED = 10_000;

/** The verdict on a picture, which is looked for once. Begun ahead by those who will ask in a moment. */
export const judgeOnce = (id: PictureId, bytes: Uint8Array): Promise<PictureFault | null> => {
  const known = judged.get(id);
  if (known) return known;
  if (judged.size >= MOST_JUDGED) judged.clear();
  const verdict = import('./judge-picture.ts').then(({ judgePicture }) => judgePicture(bytes));
  judged.set(id, verdict);
  // A process that could not be started says nothing of the picture: it is asked again the next time.
  verdict.catch(() => judged.delete(id));
  return verdict;
};

/** What is wrong with each of the pictures `of`; those in order are absent. */
export const pictureFaults = async (
  issue: Issue,
  pictures: Pictures,
  of: Iterable<PictureId> = issue.pictures.map(({ id }) => id),
): Promise<ReadonlyMap<PictureId, PictureFault>> => {
  const whole = new Set(issue.pictures.filter((picture) => picture.whole).map(({ id }) => id));
  const faults = new Map<PictureId, PictureFault>();
  const verdicts = [...of].map(async (id) => {
    const bytes = pictures.get(id);
    if (!bytes) faults.set(id, 'missing');
    else if (!whole.has(id)) {
      /* A JPEG goes into the PDF as it is; whoever could not judge it says nothing of it. */
      const fault = await judgeOnce(id, bytes).catch((): PictureFault | null =>
        isPng(bytes) ? 'unread' : null,
      );
      if (fault !== null) faults.set(id, fault);
    }
  });
  await Promise.all(verdicts);
  return faults;
};

/** A problem for each place of the issue where such a picture stands: page, story, frame, file name. */
export const brokenPictures = async (issue: Issue, pictures: Pictures): Promise<readonly Problem[]> =>
  pictureProblems(issue, await pictureFaults(issue, pictures));
