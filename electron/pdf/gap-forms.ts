/**
 * Problem: a Han–Latin gap of a quarter em looks like a word space to whoever reads a PDF's text: 11月17日 is found by no
 * search for 11月17日.
 * Method: the letter or digit beside the gap is printed as a form of itself whose advance holds the gap, so that its box
 * touches its neighbour's (poppler takes a tenth of an em for a space, mupdf and pdf.js more). Forms go by eighths of an
 * em: what a line's filling adds to a gap stays under a sixteenth. Spaces that stand in the text are never touched.
 * Limits: TrueType outlines only; characters beyond `canHoldGap` keep their gap, and with it the space.
 */
import type { GlyphRun, JoinedDash } from '../../core/display/display-list.ts';
import { Script } from '../../core/issue/script-forms.ts';
import { CharClass, classOf } from '../../core/typeset/char-class.ts';
import { SCRIPT_SIZE } from '../../core/typeset/script.ts';
import { canHoldGap, canLead, type Form, GAP_STEP, MOST_GAP, scriptIn } from './character-codes.ts';

export type TextItem = GlyphRun | JoinedDash;

/** Ends of the run before and after on the same line, where there is one. */
export interface Neighbours {
  readonly before: { readonly character: number; readonly right: number } | null;
  readonly after: { readonly character: number; readonly left: number } | null;
}

const isBlank = (character: number): boolean => {
  const c = classOf(character);
  return c === CharClass.Space || c === CharClass.FullSpace;
};

/** Steps in a gap of so many em; 0 where it is too narrow to be seen, or too wide to be one of a line's own. */
const stepsIn = (gap: number, isScript: boolean): number => {
  const steps = Math.round(gap / GAP_STEP);
  const widest = isScript ? Math.round(MOST_GAP / SCRIPT_SIZE) : MOST_GAP;
  return steps > widest ? 0 : Math.min(MOST_GAP, Math.max(0, steps));
};

const PLAIN: Form = { lead: 0, trail: 0, script: Script.None };

/** The form of each character of a run; null where all are plain. `advances` in em. */
export const formsOf = (
  item: TextItem,
  characters: readonly number[],
  advances: readonly number[],
  /** Null where the face's outlines cannot be set anew. */
  neighbours: Neighbours | null,
): readonly Form[] | null => {
  if (item.kind === 'dash' || item.turned) return null;
  const { xs, size } = item;
  const count = characters.length;
  const own: { forms: Form[] | null } = { forms: null };
  const formAt = (at: number): Form => own.forms?.[at] ?? PLAIN;
  const give = (at: number, change: Partial<Form>): void => {
    own.forms ??= new Array<Form>(count).fill(PLAIN);
    own.forms[at] = { ...formAt(at), ...change };
  };
  if (item.script) {
    for (let i = 0; i < count; i++) {
      const script = scriptIn(characters[i]!, item.script);
      if (script !== Script.None) give(i, { script });
    }
  }
  if (neighbours === null) return own.forms;
  const { before, after } = neighbours;
  const holds = (at: number): boolean => canHoldGap(characters[at]!) || formAt(at).script !== Script.None;
  for (let i = 0; i <= count; i++) {
    const left =
      i === 0 ? before : { character: characters[i - 1]!, right: xs[i - 1]! + advances[i - 1]! * size };
    const right = i === count ? after : { character: characters[i]!, left: xs[i]! };
    if (!left || !right) continue;
    const steps = stepsIn((right.left - left.right) / size, item.script !== undefined);
    if (steps === 0 || isBlank(left.character) || isBlank(right.character)) continue;
    const leftHolds = i > 0 ? holds(i - 1) : canHoldGap(left.character);
    const rightHolds = i < count ? holds(i) : canHoldGap(right.character);
    if (leftHolds === rightHolds) continue;
    if (leftHolds && i > 0) give(i - 1, { trail: steps });
    else if (i < count && canLead(characters[i]!) && formAt(i).script === Script.None)
      give(i, { lead: steps });
  }
  return own.forms;
};
