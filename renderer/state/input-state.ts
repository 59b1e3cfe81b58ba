/** What the page shows of the input: whether keys go to the caret, and what text is in composition. */
import { create } from 'zustand';
import type { TextRange } from '../../core/issue/text-place.ts';

export interface InputState {
  readonly focused: boolean;
  /** Of the shown issue; null outside composition. */
  readonly composing: TextRange | null;
}

export const useInput = create<InputState>(() => ({ focused: false, composing: null }));

/** The class of the field that takes what is typed at the caret on the page. */
export const TEXT_INPUT = 'text-input';
