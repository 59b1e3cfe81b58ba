/**
 * A Word document .docx as manuscript text with what it has to tell: its parts (word/word-package.ts) become blocks
 * with the facts that the document states (word/read-document.ts), those become lines and notes.
 */
import type { Copy } from './read-copy.ts';
import { copyLines } from './word/copy-lines.ts';
import { documentNotes } from './word/document-notes.ts';
import { settleForms } from './word/form-sheet.ts';
import { ListNumbers } from './word/list-numbers.ts';
import { DocumentReading } from './word/read-document.ts';
import { WordPackage } from './word/word-package.ts';
import { WordStyles } from './word/word-styles.ts';

/** Throws InputError, one sentence. */
export const readDocx = async (bytes: Uint8Array, name: string): Promise<Copy> => {
  const pkg = new WordPackage(bytes, name);
  const main = pkg.mainPart();
  const document = pkg.xml(main);
  if (document === null) throw pkg.refusal('已损坏，读不出文字；请在 Word 或 WPS 里打开后另存一份再拖入。');
  if (document.name !== 'w:document')
    throw pkg.refusal('不是 Word 文档（里面没有正文），请另存为 .docx 或文本再拖入。');
  const styles = new WordStyles(pkg.related(main, 'styles'));
  const numbers = new ListNumbers(pkg.related(main, 'numbering'), styles);
  const reading = new DocumentReading(pkg, main, styles, numbers);
  const blocks = reading.body(document);
  settleForms(blocks);
  const { lines, lineOf } = copyLines(blocks);
  const { remarks, movedTo } = reading;
  const notes = documentNotes({ blocks, remarks, lineOf, movedTo, broken: [...pkg.broken] });
  return { text: lines.join('\n'), pictures: reading.pictures.bytes, notes };
};
