/**
 * What a PDF must say of a JPEG that it takes over byte by byte: size, components, whether Adobe's software
 * wrote its CMYK inverted (APP14), and the orientation that a camera noted (Exif, TIFF tag 0x0112). Markers of
 * ITU-T T.81, annex B.
 */

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components: number;
  readonly inverted: boolean;
  /** 1–8 as in Exif; 1 is upright. */
  readonly orientation: number;
  /** True for what DCTDecode reads (ISO 32000-1, 7.4.8): baseline, extended or progressive Huffman, 8 bits. */
  readonly printable: boolean;
}

const START_OF_IMAGE = 0xffd8;
const EXIF = 0x45786966; // "Exif"
const ADOBE = 0x41646f62; // "Adob"
const APP1 = 0xe1;
const APP14 = 0xee;
const START_OF_SCAN = 0xda;
const ORIENTATION = 0x0112;
/** SOF2; above it stand lossless, hierarchical and arithmetic coding. */
const LAST_PRINTABLE = 0xc2;

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** `at` is the TIFF header within the Exif segment, which ends at `end`. */
const orientationIn = (view: DataView, at: number, end: number): number => {
  if (at + 8 > end) return 1;
  const little = view.getUint16(at) === 0x4949;
  const directory = at + view.getUint32(at + 4, little);
  if (directory + 2 > end) return 1;
  for (let i = 0; i < view.getUint16(directory, little); i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > end) return 1;
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
};

export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** Null where the bytes are no JPEG that says its size. */
export const readJpegHeader = (bytes: Uint8Array): JpegHeader | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START_OF_IMAGE) return null;
  let inverted = false;
  let orientation = 1;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || marker === START_OF_SCAN) return null;
    if (isFrame(marker) && at + 10 <= end) {
      const components = bytes[at + 9]!;
      if (components !== 1 && components !== 3 && components !== 4) return null;
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return {
        width,
        height,
        components,
        inverted: inverted && components === 4,
        orientation,
        printable: marker <= LAST_PRINTABLE && bytes[at + 4] === 8,
      };
    }
    if (marker === APP14 && at + 8 <= end && view.getUint32(at + 4) === ADOBE) inverted = true;
    if (marker === APP1 && at + 10 <= end && view.getUint32(at + 4) === EXIF)
      orientation = orientationIn(view, at + 10, end);
    at = end;
  }
  return null;
};
