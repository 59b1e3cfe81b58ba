/** Huffman codes of a JPEG (ITU-T T.81, annex C) and the bits of a scan that they are read from. */

/** Codes no longer than this are found at once. */
const QUICK_BITS = 10;
const LONGEST_CODE = 16;

export class HuffmanTable {
  /** By the next bits: length of the code in the upper byte, symbol in the lower; 0 for a longer code. */
  readonly quick = new Uint16Array(1 << QUICK_BITS);
  /** By length: the first code above those of that length, aligned to 16 bits. */
  readonly limit = new Int32Array(LONGEST_CODE + 2);
  readonly offset = new Int32Array(LONGEST_CODE + 2);

  /** Null where the counts give no code, or name more symbols than there are. */
  static read(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null {
    const table = new HuffmanTable(symbols);
    let code = 0;
    let at = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      const count = counts[length - 1]!;
      table.offset[length] = at - code;
      if (code + count > 1 << length || at + count > symbols.length) return null;
      for (let i = 0; i < count; i++, at++, code++) {
        if (length > QUICK_BITS) continue;
        const from = code << (QUICK_BITS - length);
        table.quick.fill((length << 8) | symbols[at]!, from, from + (1 << (QUICK_BITS - length)));
      }
      table.limit[length] = code << (LONGEST_CODE - length);
      code <<= 1;
    }
    return table;
  }

  private constructor(readonly symbols: Uint8Array) {}
}

/** Symbol of no code. */
export const NO_SYMBOL = -1;

/**
 * Bits of coded data. Behind the data's end zeros are read, and `isShort` tells that they were: a whole scan never
 * needs one.
 */
export class ScanBits {
  private bits = 0;
  private count = 0;
  /** Bits that were made up. */
  private invented = 0;
  /** At a marker, or at the end of the bytes. */
  private atMarker = false;

  constructor(
    private readonly bytes: Uint8Array,
    /** Of the next byte to be taken into the buffer. */
    private at: number,
  ) {}

  get isShort(): boolean {
    return this.invented > this.count;
  }

  /** Whole bytes that were taken into the buffer and that nobody asked for. */
  private get unread(): number {
    return Math.max(0, this.count - this.invented) >> 3;
  }

  /** Bytes of coded data from here to `end`, which nobody asked for. */
  left(end: number): number {
    return this.unread + Math.max(0, end - this.at);
  }

  private fill(): void {
    const { bytes } = this;
    while (this.count <= 16) {
      let byte = 0;
      if (this.atMarker) this.invented += 8;
      else {
        const next = bytes[this.at];
        if (next === undefined) {
          this.atMarker = true;
          continue;
        }
        if (next === 0xff) {
          if (bytes[this.at + 1] !== 0) {
            this.atMarker = true;
            continue;
          }
          this.at++;
        }
        this.at++;
        byte = next;
      }
      this.bits = ((this.bits << 8) | byte) & 0xffffff;
      this.count += 8;
    }
  }

  /** At most 16. */
  receive(size: number): number {
    if (size === 0) return 0;
    if (this.count < size) this.fill();
    this.count -= size;
    return (this.bits >> this.count) & ((1 << size) - 1);
  }

  skip(size: number): void {
    if (this.count < size) this.fill();
    this.count -= size;
  }

  symbol(table: HuffmanTable): number {
    if (this.count < LONGEST_CODE) this.fill();
    const code = (this.bits >> (this.count - LONGEST_CODE)) & 0xffff;
    const quick = table.quick[code >> (LONGEST_CODE - QUICK_BITS)]!;
    if (quick !== 0) {
      this.count -= quick >> 8;
      return quick & 0xff;
    }
    for (let length = QUICK_BITS + 1; length <= LONGEST_CODE; length++) {
      if (code >= table.limit[length]!) continue;
      this.count -= length;
      return table.symbols[(code >> (LONGEST_CODE - length)) + table.offset[length]!] ?? NO_SYMBOL;
    }
    return NO_SYMBOL;
  }

  /** Past the restart marker of that number (0–7); false where another thing stands there. */
  restart(number: number): boolean {
    if (this.isShort || this.unread > 0) return false;
    let { at } = this;
    while (this.bytes[at] === 0xff && this.bytes[at + 1] === 0xff) at++;
    if (this.bytes[at] !== 0xff || this.bytes[at + 1] !== 0xd0 + number) return false;
    this.at = at + 2;
    this.bits = 0;
    this.count = 0;
    this.invented = 0;
    this.atMarker = false;
    return true;
  }
}
