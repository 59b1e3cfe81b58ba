/** A story threaded through two frames of different measure, cut at every line. */
import { expect, it } from 'vitest';
import { layOutIssue } from '../../core/display/lay-out-issue.ts';
import { PLAIN_FRAME } from '../../core/issue/issue.ts';
import { loadFontSet } from '../../electron/fonts/font-files.ts';
import { setOnceFaults } from './set-once.ts';
import { sampleTrial } from './trials.ts';

it('a story goes on in a frame of another measure where it stopped, wherever that is', async () => {
  const fonts = loadFontSet();
  const { issue } = await sampleTrial();
  const frame = (
    story: string,
    id: string,
    line: number,
    lines: number,
    columns: number,
    headLines: number,
    next: string | null,
  ) => ({
    id,
    story,
    box: { column: 0, span: 2, line, lines },
    columns,
    headLines,
    next,
    pictures: [],
    border: 'none' as const,
    style: PLAIN_FRAME,
  });
  for (const story of issue.stories.filter(({ kind }) => kind !== 'refers'))
    for (let lines = 1; lines < 40; lines++) {
      const frames = [
        frame(story.id, 'a', 10, lines + 8, 2, 7, 'b'),
        frame(story.id, 'b', 80, 200, 1, 0, null),
      ];
      const cut = {
        ...issue,
        pages: [{ ...issue.pages[0]!, frames }],
        stories: [{ ...story, pictures: [] }],
      };
      expect
        .soft(setOnceFaults(cut, layOutIssue(cut, fonts).displayList), `${story.id} ${lines}`)
        .toEqual([]);
    }
});
