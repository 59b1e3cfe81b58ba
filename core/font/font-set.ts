/**
 * The faces of one layout: advance of a character in a face, and which face sets it. Pure.
 *
 * A face that is not among them (an issue may name a font that this machine lacks) is looked up once by `find`;
 * where that has none either, a built-in face stands in for it, so that the issue still opens.
 *
 * BMP characters are looked up in a flat table per face (a layout asks some 100,000 times), the others by
 * binary search.
 */
import { BUILT_IN_FACES, type FaceId, type FaceTable } from './face.ts';
import { isUserFace, standInFor, USER_FALLBACK } from './user-face.ts';

/** What a table of advances holds for a character that the face lacks. */
export const MISSING = 0xffff;

class Face {
  readonly bmp: Uint16Array;
  constructor(readonly table: FaceTable) {
    this.bmp = new Uint16Array(0x10000).fill(MISSING);
    for (let i = 0; i < table.codePoints.length; i++) {
      const codePoint = table.codePoints[i]!;
      if (codePoint > 0xffff) break;
      this.bmp[codePoint] = table.advances[i]!;
    }
  }

  /** Font units, or `MISSING`. */
  advance(codePoint: number): number {
    if (codePoint <= 0xffff) return this.bmp[codePoint]!;
    const { codePoints, advances } = this.table;
    let low = 0;
    let high = codePoints.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = codePoints[middle]!;
      if (found === codePoint) return advances[middle]!;
      if (found < codePoint) low = middle + 1;
      else high = middle - 1;
    }
    return MISSING;
  }
}

export class FontSet {
  private readonly faces = new Map<FaceId, Face>();
  private readonly fallbacks = new Map<FaceId, readonly FaceId[]>();

  constructor(
    tables: readonly FaceTable[],
    /** Looks up a face that is not among the tables: the same answer every time. */
    private readonly find: (id: FaceId) => FaceTable | null = () => null,
  ) {
    for (const table of tables) this.faces.set(table.id, new Face(table));
    for (const face of BUILT_IN_FACES) this.fallbacks.set(face.id, face.fallback);
  }

  private face(id: FaceId): Face {
    return this.faces.get(id) ?? this.lookUp(id);
  }

  /** Finds the face or its stand-in, and keeps that under the name that was asked for. */
  private lookUp(id: FaceId): Face {
    const table = this.find(id);
    const face = table ? new Face(table) : this.faces.get(standInFor(id));
    if (!face) throw new Error(`face not loaded: ${id}`);
    this.faces.set(id, face);
    return face;
  }

  /** The face that really sets what `id` is asked for: itself, or its stand-in where this machine lacks it. */
  resolve(id: FaceId): FaceId {
    return this.face(id).table.id;
  }

  /** Advances of the BMP in font units, `MISSING` where there is none, for a loop over a paragraph. */
  advancesOf(id: FaceId): { readonly bmp: Uint16Array; readonly unitsPerEm: number } {
    const { bmp, table } = this.face(id);
    return { bmp, unitsPerEm: table.unitsPerEm };
  }

  has(id: FaceId, codePoint: number): boolean {
    return this.face(id).advance(codePoint) !== MISSING;
  }

  /** The face that sets the character where `id` is asked for: itself, else its fallbacks in order, else null. */
  faceFor(id: FaceId, codePoint: number): FaceId | null {
    const own = this.resolve(id);
    if (this.has(own, codePoint)) return own;
    for (const other of this.fallbacks.get(own) ?? (isUserFace(own) ? USER_FALLBACK : []))
      if (this.faces.has(other) && this.has(other, codePoint)) return other;
    return null;
  }

  /** Advance in em. Throws where the face lacks the character: ask `faceFor` first. */
  advance(id: FaceId, codePoint: number): number {
    const face = this.face(id);
    const advance = face.advance(codePoint);
    if (advance === MISSING) throw new Error(`${id} has no U+${codePoint.toString(16)}`);
    return advance / face.table.unitsPerEm;
  }

  /** Lower and upper edge of the dash's ink above the baseline, em. */
  dashEdges(id: FaceId): { readonly bottom: number; readonly top: number } {
    const { table } = this.face(id);
    return { bottom: table.dashBottom / table.unitsPerEm, top: table.dashTop / table.unitsPerEm };
  }

  /** Ascent and descent in em, both positive distances from the baseline. */
  verticalMetrics(id: FaceId): { readonly ascent: number; readonly descent: number } {
    const { table } = this.face(id);
    return { ascent: table.ascent / table.unitsPerEm, descent: -table.descent / table.unitsPerEm };
  }
}
