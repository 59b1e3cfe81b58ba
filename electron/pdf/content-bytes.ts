/**
 * A growing buffer for content streams: operators as ASCII, numbers with as few digits as they need, strings
 * of two-byte codes. A page has some ten thousand numbers, so they go in as digits, not through strings.
 */

const SPACE = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const BACKSLASH = 0x5c;

export class ContentBytes {
  private bytes = new Uint8Array(16 * 1024);
  private length = 0;

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(2 * this.bytes.length + more);
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  ascii(text: string): this {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
    return this;
  }

  /** `value`, rounded to so many decimals (at most 5), without trailing zeros, and a space. */
  number(value: number, decimals = 3): this {
    this.reserve(24);
    const unit = 10 ** decimals;
    let scaled = Math.round(value * unit);
    if (!Number.isSafeInteger(scaled)) throw new Error(`no such coordinate: ${value}`);
    if (scaled < 0) {
      this.bytes[this.length++] = MINUS;
      scaled = -scaled;
    }
    const whole = Math.floor(scaled / unit);
    let rest = scaled - whole * unit;
    if (whole > 0 || rest === 0) {
      let divisor = 1;
      while (divisor * 10 <= whole) divisor *= 10;
      for (; divisor >= 1; divisor /= 10)
        this.bytes[this.length++] = ZERO + (Math.floor(whole / divisor) % 10);
    }
    if (rest > 0) {
      this.bytes[this.length++] = POINT;
      for (let place = unit / 10; rest > 0; place /= 10) {
        const digit = Math.floor(rest / place);
        this.bytes[this.length++] = ZERO + digit;
        rest -= digit * place;
      }
    }
    this.bytes[this.length++] = SPACE;
    return this;
  }

  /** Both bytes of a code, inside a literal string (ISO 32000-1, 7.3.4.2: brackets, backslash, line ends). */
  code(code: number): void {
    this.reserve(4);
    this.stringByte(code >> 8);
    this.stringByte(code & 0xff);
  }

  private stringByte(value: number): void {
    const escaped =
      value === 0x28 || value === 0x29 || value === BACKSLASH || value === 0x0d || value === 0x0a;
    if (escaped) this.bytes[this.length++] = BACKSLASH;
    // A bare carriage return or line feed would be read as a line end of the file's own.
    this.bytes[this.length++] = value === 0x0d ? 0x72 : value === 0x0a ? 0x6e : value;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}
