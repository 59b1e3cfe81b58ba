/**
 * Runs a Type 2 charstring (Adobe Technical Note 5177) as far as a subset and a face's metrics need it: which
 * subroutines it calls, and the box around its points, control points among them.
 *
 * Limits: the arithmetic and storage operators, which outline fonts do not use, and accents composed by `endchar`
 * are told as `unsupported`. Depth and steps are bounded, so no charstring, however made, runs on.
 */
import type { CffIndex } from './cff-data.ts';
import { viewOf } from './font-refusal.ts';

export interface RunCharstring {
  /** Numbers of the subroutines called. */
  readonly globals: ReadonlySet<number>;
  readonly locals: ReadonlySet<number>;
  /** Null for a blank. */
  readonly box: { readonly yMin: number; readonly yMax: number } | null;
  /** True where the charstring uses what this program cannot carry over. */
  readonly unsupported: boolean;
}

const DEEPEST = 10;
const MOST_STEPS = 200_000;
const MOST_OPERANDS = 513;

/** Added to a subroutine's operand to get its number (Technical Note 5177, callsubr). */
export const subrBias = (count: number): number => (count < 1240 ? 107 : count < 33900 ? 1131 : 32768);

class Charstring {
  readonly globals = new Set<number>();
  readonly locals = new Set<number>();
  unsupported = false;
  yMin = Number.POSITIVE_INFINITY;
  yMax = Number.NEGATIVE_INFINITY;

  private stack: number[] = [];
  private y = 0;
  private stems = 0;
  private steps = 0;
  private ended = false;

  constructor(
    private readonly globalSubrs: CffIndex,
    private readonly localSubrs: CffIndex,
  ) {}

  run(code: Uint8Array, depth: number): void {
    if (depth > DEEPEST) throw new RangeError('subroutines too deep');
    const view = viewOf(code);
    for (let at = 0; at < code.length && !this.ended; ) {
      if (++this.steps > MOST_STEPS || this.stack.length > MOST_OPERANDS)
        throw new RangeError('a charstring without end');
      const first = code[at]!;
      if (first >= 32 || first === 28) at = this.operand(view, at, first);
      else if (first === 10 || first === 29) {
        this.call(first === 29, depth);
        at++;
      } else if (first === 11) return;
      else if (first === 12) {
        this.escaped(view.getUint8(at + 1));
        at += 2;
      } else if (first === 19 || first === 20) {
        this.countStems();
        at += 1 + Math.ceil(this.stems / 8);
      } else {
        this.operator(first);
        at++;
      }
    }
  }

  private operand(view: DataView, at: number, first: number): number {
    const { stack } = this;
    if (first === 28) {
      stack.push(view.getInt16(at + 1));
      return at + 3;
    }
    if (first <= 246) {
      stack.push(first - 139);
      return at + 1;
    }
    if (first === 255) {
      stack.push(view.getInt32(at + 1) / 0x10000);
      return at + 5;
    }
    const second = view.getUint8(at + 1);
    stack.push(first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108);
    return at + 2;
  }

  private call(global: boolean, depth: number): void {
    const subrs = global ? this.globalSubrs : this.localSubrs;
    const number = Math.trunc(this.stack.pop() ?? Number.NaN) + subrBias(subrs.count);
    const code = subrs.item(number);
    (global ? this.globals : this.locals).add(number);
    this.run(code, depth + 1);
  }

  /** Stem hints come in pairs; an odd operand before the first is the width. */
  private countStems(): void {
    this.stems += this.stack.length >> 1;
    this.stack = [];
  }

  private mark(): void {
    if (this.y < this.yMin) this.yMin = this.y;
    if (this.y > this.yMax) this.yMax = this.y;
  }

  private up(dy: number | undefined): void {
    this.y += dy ?? 0;
    this.mark();
  }

  private operator(code: number): void {
    const { stack } = this;
    switch (code) {
      case 1: // hstem
      case 3: // vstem
      case 18: // hstemhm
      case 23: // vstemhm
        this.countStems();
        return;
      case 4: // vmoveto
      case 21: // rmoveto
        this.up(stack.at(-1));
        break;
      case 22: // hmoveto
        this.mark();
        break;
      case 5: // rlineto
        for (let i = 1; i < stack.length; i += 2) this.up(stack[i]);
        break;
      case 6: // hlineto
      case 7: // vlineto
        for (let i = code === 7 ? 0 : 1; i < stack.length; i += 2) this.up(stack[i]);
        break;
      case 8: // rrcurveto
      case 24: // rcurveline
      case 25: // rlinecurve
        for (let i = 1; i < stack.length; i += 2) this.up(stack[i]);
        break;
      case 26: // vvcurveto: an odd dx first, then dy dx dy dy
        for (let i = stack.length & 1; i + 3 < stack.length; i += 4) {
          this.up(stack[i]);
          this.up(stack[i + 2]);
          this.up(stack[i + 3]);
        }
        break;
      case 27: // hhcurveto: an odd dy first, then dx dx dy dx
        if (stack.length & 1) this.up(stack[0]);
        for (let i = stack.length & 1; i + 3 < stack.length; i += 4) this.up(stack[i + 2]);
        break;
      case 30: // vhcurveto
      case 31: // hvcurveto
        this.alternating(code === 30);
        break;
      case 14: // endchar; with four operands it composes an accented letter
        if (stack.length >= 4) this.unsupported = true;
        this.ended = true;
        break;
      default:
        throw new RangeError(`operator ${code} in a charstring`);
    }
    this.stack = [];
  }

  /** Curves that start upright and level by turns; the last may end askew. */
  private alternating(upright: boolean): void {
    const { stack } = this;
    let vertical = upright;
    for (let i = 0; i + 3 < stack.length; i += 4) {
      const last = stack.length - i === 5 ? stack[i + 4] : 0;
      if (vertical) this.up(stack[i]);
      this.up(stack[i + 2]);
      this.up(vertical ? last : stack[i + 3]);
      vertical = !vertical;
    }
  }

  private escaped(code: number): void {
    const { stack } = this;
    // flex and flex1 go through every second operand; hflex rises only in its middle, hflex1 comes back at its end.
    if (code === 35 || code === 37) for (let i = 1; i < Math.min(stack.length, 12); i += 2) this.up(stack[i]);
    else if (code === 34) {
      this.up(stack[2]);
      this.up(-(stack[2] ?? 0));
    } else if (code === 36) {
      const start = this.y;
      for (const i of [1, 3, 7]) this.up(stack[i]);
      this.y = start;
    } else this.unsupported = true;
    this.stack = [];
  }
}

/** Runs one glyph's charstring. Throws RangeError where it is broken. */
export const runCharstring = (
  code: Uint8Array,
  globalSubrs: CffIndex,
  localSubrs: CffIndex,
): RunCharstring => {
  const run = new Charstring(globalSubrs, localSubrs);
  run.run(code, 0);
  const { globals, locals, unsupported, yMin, yMax } = run;
  return { globals, locals, unsupported, box: yMin <= yMax ? { yMin, yMax } : null };
};
