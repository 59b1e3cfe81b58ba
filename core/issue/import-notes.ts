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
  return notes.map((note, n) => ({ ...note, id: `n${first + n}` }));
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
export const dismissImportNotes = (issue: Issue, ids: readonly string[]): EditedIssue =>
  inTurn(
    issue,
    '撤去导入提示',
    ids.map((id) => (at: Issue) => dismissImportNote(at, id)),
  );

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
