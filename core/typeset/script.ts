/**
 * How superscripts and subscripts are set: the mark that an editor gives to 4 in 10⁴, and the characters of Unicode that
 * say the same (⁴ ₂), which are set from the digit where the face has no glyph of their own. Either way the glyph is
 * the base character's, smaller and off the baseline; the line stays on its grid. Pure.
 */
import type { Script } from '../issue/script-forms.ts';

/** Of the size of the text: small enough to be told from it, large enough to hold 5 pt in newspaper body. */
export const SCRIPT_SIZE = 0.6;
/** Of the size of the text, upwards: a superscript's digits end at the Han's head, a subscript's stand on the em box's foot. */
const RISE: Readonly<Record<Script, number>> = { 0: 0, 1: 0.35, 2: -0.12 };
export const riseOf = (script: Script): number => RISE[script];
