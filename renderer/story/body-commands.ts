/**
 * Commands of the story editor's body that ProseMirror has not, on its own document: roles, marks, paragraphs moved.
 * What parts and joins paragraphs is not here: that is the (core/issue/text-edits.ts), so that Enter on the
 * page and in the story editor do the same.
 */
import { toggleMark } from 'prosemirror-commands';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import type { Mark, ParagraphRole } from '../../core/issue/issue.ts';
import { placeAt } from './story-document.ts';
import { storySchema } from './story-schema.ts';

/** Indexes of the first and the last paragraph that the selection touches. */
export const chosenParagraphs = ({ doc, selection }: EditorState): { first: number; last: number } => ({
  first: placeAt(doc, selection.from).paragraph,
  last: placeAt(doc, selection.to).paragraph,
});

/** Where the paragraph of that index starts. */
const startOf = ({ doc }: EditorState, index: number): number => {
  let position = 0;
  for (let i = 0; i < index; i++) position += doc.child(i).nodeSize;
  return position;
};

export const setRole =
  (role: ParagraphRole): Command =>
  (state, dispatch) => {
    const { first, last } = chosenParagraphs(state);
    const { tr } = state;
    for (let index = first; index <= last; index++) {
      const node = state.doc.child(index);
      if (node.attrs.role !== role) tr.setNodeMarkup(startOf(state, index), null, { ...node.attrs, role });
    }
    if (tr.docChanged) dispatch?.(tr);
    return true;
  };

/** Takes a mark away only where all of the selection has it; with a caret alone: what is typed next has it or not. */
export const toggle = (kind: Mark['kind']): Command =>
  toggleMark(storySchema.marks[kind], null, { removeWhenPresent: false });

/** Moves the chosen paragraphs over the one before or behind them. */
export const moveChosen =
  (direction: 1 | -1): Command =>
  (state, dispatch) => {
    const { first, last } = chosenParagraphs(state);
    const over = direction === 1 ? last + 1 : first - 1;
    if (over < 0 || over >= state.doc.childCount) return true;
    const node = state.doc.child(over);
    const from = startOf(state, over);
    const goal = direction === 1 ? startOf(state, first) : startOf(state, last + 1) - node.nodeSize;
    const tr = state.tr.delete(from, from + node.nodeSize).insert(goal, node);
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** All of the text, as a selection of text. */
export const selectAll: Command = (state, dispatch) => {
  dispatch?.(
    state.tr.setSelection(
      TextSelection.between(state.doc.resolve(0), state.doc.resolve(state.doc.content.size)),
    ),
  );
  return true;
};
