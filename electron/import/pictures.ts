/**
 * Picture bytes to PictureInfo. Only JPEG and PNG, known by their first bytes and not by the file's name: what a
 * press takes and the PDF can hold as it is. Width and height are those of the upright picture; which way the
 * pixels lie is `pictureOrientation`, for whoever draws them.
 */
import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { PictureInfo } from '../../core/issue/issue.ts';
import { readJpegHeader } from '../pdf/jpeg-header.ts';

export const PICTURE_LIMITS = {
  /** The issue file holds no larger one. */
  bytes: 64_000_000,
  /** A 对开 page at 600 dpi is 9,200 × 13,000. */
  side: 20_000,
  pixels: 200_000_000,
} as const;

/** EXIF orientation: 1 upright, 2 mirrored, 3 turned 180°, 4 flipped, 5 and 7 transposed, 6 and 8 turned 90° and 270°. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const mimeOf = (bytes: Uint8Array): PictureInfo['mime'] | null =>
  startsWith(bytes, JPEG) ? 'image/jpeg' : startsWith(bytes, PNG) ? 'image/png' : null;

/** True for JPEG and PNG by their first bytes. */
export const isPictureFile = (bytes: Uint8Array): boolean => mimeOf(bytes) !== null;

/** Formats that editors bring and that are refused, for a message that names them. */
const otherFormat = (bytes: Uint8Array): string => {
  const ascii = String.fromCharCode(...bytes.subarray(0, 12));
  if (ascii.startsWith('GIF8')) return 'GIF';
  if (ascii.startsWith('BM')) return 'BMP';
  if (ascii.startsWith('RIFF') && ascii.endsWith('WEBP')) return 'WebP';
  if (ascii.startsWith('II*\0') || ascii.startsWith('MM\0*')) return 'TIFF';
  if (ascii.startsWith('8BPS')) return 'PSD';
  if (ascii.startsWith('%PDF')) return 'PDF';
  if (/^ftyp(hei|hev|mif|msf)/.test(ascii.slice(4))) return 'HEIC';
  return '';
};

/** Cut-short copies (a broken download, a full memory stick) have no end marker. */
const isWhole = (bytes: Uint8Array, mime: PictureInfo['mime']): boolean => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return mime === 'image/jpeg'
    ? file.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0
    : file.includes('IEND', 0, 'latin1');
};

/** `name` is the file's name, for the record and the messages. Throws IssueFileError, one Chinese sentence. */
export const describePicture = (bytes: Uint8Array, name: string): PictureInfo => {
  const refuse = (why: string): never => {
    throw new IssueFileError(`图片“${name}”${why}`);
  };
  if (bytes.length === 0) return refuse('是空文件，请重新取得原图。');
  if (bytes.length > PICTURE_LIMITS.bytes)
    return refuse(
      `有${Math.round(bytes.length / 1e6)} MB，超过${PICTURE_LIMITS.bytes / 1e6} MB的上限，请压缩后再用。`,
    );
  const mime = mimeOf(bytes);
  if (!mime) {
    const format = otherFormat(bytes);
    return refuse(`${format === '' ? '不是JPEG或PNG图片' : `是${format}格式`}，请另存为JPEG或PNG后再用。`);
  }
  if (mime === 'image/jpeg' && readJpegHeader(bytes)?.printable === false)
    return refuse('的JPEG编码（无损、算术或12位）印刷不能用，请另存为普通JPEG后再用。');
  const { width, height } = measure(bytes) ?? refuse('读不出尺寸，可能已损坏，请重新取得原图。');
  if (width < 1 || height < 1) return refuse('的尺寸是零，可能已损坏，请重新取得原图。');
  if (Math.max(width, height) > PICTURE_LIMITS.side || width * height > PICTURE_LIMITS.pixels)
    return refuse(`有${width}×${height}像素，超过上限，请缩小后再用。`);
  if (!isWhole(bytes, mime)) return refuse('不完整，后半截缺失，请重新取得原图。');
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { id: `sha256-${hash}.${mime === 'image/jpeg' ? 'jpg' : 'png'}`, mime, width, height, name };
};

/** Upright width and height; null where the header is broken. */
const measure = (bytes: Uint8Array): { readonly width: number; readonly height: number } | null => {
  try {
    const { width, height } = imageSize(bytes);
    return pictureOrientation(bytes) >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
};

/** How the pixels of a picture lie; 1 where it does not say. */
export const pictureOrientation = (bytes: Uint8Array): Orientation => {
  if (mimeOf(bytes) !== 'image/jpeg') return 1;
  try {
    const { orientation } = imageSize(bytes);
    return orientation && orientation >= 1 && orientation <= 8 ? (orientation as Orientation) : 1;
  } catch {
    return 1;
  }
};
