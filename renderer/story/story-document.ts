/**
 * The body of a story as an editor's document, and back. The issue is the truth: a change from outside becomes one
 * replacement of the tokens that differ, so that the caret and everything the browser shows elsewhere stay. Nodes and
 * paragraphs are values: each is made once of the other and kept, so that a keystroke costs its paragraph. Pure.
 */
import type { Node } from 'prosemirror-model';
import { type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state';
import { MARK_KINDS, type Mark, type Paragraph, type ParagraphRole } from '../../core/issue/issue.ts';
import { normalMarks } from '../../core/issue/marks.ts';
import { sameParagraph } from './paragraph-edits.ts';
import { storySchema } from './story-schema.ts';

/** Set on transactions that bring the issue's state into the editor: they are no edits. */
export const FROM_ISSUE = 'from-issue';

const nodes = new WeakMap<Paragraph, Node>();
const paragraphs = new WeakMap<Node, Paragraph>();

const ROLES: readonly ParagraphRole[] = ['body', 'subhead', 'item'];

const remember = (paragraph: Paragraph, node: Node): void => {
  nodes.set(paragraph, node);
  paragraphs.set(node, paragraph);
};

const makeNode = ({ role, text, marks, byline }: Paragraph): Node => {
  const cuts = [...new Set([0, text.length, ...marks.flatMap((m) => [m.from, m.to])])].sort((a, b) => a - b);
  const content = cuts.slice(1).map((to, i) => {
    const from = cuts[i]!;
    const kinds = MARK_KINDS.filter((kind) =>
      marks.some((m) => m.kind === kind && m.from <= from && m.to >= to),
    );
    return storySchema.text(
      text.slice(from, to),
      kinds.map((kind) => storySchema.mark(kind)),
    );
  });
  return storySchema.node('paragraph', { role, byline }, content);
};

export const nodeOf = (paragraph: Paragraph): Node => {
  let node = nodes.get(paragraph);
  if (!node) {
    node = makeNode(paragraph);
    remember(paragraph, node);
  }
  return node;
};

const makeParagraph = (node: Node): Paragraph => {
  const marks: Mark[] = [];
  let at = 0;
  node.forEach((child) => {
    const to = at + child.nodeSize;
    for (const kind of MARK_KINDS)
      if (storySchema.marks[kind].isInSet(child.marks)) marks.push({ from: at, to, kind });
    at = to;
  });
  return {
    role: ROLES.find((role) => role === node.attrs.role) ?? 'body',
    text: node.textContent,
    marks: normalMarks(marks),
    byline: String(node.attrs.byline),
  };
};

export const paragraphOf = (node: Node): Paragraph => {
  let paragraph = paragraphs.get(node);
  if (!paragraph) {
    paragraph = makeParagraph(node);
    remember(paragraph, node);
  }
  return paragraph;
};

export const paragraphsOf = (doc: Node): readonly Paragraph[] =>
  Array.from({ length: doc.childCount }, (_, index) => paragraphOf(doc.child(index)));

/** A document has a paragraph always: a body without any is shown as an empty one. */
const NO_TEXT: Paragraph = { role: 'body', text: '', marks: [], byline: '' };

export const docOf = (body: readonly Paragraph[]): Node =>
  storySchema.node('doc', null, (body.length === 0 ? [NO_TEXT] : body).map(nodeOf));

/** True where the document shows that body. Its nodes are then known as those very paragraphs. */
export const shows = (doc: Node, body: readonly Paragraph[]): boolean => {
  const wanted = body.length === 0 ? [NO_TEXT] : body;
  if (doc.childCount !== wanted.length) return false;
  const same = wanted.every((paragraph, index) => sameParagraph(paragraph, paragraphOf(doc.child(index))));
  if (same)
    wanted.forEach((paragraph, index) => {
      if (paragraphOf(doc.child(index)) !== paragraph) remember(paragraph, doc.child(index));
    });
  return same;
};

/** The smallest replacement after which the editor shows the body; null where it does already. */
export const syncTransaction = (state: EditorState, body: readonly Paragraph[]): Transaction | null => {
  if (shows(state.doc, body)) return null;
  const wanted = docOf(body);
  const start = wanted.content.findDiffStart(state.doc.content);
  const ends = wanted.content.findDiffEnd(state.doc.content);
  const tr = state.tr.setMeta(FROM_ISSUE, true);
  if (start === null || ends === null) return null;
  // What repeats, a letter doubled, is found from both sides: the ends then stand before the start.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  tr.replace(start, ends.b + overlap, wanted.slice(start, ends.a + overlap));
  if (tr.doc.eq(wanted)) return tr;
  // Where the cut would leave a paragraph with its neighbour's role.
  return state.tr.setMeta(FROM_ISSUE, true).replaceWith(0, state.doc.content.size, wanted.content);
};

/** A caret's place: paragraph, and UTF-16 units from its start. */
export interface BodyPlace {
  readonly paragraph: number;
  readonly offset: number;
}

export const placeAt = (doc: Node, position: number): BodyPlace => {
  const at = doc.resolve(position);
  // Between two paragraphs, as the ends of a selection of everything are.
  const within = at.depth > 0 ? at : Selection.near(at).$from;
  return { paragraph: within.index(0), offset: within.parentOffset };
};

/** The position of the place, or of the nearest one that the document has. */
export const positionOf = (doc: Node, { paragraph, offset }: BodyPlace): number => {
  const index = Math.max(0, Math.min(doc.childCount - 1, paragraph));
  let position = 0;
  for (let i = 0; i < index; i++) position += doc.child(i).nodeSize;
  return position + 1 + Math.max(0, Math.min(doc.child(index).content.size, offset));
};

export const selectionOf = (doc: Node, anchor: BodyPlace, focus: BodyPlace): TextSelection =>
  TextSelection.create(doc, positionOf(doc, anchor), positionOf(doc, focus));
