import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../core/engine/engine.ts';
import { frame, issue, page, story } from '../makeup/issue-builder.ts';
import { fonts } from '../typeset/fonts.ts';

const copyOfIt = issue([story('s1', '水渠修好了', [300, 200]), story('s2', '夜市开张', [180])]);

describe('an engine', () => {
  it('makes up an issue of copy alone and lays it out', () => {
    const engine = createEngine(fonts);
    const made = engine.makeUp(copyOfIt);
    expect(made.pages.flatMap(({ frames }) => frames.map((one) => one.story))).toEqual(
      expect.arrayContaining(['s1', 's2']),
    );
    expect(engine.layOut(made).displayList.pages).toHaveLength(made.pages.length);
  });

  it('gives an unchanged page as the same value, and a changed one anew', () => {
    const engine = createEngine(fonts);
    const at = (id: string, of: string) => frame(id, of, { column: 0, span: 3, line: 20, lines: 20 });
    const made = issue(copyOfIt.stories, { pages: [page([at('f1', 's1')]), page([at('f2', 's2')])] });
    const before = engine.layOut(made).displayList.pages;
    const edited = { ...made, stories: [made.stories[0]!, story('s2', '夜市开张', [181])] };
    const after = engine.layOut(edited).displayList.pages;
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('tells what is left over, and fits a story to its frames, in the issue that it is asked about', () => {
    const engine = createEngine(fonts);
    const box = (lines: number) => ({ column: 0, span: 3, line: 20, lines });
    const short = issue(copyOfIt.stories, { pages: [page([frame('f1', 's1', box(8))])] });
    const long = issue(copyOfIt.stories, { pages: [page([frame('f1', 's1', box(40))])] });
    expect(engine.placing(short).fitOf('s1').overset).toBeGreaterThan(0);
    expect(engine.placing(long).fitOf('s1').overset).toBe(0);
    expect(engine.copyfit(short, 's1')).toEqual(createEngine(fonts).copyfit(structuredClone(short), 's1'));
  });

  it('refuses frames of a story that the issue has not', () => {
    const made = issue(copyOfIt.stories, {
      pages: [page([frame('f1', 's9', { column: 0, span: 3, line: 20, lines: 20 })])],
    });
    expect(() => createEngine(fonts).layOut(made)).toThrow('no story s9');
  });
});
