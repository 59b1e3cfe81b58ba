/**
 * Pictures that the copy asks for and that did not come: import notes about them. A picture is told by the name of its
 * file, whatever folder and case; one of another name is taken for the one that the story waits for where there is no
 * doubt which. Pure.
 */
import type { ImportNote, Issue, NoteSubject, StoryId } from './issue.ts';

export type AwaitedPicture = NoteSubject & { readonly kind: 'picture' };

/** The last part of a path, in one case: what tells files of a picture apart. */
export const pictureFileKey = (file: string): string => {
  const name = file.split(/[\\/]/).at(-1)!;
  return decoded(name).normalize('NFC').toLowerCase();
};

/** Addresses of Markdown and HTML write spaces and Han as %20, %E5…. */
const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

const isOfPicture = (note: ImportNote): note is ImportNote & { readonly about: AwaitedPicture } =>
  note.about?.kind === 'picture';

/** The story that the copy gives a picture of that file to; null for none. */
export const storyAwaiting = (issue: Pick<Issue, 'importNotes'>, file: string): StoryId | null =>
  issue.importNotes.find((note) => isOfPicture(note) && isNamed(note.about, file))?.story ?? null;

const isNamed = ({ file }: AwaitedPicture, name: string): boolean =>
  file !== '' && pictureFileKey(file) === pictureFileKey(name);

/**
 * The note that a picture of the story answers, and its index: that of its name, else that of a caption without a
 * name, else the only one there is. Null for none.
 */
export const awaitedPicture = (
  issue: Issue,
  story: StoryId,
  name: string,
): { readonly index: number; readonly about: AwaitedPicture } | null => {
  const own = issue.importNotes.flatMap((note, index) =>
    note.story === story && isOfPicture(note) ? [{ index, about: note.about }] : [],
  );
  return (
    own.find(({ about }) => isNamed(about, name)) ??
    own.find(({ about }) => about.file === '') ??
    (own.length === 1 ? own[0]! : null)
  );
};
