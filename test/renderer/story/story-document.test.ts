import fc from 'fast-check';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { type Mark, type Paragraph, type ParagraphRole, paragraph } from '../../../core/issue/issue.ts';
import { normalMarks } from '../../../core/issue/marks.ts';
import { moveChosen, setRole, toggle } from '../../../renderer/story/body-commands.ts';
import {
  docOf,
  paragraphsOf,
  placeAt,
  positionOf,
  selectionOf,
  syncTransaction,
} from '../../../renderer/story/story-document.ts';

const list = (...texts: string[]) => texts.map((text) => paragraph(text));
const stateOf = (body: readonly Paragraph[]) => EditorState.create({ doc: docOf(body) });

const anyParagraph: fc.Arbitrary<Paragraph> = fc
  .record({
    role: fc.constantFrom<ParagraphRole>('body', 'subhead', 'item'),
    text: fc.stringMatching(/^[甲乙𬭎]{0,6}$/u),
    byline: fc.constantFrom('', '（某某）'),
    marks: fc.array(
      fc.record({
        from: fc.nat(5),
        to: fc.nat(5),
        kind: fc.constantFrom<Mark['kind']>('bold', 'emphasis'),
      }),
      { maxLength: 3 },
    ),
  })
  .map((value) => {
    const edges = [0, ...[...value.text].map((_, i, all) => all.slice(0, i + 1).join('').length)];
    const edge = (at: number) => edges[Math.min(at, edges.length - 1)]!;
    return {
      ...value,
      marks: normalMarks(value.marks.map((m) => ({ ...m, from: edge(m.from), to: edge(m.to) }))),
    };
  });
const anyBody = fc.array(anyParagraph, { minLength: 1, maxLength: 6 });

describe('the body as a document', () => {
  it('comes back from it as it was', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        // Through JSON, so that nothing is remembered.
        const doc = docOf(body).type.schema.nodeFromJSON(docOf(body).toJSON());
        expect(paragraphsOf(doc)).toEqual(body);
      }),
    );
  });

  it('shows a body without paragraphs as an empty one', () => {
    expect(paragraphsOf(docOf([]))).toEqual([paragraph('')]);
    expect(syncTransaction(stateOf([]), [])).toBeNull();
  });

  it('follows every change of the issue', () => {
    fc.assert(
      fc.property(anyBody, anyBody, (before, after) => {
        const state = stateOf(before);
        const tr = syncTransaction(state, after);
        expect(paragraphsOf(tr ? state.apply(tr).doc : state.doc)).toEqual(after);
      }),
    );
  });

  it('touches only what differs, so that the caret stays at its character', () => {
    const state = stateOf(list('甲甲', '乙乙', '丙丙'));
    const caret = selectionOf(state.doc, { paragraph: 2, offset: 1 }, { paragraph: 2, offset: 1 });
    const at = state.apply(state.tr.setSelection(caret));
    const next = at.apply(syncTransaction(at, list('甲甲', '乙字乙', '丙丙'))!);
    expect(placeAt(next.doc, next.selection.head)).toEqual({ paragraph: 2, offset: 1 });
    expect(next.doc.child(0)).toBe(at.doc.child(0));
  });

  it('finds the nearest position where a place is gone', () => {
    const { doc } = stateOf(list('甲乙', '丙'));
    expect(placeAt(doc, positionOf(doc, { paragraph: 9, offset: 9 }))).toEqual({ paragraph: 1, offset: 1 });
    expect(placeAt(doc, doc.content.size)).toEqual({ paragraph: 1, offset: 1 });
  });
});

describe('commands of the body', () => {
  const after = (body: readonly Paragraph[], from: number, to: number, command = setRole('subhead')) => {
    const start = stateOf(body);
    let state = start.apply(
      start.tr.setSelection(
        selectionOf(start.doc, { paragraph: from, offset: 0 }, { paragraph: to, offset: 1 }),
      ),
    );
    command(state, (tr) => {
      state = state.apply(tr);
    });
    return state;
  };

  it('move the chosen paragraphs over their neighbour, and the caret with them', () => {
    const up = after(list('甲', '乙', '丙', '丁'), 1, 2, moveChosen(-1));
    expect(paragraphsOf(up.doc).map((p) => p.text)).toEqual(['乙', '丙', '甲', '丁']);
    expect(placeAt(up.doc, up.selection.head)).toEqual({ paragraph: 1, offset: 1 });
    const down = after(list('甲', '乙', '丙', '丁'), 1, 2, moveChosen(1));
    expect(paragraphsOf(down.doc).map((p) => p.text)).toEqual(['甲', '丁', '乙', '丙']);
    expect(paragraphsOf(after(list('甲', '乙'), 0, 0, moveChosen(-1)).doc).map((p) => p.text)).toEqual([
      '甲',
      '乙',
    ]);
  });

  it('give a role to every chosen paragraph', () => {
    expect(paragraphsOf(after(list('甲', '乙', '丙'), 0, 1).doc).map((p) => p.role)).toEqual([
      'subhead',
      'subhead',
      'body',
    ]);
  });

  it('take bold away only where all of it is bold', () => {
    const half = [
      { ...paragraph('甲'), marks: [{ from: 0, to: 1, kind: 'bold' as const }] },
      paragraph('乙'),
    ];
    const whole = paragraphsOf(after(half, 0, 1, toggle('bold')).doc);
    expect(whole.map((p) => p.marks.length)).toEqual([1, 1]);
    expect(paragraphsOf(after(whole, 0, 1, toggle('bold')).doc).map((p) => p.marks.length)).toEqual([0, 0]);
  });
});
