/** The geometry of text on the pages, from one door: caret, selection, hits, moves. All of it is pure. */
export { type Affinity, type CaretBox, caretBox } from './caret-box.ts';
export { type LineMove, lineEdge, moveByLine } from './caret-moves.ts';
export { hitText, type TextHit } from './hit-text.ts';
export { type SelectionBox, selectionBoxes } from './selection-boxes.ts';
