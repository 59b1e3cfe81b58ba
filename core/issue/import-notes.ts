/**
 * Edits of 导入提示: what an import has to tell comes in with its stories, is put aside when an editor has dealt with
 * it, and the words that it carries are put back by one act. Each is an edit like any other and can be undone. Pure.
 */
import { type EditedIssue, editAt, inTurn } from './edit.ts';
import { type ImportNote, type Issue, paragraph } from './issue.ts';
import { nextNoteId } from './new-ids.ts';
import { insertParagraph } from './story-edits.ts';

/** A note before it has its id. */
export type NewImportNote = Omit<ImportNote, 'id'>;

/** Adds notes at the end of the list; each gets an id of its own. Throws where a note's story does not exist. */
export const addImportNotes = (issue: Issue, notes: readonly NewImportNote[]): EditedIssue => {
  const known = new Set(issue.stories.map(({ id }) => id));
  for (const { story } of notes)
    if (story !== null && !known.has(story)) throw new Error(`no story ${story}`);
  const path = ['importNotes'];
  const start = issue.importNotes.length;
  const put = withNoteIds(issue, notes).map((note, n) => ({ put: note, path, index: start + n }));
  return editAt(issue, '导入提示', put);
};

/** The notes with ids that no note of the issue has. */
export const withNoteIds = (
  issue: Pick<Issue, 'importNotes'>,
  notes: readonly NewImportNote[],
): readonly ImportNote[] => {
  const first = Number(nextNoteId(issue).slice(1));
  return notes.map((note, n) => ({ ...cleanNote(note), id: `n${first + n}` }));
};

const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A note as an issue may hold it: it quotes sources, whose controls and halves of characters no text of an issue has
 * (edit.ts).
 */
const cleanNote = (note: NewImportNote): NewImportNote => {
  const lines = (text: string): string => text.replace(UNWANTED, '');
  const line = (text: string): string => lines(text).replaceAll('\n', ' ');
  return { ...note, file: line(note.file), message: line(note.message), words: lines(note.words) };
};

const noteIndex = (issue: Issue, id: string): number => {
  const index = issue.importNotes.findIndex((note) => note.id === id);
  if (index < 0) throw new Error(`no import note ${id}`);
  return index;
};

/** Takes a note out of the list. Throws where there is none of that id. */
export const dismissImportNote = (issue: Issue, id: string): EditedIssue => {
  const index = noteIndex(issue, id);
  const take = issue.importNotes[index];
  return editAt(issue, '撤去导入提示', [{ take, path: ['importNotes'], index }]);
};

/** Takes all of them out of the list: 全部知道了. Throws where there is none of an id. */
export const dismissImportNotes = (issue: Issue, ids: readonly string[]): EditedIssue => {
  const wanted = new Set(ids);
  const takes = issue.importNotes.flatMap((take, index) =>
    wanted.has(take.id) ? [{ take, path: ['importNotes'], index }] : [],
  );
  if (takes.length !== wanted.size) throw new Error(`no import note among ${ids.join(', ')}`);
  // From the last, so that each index is still true when its turn comes.
  return editAt(issue, '撤去导入提示', takes.reverse());
};

export const canPutBack = (note: ImportNote): boolean => note.story !== null && note.words.trim() !== '';

/**
 * Puts a note's words back as paragraphs of their own, one a line, behind the paragraph that they stood in or after
 * (at the story's end where that one is gone), and takes the note out of the list. Throws where it has no words.
 */
export const putBackWords = (issue: Issue, id: string): EditedIssue => {
  const note = issue.importNotes[noteIndex(issue, id)]!;
  const { story, words } = note;
  if (story === null || !canPutBack(note)) throw new Error(`nothing to put back: ${id}`);
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const length = issue.stories.find((one) => one.id === story)!.paragraphs.length;
  const first = Math.min(length, note.paragraph === null ? 0 : note.paragraph + 1);
  return inTurn(issue, '放回撤下的文字', [
    ...lines.map((line, n) => (at: Issue) => insertParagraph(at, story, first + n, paragraph(line))),
    (at) => dismissImportNote(at, id),
  ]);
};
