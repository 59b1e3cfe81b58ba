/**
 * Writes the lines of a pasted page: white space collapses as a browser would draw it, a wrapped source line leaves no
 * space between two Han, a TAB and the edge between two cells of a table are a full-width blank, so that nothing runs
 * into its neighbour. What is left out is kept beside the line that it stood in. Pure.
 */

import type { Mark, MarkKind } from '../../core/issue/issue.ts';
import { normalMarks } from '../../core/issue/marks.ts';
import { wordsInScript } from '../../core/issue/script-forms.ts';
import { DROPPED, NARROW } from './clean-line.ts';
import { type LeftOutReason, type Look, leftOutFor } from './text-look.ts';

/** A line, or words that stood in the line before it and are left out. */
export type Written =
  | { readonly kind: 'line'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'left'; readonly reason: LeftOutReason; readonly words: string };

/** `soft`: a source line's end; `hard`: no-break spaces, which Word and web pages fill up with. */
type Space = 'none' | 'plain' | 'soft' | 'hard' | 'tab';

/** What opens a line and is not its text. */
const EDGE_SPACE = /^[\s\u3000]$/;
const LETTERS = /[\u0021-\u024f\u0370-\u03ff\u2070-\u209f\u2212]/;

const kindsOf = (look: Look, character: string): readonly MarkKind[] => {
  const kinds: MarkKind[] = [];
  if (look.bold) kinds.push('bold');
  if (look.emphasis) kinds.push('emphasis');
  if (look.script === 'superscript' || look.script === 'subscript') kinds.push(look.script);
  else if (look.script && LETTERS.test(character))
    kinds.push(look.script === 'raised' ? 'superscript' : 'subscript');
  return kinds;
};

/** A row of a table whose cells are being written; further in than MOST_NESTED it is none. */
interface Row {
  readonly cells: Written[][];
  readonly outer: Written[];
}

/** Tables within tables: each passes on what stands in those within it. */
const MOST_NESTED = 16;

/** A row longer than this, its cells of several lines each, is a page's layout and no row of a table. */
const LONGEST_ROW = 120;

/** What is left out is quoted as it looked. */
const raisedOrLowered = ({ script }: Look): 'superscript' | 'subscript' | null =>
  script === 'raised' ? 'superscript' : script === 'lowered' ? 'subscript' : script;

export class LineWriter {
  /** Where finished lines go: the page's list, or the open cell's. */
  private target: Written[] = [];
  private readonly rows: Row[] = [];
  /** Rows that are open further in. */
  private deeper = 0;
  /** Of the line, with its length: a text that grew by each character would be copied at each look at its end. */
  private pieces: string[] = [];
  private length = 0;
  private last = '';
  /** Where the last character that is no blank ends. */
  private inkEnd = 0;
  private marks: { from: number; to: number; kind: MarkKind }[] = [];
  private readonly lastOfKind = new Map<MarkKind, { from: number; to: number; kind: MarkKind }>();
  private space: Space = 'none';
  private left: { reason: LeftOutReason; words: string[] }[] = [];
  /** The words left out last go on: nothing visible has come since. */
  private leaving = false;
  private inserting = false;
  insertions = 0;

  put(text: string, look: Look): void {
    const reason = leftOutFor(look);
    if (reason) {
      this.leaveOut(wordsInScript(text, raisedOrLowered(look)), reason);
      return;
    }
    for (const character of text) {
      if (character === '\n' && look.keepsLines) this.end();
      else if (character === '\t' && look.keepsLines) this.tab();
      else if (character === '\u00a0') this.wait('hard');
      else if (/^[ \t\n\r\f]$/.test(character))
        this.wait(character === '\n' || character === '\r' ? 'soft' : 'plain');
      else if (!DROPPED.test(character) && !(this.length === 0 && EDGE_SPACE.test(character)))
        this.add(character, look);
    }
  }

  /** What stands between two columns. */
  tab(): void {
    this.wait('tab');
  }

  private wait(space: Space): void {
    if (this.space === 'tab' || (this.space === 'hard' && space !== 'tab')) return;
    if (space !== 'plain' || this.space === 'none') this.space = space;
  }

  private leaveOut(text: string, reason: LeftOutReason): void {
    const words = text.replace(/[\s\u00a0]+/g, ' ');
    if (words.trim() === '') {
      if (this.leaving) this.left.at(-1)?.words.push(words);
      return;
    }
    const open = this.leaving ? this.left.at(-1) : undefined;
    if (open?.reason === reason) open.words.push(words);
    else this.left.push({ reason, words: [words] });
    this.leaving = true;
  }

  private add(character: string, look: Look): void {
    if (this.length > 0) this.write(this.spaceBefore(character));
    this.space = 'none';
    this.leaving = false;
    if (look.inserted && !this.inserting) this.insertions++;
    this.inserting = look.inserted;
    const from = this.length;
    this.write(character);
    for (const kind of kindsOf(look, character)) this.mark(kind, from);
    if (character !== '\u3000') this.inkEnd = this.length;
  }

  private write(piece: string): void {
    if (piece === '') return;
    this.pieces.push(piece);
    this.length += piece.length;
    this.last = piece;
  }

  private mark(kind: MarkKind, from: number): void {
    const last = this.lastOfKind.get(kind);
    // A space between two bold words is bold.
    if (last && last.to >= this.inkEnd) {
      last.to = this.length;
      return;
    }
    const mark = { from, to: this.length, kind };
    this.marks.push(mark);
    this.lastOfKind.set(kind, mark);
  }

  private spaceBefore(next: string): string {
    const before = this.last;
    switch (this.space) {
      case 'none':
        return '';
      case 'plain':
        return ' ';
      case 'soft':
        return NARROW.test(before) || NARROW.test(next) ? ' ' : '';
      case 'hard':
        return NARROW.test(before) && NARROW.test(next) ? ' ' : '';
      case 'tab':
        return '\u3000';
    }
  }

  end(): void {
    if (this.length === 0 && this.left.length === 0) {
      this.space = 'none';
      return;
    }
    // `trimEnd` knows the full-width blank, and looks from the end.
    const text = this.pieces.join('').trimEnd();
    if (text !== '')
      this.target.push({
        kind: 'line',
        text,
        marks: normalMarks(this.marks.map((m) => ({ ...m, to: Math.min(m.to, text.length) }))),
      });
    for (const { reason, words } of this.left)
      this.target.push({ kind: 'left', reason, words: words.join('').trim() });
    this.pieces = [];
    this.length = 0;
    this.last = '';
    this.inkEnd = 0;
    this.marks = [];
    this.lastOfKind.clear();
    this.space = 'none';
    this.left = [];
    this.leaving = false;
  }

  private openRow(): Row | undefined {
    return this.deeper > 0 ? undefined : this.rows.at(-1);
  }

  beginRow(): void {
    this.end();
    if (this.rows.length >= MOST_NESTED) this.deeper++;
    else this.rows.push({ cells: [], outer: this.target });
  }

  beginCell(): void {
    this.end();
    const row = this.openRow();
    if (!row) return;
    this.target = [];
    row.cells.push(this.target);
  }

  endCell(): void {
    this.end();
    const row = this.openRow();
    if (row) this.target = row.outer;
  }

  endRow(): void {
    this.end();
    if (this.deeper > 0) {
      this.deeper--;
      return;
    }
    const row = this.rows.pop();
    if (!row) return;
    this.target = row.outer;
    for (const written of rowLines(row.cells)) this.target.push(written);
  }

  /** All that was written. */
  finish(): readonly Written[] {
    this.deeper = 0;
    while (this.rows.length > 0) this.endRow();
    this.end();
    return this.target;
  }
}

type Line = Extract<Written, { kind: 'line' }>;

const isLine = (written: Written): written is Line => written.kind === 'line';

/** A row is one line, its cells parted by a full-width blank; a cell of paragraphs is a page's layout. */
const rowLines = (cells: readonly (readonly Written[])[]): readonly Written[] => {
  const lines = cells.map((cell) => cell.filter(isLine));
  const filled = lines.filter((cell) => cell.length > 0).length;
  const size = lines.flat().reduce((sum, { text }) => sum + text.length, 0);
  const isLayout = filled < 2 || (lines.some((cell) => cell.length > 1) && size > LONGEST_ROW);
  if (isLayout) return cells.flat();
  const last = lines.findLastIndex((cell) => cell.length > 0);
  let text = '';
  const marks: Mark[] = [];
  for (const [index, cell] of lines.slice(0, last + 1).entries()) {
    // An empty cell keeps its place between others.
    if (index > 0 && text !== '') text += '\u3000';
    for (const [n, line] of cell.entries()) {
      if (n > 0) text += '\u3000';
      const at = text.length;
      text += line.text;
      marks.push(...line.marks.map((m) => ({ ...m, from: m.from + at, to: m.to + at })));
    }
  }
  return [{ kind: 'line', text, marks: normalMarks(marks) }, ...cells.flat().filter((one) => !isLine(one))];
};
