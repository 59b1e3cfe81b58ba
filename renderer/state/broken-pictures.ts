/**
 * Pictures that cannot be printed, as the host judges them: asked for in an idle moment after an issue was opened. What
 * is imported now is judged before it comes.
 */
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import { host } from '../host/host.ts';

/** Of all issues of this window: an id names a picture's content. */
let broken: ReadonlySet<PictureId> = new Set();

export const brokenPictures = (): ReadonlySet<PictureId> => broken;

/** A host that does not answer says nothing of the pictures: the export names them all the same. */
export const learnBrokenPictures = async ({ pictures }: Issue): Promise<void> => {
  if (pictures.length === 0) return;
  const found = await host()
    ['pictures.broken']()
    .catch(() => []);
  broken = new Set([...broken, ...found.map(({ id }) => id)]);
};
