/** The geometry of text on the pages, from one door: caret, selection, hits, moves. All of it is pure. */
export { type Affinity, caretBox } from './caret-box.ts';
export { type LineMove, lineEdge, moveByLine } from './caret-moves.ts';
export type { CaretBox } from './empty-text.ts';
export { hitText, type TextHit } from './hit-text.ts';
export { type SelectionBox, selectionBoxes } from './selection-boxes.ts';
