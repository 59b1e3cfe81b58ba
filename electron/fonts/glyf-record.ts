/**
 * One glyph's outline as TrueType keeps it in `glyf` (OpenType 1.9, "glyf — Glyph Data"): simple, composite or
 * empty. Here: which components a composite draws, and a record rewritten without hinting instructions and
 * padding (they refer to the fpgm, prep and cvt of their own font file, which no merged font can carry).
 */

const ARGS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_XY_SCALE = 0x0040;
const HAS_MATRIX = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;

const ON_X_SHORT = 0x02;
const ON_Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;

/** numberOfContours and the bounding box. */
const HEADER = 10;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const isComposite = (record: Uint8Array): boolean => record.length > 0 && (record[0]! & 0x80) !== 0;

interface Component {
  /** Where its flags stand; its glyph number is two bytes further on. */
  readonly at: number;
  readonly glyph: number;
  readonly end: number;
}

const componentsOf = (record: Uint8Array): Component[] => {
  const view = viewOf(record);
  const found: Component[] = [];
  for (let at = HEADER, more = true; more; ) {
    const flags = view.getUint16(at);
    let end = at + 4 + (flags & ARGS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) end += 2;
    else if (flags & HAS_XY_SCALE) end += 4;
    else if (flags & HAS_MATRIX) end += 8;
    found.push({ at, glyph: view.getUint16(at + 2), end });
    more = (flags & MORE_COMPONENTS) !== 0;
    at = end;
  }
  return found;
};

/** Glyph numbers that a composite draws; none for the others. */
export const componentGlyphs = (record: Uint8Array): number[] =>
  isComposite(record) ? componentsOf(record).map((c) => c.glyph) : [];

/** A composite's record with its component numbers replaced; other records as they are. */
export const renumberComponents = (record: Uint8Array, numberOf: (glyph: number) => number): Uint8Array => {
  if (!isComposite(record)) return record;
  const copy = new Uint8Array(record);
  const view = viewOf(copy);
  for (const component of componentsOf(copy)) view.setUint16(component.at + 2, numberOf(component.glyph));
  return copy;
};

const withoutInstructionsComposite = (record: Uint8Array): Uint8Array => {
  const components = componentsOf(record);
  const copy = new Uint8Array(record.subarray(0, components.at(-1)!.end));
  const view = viewOf(copy);
  for (const { at } of components) view.setUint16(at, view.getUint16(at) & ~HAS_INSTRUCTIONS);
  return copy;
};

const withoutInstructionsSimple = (record: Uint8Array): Uint8Array => {
  const view = viewOf(record);
  const contours = view.getInt16(0);
  if (contours === 0) return record.subarray(0, 0);
  const lengthAt = HEADER + 2 * contours;
  const points = view.getUint16(lengthAt - 2) + 1;
  const flagsAt = lengthAt + 2 + view.getUint16(lengthAt);
  let at = flagsAt;
  let coordinates = 0;
  for (let point = 0; point < points; ) {
    const flags = record[at++]!;
    const times = flags & REPEAT ? record[at++]! + 1 : 1;
    const x = flags & ON_X_SHORT ? 1 : flags & X_SAME_OR_POSITIVE ? 0 : 2;
    const y = flags & ON_Y_SHORT ? 1 : flags & Y_SAME_OR_POSITIVE ? 0 : 2;
    coordinates += times * (x + y);
    point += times;
  }
  const end = at + coordinates;
  if (end > record.length) throw new RangeError(`glyf record of ${record.length} bytes should have ${end}`);
  const out = new Uint8Array(lengthAt + 2 + end - flagsAt);
  out.set(record.subarray(0, lengthAt));
  out.set(record.subarray(flagsAt, end), lengthAt + 2);
  return out;
};

/** The outline alone: no instructions, no padding. */
export const withoutInstructions = (record: Uint8Array): Uint8Array => {
  if (record.length === 0) return record;
  return isComposite(record) ? withoutInstructionsComposite(record) : withoutInstructionsSimple(record);
};
