import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../core/engine/engine.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { groupedByPage, type ListedProblem, placeOf } from '../../../renderer/state/problem-place.ts';
import { inOrder } from '../../../renderer/state/problems.ts';
import { frame, issue, page, story } from '../../core/makeup/issue-builder.ts';
import { fonts } from '../../core/typeset/fonts.ts';

const problem = (more: Partial<ListedProblem>): ListedProblem => ({
  kind: 'overset',
  severity: 'warning',
  message: '。',
  ...more,
});

const made: Issue = issue([story('s1', '甲\u{2a6d6}𪛗', [200]), story('s2', '乙', [80])], {
  pages: [page([]), page([frame('f1', 's1', { column: 2, span: 2, line: 10, lines: 30 })])],
});
const engine = createEngine(fonts);
const open = { issue: made, layout: engine.layOut(made), engine };
const rect = open.layout.pages[1]!.frames[0]!.rect;

describe('the list of problems', () => {
  it('puts errors before warnings before notes, each in page order', () => {
    const order = inOrder([
      problem({ severity: 'note', page: 1 }),
      problem({ severity: 'error', page: 4 }),
      problem({ severity: 'warning' }),
      problem({ severity: 'error', page: 2 }),
    ]).map(({ severity, page: of }) => `${severity} ${of ?? '-'}`);
    expect(order).toEqual(['error 2', 'error 4', 'warning -', 'note 1']);
  });

  it('is grouped by page, the issue as a whole first', () => {
    const groups = groupedByPage([
      problem({ page: 2 }),
      problem({}),
      problem({ page: 1 }),
      problem({ page: 2 }),
    ]);
    expect(groups.map(({ page: of, problems }) => [of, problems.length])).toEqual([
      [null, 1],
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('choosing a problem', () => {
  it('goes to its frame and selects it', () => {
    expect(placeOf(open, problem({ page: 2, frame: 'f1', story: 's1' }))).toEqual({
      page: 1,
      at: { x: rect.x, y: rect.y },
      selection: { kind: 'frame', frame: 'f1' },
    });
  });

  it('goes to the fault itself where it has a place of its own', () => {
    expect(placeOf(open, problem({ page: 2, frame: 'f1', at: { x: 5, y: 6 } })).at).toEqual({ x: 5, y: 6 });
  });

  it('finds the frame of a story that only the story is named of', () => {
    const place = placeOf(open, problem({ kind: 'unanswered-refer', story: 's1' }));
    expect([place.page, place.selection]).toEqual([1, { kind: 'frame', frame: 'f1' }]);
  });

  it('selects a story of the tray, on no page', () => {
    expect(placeOf(open, problem({ kind: 'recognition', story: 's2' }))).toEqual({
      page: null,
      at: null,
      selection: { kind: 'story', story: 's2' },
    });
  });

  it('selects the very character that no face has', () => {
    const { selection } = placeOf(open, problem({ kind: 'missing-glyph', story: 's1' }));
    expect(selection).toMatchObject({
      kind: 'text',
      anchor: { story: 's1', part: 'headline', offset: 1 },
      focus: { offset: 3 },
    });
  });

  it('selects the printed head for what is wrong with it', () => {
    const { page: of, selection } = placeOf(open, problem({ kind: 'masthead-contradiction', page: 1 }));
    expect([of, selection]).toEqual([0, { kind: 'head', page: 0, field: null }]);
  });

  it('goes nowhere for what is gone', () => {
    expect(placeOf(open, problem({ story: 's9', page: 7 }))).toEqual({
      page: null,
      at: null,
      selection: { kind: 'none' },
    });
  });
});
