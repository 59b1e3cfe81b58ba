/**
 * A document's copy as blocks with the facts that the source states of them, in its order: paragraphs, tables,
 * pictures, boxes. What is not printed (deleted, hidden) stands among them with its reason; what becomes of it is
 * decided by whoever makes manuscript text of the blocks. Remarks tell of all else that stood at a block.
 */

import { assertNever } from '../../../core/assert-never.ts';
import { wordsInScript } from '../../../core/issue/script-forms.ts';

/** Why a run is printed or not. `moved`: it stands elsewhere as well, where it was moved to; `form`: form-sheet.ts. */
export type Standing =
  | 'printed'
  | 'deleted'
  | 'moved'
  | 'hidden'
  | 'white'
  | 'tiny'
  | 'struck'
  | 'placeholder'
  | 'form';

export interface TextRun {
  /** TABs stand in it as they do in the document. */
  readonly text: string;
  readonly bold: boolean;
  /** Points; null where nothing states it. */
  readonly size: number | null;
  readonly script: 'superscript' | 'subscript' | null;
  /** Points above the line that it stands on. */
  readonly raised: number;
  readonly standing: Standing;
  /** A tracked insertion. */
  readonly inserted: boolean;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: TextRun[];
  /** The name of its style. */
  readonly style: string;
  /** Its number or bullet in a list, as Word shows it. */
  readonly label: { readonly text: string; readonly bullet: boolean } | null;
  /** A line of the paragraph before it, broken by hand. */
  readonly continues: boolean;
}

export interface PictureBlock {
  readonly kind: 'picture';
  readonly name: string;
}

export interface TableBlock {
  readonly kind: 'table';
  /** Rows of cells of blocks. */
  readonly rows: readonly (readonly Block[])[][];
}

/** A text box, with the paragraph that it hangs on before it. */
export interface BoxBlock {
  readonly kind: 'box';
  readonly blocks: readonly Block[];
}

export type Block = ParagraphBlock | PictureBlock | TableBlock | BoxBlock;

export type RemarkKind =
  | 'reading'
  | 'formula'
  | 'equation'
  | 'field'
  | 'symbol'
  | 'footnote'
  | 'endnote'
  | 'comment'
  | 'chart'
  | 'diagram'
  | 'object'
  | 'ink'
  | 'word-art'
  | 'embedded-document'
  | 'picture-left-out'
  | 'picture-changed'
  | 'too-many-pictures'
  | 'header'
  | 'footer';

export interface Remark {
  readonly kind: RemarkKind;
  /** What it stood in or after; null at the document's beginning. */
  readonly at: Block | null;
  /** What it is about: a title, an author, a name. */
  readonly about: string;
  /** The words that are not in the blocks, a line feed between paragraphs. */
  readonly words: string;
}

/** What a run gives to the page: nothing where it is not printed. */
export const printed = (run: TextRun): string => (run.standing === 'printed' ? run.text : '');

/** All words of blocks that are not deleted, a line feed between paragraphs. */
export const wordsOf = (blocks: readonly Block[]): string =>
  blocks
    .map(wordsOfBlock)
    .filter((text) => text.trim() !== '')
    .join('\n');

const wordsOfBlock = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph': {
      const kept = block.runs.filter(({ standing }) => standing !== 'deleted' && standing !== 'moved');
      return kept
        .map(({ text, script }) => wordsInScript(text, script))
        .join('')
        .replaceAll('\t', '\u3000')
        .trim();
    }
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => wordsOf(cell).replaceAll('\n', '\u3000')).join('\u3000'))
        .join('\n');
    case 'box':
      return wordsOf(block.blocks);
    case 'picture':
      return '';
    default:
      return assertNever(block);
  }
};
