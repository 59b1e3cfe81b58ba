/**
 * Each character of a paragraph with its class in this place (an apostrophe within a word is a letter, `/` between
 * Han is a mark), the face that sets it and its advance in em. Pure.
 */
import type { FaceId } from '../font/face.ts';
import { type FontSet, MISSING } from '../font/font-set.ts';
import type { Mark } from '../issue/issue.ts';
import { baseOf, Script } from '../issue/script-forms.ts';
import { CharClass, classOf, isBullet, NUMERO } from './char-class.ts';
import { type Aside, type Decoded, isInvisible, mayHaveInvisible, setAside } from './invisible.ts';
import { SCRIPT_SIZE } from './script.ts';
import type { SetStyle } from './set-style.ts';

/** The visible characters; all of them where none is visible. */
export interface Classified {
  readonly codePoints: Uint32Array;
  /** UTF-16 offset of each code point; one longer. */
  readonly offsets: Uint32Array;
  readonly classes: Uint8Array;
  readonly faces: readonly FaceId[];
  readonly faceIndex: Uint8Array;
  /** em. */
  readonly advance: Float64Array;
  /** `Script` of each; null where none is off the baseline. */
  readonly scripts: Uint8Array | null;
  readonly missing: readonly number[];
  /** True where a character is painted as another: 〓 for one that no face has, 4 for ⁴, a space for a tab. */
  readonly substituted: boolean;
  /** The others; null where there are none. */
  readonly aside: Aside | null;
}

/** The character that stands for one that no face has (〓, the compositor's mark for a missing sort). */
export const GETA = 0x3013;

/** Quotes, dash and ellipsis must come from a face that makes them a full em (docs/typesetting.md §2). */
const EM_WIDE = new Set([0x2018, 0x2019, 0x201c, 0x201d, 0x2014, 0x2026]);
const EM_WIDE_LEAST = 0.8;
const EM_WIDE_FACE: FaceId = 'serif-400';
const APOSTROPHE = 0x2019;
const EM_DASH = 0x2014;
const SOLIDUS = 0x2f;

/** Characters of a word or a number: runs of these are one atom. */
const inWord = (c: CharClass): boolean => c === CharClass.Latin || c === CharClass.Digit;

const isBold = (marks: readonly Mark[], offset: number): boolean => {
  for (const mark of marks) if (mark.kind === 'bold' && offset >= mark.from && offset < mark.to) return true;
  return false;
};

const scriptAt = (marks: readonly Mark[], offset: number): Script => {
  for (const { kind, from, to } of marks)
    if (offset >= from && offset < to) {
      if (kind === 'superscript') return Script.Super;
      if (kind === 'subscript') return Script.Sub;
    }
  return Script.None;
};

const SPACE = 0x20;

export const classify = (
  text: string,
  marks: readonly Mark[],
  style: Pick<SetStyle, 'face' | 'boldFace'>,
  fonts: FontSet,
  /** False where glyphs are set one by one at one size: ⁴ then comes from a face that has it. */
  makesScripts = true,
): Classified => {
  const all = decode(text);
  const suspect = mayHaveInvisible(text);
  const apart = suspect ? setAside(all) : null;
  /* Where none is visible they are as good as spaces. */
  const blank = suspect && apart === null;
  const { codePoints, offsets } = apart?.visible ?? all;
  const count = codePoints.length;
  const classes = new Uint8Array(count);
  const faceIndex = new Uint8Array(count);
  const advance = new Float64Array(count);
  const faces: FaceId[] = [fonts.resolve(style.face)];
  const missing: number[] = [];
  const { bmp, unitsPerEm } = fonts.advancesOf(style.face);
  const plain = marks.length === 0;
  const marked = marks.some(({ kind }) => kind === 'superscript' || kind === 'subscript');
  let scripts: Uint8Array | null = marked ? new Uint8Array(count) : null;
  let substituted = false;

  const indexOfFace = (face: FaceId): number => {
    const known = faces.indexOf(face);
    return known >= 0 ? known : faces.push(face) - 1;
  };

  for (let i = 0; i < count; i++) {
    const codePoint = codePoints[i]!;
    const raw = blank && isInvisible(codePoint) ? CharClass.Space : classOf(codePoint);
    const c = raw === CharClass.Han ? raw : classInPlace(codePoints, i, raw);
    classes[i] = c;
    if (c === CharClass.Space || c === CharClass.FullSpace) {
      faceIndex[i] = i > 0 ? faceIndex[i - 1]! : 0;
      if (codePoint !== SPACE && !fonts.has(faces[faceIndex[i]!]!, codePoint)) substituted = true;
      continue;
    }
    const script = marked ? scriptAt(marks, offsets[i]!) : Script.None;
    /* Nearly every character: one lookup in the style's own face. */
    if (plain && codePoint <= 0xffff && !(codePoint >= 0x2000 && codePoint < 0x2070)) {
      const units = bmp[codePoint]!;
      if (units !== MISSING) {
        advance[i] = units / unitsPerEm;
        continue;
      }
    }
    const based = makesScripts && script === Script.None ? baseOf(codePoint) : null;
    if (script !== Script.None || (based !== null && !fonts.has(style.face, codePoint))) {
      scripts ??= new Uint8Array(count);
      scripts[i] = script !== Script.None ? script : based!.script;
      /* Of whatever it is, it is part of the word that it stands in. */
      classes[i] = CharClass.Latin;
      if (script === Script.None) {
        codePoints[i] = based!.base;
        substituted = true;
      }
    }
    const wanted = faceWanted(
      codePoints[i]!,
      c,
      plain || !isBold(marks, offsets[i]!) ? style.face : style.boldFace,
      fonts,
    );
    let face = fonts.faceFor(wanted, codePoints[i]!);
    if (face === null) {
      missing.push(codePoint);
      substituted = true;
      codePoints[i] = GETA;
      if (!scripts?.[i]) classes[i] = CharClass.Han;
      face = fonts.faceFor(style.face, GETA);
      if (face === null) throw new Error(`no face has U+${GETA.toString(16)}`);
    }
    faceIndex[i] = indexOfFace(face);
    advance[i] = fonts.advance(face, codePoints[i]!) * (scripts?.[i] ? SCRIPT_SIZE : 1);
  }
  return {
    codePoints,
    offsets,
    classes,
    faces,
    faceIndex,
    advance,
    scripts,
    missing,
    substituted,
    aside: apart?.aside ?? null,
  };
};

/** The characters of a text that print as 〓: no face has them where `face` is asked for. */
export const missingFrom = (text: string, face: FaceId, fonts: FontSet): readonly number[] => {
  const missing = new Set<number>();
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    const c = classOf(codePoint);
    if (c === CharClass.Space || c === CharClass.FullSpace || isInvisible(codePoint)) continue;
    if (fonts.faceFor(face, baseOf(codePoint)?.base ?? codePoint) === null) missing.add(codePoint);
  }
  return [...missing];
};

const decode = (text: string): Decoded => {
  const codePoints = new Uint32Array(text.length);
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; count++) {
    const codePoint = text.codePointAt(at)!;
    codePoints[count] = codePoint;
    offsets[count] = at;
    at += codePoint > 0xffff ? 2 : 1;
  }
  offsets[count] = text.length;
  return count === text.length
    ? { codePoints, offsets }
    : { codePoints: codePoints.subarray(0, count), offsets: offsets.subarray(0, count + 1) };
};

const classInPlace = (codePoints: Uint32Array, i: number, raw: CharClass): CharClass => {
  const codePoint = codePoints[i]!;
  switch (raw) {
    case CharClass.Closer:
      return codePoint === APOSTROPHE &&
        classAt(codePoints, i - 1) === CharClass.Latin &&
        classAt(codePoints, i + 1) === CharClass.Latin
        ? CharClass.Latin
        : raw;
    case CharClass.Interpunct:
      if (isBullet(codePoint)) return isBetween(codePoints, i) ? raw : CharClass.Han;
      return codePoint === SOLIDUS && beside(codePoints, i - 1) && beside(codePoints, i + 1)
        ? CharClass.Latin
        : raw;
    case CharClass.Prefix:
      if (codePoint === NUMERO || classAt(codePoints, i + 1) === CharClass.Digit) return raw;
      return codePoint < 0x3000 ? CharClass.Latin : CharClass.Han;
    case CharClass.Suffix: {
      const before = classAt(codePoints, i - 1);
      if (before === CharClass.Digit || before === CharClass.Suffix) return raw;
      return codePoint < 0x2000 ? CharClass.Latin : CharClass.Han;
    }
    case CharClass.Dash:
      /* A single dash is a connector: 4月1日—6月30日 (GB/T 15834 4.13). */
      return codePoint === EM_DASH && codePoints[i - 1] !== EM_DASH && codePoints[i + 1] !== EM_DASH
        ? CharClass.Connector
        : raw;
    default:
      return raw;
  }
};

/** True where text stands right before and after: there a bullet is the 间隔号 of two names, elsewhere it opens an item. */
const isBetween = (codePoints: Uint32Array, i: number): boolean =>
  i > 0 && i + 1 < codePoints.length && !isSpaceAt(codePoints, i - 1) && !isSpaceAt(codePoints, i + 1);

const isSpaceAt = (codePoints: Uint32Array, i: number): boolean => {
  const c = classAt(codePoints, i);
  return c === CharClass.Space || c === CharClass.FullSpace;
};

/** True for what makes `/` a letter of the word: 3/4, km/h, and the other one of https://. */
const beside = (codePoints: Uint32Array, i: number): boolean =>
  inWord(classAt(codePoints, i)) || codePoints[i] === SOLIDUS;

const classAt = (codePoints: Uint32Array, i: number): CharClass =>
  i >= 0 && i < codePoints.length ? classOf(codePoints[i]!) : CharClass.Han;

const faceWanted = (codePoint: number, c: CharClass, face: FaceId, fonts: FontSet): FaceId =>
  c !== CharClass.Latin &&
  EM_WIDE.has(codePoint) &&
  fonts.has(face, codePoint) &&
  fonts.advance(face, codePoint) < EM_WIDE_LEAST
    ? EM_WIDE_FACE
    : face;
