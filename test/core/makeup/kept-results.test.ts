/**
 * What an engine keeps is used only where it is still true. A new engine, given the same issue with every value new,
 * finds nothing kept anywhere: it is the truth that an edited issue is held against.
 */

import { describe, expect, it } from 'vitest';
import { linesOfPart } from '../../../core/display/text-lines.ts';
import { stopsOf } from '../../../core/display/text-stops.ts';
import { createEngine, type Engine } from '../../../core/engine/engine.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { fonts, narrowFonts } from '../typeset/fonts.ts';
import { allNew, EDITS, ODD_EDITS, wholeIssue, withLatin } from './one-edit-each.ts';

/** All that is made of an issue: pages, reports, carets, and what the tray asks. */
const allOf = (issue: Issue, engine: Engine) => {
  const { displayList, pages, jumps, problems } = engine.layOut(issue);
  const placing = engine.placing(issue);
  return {
    displayList,
    pages,
    jumps,
    problems,
    stops: displayList.pages.flatMap(({ parts }) =>
      parts.flatMap((part) => linesOfPart(part, engine.cache).lines.map((line) => stopsOf(line, engine))),
    ),
    fits: issue.stories.map(({ id }) => placing.fitOf(id)),
    measures: issue.stories.map(({ id }) => placing.storyMeasure(id, 2)),
  };
};
const afresh = (issue: Issue, with_ = fonts) => allOf(allNew(issue), createEngine(with_));

/** Told apart as text first, which costs a fraction of a deep comparison; the difference is shown by the latter. */
const expectSame = (kept: ReturnType<typeof allOf>, wanted: ReturnType<typeof allOf>, what?: string) => {
  if (JSON.stringify(kept) !== JSON.stringify(wanted)) expect(kept, what).toEqual(wanted);
};

describe('what an engine keeps', () => {
  const base = wholeIssue();
  const truth = afresh(base);

  it.each(EDITS)('is not used where this has changed: %s', (_, edit) => {
    const engine = createEngine(fonts);
    allOf(base, engine);
    const edited = edit(base);
    const wanted = afresh(edited);
    /* The case would show nothing if the page were the same. */
    expect(JSON.stringify(wanted) === JSON.stringify(truth)).toBe(false);
    expectSame(allOf(edited, engine), wanted);
    /* And back: undo gives the former values themselves. */
    expectSame(allOf(base, engine), truth);
  });

  it.each(ODD_EDITS)('is not used either where this has changed: %s', (_, from, edit) => {
    const engine = createEngine(fonts);
    const edited = edit(from);
    const [before, wanted] = [afresh(from), afresh(edited)];
    expect(JSON.stringify(wanted) === JSON.stringify(before)).toBe(false);
    expectSame(allOf(from, engine), before);
    expectSame(allOf(edited, engine), wanted);
    expectSame(allOf(from, engine), before);
  });

  it('is its own: another engine with other fonts lays out the same values', () => {
    const [own, other] = [createEngine(fonts), createEngine(narrowFonts())];
    const latin = withLatin(base);
    const usual = allOf(latin, own);
    const narrow = allOf(latin, other);
    expect(narrow.measures).not.toEqual(usual.measures);
    expectSame(narrow, afresh(latin, narrowFonts()));
    expectSame(allOf(latin, own), usual);
  });

  it('is not used after any of these edits one upon the other', () => {
    const engine = createEngine(fonts);
    EDITS.reduce((issue, [what, edit], i) => {
      const edited = edit(issue);
      const kept = allOf(edited, engine);
      if (i % 8 === 0 || i === EDITS.length - 1) expectSame(kept, afresh(edited), what);
      return edited;
    }, base);
  });
});
