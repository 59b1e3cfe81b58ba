/** What real copy taught (docs/typesetting.md §8): look-alikes, hyphens of names, units, money, superscripts, tabs. */
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../core/issue/issue.ts';
import { typesetParagraph } from '../../../core/typeset/typeset-paragraph.ts';
import { fonts } from './fonts.ts';
import { edges, FLUSH, filled, natural, set } from './set-lines.ts';

const HAN = '田野山河湖泊草木花鸟';
/** Han around the text at every distance, so that over the measures every break is asked for. */
const around = (text: string): string =>
  [3, 5, 4, 7, 6, 8, 5, 9, 7].map((count) => HAN.slice(0, count)).join(text);

describe('间隔号 and its look-alikes', () => {
  it.each([...'·•‧･・∙⋅'])('%s between two names opens no line and is half an em wide', (dot) => {
    expect(edges(around(dot)).starts).not.toContain(dot);
    const [first, , last] = natural(`田${dot}野`).xs;
    expect(last! - first!).toBeCloseTo(1.5, 5);
  });

  it('• at the head of an item or after a space is a bullet of one em', () => {
    expect(natural('•田').xs[1]! - natural('•田').xs[0]!).toBeGreaterThan(0.7);
    expect(edges(around(' •')).starts).toContain('•');
  });
});

describe('the hyphen of a name', () => {
  it.each(['歼-20', '东风-41', '长征－5', '歼‑20'])('%s: opens no line', (name) => {
    const starts = edges(around(name)).starts;
    for (const hyphen of '-－‑') expect(starts).not.toContain(hyphen);
  });

  it('but a minus may, however it is typed', () => {
    expect(edges(around('-5℃')).starts).toContain('-');
    expect(edges(around('-3.5%')).starts).toContain('-');
    expect(edges(around('−5℃')).starts).toContain('−');
  });
});

describe('a hyphen between Han and what it joins', () => {
  /** The gaps on both sides of the first hyphen in the natural line, em. */
  const gaps = (text: string): readonly number[] => {
    const at = text.search(/[-－‑]/);
    const { xs } = natural(text);
    const width = natural(text[at]!).right;
    const before = /\p{sc=Han}/u.test(text[at - 1]!) ? xs[at]! - xs[at - 1]! - 1 : 0;
    const after = /\p{sc=Han}/u.test(text[at + 1]!) ? xs[at + 1]! - xs[at]! - width : 0;
    return [before, after];
  };

  it.each([
    ...['看歼-20模型', '看运-20模型', '看直-10模型', '乘卡-52到', '射东风-41了', '空警-500等', '歼-10C来'],
    ...['北京-上海线', '周一-周五开', '3日-5日开', 'T-99-甲型', '看歼‑20模型', '看歼－20模型', '图-甲型'],
  ])('%s has no gap', (text) => {
    for (const gap of gaps(text)) expect(gap).toBeCloseTo(0, 2);
  });

  it('is no place to fill a line', () => {
    expect(Object.keys(filled('我看歼-20机', 0.3).changes)).not.toContain('歼-');
    expect(Object.keys(filled('我乘T-甲机', 0.3).changes)).not.toContain('-甲');
  });

  it.each([
    ...['气温-5℃时', '气温－5℃时', '差为-3分', '降到-12.5度', '约-5～-3℃间', '升-5到3℃间', '跌-3.5%了'],
    ...['海拔-154米', '增长率-2个', '看歼−5℃时'.replace('歼', '低')],
  ])('%s has the gap of a number: that is a minus', (text) => {
    const at = text.search(/[-－−]/);
    const { xs } = natural(text);
    expect(xs[at]! - xs[at - 1]! - 1).toBeCloseTo(0.25, 1);
  });

  it('may open a line where it is a minus only', () => {
    expect(edges(around('为-3')).starts).toContain('-');
    expect(edges(around('歼-3')).starts).not.toContain('-');
  });
});

describe('what stays with its number', () => {
  it.each(['‱', '‰', '°', 'º', '‴'])('%s opens no line', (sign) => {
    expect(edges(around(sign)).starts).not.toContain(sign);
    expect(edges(around(`5${sign}`)).starts).not.toContain(sign);
    expect(edges(around(`5 ${sign}`)).starts).not.toContain(sign);
  });

  it.each(['5 km', '5 kg', '3.5 m', '12 MB', '5 km/h', '5\u00a0km', '5\u202f田'])(
    '%s is not parted',
    (text) => {
      const unit = text.at(-1) === '田' ? '' : text.replace(/^[\d.]+\s/, '')[0]!;
      const { starts, ends } = edges(around(text));
      if (unit !== '') expect(starts).not.toContain(unit);
      expect([...ends].filter((end) => /[0-9]/.test(end))).toEqual([]);
    },
  );

  /** Whether any line ends within the text, wherever it stands in the paragraph; `of` is marked as superscript. */
  const isParted = (text: string, of = ''): boolean =>
    Array.from({ length: 24 }, (_, before) => `${'田'.repeat(before + 1)}${text}${'田'.repeat(30)}`).some(
      (copy) => {
        const at = copy.indexOf(text);
        const edge = of === '' ? [] : marked(copy, of, 'superscript');
        let from = 0;
        return set(copy, 16, {}, edge)
          .slice(0, -1)
          .some((line) => {
            from += line.text.length;
            return from > at && from < at + text.length && copy.slice(at, from).trim() !== '';
          });
      },
    );

  it.each([
    ...['1.2×10⁴ m²', '3×10⁸ kg', '6.02×10²³ mol', '5×10⁻³ mm', '１２ km'],
    ...['18 kW·h', '18kW·h', '18 kW•h', '30 N·m', '5 Pa·s', '7 A·h', '2 W·h/kg', '18 kW·h/d'],
    ...['3 m³/s', '35 mg/m³', '80 km/h', '35 μg/m³', '35 µg/m³', '9 m²·K/W', '4.7 kΩ', '120 mmHg'],
  ])('%s is not parted within', (text) => expect(isParted(text)).toBe(false));

  it.each(['元/m²', '次/min', '个/kg', '5 km/小时'])('%s is not parted after its stroke', (text) =>
    expect(edges(around(text)).ends).not.toContain('/'),
  );

  it.each(['3万 km', '2.5亿 kg', '3万km'])('%s keeps its unit beside 万 and 亿', (text) =>
    expect(edges(around(text)).starts).not.toContain('k'),
  );

  it('a marked power is one like a typed one', () =>
    expect(isParted('3×10８ kg'.replace('８', '8'), '(?<=10)8')).toBe(false));

  it.each(['买买提·艾力', 'CO₂ g', '男/女', 'A·Smith', '三万 km'])('%s may be parted', (text) =>
    expect(isParted(text)).toBe(true),
  );

  it('a word that is no unit may stand in the next line', () => {
    expect(edges(around('5 apples')).starts).toContain('a');
  });

  it.each([...'$¥￥€£＄￡₩'])('%s ends no line: bare, or before a space and its number', (sign) => {
    expect(edges(around(sign)).ends).not.toContain(sign);
    expect(edges(around(`${sign} 1200`)).ends).not.toContain(sign);
    expect(edges(around(`${sign}1200`)).ends).not.toContain(sign);
  });
});

const marked = (text: string, of: string, kind: Mark['kind']): Mark[] =>
  [...text.matchAll(new RegExp(of, 'g'))].map(({ index }) => ({ from: index, to: index + of.length, kind }));

describe('superscripts and subscripts', () => {
  it.each([...'¹²³⁴₂'])('%s opens no line after Han, and stands right on it', (sign) => {
    expect(edges(around(sign)).starts).not.toContain(sign);
    const [han, own, next] = natural(`田${sign}野`).xs;
    expect(own! - han!).toBeCloseTo(1, 2);
    expect(next! - own!).toBeLessThan(0.7);
  });

  it.each(['4', '[1]', 'n', '注', '（一）', '*'])('a marked %s opens no line', (sign) => {
    const text = around(`＃${sign}`).replaceAll('＃', '');
    const marks = marked(text, sign.replace(/[[\]*]/g, '\\$&'), 'superscript').map((m) => ({
      ...m,
      to: m.from + sign.length,
    }));
    for (let em = 7; em <= 15; em++)
      for (const line of set(text, em, {}, marks).slice(1)) expect(line.text.startsWith(sign)).toBe(false);
  });

  it('are set smaller and in runs of their own, with the rest of the line where it was', () => {
    const text = '面积10公顷';
    const [line] = set(text, 20, {}, [{ from: 3, to: 4, kind: 'superscript' }]);
    const [plain] = set(text, 20);
    expect(line!.xs.slice(0, 4)).toEqual(plain!.xs.slice(0, 4));
    expect(line!.right).toBeLessThan(plain!.right);
  });

  it('are typed as characters where the face has none: set from the digit', () => {
    const [line] = set('10⁴公顷，CO₂', 20);
    expect(line!.text).toBe('10⁴公顷，CO₂');
    expect(line!.right).toBeGreaterThan(0);
  });

  it('a number keeps its exponent in one line', () => {
    const text = around('10-3');
    const marks = marked(text, '-3', 'superscript').map((m) => ({ ...m, to: m.from + 2 }));
    for (let em = 7; em <= 15; em++)
      for (const line of set(text, em, {}, marks)) expect(line.text).not.toMatch(/10-?$/);
  });
});

describe('a tab or another blank within text', () => {
  it.each(['\t', '\u2003', '\u2009', '\u202f', '\r', '\u2028'])(
    '%j is a space between its neighbours',
    (blank) => {
      const [before, own, after] = natural(`田${blank}5`).xs;
      expect(own! - before!).toBeCloseTo(1, 5);
      expect(after! - own!).toBeGreaterThanOrEqual(0.25);
      expect(natural(`5${blank}-5`).xs.at(-2)! - natural(`5${blank}-5`).xs[1]!).toBeGreaterThanOrEqual(0.25);
    },
  );

  it('is painted as a space, never as a glyph of its own', () => {
    for (const text of ['1\t甲镇\t95\t-5', '甲\n乙', '甲\u202f乙', '\t甲', '甲\t'])
      for (const line of typesetParagraph(text, FLUSH, 12, fonts).lines)
        for (const run of line.runs) {
          expect(run.text).not.toMatch(/[\t\n\u202f]/);
          for (const blank of run.text.match(/ /g) ?? [])
            expect(fonts.has(run.face, blank.codePointAt(0)!)).toBe(true);
        }
  });
});
