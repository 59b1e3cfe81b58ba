/**
 * What a PDF must say of a JPEG that it takes over byte by byte: size, components, whether Adobe's software
 * wrote its CMYK inverted (APP14), and the orientation that a camera noted. Markers of ITU-T T.81, annex B.
 */
import { exifOrientation, isExif, type Orientation } from './exif-orientation.ts';
import { isFrameHeader, MARKER, segmentAt } from './jpeg-segments.ts';

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components: number;
  readonly inverted: boolean;
  readonly orientation: Orientation;
  /** True for what DCTDecode reads (ISO 32000-1, 7.4.8): baseline, extended or progressive Huffman, 8 bits. */
  readonly printable: boolean;
  readonly progressive: boolean;
}

const START_OF_IMAGE = 0xffd8;
const ADOBE = 0x41646f62; // "Adob"
/** SOF2; above it stand lossless, hierarchical and arithmetic coding. */
const LAST_PRINTABLE = 0xc2;
const PROGRESSIVE = 0xc2;

export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Null where the bytes are no JPEG that says its size. */
export const readJpegHeader = (bytes: Uint8Array): JpegHeader | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START_OF_IMAGE) return null;
  let inverted = false;
  let orientation: Orientation | null = null;
  for (let segment = segmentAt(bytes, 2); segment; segment = segmentAt(bytes, segment.end)) {
    const { marker, content, end } = segment;
    if (marker === MARKER.startOfScan || end === content) return null;
    if (isFrameHeader(marker) && content + 6 <= end) {
      const components = bytes[content + 5]!;
      if (components !== 1 && components !== 3 && components !== 4) return null;
      const [height, width] = [view.getUint16(content + 1), view.getUint16(content + 3)];
      return {
        width,
        height,
        components,
        inverted: inverted && components === 4,
        orientation: orientation ?? 1,
        printable: marker <= LAST_PRINTABLE && bytes[content] === 8,
        progressive: marker === PROGRESSIVE,
      };
    }
    if (marker === MARKER.app14 && content + 4 <= end && view.getUint32(content) === ADOBE) inverted = true;
    const block = bytes.subarray(content, end);
    // The first says it, as browsers have it.
    if (marker === MARKER.app1 && isExif(block)) orientation ??= exifOrientation(block);
  }
  return null;
};
