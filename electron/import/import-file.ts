/**
 * What a dropped file is, by its first bytes before its name, and who reads it: text, Word documents, pictures. What
 * cannot be read is answered with a sentence that says what to do instead.
 */
import { InputError } from '../input-error.ts';
import type { UploadedFile } from '../uploads.ts';
import { isCompoundFile } from './compound-file.ts';
import { convertedFormat } from './convert-picture.ts';
import { decodeText } from './decode-text.ts';
import { isPictureFile } from './pictures.ts';
import { readPicture } from './read-picture.ts';
import { type ImportResult, noteOf, readStories } from './read-stories.ts';

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

/** Throws InputError, ManuscriptError or IssueFileError, one sentence each. */
export const importFile = async ({ name, bytes }: UploadedFile): Promise<ImportResult> => {
  const ending = extensionOf(name);
  const instead = startsWith(bytes, '{\\rtf')
    ? INSTEAD.rtf
    : startsWith(bytes, '%PDF')
      ? INSTEAD.pdf
      : Object.hasOwn(INSTEAD, ending)
        ? INSTEAD[ending]
        : undefined;
  if (instead !== undefined) throw new InputError(`“${name}”${instead}`);
  if (isPictureFile(bytes) || convertedFormat(bytes) !== null || PICTURE_ENDINGS.includes(ending))
    return importPicture(bytes, name);
  if (startsWith(bytes, 'PK')) {
    const { readDocx } = await import('./docx.ts');
    const { text, pictures, notes } = await readDocx(bytes, name);
    return readStories(name, text, pictures, notes);
  }
  if (isCompoundFile(bytes) || ending === 'doc' || ending === 'docx') {
    const { readDoc } = await import('./doc.ts');
    const note = 'Word 旧格式只取了文字，加粗和图片没有带过来；需要时请另存为 .docx 再拖入。';
    return readStories(name, await readDoc(bytes, name), new Map(), [note]);
  }
  if (!TEXT_ENDINGS.includes(ending))
    throw new InputError(
      `“${name}”不是稿件，也不是图片：稿件可用 TXT、Markdown、Word（.docx、.doc），图片可用 JPEG、PNG、WebP、TIFF。`,
    );
  return readStories(name, decodeText(name, bytes).text, new Map(), []);
};

const importPicture = async (bytes: Uint8Array, name: string): Promise<ImportResult> => {
  const { info, bytes: content, notes } = await readPicture(bytes, name);
  return {
    imported: { kind: 'picture', name, picture: info, problems: notes.map(noteOf) },
    pictures: new Map([[info.id, content]]),
  };
};
