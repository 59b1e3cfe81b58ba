import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../core/engine/engine.ts';
import type { Frame } from '../../../core/issue/issue.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { editorFindings, isRead, readPage } from '../../../renderer/state/editor-findings.ts';
import { frame, issue, page, story } from '../../core/makeup/issue-builder.ts';
import { fonts } from '../../core/typeset/fonts.ts';

const { columns, lines, mastheadLines } = formatOf(issue([]).publication, '四开');

const found = (frames: readonly Frame[], lengths: readonly number[] = [3000]) => {
  const made = issue([story('s1', '河堤春色', lengths), story('s2', '夜市开张', lengths)], {
    pages: [page(frames), page([])],
  });
  const engine = createEngine(fonts);
  return editorFindings(made, engine.layOut(made).layouts, engine);
};
const kinds = (findings: ReturnType<typeof found>) => [...new Set(findings.map(({ kind }) => kind))];

describe('what an editor is told of the printed page', () => {
  it('is nothing of a page without frames', () => {
    expect(found([])).toEqual([]);
  });

  it('is headlines side by side in one band', () => {
    const half = columns / 2;
    const body = lines - mastheadLines;
    const findings = found([
      frame('f1', 's1', { column: 0, span: half, line: mastheadLines, lines: body }),
      frame('f2', 's2', { column: half, span: half, line: mastheadLines, lines: body }),
    ]);
    const abreast = findings.find(({ kind }) => kind === 'headlines-abreast')!;
    expect(abreast.message).toContain('河堤春色');
    expect(abreast.message).toContain('夜市开张');
    expect(abreast).toMatchObject({ page: 1, severity: 'warning' });
    expect(abreast.at!.y).toBeGreaterThan(0);
  });

  it('is white within a frame, with its lines', () => {
    const box = { column: 0, span: columns, line: mastheadLines, lines: 40 };
    const below = { column: 0, span: columns, line: mastheadLines + 40, lines: lines - mastheadLines - 40 };
    const findings = found([frame('f1', 's1', box, { columns: 2 }), frame('f2', 's2', below)], [400]);
    const holes = findings.filter(({ kind, frame: of }) => kind === 'hole' && of === 'f1');
    expect(holes).toHaveLength(1);
    expect(holes[0]).toMatchObject({ story: 's1', page: 1 });
    expect(holes[0]!.message).toMatch(/《河堤春色》的版位里空着 \d+ 行/);
  });

  it('is no loose line and no widow: those are the typesetter’s', () => {
    const box = { column: 0, span: 1, line: mastheadLines, lines: lines - mastheadLines };
    const all = kinds(found([frame('f1', 's1', box)]));
    expect(all.filter((kind) => ['loose', 'very-loose', 'tight', 'widow', 'orphan'].includes(kind))).toEqual(
      [],
    );
  });

  it('is read anew of a page that is the last no longer, and of one that has become it', () => {
    const box = { column: 0, span: columns, line: mastheadLines, lines: 40 };
    const made = issue([story('s1', '河堤春色', [3000])], {
      pages: [page([frame('f1', 's1', box)]), page([])],
    });
    const engine = createEngine(fonts);
    const { layouts } = engine.layOut(made);
    const [first] = layouts;
    const alone = [first!];
    const kindsOn = (pages: typeof layouts) =>
      readPage(made, pages, first!, engine).findings.map(({ kind }) => kind);
    /* The last page of an issue may end early. */
    expect(kindsOn(alone)).not.toContain('hole');
    expect(isRead(alone, first!, engine.cache)).toBe(true);
    expect(isRead(layouts, first!, engine.cache)).toBe(false);
    expect(kindsOn(layouts)).toContain('hole');
    expect(isRead(alone, first!, engine.cache)).toBe(false);
    expect(kindsOn(alone)).not.toContain('hole');
  });
});
