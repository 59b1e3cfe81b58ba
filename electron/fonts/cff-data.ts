/**
 * The two structures that a CFF font is made of (Adobe Technical Note 5176): INDEX, a list of byte strings, and
 * DICT, operators after their operands. Read with every offset checked (RangeError otherwise), and written.
 */
import { slice, viewOf } from './font-refusal.ts';

export interface CffIndex {
  readonly count: number;
  /** Where what follows the index starts. */
  readonly end: number;
  readonly item: (index: number) => Uint8Array;
}

export const EMPTY_INDEX: CffIndex = {
  count: 0,
  end: 0,
  item: (index) => {
    throw new RangeError(`item ${index} of an empty INDEX`);
  },
};

export const readIndex = (bytes: Uint8Array, at: number): CffIndex => {
  const count = viewOf(slice(bytes, at, 2)).getUint16(0);
  if (count === 0) return { ...EMPTY_INDEX, end: at + 2 };
  const size = slice(bytes, at + 2, 1)[0]!;
  if (size < 1 || size > 4) throw new RangeError(`offsets of ${size} bytes`);
  const stored = slice(bytes, at + 3, (count + 1) * size);
  const offsets = new Uint32Array(count + 1);
  for (let i = 0, from = 0; i <= count; i++) {
    let offset = 0;
    for (let n = 0; n < size; n++) offset = offset * 0x100 + stored[from++]!;
    if (offset < (i === 0 ? 1 : offsets[i - 1]!)) throw new RangeError(`offset ${i} of an INDEX goes back`);
    offsets[i] = offset;
  }
  // Offsets count from the byte before the data.
  const base = at + 2 + (count + 1) * size;
  if (base + offsets[count]! > bytes.length) throw new RangeError('INDEX ends outside the font');
  return {
    count,
    end: base + offsets[count]!,
    item: (index) => {
      if (!(index >= 0) || index >= count) throw new RangeError(`item ${index} of ${count}`);
      return bytes.subarray(base + offsets[index]!, base + offsets[index + 1]!);
    },
  };
};

export const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

export const writeIndex = (items: readonly Uint8Array[]): Uint8Array => {
  if (items.length === 0) return new Uint8Array(2);
  const length = items.reduce((sum, item) => sum + item.length, 1);
  const size = length <= 0xff ? 1 : length <= 0xffff ? 2 : length <= 0xffffff ? 3 : 4;
  const head = new Uint8Array(3 + (items.length + 1) * size);
  head[0] = items.length >> 8;
  head[1] = items.length & 0xff;
  head[2] = size;
  let offset = 1;
  for (let i = 0; i <= items.length; i++) {
    for (let n = 0; n < size; n++) head[3 + i * size + n] = (offset / 2 ** (8 * (size - 1 - n))) & 0xff;
    offset += items[i]?.length ?? 0;
  }
  return concat([head, ...items]);
};

/** Operators of two bytes are `ESCAPE | second`. */
export const ESCAPE = 0x0c00;

export const OP = {
  fontBBox: 5,
  charset: 15,
  charStrings: 17,
  private: 18,
  subrs: 19,
  charstringType: ESCAPE | 6,
  fontMatrix: ESCAPE | 7,
  ros: ESCAPE | 30,
  cidCount: ESCAPE | 34,
  fdArray: ESCAPE | 36,
  fdSelect: ESCAPE | 37,
} as const;

export interface DictEntry {
  readonly operands: readonly number[];
  /** The operands as they are written, without the operator. */
  readonly raw: Uint8Array;
}
export type Dict = ReadonlyMap<number, DictEntry>;

const MOST_OPERANDS = 513;
const NIBBLES = '0123456789.EE?-';

/** A real number: two characters a byte until the end mark. */
const readReal = (bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } => {
  let text = '';
  for (let end = at; ; end++) {
    const value = slice(bytes, end, 1)[0]!;
    for (const nibble of [value >> 4, value & 15]) {
      if (nibble === 15) return { value: Number(text) || 0, end: end + 1 };
      text += NIBBLES[nibble] + (nibble === 12 ? '-' : '');
    }
  }
};

export const readDict = (bytes: Uint8Array): Dict => {
  const view = viewOf(bytes);
  const dict = new Map<number, DictEntry>();
  let operands: number[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at]!;
    if (first <= 21) {
      const operator = first === 12 ? ESCAPE | view.getUint8(at + 1) : first;
      dict.set(operator, { operands, raw: bytes.subarray(start, at) });
      at += first === 12 ? 2 : 1;
      operands = [];
      start = at;
      continue;
    }
    if (operands.length >= MOST_OPERANDS) throw new RangeError('too many operands in a DICT');
    if (first === 28) {
      operands.push(view.getInt16(at + 1));
      at += 3;
    } else if (first === 29) {
      operands.push(view.getInt32(at + 1));
      at += 5;
    } else if (first === 30) {
      const real = readReal(bytes, at + 1);
      operands.push(real.value);
      at = real.end;
    } else if (first >= 32 && first <= 246) {
      operands.push(first - 139);
      at++;
    } else if (first >= 247 && first <= 254) {
      const second = view.getUint8(at + 1);
      operands.push(first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108);
      at += 2;
    } else throw new RangeError(`byte ${first} in a DICT`);
  }
  return dict;
};

/** An integer in five bytes: its length does not depend on its value, so offsets can be laid out first. */
export const fixedInteger = (value: number): Uint8Array =>
  Uint8Array.of(29, (value >> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);

export const dictEntry = (operator: number, ...operands: readonly Uint8Array[]): Uint8Array =>
  concat([...operands, operator >= ESCAPE ? Uint8Array.of(12, operator & 0xff) : Uint8Array.of(operator)]);
