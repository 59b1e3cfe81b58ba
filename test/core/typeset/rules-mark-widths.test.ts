import { describe, expect, it } from 'vitest';
import { broken, natural, set } from './set-lines.ts';

/* docs/typesetting.md §2. The ink of an opener is in the right half of its em, that of a closing mark in the left. */
const OPENING = '“‘（〔【《〈「『［｛〖';
const CLOSERS = '”’）〕】》〉」』］｝〗';
const COMMAS = '，、；：';
const STOPS = '。？！';
const CLOSING = CLOSERS + COMMAS + STOPS;
const SHOUTS = '？！';

/** Distance from 甲 to 乙 on either side of the marks, the em of 甲 left out. */
const widthOf = (marks: string, style = {}): number => {
  const { xs } = natural(`甲${marks}乙`, style);
  return Math.round((xs[xs.length - 1]! - 1) * 1e6) / 1e6;
};

describe('width of a mark by itself (GB/T 15834 §5.1)', () => {
  it.each([...OPENING, ...CLOSING])('%s takes one em', (mark) => expect(widthOf(mark)).toBe(1));

  it.each([...'·/・'])('%s takes half an em (GB/T 15834 §5.1.7, §5.1.9)', (mark) =>
    expect(widthOf(mark)).toBe(0.5),
  );

  it.each([...'—～'])('the connector %s takes one em (GB/T 15834 §5.1.6)', (mark) =>
    expect(widthOf(mark)).toBe(1),
  );

  it.each(['——', '……', '⸺'])('%s takes two em (GB/T 15834 §5.1.4, §5.1.5)', (mark) =>
    expect(widthOf(mark)).toBe(2),
  );

  it.each(['？！', '！？', '！！', '？？'])('%s takes one em (GB/T 15834 §5.1.2)', (marks) =>
    expect(widthOf(marks)).toBe(1),
  );

  it.each(['？！！', '！！！', '？？？'])('%s takes two em (GB/T 15834 §5.1.2)', (marks) =>
    expect(widthOf(marks)).toBe(2),
  );

  it('of quotes is one em, whatever face they are set in (CLREQ 3.1.5)', () => {
    for (const face of ['serif-400', 'sans-700', 'kai'] as const)
      for (const mark of '“”‘’') expect(widthOf(mark, { face })).toBe(1);
  });

  it('of the apostrophe within a word is the letter’s own', () => {
    const { xs } = natural('甲O’Neill乙');
    expect(xs[3]! - xs[2]!).toBeLessThan(0.4);
  });
});

describe('two adjacent marks (CLREQ 3.1.6.1)', () => {
  const pairs = (firsts: string, seconds: string) =>
    [...firsts].flatMap((first) => [...seconds].map((second) => first + second));
  const closingPairs = pairs(CLOSING, CLOSING).filter(
    (pair) => ![...pair].every((mark) => SHOUTS.includes(mark)),
  );

  it.each([
    ['two closing marks', closingPairs],
    ['a closing and an opening mark', pairs(CLOSING, OPENING)],
    ['two opening marks', pairs(OPENING, OPENING)],
  ])('of %s take one and a half em, one em as a style', (_, all) => {
    for (const pair of all) {
      expect(widthOf(pair), pair).toBe(1.5);
      expect(widthOf(pair, { adjacentMarksInOneEm: true }), pair).toBe(1);
    }
  });

  it('that face each other keep their em: there is no blank between them', () => {
    for (const pair of ['“”', '（）', '《？', '（！']) expect(widthOf(pair)).toBe(2);
  });

  it('take half an em more for each mark that follows', () => {
    expect(widthOf('”）。')).toBe(2);
    expect(widthOf('。”“')).toBe(2);
    expect(widthOf('：“《')).toBe(2);
    expect(widthOf('？！”')).toBe(2);
  });

  it('are as close where a space was typed between them', () => {
    expect(widthOf('， “')).toBe(1.5);
    expect(widthOf('” ，')).toBe(1.5);
  });
});

describe('marks at the edges of a line', () => {
  it.each([...CLOSING])('%s at the line end is half an em wide (GB/T 15834 §5.1.10)', (mark) => {
    const [line] = set(`春天来了河水解冻${mark}两岸柳绿莺飞草长`, 8.5);
    expect(line).toMatchObject({ text: `春天来了河水解冻${mark}`, right: 8.5 });
    expect(line!.xs).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('two marks at the line end take one em together (GB/T 15834 §5.1.10)', () => {
    const [line] = set('春天来了河水解。”两岸柳绿莺飞草长', 8);
    expect(line).toMatchObject({ text: '春天来了河水解。”', right: 8 });
    expect(line!.xs.slice(-2)).toEqual([7, 7.5]);
  });

  it('so does ？！', () => {
    expect(set('春天来了河水解？！两岸柳绿莺飞草长', 8)[0]).toMatchObject({
      text: '春天来了河水解？！',
      right: 8,
    });
  });

  it.each([...OPENING])('%s at the line start loses its left half (CLREQ 3.1.6.2)', (mark) => {
    const line = set(`春天来了河水解冻${mark}两岸柳绿`, 8)[1]!;
    expect(line.text[0]).toBe(mark);
    expect(line.xs.slice(0, 2)).toEqual([-0.5, 0.5]);
  });

  it('two openers at the line start take one em together', () => {
    const line = set('春天来了河水解冻“《两岸柳绿', 8)[1]!;
    expect(line.xs.slice(0, 3)).toEqual([-0.5, 0, 1]);
  });

  it.each([...OPENING])(
    '%s after the indent keeps its left half, loses it as a style (CLREQ 3.1.6.2)',
    (mark) => {
      expect(set(`${mark}两岸柳绿`, 12, { indent: 2 })[0]!.xs.slice(0, 2)).toEqual([2, 3]);
      expect(
        set(`${mark}两岸柳绿`, 12, { indent: 2, openerTrimmedAfterIndent: true })[0]!.xs.slice(0, 2),
      ).toEqual([1.5, 2.5]);
    },
  );

  it('the indent is two em, one as a style (docs/typesetting.md §4)', () => {
    expect(set('两岸柳绿', 12, { indent: 2 })[0]!.xs[0]).toBe(2);
    expect(set('两岸柳绿', 12, { indent: 1 })[0]!.xs[0]).toBe(1);
  });
});

describe('hanging punctuation (CLREQ 3.1.5)', () => {
  const text = '春天来了河水解冻。两岸柳绿莺飞草长群山如黛江流有声春天来了';

  it('is off: a stop that does not fit is drawn in or takes its character along', () => {
    for (const line of set(text, 8)) expect(line.right).toBeLessThanOrEqual(8);
  });

  it.each([...COMMAS, ...STOPS])('as a style, %s stands outside a line that is full', (mark) => {
    const [line] = set(text.replace('。', mark), 8, { hanging: true });
    expect(line).toMatchObject({
      text: `春天来了河水解冻${mark}`,
      right: 8.5,
      fill: { hanging: true, looseness: 0 },
    });
    expect(line!.xs[8]).toBe(8);
  });

  it.each([...CLOSERS])('%s never hangs', (mark) => {
    for (const line of set(text.replace('。', mark), 8, { hanging: true }))
      expect(line.right).toBeLessThanOrEqual(8);
  });

  it('is of at most one stop, and a pair in one em never hangs', () => {
    for (const marks of ['。”', '”。', '？！', '！！！', '……。']) {
      for (const line of set(text.replace('。', marks), 8, { hanging: true })) {
        expect(line.right, marks).toBeLessThanOrEqual(8.5);
        if (line.right > 8) expect(line.text.at(-1)).toBe('。');
      }
    }
  });

  it('leaves out what fits anyway', () => {
    const [line] = set(text, 8.5, { hanging: true });
    expect(line!.fill.hanging).toBeUndefined();
  });
});

describe('dashes and numbers among Han', () => {
  it('a single — joins dates and is one em, —— is drawn as one stroke (GB/T 15834 §5.1.4, §5.1.6)', () => {
    const { xs } = natural('1日—6月');
    expect(xs[3]! - xs[1]!).toBeCloseTo(2, 6);
    expect(broken('4月1日—6月30日', 20)).toEqual(['4月1日—6月30日']);
  });
});
