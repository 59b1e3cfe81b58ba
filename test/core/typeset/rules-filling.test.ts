import { describe, expect, it } from 'vitest';
import { broken, each, filled, natural, set } from './set-lines.ts';

/* docs/typesetting.md §3; CLREQ 3.2. Characters of these texts all differ, so that a gap is named by its two characters. */

/** Something to yield at every step: how much there is to each stands below. */
const TIGHT = 'ab cd ef·甲（乙）丙，丁、戊3己4庚。辛！壬';
const WORDS = 2 / 12;
const BRACKETS = 2 * 0.5;
const COMMAS = 2 * 0.5;
const HAN_LATIN = 4 * 0.125;
const STOPS = 2 * 0.5;

describe('compression, in the stated order (CLREQ 3.2.2; docs/typesetting.md §3)', () => {
  it('1: word spaces yield down to ¼ em', () => {
    expect(filled(TIGHT, -WORDS / 2)).toMatchObject({
      changes: each('_c _e', -WORDS / 4),
      fill: { compression: 1, forced: false },
    });
    expect(filled(TIGHT, -WORDS)).toMatchObject({
      changes: each('_c _e', -WORDS / 2),
      fill: { compression: 1 },
    });
  });

  it('2: the interpunct has nothing to give: half an em is its least', () => {
    expect(filled('天·地·', -0.2).fill).toMatchObject({ forced: true });
    expect(filled('天·地', -0.2).changes).toEqual({});
  });

  it('3: brackets and quotes yield their blank half, by equal amounts', () => {
    const before = each('_c _e', -WORDS / 2);
    expect(filled(TIGHT, -WORDS - 0.4)).toMatchObject({
      changes: { ...before, ...each('甲（ ）丙', -0.2) },
      fill: { compression: 3 },
    });
    expect(filled(TIGHT, -WORDS - BRACKETS)).toMatchObject({
      changes: { ...before, ...each('甲（ ）丙', -0.5) },
      fill: { compression: 3, forced: false },
    });
  });

  it('4: ，、；： yield their blank half, by equal amounts', () => {
    const before = { ...each('_c _e', -WORDS / 2), ...each('甲（ ）丙', -0.5) };
    const need = WORDS + BRACKETS;
    expect(filled(TIGHT, -need - 0.3)).toMatchObject({
      changes: { ...before, ...each('，丁 、戊', -0.15) },
      fill: { compression: 4 },
    });
    expect(filled(TIGHT, -need - COMMAS).changes).toEqual({ ...before, ...each('，丁 、戊', -0.5) });
    expect(filled('天；地：人', -1).changes).toEqual(each('；地 ：人', -0.5));
  });

  it('5: Han–Latin gaps yield from ¼ to ⅛ em, by equal amounts', () => {
    const before = { ...each('_c _e', -WORDS / 2), ...each('甲（ ）丙 ，丁 、戊', -0.5) };
    const need = WORDS + BRACKETS + COMMAS;
    expect(filled(TIGHT, -need - 0.2)).toMatchObject({
      changes: { ...before, ...each('戊3 3己 己4 4庚', -0.05) },
      fill: { compression: 5 },
    });
    expect(filled(TIGHT, -need - HAN_LATIN).changes).toEqual({
      ...before,
      ...each('戊3 3己 己4 4庚', -0.125),
    });
  });

  it('6: 。？！ yield their blank half last, by equal amounts', () => {
    const before = {
      ...each('_c _e', -WORDS / 2),
      ...each('甲（ ）丙 ，丁 、戊', -0.5),
      ...each('戊3 3己 己4 4庚', -0.125),
    };
    const need = WORDS + BRACKETS + COMMAS + HAN_LATIN;
    expect(filled(TIGHT, -need - 0.6)).toMatchObject({
      changes: { ...before, ...each('。辛 ！壬', -0.3) },
      fill: { compression: 6 },
    });
    expect(filled(TIGHT, -need - STOPS)).toMatchObject({
      changes: { ...before, ...each('。辛 ！壬', -0.5) },
      fill: { compression: 6, forced: false },
    });
  });

  it('beyond all that says that the line is forced', () => {
    const all = WORDS + BRACKETS + COMMAS + HAN_LATIN + STOPS;
    expect(filled(TIGHT, -all - 0.1).fill.forced).toBe(true);
  });

  it('stops at step 5 where 。？！ are to stay whole (a style)', () => {
    const need = WORDS + BRACKETS + COMMAS + HAN_LATIN;
    expect(filled(TIGHT, -need, { stopsWhole: true }).fill).toMatchObject({ compression: 5, forced: false });
    expect(filled(TIGHT, -need - 0.1, { stopsWhole: true }).fill.forced).toBe(true);
  });

  it('does not touch —— …… ～, a full space, ？！ and the blank that two marks share', () => {
    expect(filled('天——地……人～火？！水　木”，“土', -0.3).changes).toEqual({});
  });

  it('is tried before expansion: the mark is pulled in (docs/typesetting.md §3)', () => {
    expect(broken('春天来了，河水解冻，两岸柳绿莺飞草长', 9)[0]).toBe('春天来了，河水解冻，');
  });
});

/** Word space, Han–Latin gaps and plain gaps, with unbreakables among them. */
const LOOSE_TEXT = 'ab cd·甲3乙丙丁，戊——己10%庚……辛';
const WORD = 1 / 6;
const FIRST = 'cd';
const HAN_LATIN_GAPS = '甲3 3乙 己1 %庚';
const OTHERS = 'd· ·甲 乙丙 丙丁 丁， ，戊 戊— —己 庚… …辛';

describe('expansion, in the stated order (CLREQ 3.2.3; docs/typesetting.md §3)', () => {
  /* —己 and …辛 follow the second character of a pair. */
  const gaps = OTHERS.split(' ').length;

  it('1: word spaces grow up to ½ em', () => {
    expect(filled(LOOSE_TEXT, 0.1)).toMatchObject({
      changes: each(`_${FIRST[0]}`, 0.1),
      fill: { looseness: 0 },
    });
    expect(filled(LOOSE_TEXT, WORD).changes).toEqual(each('_c', WORD));
  });

  it('2: Han–Latin gaps grow up to ⅓ em, by equal amounts', () => {
    expect(filled(LOOSE_TEXT, WORD + 0.2)).toMatchObject({
      changes: { ...each('_c', WORD), ...each(HAN_LATIN_GAPS, 0.05) },
      fill: { looseness: 0 },
    });
    expect(filled(LOOSE_TEXT, WORD + 4 / 12).changes).toEqual({
      ...each('_c', WORD),
      ...each(HAN_LATIN_GAPS, 1 / 12),
    });
  });

  it('3: all other gaps grow equally', () => {
    const { changes, fill } = filled(LOOSE_TEXT, WORD + 4 / 12 + gaps * 0.06);
    expect(changes).toEqual({
      ...each('_c', WORD),
      ...each(HAN_LATIN_GAPS, 1 / 12),
      ...each(OTHERS, 0.06),
    });
    expect(fill.looseness).toBeCloseTo(0.06, 6);
  });

  it('before Han would stand loose, Han–Latin gaps grow up to ½ em', () => {
    const { changes, fill } = filled(LOOSE_TEXT, WORD + 4 / 12 + gaps * 0.08 + 4 * 0.1);
    expect(changes).toEqual({
      ...each('_c', WORD),
      ...each(HAN_LATIN_GAPS, 1 / 12 + 0.1),
      ...each(OTHERS, 0.08),
    });
    expect(fill.looseness).toBeCloseTo(0.08, 6);
    expect(filled(LOOSE_TEXT, WORD + 1 + gaps * 0.1).changes).toEqual({
      ...each('_c', WORD),
      ...each(HAN_LATIN_GAPS, 0.25),
      ...each(OTHERS, 0.1),
    });
  });

  it('never sets Han more than ¼ em apart: the line stays as it is and says so', () => {
    expect(filled(LOOSE_TEXT, WORD + 1 + gaps * 0.25).fill.forced).toBe(false);
    expect(filled(LOOSE_TEXT, WORD + 1 + gaps * 0.25 + 0.1)).toMatchObject({
      changes: {},
      fill: { forced: true },
    });
  });

  it('never opens a word, a number, a pair, ？！ or what two marks share', () => {
    for (const text of [
      'Zuban',
      '1,234.5%',
      '￥30',
      '——',
      '……',
      '？！',
      '”，',
      '，“',
      '《“',
      '１２',
      '１．５',
      '３％',
      '￥３',
    ])
      expect(filled(text, 0.2)).toMatchObject({ changes: {}, fill: { forced: true } });
  });

  it('is of gaps only: positions within a justified line follow from it', () => {
    const [line] = set('春天来了河水解——冻两岸柳', 8);
    expect(line!.text).toBe('春天来了河水解');
    expect(line!.right).toBeCloseTo(8, 6);
    line!.xs.forEach((x, i) => {
      expect(x).toBeCloseTo((i * 7) / 6, 5);
    });
  });
});

describe('the Han–Latin gap (CLREQ 3.2.1)', () => {
  const gapAfterHan = (text: string, style = {}) => natural(text, style).xs[1]! - 1;

  it.each([0, 0.125, 0.25])('is %s em as the style has it, beside letters and digits', (hanLatinGap) => {
    for (const text of ['甲a', '甲3', '甲￥3', '甲+3', '甲é', '甲Ω'])
      expect(gapAfterHan(text, { hanLatinGap }), text).toBeCloseTo(hanLatinGap, 6);
    for (const text of ['a甲', '3甲', '3%甲', '3℃甲']) {
      const [before, with0] = [natural(text, { hanLatinGap }), natural(text, { hanLatinGap: 0 })];
      expect(before.right - with0.right, text).toBeCloseTo(hanLatinGap, 6);
    }
  });

  it('of ⅛ em does not yield, and grows to ⅓ and ½ em as that of ¼ em does', () => {
    expect(filled('甲a', -0.05, { hanLatinGap: 0.125 }).fill.forced).toBe(true);
    expect(filled('甲a', 1 / 3 - 1 / 8, { hanLatinGap: 0.125 })).toMatchObject({
      changes: each('甲a', 1 / 3 - 1 / 8),
      fill: { looseness: 0, forced: false },
    });
    expect(filled('甲a', 0.375, { hanLatinGap: 0.125 }).fill.forced).toBe(false);
    expect(filled('甲a', 0.4, { hanLatinGap: 0.125 }).fill.forced).toBe(true);
  });

  it('of 0 grows like any other gap', () => {
    expect(filled('甲a乙丙', 0.3, { hanLatinGap: 0 }).changes).toEqual(each('甲a a乙 乙丙', 0.1));
  });

  it('is not at a line’s edges', () => {
    const lines = set('春天来了河水解冻Spring两岸柳绿', 8);
    expect(lines[0]).toMatchObject({ text: '春天来了河水解冻', right: 8 });
    expect(lines[1]!.xs[0]).toBe(0);
  });

  it('is not beside Chinese marks, so not just inside a bracket', () => {
    const inked = (text: string) => natural(text).xs;
    for (const [open, close] of ['（）', '“”', '《》']) {
      const xs = inked(`甲${open}33${close}乙`);
      expect(xs[2]! - xs[1]!, open).toBe(1);
      expect(xs[4]! - xs[3]!).toBeCloseTo(xs[3]! - xs[2]!, 6);
    }
    for (const mark of '，。、；：？！')
      expect(inked(`3${mark}3`)[2]! - inked(`3${mark}3`)[1]!, mark).toBeCloseTo(1, 6);
    for (const mark of ['——', '……', '～', '·']) {
      const [marked, plain] = [natural(`a${mark}a`).right, natural(mark).right];
      expect(marked - plain, mark).toBeCloseTo(2 * natural('a').right, 5);
    }
  });

  it('stands for a space typed between Han and a word', () => {
    expect(natural('甲 a').right).toBeCloseTo(natural('甲a').right, 6);
    expect(filled('甲 a', -0.125).fill).toMatchObject({ compression: 5, forced: false });
    /* Where the style's gap is narrower, a space that somebody typed stays a space. */
    for (const hanLatinGap of [0, 0.125])
      expect(natural('甲 a', { hanLatinGap }).right).toBeCloseTo(natural('甲a').right, 6);
  });

  it('is not added to a space typed inside a bracket', () => {
    expect(natural('（ ab ）').right).toBeCloseTo(natural('（ab）').right, 6);
  });
});

describe('spaces in copy (docs/typesetting.md §3)', () => {
  it('U+3000 between Han is one em, a line may end there, and it is dropped at a line’s edge', () => {
    expect(natural('甲　乙').xs[2]).toBe(2);
    const lines = set('春天来了河水解冻　两岸柳绿', 8);
    expect(lines.map((line) => [line.text, line.xs.at(-1) === undefined ? 0 : line.right])).toEqual([
      ['春天来了河水解冻　', 8],
      ['两岸柳绿', 4],
    ]);
    expect(lines[1]!.xs[0]).toBe(0);
  });

  it('a half-width space between two Han stands for U+3000', () => {
    expect(natural('甲 乙').right).toBe(natural('甲　乙').right);
  });

  it('a word space is ⅓ em', () => {
    expect(natural('ab cd').right - natural('ab').right - natural('cd').right).toBeCloseTo(1 / 3, 6);
  });

  it('a mark has its own blank: a space typed beside it adds nothing', () => {
    for (const text of ['甲， 乙', '甲 ，乙', '甲。 a', '3 ，乙'])
      expect(natural(text).right, text).toBeCloseTo(natural(text.replace(' ', '')).right, 6);
    expect(filled('甲， 乙', -0.5).fill).toMatchObject({ compression: 4, forced: false });
  });
});
