/**
 * Superscript 上标 and subscript 下标 as Unicode says them: ⁴ for the mark that an editor gives to the 4 of 10⁴. What is
 * copied, kept as plain text, searched and read out of the PDF says it so, because 104 is another number. Pure.
 */
import type { Mark } from './issue.ts';

export const Script = { None: 0, Super: 1, Sub: 2 } as const;
export type Script = (typeof Script)[keyof typeof Script];

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

/** Between them all of them stand, and no Han does: most characters are told by that. */
const FIRST_FORM = Math.min(...bases.keys());
const LAST_FORM = Math.max(...bases.keys());

/** What a character like ⁴ is set from; null for the others. */
export const baseOf = (codePoint: number): Based | null =>
  codePoint < FIRST_FORM || codePoint > LAST_FORM ? null : (bases.get(codePoint) ?? null);

/** True for the characters that stand off the baseline by themselves. */
export const isScriptForm = (codePoint: number): boolean =>
  codePoint >= FIRST_FORM && codePoint <= LAST_FORM && bases.has(codePoint);

/**
 * The character that says what a marked one means: ⁴ for a raised 4, so that 10⁴ is never read as 104. Letters have no
 * such character, or one that no search finds; they stay what they are.
 */
export const scriptForm = (codePoint: number, script: Script): number =>
  forms[script].get(codePoint) ?? codePoint;

/** A text with its marked characters said in Unicode: what is copied, exported as plain text, searched. */
export const inScriptForms = (text: string, script: Script): string => {
  if (script === Script.None) return text;
  let forms = '';
  for (const codePoint of codePointsOf(text)) forms += String.fromCodePoint(scriptForm(codePoint, script));
  return forms;
};

/**
 * Raised or lowered words where nothing marks them, in a note that quotes them: in Unicode where it has all of them,
 * with a ^ where a power would be read as more digits.
 */
export const wordsInScript = (text: string, kind: 'superscript' | 'subscript' | null): string => {
  if (kind === null) return text;
  const script = kind === 'superscript' ? Script.Super : Script.Sub;
  if (codePointsOf(text).every((codePoint) => forms[script].has(codePoint)))
    return inScriptForms(text, script);
  return script === Script.Super && /^[\d.+−-]/.test(text) ? `^${text}` : text;
};

/** A paragraph's text with its superscripts and subscripts said in Unicode. Keeps every offset. */
export const markedText = (text: string, marks: readonly Mark[]): string => {
  let said = '';
  let at = 0;
  for (const { kind, from, to } of marks) {
    const script = kind === 'superscript' ? Script.Super : kind === 'subscript' ? Script.Sub : Script.None;
    if (script === Script.None || from < at) continue;
    said += text.slice(at, from) + inScriptForms(text.slice(from, to), script);
    at = to;
  }
  return said + text.slice(at);
};

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * For searching: m² as m2, CO₂ as CO2; but what stands on a number stays itself, so that 104 does not find 10⁴. Keeps
 * every offset.
 */
export const foldScripts = (text: string): string => {
  if (!SCRIPT_DIGIT.test(text)) return text;
  let folded = '';
  let onNumber = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const based = baseOf(code);
    if (based && isDigit(based.base)) folded += onNumber ? text[i]! : String.fromCharCode(based.base);
    else {
      folded += text[i]!;
      onNumber = isDigit(code) || (code >= 0xff10 && code <= 0xff19);
    }
  }
  return folded;
};
const SCRIPT_DIGIT = /[²³¹⁰⁴-⁹₀-₉]/;
