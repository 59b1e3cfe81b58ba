import { describe, expect, it } from 'vitest';
import { compositionReport } from '../../../core/check/composition-report.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { lineY } from '../../../core/makeup/column-grid.ts';
import { makeUpIssue } from '../../../core/makeup/newspaper/make-up-issue.ts';
import { type FormatId, formatOf } from '../../../core/publication/publication.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { fonts } from '../typeset/fonts.ts';
import { frame, issue, page, story } from './issue-builder.ts';

describe('the lines that a page lacks', () => {
  /** Lines of the last page's foot below everything that is printed within the type area, by the display list. */
  const counted = (one: Issue): number => {
    const format = formatOf(one.publication, one.format);
    const { pages } = layOutIssue(one, fonts).displayList;
    const foot = lineY(format, format.lines);
    let lowest = 0;
    for (const item of pages.at(-1)!.items) {
      if (item.kind !== 'glyphs' && item.kind !== 'picture') continue;
      const y = item.kind === 'glyphs' ? item.y : item.rect.y + item.rect.height;
      if (y < foot) lowest = Math.max(lowest, y);
    }
    return format.lines - 1 - Math.floor((lowest - 1 - lineY(format, 0)) / format.pitch);
  };
  const lengths = [150, 400, 900, 1600];
  const formats: readonly FormatId[] = ['A3', '八开', '四开', '对开'];
  const cases = formats.flatMap((format) => lengths.map((length) => [format, length] as const));

  it.each(cases)(
    'are those that are white on paper, in the sentence and in the report: %s, %i',
    (id, length) => {
      const imprint = { compiler: '某某中心', recipients: '', printer: '', printDate: '', printRun: '' };
      for (const more of [{}, { imprint }]) {
        const one = makeUpIssue(
          { ...issue([story('s1', '河堤公园补种柳树', [length, 60])], more), format: id },
          newTypesetting(fonts),
        );
        const { pages, layouts, problems } = layOutIssue(one, fonts);
        const { freeLines, emptyLines } = pages.at(-1)!;
        const lines = counted(one);
        expect(freeLines).toBe(lines > 2 ? lines : 0);
        expect(emptyLines).toBeGreaterThanOrEqual(freeLines);
        expect(compositionReport(one, layouts, fonts).pages.at(-1)!.freeFoot).toBe(lines);
        expect(problems.some(({ message }) => message.includes(`缺 ${lines} 行`))).toBe(lines > 2);
      }
    },
  );

  it('are not the line at a frame’s foot, and those of a frame that prints nothing are white', () => {
    const box = { column: 0, span: 6, line: 15 };
    const above = frame('f1', 's1', { ...box, lines: 30 }, { headLines: 8 });
    const none = frame('f2', 's2', { ...box, line: 45, lines: 40 });
    const copy = [story('s1', '河堤公园补种柳树', [900])];
    const alone = layOutIssue(issue(copy, { pages: [page([above])] }), fonts).pages[0]!;
    const empty = story('s2', '', []);
    const both = layOutIssue(issue([...copy, empty], { pages: [page([above, none])] }), fonts).pages[0]!;
    expect(both.freeLines).toBe(alone.freeLines);
  });
});
