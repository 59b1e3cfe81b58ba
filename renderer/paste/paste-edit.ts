/** A paste as an edit: the lines in the place of what is selected, and the notes of what was left out, as one step. Pure. */
import { inTurn } from '../../core/issue/edit.ts';
import { addImportNotes } from '../../core/issue/import-notes.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { plainLine, replaceRange, type TextEdit } from '../../core/issue/text-edits.ts';
import type { TextRange } from '../../core/issue/text-place.ts';
import { joinedTexts } from './clean-line.ts';
import { pasteNotes } from './paste-notes.ts';
import type { PastedCopy } from './pasted-copy.ts';
import { unmarked } from './script-characters.ts';

/** The lines as the one of a text without marks. */
export const oneLine = (copy: PastedCopy): { readonly text: string; readonly onLine: readonly string[] } => {
  const lines = copy.lines.map(unmarked);
  return {
    text: joinedTexts(lines.map(({ text }) => text)),
    onLine: lines.flatMap(({ onLine }) => onLine),
  };
};

export const pasteOver = (
  issue: Issue,
  { from, to }: TextRange,
  copy: PastedCopy,
  breaksOf?: (text: string) => readonly number[],
): TextEdit => {
  const isBody = from.part === 'body';
  const lines = isBody ? copy.lines : [plainLine(oneLine(copy).text)];
  // Where all was left out, what is selected stays.
  const empty = copy.lines.length === 0;
  const put = empty ? null : replaceRange(issue, from, to, lines, breaksOf, '粘贴');
  const notes = pasteNotes(copy, from.story, (line) => (isBody ? from.paragraph + Math.max(0, line) : null));
  return {
    ...inTurn(issue, '粘贴', [
      ...(put ? [() => put] : []),
      ...(notes.length > 0 ? [(at: Issue) => addImportNotes(at, notes)] : []),
    ]),
    caret: put?.caret ?? from,
  };
};
