/**
 * The parts of a JPEG one after the other (ITU-T T.81, annex B): segments with their content, scans with their coded
 * data, and where the picture ends. What stands between two segments and belongs to neither is passed over, as
 * decoders do.
 */

export const MARKER = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  huffmanTables: 0xc4,
  quantization: 0xdb,
  restartInterval: 0xdd,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
} as const;

export interface JpegSegment {
  readonly marker: number;
  /** Of the marker's FF. */
  readonly start: number;
  /** Of the content behind marker and length. */
  readonly content: number;
  /** Behind the content. */
  readonly end: number;
}

/** SOF0 to SOF15 but for DHT, JPG and DAC, which stand among them. */
export const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Where the next marker's FF stands from `at` on, in front of the marker's code; -1 where there is none. */
export const nextMarker = (bytes: Uint8Array, at: number): number => {
  for (let i = bytes.indexOf(0xff, at); i >= 0 && i + 1 < bytes.length; i = bytes.indexOf(0xff, i + 1))
    if (bytes[i + 1] !== 0 && bytes[i + 1] !== 0xff) return i;
  return -1;
};

/** The end of a scan's coded data: the next marker that is no restart. The file's length where there is none. */
export const endOfScan = (bytes: Uint8Array, from: number): number => {
  let at = nextMarker(bytes, from);
  while (at >= 0 && isRestart(bytes[at + 1]!)) at = nextMarker(bytes, at + 2);
  return at < 0 ? bytes.length : at;
};

/**
 * The segment at or after `at`; null at the end of the bytes, and where a segment is cut short. Its coded data is not
 * part of a scan's segment.
 */
export const segmentAt = (bytes: Uint8Array, at: number): JpegSegment | null => {
  for (;;) {
    const start = nextMarker(bytes, at);
    if (start < 0) return null;
    const marker = bytes[start + 1]!;
    if (marker === MARKER.endOfImage || marker === MARKER.startOfImage)
      return { marker, start, content: start + 2, end: start + 2 };
    /* Restarts and TEM have no content, and none of them belongs here. */
    if (isRestart(marker) || marker === 0x01) {
      at = start + 2;
      continue;
    }
    if (start + 4 > bytes.length) return null;
    const length = bytes[start + 2]! * 256 + bytes[start + 3]!;
    const end = start + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    return { marker, start, content: start + 4, end };
  }
};
