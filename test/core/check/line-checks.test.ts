import { describe, expect, it } from 'vitest';
import { closing, FULL, full, kindsOn, opening, pageWith, reportOn } from './hand-made-page.ts';

const han = (count: number) => FULL.slice(0, count);

describe('a page set after the rules', () => {
  it('gives no finding', () => {
    expect(kindsOn(pageWith(full))).toEqual([]);
    expect(kindsOn(pageWith(full, { text: `${han(6)}。${han(6)}` }))).toEqual([]);
  });
});

describe('a line’s start and end', () => {
  it.each(['，', '。', '”', '）', '》', '～', '·', '/', '％'])('may not begin with %s', (mark) => {
    const line = { text: mark + han(12), slackAt: 1 };
    expect(kindsOn(pageWith(full, line))).toContain('forbidden-start');
  });

  it('may begin with —— but neither with half of it nor, at level strict, with the whole', () => {
    const whole = { text: `——${han(11)}`, slackAt: 2 };
    expect(kindsOn(pageWith(full, whole))).toEqual([]);
    expect(kindsOn(pageWith(full, whole), { kinsoku: 'strict' })).toEqual(['forbidden-start']);
    const halves = [
      { text: `${han(12)}—`, slackAt: 12 },
      { text: `—${han(12)}`, slackAt: 1 },
    ];
    expect(kindsOn(pageWith(...halves))).toContain('forbidden-start');
  });

  it('may begin with what the copy’s paragraph begins with', () => {
    expect(kindsOn(pageWith(closing, { text: `…${han(12)}`, opens: true }))).toEqual([]);
    expect(kindsOn(pageWith(closing, { text: `，${han(12)}`, opens: true }))).toEqual([]);
  });

  it.each(['“', '（', '《'])('may not end with %s', (mark) => {
    expect(kindsOn(pageWith(full, { text: han(12) + mark }))).toEqual(['forbidden-end']);
  });

  it('may end with a currency sign only where no digit follows', () => {
    const sign = { text: `${han(12)}￥` };
    expect(kindsOn(pageWith(sign, { text: `3${han(12)}`, slackAt: 1 }))).toEqual(['forbidden-end']);
    expect(kindsOn(pageWith(sign, full))).toEqual([]);
  });

  it('may end with a slash below level GB', () => {
    const slash = { text: `${han(12)}/`, slackAt: 12 };
    expect(kindsOn(pageWith(slash), { kinsoku: 'gb' })).toContain('forbidden-end');
    expect(kindsOn(pageWith(slash))).not.toContain('forbidden-end');
  });

  it('is free at level none', () => {
    expect(kindsOn(pageWith(full, { text: `，${han(12)}` }), { kinsoku: 'none' })).toEqual([]);
  });

  it('may not cut a number, nor part it from its point', () => {
    const cut = (end: string, start: string) =>
      kindsOn(
        pageWith({ text: han(11) + end, slackAt: 11 }, { text: start + han(11), slackAt: start.length }),
      );
    expect(cut('20', '20')).toEqual(['split-number']);
    expect(cut('3.', '5')).toEqual(['split-number']);
    expect(kindsOn(pageWith({ text: `${han(11)}20`, slackAt: 11 }, full))).toEqual([]);
  });
});

describe('the filling of a line', () => {
  it('is loose above 0.08 em between Han and very loose above 0.25', () => {
    const spread = (count: number) => ({ text: han(count), extra: (13 - count) / (count - 1) });
    const loose = reportOn(pageWith(full, spread(12)));
    expect(loose.findings).toMatchObject([{ kind: 'loose', text: han(12), value: 0.091, paragraph: 0 }]);
    expect(kindsOn(pageWith(full, spread(10)))).toEqual(['very-loose']);
    expect(loose.totals.measures).toEqual([
      { measure: 13, lines: 10, loose: 1, veryLoose: 0, perThousand: 100, limit: 12, met: false },
    ]);
  });

  it('is not loose in a last line nor in refers and notices, which may be ragged', () => {
    const [page] = pageWith(full, { text: han(12), extra: 0.091 });
    expect(kindsOn([{ ...page!, story: { kind: 'notice' } }])).toEqual([]);
    expect(kindsOn(pageWith({ text: han(8), extra: 0.3 }, opening))).toEqual([]);
  });

  it('is tight where the blank of a stop is given up, not where that of a comma is', () => {
    const squeezed = (mark: string) => ({
      text: `${han(4)}${mark}${han(4)}${mark}${han(4)}`,
      at: { 5: -0.5, 10: -0.5 },
    });
    expect(reportOn(pageWith(full, squeezed('。'))).findings).toMatchObject([{ kind: 'tight', value: 0.5 }]);
    expect(kindsOn(pageWith(full, squeezed('，')))).toEqual([]);
  });

  it('is forced where the line ends short of its measure, runs over it or cuts a word', () => {
    expect(reportOn(pageWith(full, { text: han(12) })).findings).toMatchObject([
      { kind: 'forced', value: 1 },
    ]);
    expect(reportOn(pageWith(full, { text: `${FULL}又` })).findings).toMatchObject([
      { kind: 'forced', value: -1 },
    ]);
    const cut = [
      { text: `${han(9)}Raspb`, slackAt: 9 },
      { text: `erry${han(10)}`, slackAt: 4 },
    ];
    expect(kindsOn(pageWith(...cut))).toEqual(['forced']);
  });

  it('may let a stop hang outside the measure where that is the style', () => {
    const hung = { text: `${FULL}。` };
    expect(kindsOn(pageWith(full, hung), { hanging: true })).toEqual([]);
    expect(kindsOn(pageWith(full, hung))).toEqual(['forced']);
  });

  it('does not leave one character alone in a paragraph’s last line', () => {
    expect(kindsOn(pageWith({ text: '鸟。' }, opening))).toEqual(['lone-character']);
    expect(kindsOn(pageWith({ text: '啼鸟。' }, opening))).toEqual([]);
    expect(kindsOn(pageWith(closing, { text: '鸟', opens: true }, opening))).toEqual([]);
  });
});

describe('neighbouring characters', () => {
  it('are reported where two marks keep both blanks', () => {
    const pair = `${han(5)}”，${han(6)}`;
    const apart = { text: pair, at: { 6: 0.5 } };
    expect(reportOn(pageWith(full, apart)).findings).toMatchObject([{ kind: 'marks-apart', value: 0.5 }]);
    expect(kindsOn(pageWith(full, { text: `${pair}。` }))).toEqual([]);
  });

  it('are not taken for apart in ？！, which stand in one em', () => {
    expect(kindsOn(pageWith({ text: '真的吗？！', at: { 4: 0 } }, opening))).toEqual([]);
  });

  it('are reported where Han and a digit touch', () => {
    const touching = { text: '第3届', at: { 1: -0.25, 2: -0.25 } };
    expect(reportOn(pageWith(touching, opening)).findings).toMatchObject([{ kind: 'gap-missing', value: 0 }]);
    expect(kindsOn(pageWith({ text: '第3届' }, opening))).toEqual([]);
    expect(kindsOn(pageWith(touching, opening), { hanLatinGap: 0 })).toEqual([]);
  });
});
