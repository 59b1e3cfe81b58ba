/**
 * Files that the page gave and that wait to be imported (core/contract/addresses.ts). Both hosts take them by the
 * same function: a name from a header, a body of bytes, an answer in JSON. What nobody imports makes room for what
 * comes later.
 */
import { randomUUID } from 'node:crypto';
import type { UploadReply } from '../../core/contract/addresses.ts';
import { InputError } from '../base/input-error.ts';
import { PICTURE_LIMITS } from '../pictures/describe-picture.ts';

/** The largest picture; Word files with their pictures are smaller, and text is checked again when it is read. */
export const LARGEST_UPLOAD = PICTURE_LIMITS.bytes;
/** Waiting at most: a folder of a news desk's pictures. */
const MOST_WAITING = 64;
const MOST_BYTES = 512_000_000;
const LONGEST_NAME = 255;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export class Uploads {
  private readonly waiting = new Map<string, UploadedFile>();

  put(file: UploadedFile): string {
    const id = randomUUID();
    this.waiting.set(id, file);
    let bytes = [...this.waiting.values()].reduce((sum, each) => sum + each.bytes.length, 0);
    for (const [oldest, { bytes: content }] of this.waiting) {
      if (oldest === id || (this.waiting.size <= MOST_WAITING && bytes <= MOST_BYTES)) break;
      this.waiting.delete(oldest);
      bytes -= content.length;
    }
    return id;
  }

  /** The file, which then waits no longer. Throws InputError where there is none of that id. */
  take(id: string): UploadedFile {
    const file = this.waiting.get(id);
    if (!file) throw new InputError('拖入的文件已不在后台，请重新拖入一次。');
    this.waiting.delete(id);
    return file;
  }
}

/** The base name that the header states; controls and folders are no part of a name. */
const fileName = (header: string): string => {
  let name = '';
  try {
    name = decodeURIComponent(header);
  } catch {
    // Not one of ours: the file goes without a name.
  }
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return (
    base
      .replace(/[\u0000-\u001f\u007f]/g, '')
      .trim()
      .slice(0, LONGEST_NAME) || '未命名'
  );
};

const refused = (message: string): UploadReply => ({ failure: { code: 'input', message } });

/** Reads the body, no further than the limit, and keeps it. Never rejects for a fault of the file. */
export const takeUpload = async (
  uploads: Uploads,
  nameHeader: string,
  body: AsyncIterable<Uint8Array>,
): Promise<UploadReply> => {
  const name = fileName(nameHeader);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    /* The rest is read and dropped: an answer before a body's end reaches no page. */
    if (size <= LARGEST_UPLOAD) parts.push(part);
    else parts.length = 0;
    if (size > LARGEST_UPLOAD * 4) break;
  }
  if (size > LARGEST_UPLOAD)
    return refused(`“${name}”超过${LARGEST_UPLOAD / 1e6} MB的上限，请压缩后再拖入。`);
  if (size === 0) return refused(`“${name}”是空文件，请换一份有内容的。`);
  return { upload: uploads.put({ name, bytes: Buffer.concat(parts) }) };
};
