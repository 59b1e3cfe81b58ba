/**
 * A picture without what it tells beside its pixels: place and time, camera, thumbnails, texts, comments, and whatever
 * a program hung behind its end. Whole segments and chunks are left out and nothing is coded anew, so that the pixels
 * are the file's own. What is needed to draw them right stays: the colour profile, Adobe's note on the colours of a
 * JPEG, a PNG's transparency.
 *
 * The orientation goes with the rest: whoever draws such a picture turns it himself, or writes it in again.
 */
import { crc32 } from 'node:zlib';
import { EXIF_NAME, exifBlock, type Orientation } from './exif-orientation.ts';
import { isJpeg } from './jpeg-header.ts';
import { endOfScan, MARKER, segmentAt } from './jpeg-segments.ts';
import { isPng, PNG_SIGNATURE_LENGTH, pngChunks } from './png-chunks.ts';

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const named = (content: Uint8Array, name: string): boolean =>
  Array.from(name).every((letter, i) => content[i] === letter.charCodeAt(0));

/** "JFIF", version, density, and the two bytes of the thumbnail's size. */
const JFIF_LENGTH = 14;

/** The bytes of an application's segment that are kept. */
const keptApplication = (
  bytes: Uint8Array,
  marker: number,
  start: number,
  end: number,
): Uint8Array | null => {
  const content = bytes.subarray(start + 4, end);
  if (marker === MARKER.app0 && named(content, 'JFIF\0') && content.length >= JFIF_LENGTH) {
    if (content.length === JFIF_LENGTH) return bytes.subarray(start, end);
    const bare = new Uint8Array(4 + JFIF_LENGTH);
    bare.set(bytes.subarray(start, start + 4 + JFIF_LENGTH - 2));
    bare.set([0, 2 + JFIF_LENGTH], 2);
    return bare;
  }
  const isProfile = marker === MARKER.app2 && named(content, 'ICC_PROFILE\0');
  const isAdobe = marker === MARKER.app14 && named(content, 'Adobe');
  return isProfile || isAdobe ? bytes.subarray(start, end) : null;
};

const bareJpeg = (bytes: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; ; ) {
    const segment = segmentAt(bytes, at);
    if (!segment || segment.marker === MARKER.endOfImage || segment.marker === MARKER.startOfImage) break;
    const { marker, start, end } = segment;
    at = marker === MARKER.startOfScan ? endOfScan(bytes, end) : end;
    if (marker >= MARKER.app0 && marker <= MARKER.app15) {
      const kept = keptApplication(bytes, marker, start, end);
      if (kept) parts.push(kept);
    } else if (marker !== MARKER.comment) parts.push(bytes.subarray(start, at));
  }
  parts.push(Uint8Array.of(0xff, MARKER.endOfImage));
  return joined(parts);
};

/** What is drawn, and how its colours are meant. Frames of a moving picture go: the first is the picture. */
const DRAWN = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'iCCP', 'sRGB', 'gAMA', 'cHRM', 'cICP', 'sBIT'];

const barePng = (bytes: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [bytes.subarray(0, PNG_SIGNATURE_LENGTH)];
  let ended = false;
  for (const { type, start, end } of pngChunks(bytes)) {
    if (DRAWN.includes(type)) parts.push(bytes.subarray(start, end));
    ended = type === 'IEND';
    if (ended) break;
  }
  if (!ended) parts.push(pngChunk('IEND', new Uint8Array(0)));
  return joined(parts);
};

const pngChunk = (type: string, content: Uint8Array): Uint8Array => {
  const chunk = new Uint8Array(12 + content.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length);
  for (let i = 0; i < 4; i++) chunk[4 + i] = type.charCodeAt(i);
  chunk.set(content, 8);
  view.setUint32(8 + content.length, crc32(chunk.subarray(4, 8 + content.length)));
  return chunk;
};

/** Only what is drawn; bytes that are neither JPEG nor PNG as they are. */
export const withoutMetadata = (bytes: Uint8Array): Uint8Array =>
  isPng(bytes) ? barePng(bytes) : isJpeg(bytes) ? bareJpeg(bytes) : bytes;

/** The same with the orientation and nothing else told, for those who turn a picture by it: the browser on screen. */
export const withOrientation = (bytes: Uint8Array, orientation: Orientation): Uint8Array => {
  const bare = withoutMetadata(bytes);
  if (orientation === 1) return bare;
  const block = exifBlock(orientation);
  if (isPng(bare)) {
    const behindHeader = PNG_SIGNATURE_LENGTH + 25;
    return joined([bare.subarray(0, behindHeader), pngChunk('eXIf', block), bare.subarray(behindHeader)]);
  }
  const length = 2 + EXIF_NAME.length + block.length;
  const head = Uint8Array.of(0xff, MARKER.app1, length >> 8, length & 255);
  return joined([bare.subarray(0, 2), head, EXIF_NAME, block, bare.subarray(2)]);
};
