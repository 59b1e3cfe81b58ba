/** How the pixels of a picture lie, as cameras note it: Exif, TIFF tag 0x0112. */

/** 1 upright, 2 mirrored, 3 turned 180°, 4 flipped, 5 and 7 transposed, 6 and 8 turned 90° and 270°. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG = 0x0112;
const SHORT = 3;
/** "Exif" and two zeros, before the TIFF header in a JPEG's segment, and by mistake in some PNG's chunks. */
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0] as const;

export const isExif = (content: Uint8Array): boolean => EXIF.every((value, i) => content[i] === value);

/** Of an Exif block, with its name before it or without; 1 where it says nothing that can be read. */
export const exifOrientation = (block: Uint8Array): Orientation => {
  const content = isExif(block) ? block.subarray(EXIF.length) : block;
  if (content.length < 8) return 1;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const little = view.getUint16(0) === 0x4949;
  if (!little && view.getUint16(0) !== 0x4d4d) return 1;
  const directory = view.getUint32(4, little);
  if (directory + 2 > content.length) return 1;
  const count = view.getUint16(directory, little);
  for (let at = directory + 2, i = 0; i < count && at + 12 <= content.length; i++, at += 12) {
    if (view.getUint16(at, little) !== TAG) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
};

/** The least Exif block that says it, without a name: what a browser reads where all other notes were taken out. */
export const exifBlock = (orientation: Orientation): Uint8Array => {
  const block = new Uint8Array(26);
  const view = new DataView(block.buffer);
  view.setUint16(0, 0x4d4d);
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, TAG);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return block;
};

export const EXIF_NAME: Uint8Array = Uint8Array.from(EXIF);
