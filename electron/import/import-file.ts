/** A dropped file as what it brings: stories of copy (read-copy.ts), or a picture. */
import type { NewImportNote } from '../../core/issue/import-notes.ts';
import { isPicture, readCopy } from './read-copy.ts';
import { readPicture } from './read-picture.ts';
import { type ImportResult, readStories } from './read-stories.ts';
import type { UploadedFile } from './uploads.ts';

/** Throws InputError, ManuscriptError or IssueFileError, one sentence each. */
export const importFile = async (file: UploadedFile): Promise<ImportResult> =>
  (await isPicture(file)) ? importPicture(file) : readStories(file.name, await readCopy(file));

const importPicture = async ({ name, bytes }: UploadedFile): Promise<ImportResult> => {
  const { info, bytes: content, notes } = await readPicture(bytes, name);
  return {
    imported: {
      kind: 'picture',
      name,
      picture: info,
      notes: notes.map((message) => pictureNote(name, message)),
    },
    pictures: new Map([[info.id, content]]),
  };
};

/** A note of a picture that stands for itself; its story is made by the import. */
const pictureNote = (file: string, message: string): NewImportNote => ({
  file,
  line: null,
  severity: 'note',
  message,
  story: null,
  words: '',
  paragraph: null,
});
