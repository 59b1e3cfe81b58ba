/**
 * Picture bytes to PictureInfo. Only JPEG and PNG, known by their first bytes and not by the file's name: what a
 * press takes and the PDF can hold as it is. Width and height are those of the upright picture; which way the
 * pixels lie is `pictureOrientation`, for whoever draws them. Here the header is read; whether what follows it is
 * whole is judged by pictures/judge-picture.ts.
 */
import { createHash } from 'node:crypto';
import { IssueFileError } from '../../core/file/issue-file-error.ts';
import type { PictureInfo } from '../../core/issue/issue.ts';
import { exifOrientation, type Orientation } from './exif-orientation.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { inflatedSize, pngChunks, pngHeader } from './png-chunks.ts';

export const PICTURE_LIMITS = {
  /** The issue file holds no larger one. */
  bytes: 64_000_000,
  /** A 对开 page at 600 dpi is 9,200 × 13,000. */
  side: 20_000,
  pixels: 200_000_000,
} as const;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const mimeOf = (bytes: Uint8Array): PictureInfo['mime'] | null =>
  startsWith(bytes, JPEG) ? 'image/jpeg' : startsWith(bytes, PNG) ? 'image/png' : null;

/**
 * Put together whole, in the memory that a process for pictures may take: bytes, four a pixel, since a palette's are
 * looked up in the end.
 */
const LARGEST_INTERLACED = 200_000_000;

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
  const measured = measure(bytes, mime) ?? refuse('读不出尺寸，可能已损坏，请重新取得原图。');
  const { width, height } = measured;
  if (width < 1 || height < 1) return refuse('的尺寸是零，可能已损坏，请重新取得原图。');
  if (hasTooManyPixels(measured)) return refuse(`有${width}×${height}像素，超过上限，请缩小后再用。`);
  const { interlaced } = measured;
  if (interlaced > LARGEST_INTERLACED)
    return refuse(`有${width}×${height}像素，又是隔行扫描的PNG，请另存为不隔行的PNG后再用。`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { id: `sha256-${hash}.${mime === 'image/jpeg' ? 'jpg' : 'png'}`, mime, width, height, name };
};

interface Measured {
  /** Upright. */
  readonly width: number;
  readonly height: number;
  /** Bytes of an interlaced picture's pixels; 0 where rows come in their order. */
  readonly interlaced: number;
}

const hasTooManyPixels = ({ width, height }: Measured): boolean =>
  Math.max(width, height) > PICTURE_LIMITS.side || width * height > PICTURE_LIMITS.pixels;

/** True for a picture that would not be taken in, by what its header says: such a one is not decoded. */
export const isTooLarge = (bytes: Uint8Array): boolean => {
  const mime = mimeOf(bytes);
  const measured = mime && measure(bytes, mime);
  return measured !== null && (hasTooManyPixels(measured) || measured.interlaced > LARGEST_INTERLACED);
};

/** Null where the header is broken. */
const measure = (bytes: Uint8Array, mime: PictureInfo['mime']): Measured | null => {
  const header = mime === 'image/jpeg' ? readJpegHeader(bytes) : pngHeaderOf(bytes);
  if (!header) return null;
  const { width, height } = header;
  const interlaced =
    'interlaced' in header && header.interlaced ? Math.max(inflatedSize(header), 4 * width * height) : 0;
  return pictureOrientation(bytes) >= 5
    ? { width: height, height: width, interlaced }
    : { width, height, interlaced };
};

const pngHeaderOf = (bytes: Uint8Array) => {
  const [first] = pngChunks(bytes);
  return first?.type === 'IHDR' ? pngHeader(first.content) : null;
};

/** How the pixels of a picture lie; 1 where it does not say. */
export const pictureOrientation = (bytes: Uint8Array): Orientation => {
  const mime = mimeOf(bytes);
  if (mime === 'image/jpeg') return readJpegHeader(bytes)?.orientation ?? 1;
  if (mime === 'image/png')
    for (const { type, content } of pngChunks(bytes)) if (type === 'eXIf') return exifOrientation(content);
  return 1;
};
