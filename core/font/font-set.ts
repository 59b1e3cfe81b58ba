/**
 * The faces of one layout: advance of a character in a face, and which face sets it. Pure.
 *
 * BMP characters are looked up in a flat table per face (a layout asks some 100,000 times), the others by
 * binary search.
 */
import { BUILT_IN_FACES, type FaceId, type FaceTable } from './face.ts';

const MISSING = 0xffff;

class Face {
  private readonly bmp: Uint16Array;
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

  constructor(tables: readonly FaceTable[]) {
    for (const table of tables) this.faces.set(table.id, new Face(table));
    for (const face of BUILT_IN_FACES) this.fallbacks.set(face.id, face.fallback);
  }

  private face(id: FaceId): Face {
    const face = this.faces.get(id);
    if (!face) throw new Error(`face not loaded: ${id}`);
    return face;
  }

  has(id: FaceId, codePoint: number): boolean {
    return this.face(id).advance(codePoint) !== MISSING;
  }

  /** The face that sets the character where `id` is asked for: itself, else its fallbacks in order, else null. */
  faceFor(id: FaceId, codePoint: number): FaceId | null {
    if (this.has(id, codePoint)) return id;
    for (const other of this.fallbacks.get(id) ?? [])
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
