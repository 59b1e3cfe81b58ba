/**
 * The file form of a face's table. A renderer fetches every face before it lays out a line, so the table is
 * small: code points as differences and advances as runs (Han is one long run of 1000), both in
 * variable-length integers, low seven bits first. 13,700 characters take about 16 KB. Pure.
 *
 * Limits: advances up to 65,535 units; the identifier is ASCII.
 */
import type { FaceTable } from './face.ts';

/** `ZFT2`, so that a truncated or foreign file is told from a table at once. */
const MAGIC = [0x5a, 0x46, 0x54, 0x32] as const;

/** The bytes of a table. Its code points must ascend. */
export const encodeFaceTable = (table: FaceTable): Uint8Array => {
  const out: number[] = [...MAGIC];
  const put = (value: number): void => {
    let rest = value;
    while (rest > 0x7f) {
      out.push((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    out.push(rest);
  };
  put(table.id.length);
  for (let i = 0; i < table.id.length; i++) out.push(table.id.charCodeAt(i));
  put(table.unitsPerEm);
  put(table.ascent);
  put(-table.descent);
  put(table.dashBottom);
  put(table.dashTop);
  const count = table.codePoints.length;
  put(count);
  let previous = -1;
  for (const codePoint of table.codePoints) {
    if (codePoint <= previous) throw new Error(`${table.id}: code points do not ascend at ${codePoint}`);
    put(codePoint - previous - 1);
    previous = codePoint;
  }
  for (let i = 0; i < count; ) {
    const advance = table.advances[i]!;
    let end = i + 1;
    while (end < count && table.advances[end] === advance) end++;
    put(advance);
    put(end - i);
    i = end;
  }
  return Uint8Array.from(out);
};

/** The table in these bytes. Throws on bytes that `encodeFaceTable` did not make. */
export const decodeFaceTable = (bytes: Uint8Array): FaceTable => {
  let at = 0;
  const octet = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw new Error(`face table cut short at ${bytes.length} bytes`);
    return value;
  };
  const take = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const next = octet();
      value += (next & 0x7f) * unit;
      if (next < 0x80) return value;
    }
  };
  for (const expected of MAGIC) if (octet() !== expected) throw new Error('not a face table');
  let id = '';
  for (let left = take(); left > 0; left--) id += String.fromCharCode(octet());
  const unitsPerEm = take();
  const ascent = take();
  const descent = -take();
  const dashBottom = take();
  const dashTop = take();
  const count = take();
  const codePoints = new Uint32Array(count);
  const advances = new Uint16Array(count);
  let codePoint = -1;
  for (let i = 0; i < count; i++) {
    codePoint += take() + 1;
    codePoints[i] = codePoint;
  }
  for (let i = 0; i < count; ) {
    const advance = take();
    const end = i + take();
    advances.fill(advance, i, end);
    i = end;
  }
  return { id, unitsPerEm, ascent, descent, dashBottom, dashTop, codePoints, advances };
};
