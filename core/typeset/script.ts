/**
 * Superscript 上标 and subscript 下标: the mark that an editor gives to 4 in 10⁴, and the characters of Unicode that
 * say the same (⁴ ₂), which are set from the digit where the face has no glyph of their own. Either way the glyph is
 * the base character's, smaller and off the baseline; the line stays on its grid. Pure.
 */

export const Script = { None: 0, Super: 1, Sub: 2 } as const;
export type Script = (typeof Script)[keyof typeof Script];

/** Of the size of the text: small enough to be told from it, large enough to hold 5 pt in newspaper body. */
export const SCRIPT_SIZE = 0.6;
/** Of the size of the text, upwards: a superscript's digits end at the Han's head, a subscript's stand on the em box's foot. */
const RISE: Readonly<Record<Script, number>> = { 0: 0, 1: 0.35, 2: -0.12 };
export const riseOf = (script: Script): number => RISE[script];

/** Base characters and their forms, in the same order. A minus sign is typed as a hyphen as often as not. */
const SUPER = ['0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'] as const;
const SUB = ['0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'] as const;
/** Letters that have a subscript form: set from the letter, but never made from one. */
const SUB_LETTERS = ['aeoxhklmnpstiruvj', 'ₐₑₒₓₕₖₗₘₙₚₛₜᵢᵣᵤᵥⱼ'] as const;
const MINUS_SIGNS = '−–－';

const codePointsOf = (text: string): number[] => [...text].map((c) => c.codePointAt(0)!);

interface Based {
  readonly base: number;
  readonly script: Script;
}

const bases = new Map<number, Based>();
const forms: Readonly<Record<Script, Map<number, number>>> = { 0: new Map(), 1: new Map(), 2: new Map() };
const put = ([plain, formed]: readonly [string, string], script: Script, made: boolean): void => {
  const own = codePointsOf(formed);
  codePointsOf(plain).forEach((base, i) => {
    bases.set(own[i]!, { base, script });
    if (made) forms[script].set(base, own[i]!);
  });
};
put(SUPER, Script.Super, true);
put(SUB, Script.Sub, true);
put(SUB_LETTERS, Script.Sub, false);
for (const minus of codePointsOf(MINUS_SIGNS)) {
  forms[Script.Super].set(minus, '⁻'.codePointAt(0)!);
  forms[Script.Sub].set(minus, '₋'.codePointAt(0)!);
}

/** What a character like ⁴ is set from; null for the others. */
export const baseOf = (codePoint: number): Based | null =>
  codePoint < 0xb2 ? null : (bases.get(codePoint) ?? null);

/** True for the characters that stand off the baseline by themselves. */
export const isScriptForm = (codePoint: number): boolean => codePoint >= 0xb2 && bases.has(codePoint);

/**
 * The character that says what a marked one means: ⁴ for a raised 4, so that 10⁴ is never read as 104. Letters have no
 * such character, or one that no search finds; they stay what they are.
 */
export const scriptForm = (codePoint: number, script: Script): number =>
  forms[script].get(codePoint) ?? codePoint;

/** A text with its marked characters said in Unicode: what is copied, exported as plain text, searched. */
export const inScriptForms = (text: string, script: Script): string =>
  script === Script.None
    ? text
    : String.fromCodePoint(...codePointsOf(text).map((codePoint) => scriptForm(codePoint, script)));
