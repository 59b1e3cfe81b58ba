/**
 * The parts of a .docx that text and pictures are read from, inflated within limits and packed again without
 * compression. What the directory declares is checked before a byte is inflated, and inflating stops at the size
 * declared; the reader behind (mammoth) gets an archive that cannot grow.
 */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { InputError } from '../input-error.ts';
import { PICTURE_LIMITS } from './pictures.ts';

/** Inflated bytes. 24 MB of document.xml are some 400,000 characters, a year of a weekly's copy. */
const LIMITS = { entries: 5_000, xml: 24_000_000, allXml: 48_000_000, total: 400_000_000 };

/** Parts that are read; embedded files, macros, fonts and settings stay behind. */
const READ =
  /^(\[Content_Types\]\.xml|_rels\/[\w.]+|word\/(_rels\/)?[\w.-]+\.(xml|rels)|word\/media\/[^/\\]+)$/;

const isXml = (name: string): boolean => !name.startsWith('word/media/');

/** The archive's bytes, stored. Throws InputError, one sentence. */
export const safeDocx = (bytes: Uint8Array, name: string): Uint8Array => {
  const refuse = (why: string): InputError => new InputError(`“${name}”${why}`);
  const big = () => refuse('解压后过大，不是正常的 Word 文档，没有导入；请把内容复制到新文档里再试。');
  let entries = 0;
  let xml = 0;
  let total = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name: part, originalSize, compression }) => {
        entries++;
        if (entries > LIMITS.entries) throw big();
        if (!READ.test(part) || part.includes('..') || (compression !== 0 && compression !== 8)) return false;
        if (isXml(part)) xml += originalSize;
        total += originalSize;
        const most = isXml(part) ? LIMITS.xml : PICTURE_LIMITS.bytes;
        if (!(originalSize <= most && xml <= LIMITS.allXml && total <= LIMITS.total)) throw big();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw refuse('已损坏，打不开；请在 Word 或 WPS 里打开后另存一份再拖入。');
  }
  if (!Object.hasOwn(parts, 'word/document.xml'))
    throw refuse('不是 Word 文档（里面没有正文），请另存为 .docx 或文本再拖入。');
  const stored: Zippable = {};
  for (const [part, content] of Object.entries(parts)) {
    if (isXml(part) && Buffer.from(content).includes('<!DOCTYPE'))
      throw refuse('里有不安全的定义，不是 Word 保存的文档，没有导入；请另存一份再拖入。');
    stored[part] = [content, { level: 0 }];
  }
  return zipSync(stored);
};
