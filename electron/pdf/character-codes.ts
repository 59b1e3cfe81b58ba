/**
 * What a page prints, and the codes by which content streams name it: the character's own UTF-16 code, so that a
 * page's stream depends on nothing but the page, stays the same whatever else the issue prints, and even a character
 * without a glyph can be searched. The font maps codes to its glyphs (CIDToGIDMap).
 *
 * Three kinds of things have no code of their own and take the places that no character has there, always the same:
 * - the letter or digit beside a Han–Latin gap, with the gap in its advance (surrogates): readers take a gap of a
 *   quarter em for a space, and 11月17日 would come out as 11 月 17 日;
 * - a raised or lowered digit, which means another character than its glyph shows: ⁴; one typed as such, with the gap
 *   behind it (surrogates);
 * - characters beyond the BMP (private use area as far as the face itself does not use it, then Hangul likewise), in
 *   the order in which the face has them.
 */
import { type Cache, family, KEY_ALONE, kept } from '../../core/cache.ts';
import { Script, scriptForm } from '../../core/issue/script-forms.ts';
import type { FaceGlyphs } from '../fonts/glyph-source.ts';

/** A character as a page prints it, in one number: the character, gap before and after in eighths of an em, script. */
export type Printed = number;

/** Eighths of an em in one gap: ½ em, the widest to which a line is filled. */
export const MOST_GAP = 4;
/** An eighth: the gap of a headline; a body's ¼ is two. */
export const GAP_STEP = 1 / 8;
const CHARACTER = 0x1fffff;
const LEAD = 2 ** 21;
const TRAIL = 2 ** 24;
const SCRIPT = 2 ** 27;

export interface Form {
  /** Gap before and after it within its advance, in steps. */
  readonly lead: number;
  readonly trail: number;
  readonly script: Script;
}

export const printedAs = (character: number, { lead, trail, script }: Form): Printed =>
  character + lead * LEAD + trail * TRAIL + script * SCRIPT;
export const characterOf = (printed: Printed): number => printed & CHARACTER;
export const formOf = (printed: Printed): Form => ({
  lead: Math.floor(printed / LEAD) & 7,
  trail: Math.floor(printed / TRAIL) & 7,
  script: (Math.floor(printed / SCRIPT) & 3) as Script,
});
const isPlain = (printed: Printed): boolean => printed <= CHARACTER;

/** What stands beside Han in newspaper text, most of it. Order and number are fixed: codes come of them. */
const GAPPED = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%+-.)(/℃¥²';
const gappedAt = new Map([...GAPPED].map((letter, i) => [letter.codePointAt(0)!, i]));
const PER_CHARACTER = (MOST_GAP + 1) ** 2;

/** Raised and lowered characters that mean another one, and those that are typed as what they are: a gap follows them. */
const SCRIPTED: readonly (readonly [Script, string])[] = [
  [Script.Super, '0123456789+-=()ni−–－'],
  [Script.Sub, '0123456789+-=()−–－'],
  [Script.None, '⁰¹³⁴⁵⁶⁷⁸⁹₂'],
];
const scriptedAt = new Map(
  SCRIPTED.flatMap(([script, letters]) => [...letters].map((letter) => [script, letter] as const)).map(
    ([script, letter], i) => [letter.codePointAt(0)! + script * SCRIPT, i],
  ),
);

/** By character, for the loop over a page; nothing in `GAPPED` stands behind the letterlike symbols. */
const holdsGap = new Uint8Array(0x2150);
for (const character of [...gappedAt.keys(), ...[...scriptedAt.keys()].filter((key) => key <= CHARACTER)])
  holdsGap[character] = 1;

/** True where the character can take a gap into its advance: behind it, and before it too where `canLead`. */
export const canHoldGap = (character: number): boolean => character < 0x2150 && holdsGap[character] === 1;
/** True where the character can take a gap before it. */
export const canLead = (character: number): boolean => gappedAt.has(character);
/** The script as the file knows it: a letter that means itself is but a smaller one. */
export const scriptIn = (character: number, script: Script): Script =>
  script !== Script.None && scriptedAt.has(character + script * SCRIPT) ? script : Script.None;

const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const FIRST_SCRIPTED = FIRST_SURROGATE + gappedAt.size * PER_CHARACTER;
/** Free places of the BMP, in the order in which they are taken. */
const PLACES: readonly (readonly [number, number])[] = [
  [0xe000, 0xf8ff],
  [0xac00, 0xd7a3],
];
/** Stands for what cannot be named: lone surrogates, and characters beyond the BMP that the face lacks. */
const REPLACEMENT = 0xfffd;

const CODES = family<FaceGlyphs, ReadonlyMap<number, number>>('codes beyond the BMP');

const assignCodes = (store: FaceGlyphs): ReadonlyMap<number, number> => {
  const codes = new Map<number, number>();
  let place = 0;
  let code = PLACES[0]![0];
  for (const character of store.codePoints) {
    if (character <= 0xffff) continue;
    while (place < PLACES.length && (code > PLACES[place]![1] || store.glyphOf(code) !== 0)) {
      if (code < PLACES[place]![1]) code++;
      else code = PLACES[++place]?.[0] ?? code;
    }
    if (place === PLACES.length) break;
    codes.set(character, code++);
  }
  return codes;
};

/** The code of what is printed in a face: 16 bits. */
export const codeOf = (store: FaceGlyphs, printed: Printed, cache: Cache): number => {
  if (!isPlain(printed)) return formCode(printed);
  if (printed > 0xffff)
    return kept(cache, CODES, store, KEY_ALONE, () => assignCodes(store)).get(printed) ?? REPLACEMENT;
  return printed >= FIRST_SURROGATE && printed <= LAST_SURROGATE ? REPLACEMENT : printed;
};

/** What a reader of the file is told. */
export const unicodeOf = (store: FaceGlyphs, printed: Printed, cache: Cache): number => {
  if (!isPlain(printed)) return scriptForm(characterOf(printed), formOf(printed).script);
  return codeOf(store, printed, cache) === REPLACEMENT ? REPLACEMENT : printed;
};

/** How far right of its origin the glyph of a code stands, em: what a form's box holds before it. */
export const leadOfCode = (code: number): number =>
  code >= FIRST_SURROGATE && code < FIRST_SCRIPTED
    ? Math.floor(((code - FIRST_SURROGATE) % PER_CHARACTER) / (MOST_GAP + 1)) * GAP_STEP
    : 0;

const formCode = (printed: Printed): number => {
  const { lead, trail, script } = formOf(printed);
  const character = characterOf(printed);
  const gapped = script ? undefined : gappedAt.get(character);
  if (gapped !== undefined) return FIRST_SURROGATE + gapped * PER_CHARACTER + lead * (MOST_GAP + 1) + trail;
  const scripted = scriptedAt.get(character + script * SCRIPT);
  if (scripted === undefined || lead) throw new Error(`no code for ${printed.toString(16)}`);
  return FIRST_SCRIPTED + scripted * (MOST_GAP + 1) + trail;
};

/** The gap that a form of a character holds, in the face's units: what the font's own widths say. */
export const gapUnits = (store: FaceGlyphs, steps: number): number =>
  Math.round(steps * GAP_STEP * store.facts.unitsPerEm);
