import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../core/engine/engine.ts';
import { emptyStory } from '../../../core/issue/issue.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { bestPlace, cardTitle, neighbourRank, trayOf } from '../../../renderer/commands/tray-stories.ts';
import { frame, issue, page, story } from '../../core/makeup/issue-builder.ts';
import { fonts } from '../../core/typeset/fonts.ts';

const stories = [story('s1', '甲', [200]), story('s2', '乙', [200]), story('s3', '丙', [200])];
const box = (column: number, span: number, line: number, lines: number) => ({ column, span, line, lines });

describe('the tray', () => {
  it('holds what no frame shows, in the order of the copy, apart from what is placed', () => {
    const made = issue(stories, { pages: [page([frame('f1', 's2', box(0, 2, 15, 20))])] });
    const { waiting, placed } = trayOf(made);
    expect(waiting.map(({ id }) => id)).toEqual(['s1', 's3']);
    expect(placed.map(({ id }) => id)).toEqual(['s2']);
  });

  it('moves a story past its neighbour of the list, not past one that the list does not show', () => {
    const waiting = [stories[0]!, stories[2]!];
    expect(neighbourRank(stories, waiting, 's1', 1)).toBe(2);
    expect(neighbourRank(stories, waiting, 's3', -1)).toBe(0);
    expect(neighbourRank(stories, waiting, 's3', 1)).toBeNull();
  });

  it('calls a story without a headline by its first words, its caption, the name of its picture', () => {
    const known = [{ id: 'p', name: '新馆开门.png' }];
    expect(cardTitle({ ...stories[0]!, headline: '春风\n又绿' }, known)).toBe('春风又绿');
    expect(cardTitle({ ...stories[0]!, headline: '' }, known)).toMatch(/^河堤上的柳树/);
    const picture = { picture: 'p', caption: '新馆', credit: '' };
    expect(cardTitle({ ...emptyStory('s9'), pictures: [picture] }, known)).toBe('新馆');
    const bare = { ...picture, caption: '' };
    expect(cardTitle({ ...emptyStory('s9'), pictures: [bare] }, known)).toBe('新馆开门.png');
    expect(cardTitle(emptyStory('s9'), known)).toBe('');
  });
});

describe('the best free place of a page', () => {
  const placing = (made: ReturnType<typeof issue>) => createEngine(fonts).placing(made);

  it('is one that holds all of the story and stands on no frame', () => {
    const taken = frame('f1', 's2', box(0, 3, 15, 30));
    const made = issue(stories, { pages: [page([taken])] });
    const best = bestPlace(placing(made), 0, 's1')!;
    expect(best.overset).toBe(0);
    const own = best.frame.box;
    expect(own.column >= 3 || own.line >= 45).toBe(true);
  });

  it('is the one that leaves least over where none holds all', () => {
    const { columns, lines, mastheadLines } = formatOf(issue([]).publication, '四开');
    const rest = lines - mastheadLines - 12;
    const made = issue([story('s1', '甲', [3000]), stories[1]!, stories[2]!], {
      pages: [
        page([
          frame('f1', 's2', box(0, columns, mastheadLines + 6, rest)),
          // Of the six lines above and those below, one column of the upper ones is taken.
          frame('f2', 's3', box(0, 1, mastheadLines, 6)),
        ]),
      ],
    });
    const best = bestPlace(placing(made), 0, 's1')!;
    expect(best.overset).toBeGreaterThan(0);
    expect(best.frame.box.line).toBe(mastheadLines + 6 + rest);
  });

  it('is none on a full page', () => {
    const { columns, lines, mastheadLines } = formatOf(issue([]).publication, '四开');
    const all = frame('f1', 's2', box(0, columns, mastheadLines, lines - mastheadLines));
    const made = issue(stories, { pages: [page([all])] });
    expect(bestPlace(placing(made), 0, 's1')).toBeNull();
  });
});
