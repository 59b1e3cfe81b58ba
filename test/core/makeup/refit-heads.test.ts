/** Heads that follow their headlines: an editor does not count lines. */
import { describe, expect, it } from 'vitest';
import {
  applyPatches,
  frameAt,
  resizeFrame,
  setFrameBorder,
  setHeadLines,
  setHeadline,
} from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { refitHeads } from '../../../core/makeup/newspaper/refit-heads.ts';
import { fonts } from '../typeset/fonts.ts';
import { frame, issue, page, story } from './issue-builder.ts';

const paper = (headline: string, headLines = 4): Issue =>
  issue([story('s', headline, [300]), story('t', '旧堤', [300])], {
    pages: [
      page([
        frame('a', 's', { column: 0, span: 3, line: 20, lines: 30 }, { headLines }),
        frame('b', 't', { column: 3, span: 3, line: 20, lines: 30 }),
      ]),
    ],
  });
const headOf = (one: Issue) => frameAt(one, 'a').frame.headLines;
const LONG = '河堤上的柳树先绿了起来孩子们放学后在堤上放风筝管理处的老陈说成活率很高';

describe('a head after an edit', () => {
  it('grows with a longer headline and shrinks with a shorter one', () => {
    const before = paper('新柳');
    const longer = refitHeads(before, setHeadline(before, 's', LONG), fonts);
    expect(headOf(longer.issue)).toBeGreaterThan(4);
    const back = refitHeads(longer.issue, setHeadline(longer.issue, 's', '新柳'), fonts);
    expect(headOf(back.issue)).toBe(4);
  });

  it('keeps the lines that the editor gave it beyond need', () => {
    const before = paper('新柳', 9);
    const need = headOf(refitHeads(paper('新柳'), setHeadline(paper('新柳'), 's', LONG), fonts).issue) - 4;
    const longer = refitHeads(before, setHeadline(before, 's', LONG), fonts);
    expect(headOf(longer.issue)).toBe(9 + need);
  });

  it('grows when its frame gets narrower', () => {
    const before = paper('河堤上的柳树先绿了起来');
    const narrower = refitHeads(
      before,
      resizeFrame(before, 'a', { column: 0, span: 1, line: 20, lines: 30 }),
      fonts,
    );
    expect(headOf(narrower.issue)).toBeGreaterThan(4);
  });

  it('is one edit with the change that caused it', () => {
    const before = paper('新柳');
    const edited = refitHeads(before, setHeadline(before, 's', LONG), fonts);
    expect(edited.name).toBe('修改标题');
    expect(applyPatches(before, edited.patches)).toEqual(edited.issue);
    expect(applyPatches(edited.issue, edited.inverse)).toEqual(before);
  });

  it('leaves alone what the edit itself set, and every other frame', () => {
    const before = paper('新柳');
    const set = setHeadLines(before, 'a', 12);
    expect(refitHeads(before, set, fonts)).toBe(set);
    const boxed = refitHeads(before, setFrameBorder(before, 'b', 'box'), fonts);
    expect(headOf(boxed.issue)).toBe(4);
  });
});
