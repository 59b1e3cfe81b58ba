/**
 * What the reader of a source (Word, the clipboard, text) has to tell of the copy that it gives on: words that it left
 * out, guesses, parts that it could not read. The import makes notes of the issue of them (core/issue/import-notes.ts).
 */
export interface CopyNote {
  readonly severity: 'warning' | 'note';
  /** One Chinese sentence: what, where, and what to do. */
  readonly message: string;
  /** The words that were left out and can be put back, a line feed between paragraphs; '' for none. */
  readonly words: string;
  /** Line of the copy, from 1, that they stood in or after; null where it is about the whole. */
  readonly line: number | null;
}
