/**
 * The text of an old Word document .doc: no bold, no pictures. By word-extractor, on files that were checked first.
 * What stands beside the body (notes, comments, headers) is told with its words.
 */
import type { CopyNote } from '../../core/manuscript/copy-note.ts';
import { InputError } from '../base/input-error.ts';
import { isSoundCompoundFile } from './compound-file.ts';
import type { Copy } from './read-copy.ts';

/** A manuscript with its pictures; larger ones are books. */
const LARGEST = 32_000_000;

const WHOLE: CopyNote = {
  severity: 'warning',
  message:
    'Word 旧格式只取了文字：加粗、上标、编号和图片没有带过来，隐藏和删去的文字可能混在里面，请对照原稿核对，或另存为 .docx 再拖入。',
  words: '',
  line: null,
};

const noteOf = (what: string, source: string, line: number): CopyNote[] => {
  const words = source
    .replaceAll('\t', '\u3000')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ud800-\udfff]/g, '')
    .trim();
  /* Page numbers are Word's own. */
  if (!/[^\s\d第页共/／、，,.·—–|-]/u.test(words)) return [];
  const start = [...words.replace(/\s*\n\s*/g, '／')].slice(0, 24).join('');
  return [
    {
      severity: 'note',
      message: `${what}没有排入：“${start}${start.length < words.length ? '…' : ''}”。`,
      words,
      line,
    },
  ];
};

/** Throws InputError, one sentence. */
export const readDoc = async (bytes: Uint8Array, name: string): Promise<Copy> => {
  const refuse = (why: string): InputError =>
    new InputError(`“${name}”${why}，请在 Word 或 WPS 里另存为 .docx 再拖进来。`);
  if (bytes.length > LARGEST) throw refuse('过大');
  if (!isSoundCompoundFile(bytes)) throw refuse('已损坏或不是 Word 文档，读不出文字');
  try {
    const { default: WordExtractor } = await import('word-extractor');
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    const boxes = document.getTextboxes({ includeHeadersAndFooters: false, includeBody: true });
    const text = [document.getBody(), boxes]
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n\n');
    const last = text.split('\n').length;
    const aside = [
      ['脚注', document.getFootnotes()],
      ['尾注', document.getEndnotes()],
      ['批注', document.getAnnotations()],
      ['页眉', document.getHeaders({ includeFooters: false })],
      ['页脚', document.getFooters()],
    ] as const;
    return {
      text,
      pictures: new Map(),
      notes: [WHOLE, ...aside.flatMap(([what, words]) => noteOf(what, words, last))],
      numbered: false,
    };
  } catch {
    throw refuse('读不出文字，可能加了密码或已损坏');
  }
};
