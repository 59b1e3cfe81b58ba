/**
 * A file of copy, dropped on the window or named on the command line, as manuscript text: what it is, by its first
 * bytes before its name, and who reads it. What cannot be read is answered with a sentence that says what to do
 * instead. Pictures are no copy: they are told by `isPicture`, and read by read-picture.ts.
 */
import type { CopyNote } from '../../core/manuscript/copy-note.ts';
import { InputError } from '../base/input-error.ts';
import { isCompoundFile } from './compound-file.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import type { UploadedFile } from './uploads.ts';

export interface Copy {
  readonly text: string;
  /** By the names that the text's image lines give. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly notes: readonly CopyNote[];
  /** False: the lines of the text are the reader's own and mean nothing to an editor. */
  readonly numbered?: boolean;
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text;

const extensionOf = (name: string): string => /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Sentences for what an office sends and this program does not read, by the name's ending. */
const INSTEAD: Readonly<Record<string, string>> = {
  wps: '是 WPS 文字的旧格式，请在 WPS 里另存为 .docx 再拖进来。',
  wpt: '是 WPS 模板，请在 WPS 里另存为 .docx 再拖进来。',
  rtf: '是 RTF 文档，请在 Word 或 WPS 里另存为 .docx 再拖进来。',
  pdf: '是 PDF，请拖入它的 Word 原稿或文本。',
  zuban: '是一期报纸，请用“打开”来打开它。',
  xls: '是表格，请把文字复制到 Word 里另存为 .docx 再拖进来。',
  xlsx: '是表格，请把文字复制到 Word 里另存为 .docx 再拖进来。',
  et: '是表格，请把文字复制到 Word 里另存为 .docx 再拖进来。',
  ppt: '是幻灯片，请把文字复制到 Word 里另存为 .docx 再拖进来。',
  pptx: '是幻灯片，请把文字复制到 Word 里另存为 .docx 再拖进来。',
  dps: '是幻灯片，请把文字复制到 Word 里另存为 .docx 再拖进来。',
  zip: '是压缩包，请解压后再拖入里面的文件。',
  rar: '是压缩包，请解压后再拖入里面的文件。',
  '7z': '是压缩包，请解压后再拖入里面的文件。',
};

/** Endings of copy as plain text; a name without one is taken for such. */
const TEXT_ENDINGS = ['', 'txt', 'md', 'markdown', 'text'];

/** Endings of pictures: what comes under one is read as a picture, whatever it holds. */
const PICTURE_ENDINGS = ['jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'svg', 'gif', 'bmp', 'heic', 'psd'];

/** Whether a file is Word's by its first bytes or its name: it may be larger than text. */
export const isWord = (bytes: Uint8Array, name: string): boolean =>
  startsWith(bytes, 'PK') || isCompoundFile(bytes) || ['doc', 'docx'].includes(extensionOf(name));

/** A picture has a NUL among its first bytes, but for an SVG, which opens with a tag. */
const looksLikeText = (bytes: Uint8Array): boolean =>
  !bytes.subarray(0, 64).includes(0) && !/^[\s\ufeff]*</.test(Buffer.from(bytes.subarray(0, 64)).toString());

/** Throws InputError where the file is of a kind that is not read at all. */
export const isPicture = async ({ name, bytes }: UploadedFile): Promise<boolean> => {
  const ending = extensionOf(name);
  const instead = startsWith(bytes, '{\\rtf')
    ? INSTEAD.rtf
    : startsWith(bytes, '%PDF')
      ? INSTEAD.pdf
      : Object.hasOwn(INSTEAD, ending)
        ? INSTEAD[ending]
        : undefined;
  if (instead !== undefined) throw new InputError(`“${name}”${instead}`);
  if (PICTURE_ENDINGS.includes(ending)) return true;
  /* Most copy is text: what looks at pictures is not loaded for it. */
  if (TEXT_ENDINGS.includes(ending) && looksLikeText(bytes)) return false;
  const [{ isPictureFile }, { convertedFormat }] = await Promise.all([
    import('../pictures/describe-picture.ts'),
    import('../pictures/convert-picture.ts'),
  ]);
  return isPictureFile(bytes) || convertedFormat(bytes) !== null;
};

/** Throws InputError or ManuscriptError, one sentence each. */
export const readCopy = async ({ name, bytes }: UploadedFile): Promise<Copy> => {
  if (startsWith(bytes, 'PK')) {
    const { readDocx } = await import('./docx.ts');
    return { ...(await readDocx(bytes, name)), numbered: false };
  }
  if (isWord(bytes, name)) {
    const { readDoc } = await import('./doc.ts');
    return readDoc(bytes, name);
  }
  if (!TEXT_ENDINGS.includes(extensionOf(name)))
    throw new InputError(
      `“${name}”不是稿件，也不是图片：稿件可用 TXT、Markdown、Word（.docx、.doc），图片可用 JPEG、PNG、WebP、TIFF。`,
    );
  const { text, joined = [] } = decodeText(name, bytes);
  return { text, pictures: new Map(), notes: joinedNotes(name, joined) };
};

/** Parts named one by one. */
const MOST_PARTS = 20;

/** What was of another encoding than the rest: read, but by a guess. */
const joinedNotes = (name: string, parts: NonNullable<DecodedText['joined']>): CopyNote[] =>
  parts.slice(0, MOST_PARTS).map(({ line, text }, at) => {
    const more = at === MOST_PARTS - 1 && parts.length > MOST_PARTS ? `这样的一共${parts.length}处。` : '';
    const begin = text.split('\n')[0]!.trim();
    const quoted = begin.length > 16 ? `${begin.slice(0, 16)}…` : begin;
    const message = `${name} 第${line}行：文件是UTF-8编码，从“${quoted}”起的一段却是GBK编码，已按GBK读出，请对照原稿核对。${more}`;
    return { severity: 'warning', message, words: '', line };
  });
