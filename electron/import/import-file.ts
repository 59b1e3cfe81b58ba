/** A dropped file as what it brings: stories of copy (read-copy.ts), or a picture. */
import type { UploadedFile } from '../uploads.ts';
import { isPicture, readCopy } from './read-copy.ts';
import { readPicture } from './read-picture.ts';
import { type ImportResult, noteOf, readStories } from './read-stories.ts';

/** Throws InputError, ManuscriptError or IssueFileError, one sentence each. */
export const importFile = async (file: UploadedFile): Promise<ImportResult> =>
  (await isPicture(file)) ? importPicture(file) : readStories(file.name, await readCopy(file));

const importPicture = async ({ name, bytes }: UploadedFile): Promise<ImportResult> => {
  const { info, bytes: content, notes } = await readPicture(bytes, name);
  return {
    imported: { kind: 'picture', name, picture: info, problems: notes.map(noteOf) },
    pictures: new Map([[info.id, content]]),
  };
};
