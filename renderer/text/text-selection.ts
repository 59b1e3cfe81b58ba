/** The selection where it is one of text: reading it and setting it. */
import { orderedRange, type TextPlace, type TextRange } from '../../core/issue/text-place.ts';
import { type Affinity, type Selection, select, selected } from '../state/selection-store.ts';

export type TextSelection = Extract<Selection, { kind: 'text' }>;

export const textSelection = (): TextSelection | null => {
  const selection = selected();
  return selection.kind === 'text' ? selection : null;
};

export const rangeOf = ({ anchor, focus }: TextSelection): TextRange => orderedRange(anchor, focus);

export const isCaret = ({ anchor, focus }: TextSelection): boolean =>
  anchor.offset === focus.offset && anchor.paragraph === focus.paragraph && anchor.part === focus.part;

export const selectText = (anchor: TextPlace, focus: TextPlace, affinity: Affinity = 'after'): void =>
  select({ kind: 'text', anchor, focus, affinity });

export const setCaret = (place: TextPlace, affinity: Affinity = 'after'): void =>
  selectText(place, place, affinity);

let depth = 0;

/** Work whose own moves of the caret belong to the typing: they do not end the burst. */
export const whileTyping = <T>(work: () => T): T => {
  depth++;
  try {
    return work();
  } finally {
    depth--;
  }
};

export const isTyping = (): boolean => depth > 0;
