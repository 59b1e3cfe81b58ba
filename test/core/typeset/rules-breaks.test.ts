import { describe, expect, it } from 'vitest';
import type { KinsokuLevel } from '../../../core/publication/publication.ts';
import { broken, edges, set } from './set-lines.ts';

/* docs/typesetting.md §1. */
const CLOSING = '。，、；：？！”’）〕】》〉」』］｝〗';
const CONNECTORS = '～–—-';
const HALVES = '·/';
const SUFFIXES = '％‰℃%°';
const OPENING = '“‘（〔【《〈「『［｛〖';
const HELD: readonly KinsokuLevel[] = ['basic', 'gb', 'strict'];

/** Han around the marks at every distance, so that over the measures every break is asked for. */
const around = (mark: string): string =>
  [3, 5, 4, 7, 6, 8, 5, 9, 7].map((count) => '田野山河湖泊草木花鸟'.slice(0, count)).join(mark);

describe('避头 (CLREQ 3.1.2; GB/T 15834 §5.1.1–5.1.3)', () => {
  it.each([...CLOSING])('no line begins with %s', (mark) => {
    for (const kinsoku of HELD) expect(edges(around(mark), { kinsoku }).starts).not.toContain(mark);
    expect(edges(around(mark), { kinsoku: 'none' }).starts).toContain(mark);
  });

  it.each([...CONNECTORS])('no line begins with the connector %s (GB/T 15834 §5.1.6)', (mark) => {
    for (const kinsoku of HELD) expect(edges(around(mark), { kinsoku }).starts).not.toContain(mark);
  });

  it.each([...HALVES])('no line begins with %s (GB/T 15834 §5.1.7, §5.1.9)', (mark) => {
    for (const kinsoku of HELD) expect(edges(around(mark), { kinsoku }).starts).not.toContain(mark);
  });

  it.each([...SUFFIXES])('no line begins with %s, after a number or not (CLREQ 3.1.2)', (mark) => {
    for (const kinsoku of HELD) {
      expect(edges(around(mark), { kinsoku }).starts).not.toContain(mark);
      expect(edges(around(`８${mark}`), { kinsoku }).starts).not.toContain(mark);
    }
  });
});

describe('避尾 (CLREQ 3.1.2; GB/T 15834 §5.1.3)', () => {
  it.each([...OPENING])('no line ends with %s', (mark) => {
    for (const kinsoku of HELD) expect(edges(around(mark), { kinsoku }).ends).not.toContain(mark);
    expect(edges(around(mark), { kinsoku: 'none' }).ends).toContain(mark);
  });

  it.each([...'$¥￥€£＄￡'])('no line ends with %s before digits (CLREQ 3.1.2)', (sign) => {
    for (const kinsoku of HELD)
      for (const digits of ['30', '３０'])
        expect(edges(around(`${sign}${digits}`), { kinsoku }).ends, digits).not.toContain(sign);
  });

  it('no line ends with №, whatever follows', () => {
    for (const kinsoku of HELD)
      for (const after of ['12', ' 12', '甲'])
        expect(edges(around(`№${after}`), { kinsoku }).ends).not.toContain('№');
  });
});

describe('levels of prohibition', () => {
  it('basic lets a line end with / (CLREQ 3.1.2)', () => {
    expect(edges(around('/'), { kinsoku: 'basic' }).ends).toContain('/');
  });

  it('gb and strict do not let a line end with / (GB/T 15834 §5.1.9)', () => {
    for (const kinsoku of ['gb', 'strict'] as const)
      for (const slash of '/／') expect(edges(around(slash), { kinsoku }).ends).not.toContain(slash);
  });

  it.each(['——', '……'])('basic and gb let a line begin with %s, strict does not (CLREQ 3.1.2)', (pair) => {
    const first = pair[0]!;
    for (const kinsoku of ['basic', 'gb'] as const)
      expect(edges(around(pair), { kinsoku }).starts).toContain(first);
    expect(edges(around(pair), { kinsoku: 'strict' }).starts).not.toContain(first);
  });

  it.each(['——', '……'])('strict lets a paragraph begin with %s: its own start is exempt', (pair) => {
    const [line] = set(`${pair}春天来了`, 8, { kinsoku: 'strict', indent: 2 });
    expect(line).toMatchObject({ text: `${pair}春天来了`, fill: { forced: false } });
    expect(line!.xs[0]).toBeCloseTo(2 + 0.055 * (pair === '——' ? 1 : 0), 3);
  });

  it('none lets a line break anywhere but within what may not be parted', () => {
    const { starts, ends } = edges(around('——'), { kinsoku: 'none' });
    expect([...starts, ...ends].length).toBeGreaterThan(6);
    for (let measure = 5; measure < 13; measure++)
      for (const line of broken(around('——'), measure, { kinsoku: 'none' }))
        expect(line.replaceAll('——', '')).not.toContain('—');
  });
});

describe('what is never parted', () => {
  it.each([
    ['——', 'GB/T 15834 §5.1.4'],
    ['……', 'GB/T 15834 §5.1.5'],
    ['？！', 'GB/T 15834 §5.1.2'],
    ['！？', 'GB/T 15834 §5.1.2'],
    ['！！', 'GB/T 15834 §5.1.2'],
    ['？？', 'GB/T 15834 §5.1.2'],
    ['！！！', 'GB/T 15834 §5.1.2'],
    ['2020', 'GB/T 15835 §5.1'],
    ['1,234', 'GB/T 15835 §5.1'],
    ['3.14', 'GB/T 15835 §5.1'],
    ['12,800.5', 'GB/T 15835 §5.1'],
    ['２０２０', 'GB/T 15835 §5.1'],
    ['１．５', 'GB/T 15835 §5.1'],
    ['95%', 'CLREQ 3.1.2'],
    ['95％', 'CLREQ 3.1.2'],
    ['９５％', 'CLREQ 3.1.2'],
    ['3.5‰', 'CLREQ 3.1.2'],
    ['45°', 'CLREQ 3.1.2'],
    ['36.5℃', 'CLREQ 3.1.2'],
    ['20°C', 'CLREQ 3.1.2'],
    ['+5', 'CLREQ 3.1.2'],
    ['−5℃', 'CLREQ 3.1.2'],
    ['±0.5', 'CLREQ 3.1.2'],
    ['-12', 'CLREQ 3.1.2'],
    ['$30', 'CLREQ 3.1.2'],
    ['￥1,200', 'CLREQ 3.1.2'],
    ['￥３０', 'CLREQ 3.1.2'],
    ['€5', 'CLREQ 3.1.2'],
    ['£5', 'CLREQ 3.1.2'],
    ['№12', 'CLREQ 3.1.2'],
    ['Zuban', 'CLREQ 3.2.2'],
    ['O’Neill', 'CLREQ 3.2.2'],
    ['km/h', 'CLREQ 3.2.2'],
    ['10:30', 'GB/T 15835 §5.1'],
  ])('%s (%s)', (whole) => {
    const text = around(whole);
    for (const kinsoku of ['none', ...HELD] as const)
      for (let measure = 6; measure < 14; measure++) {
        const lines = set(text, measure, { kinsoku });
        const found = lines.reduce((sum, line) => sum + line.text.split(whole).length - 1, 0);
        expect(found, `${kinsoku} ${measure}: ${lines.map((l) => l.text).join('|')}`).toBe(8);
      }
  });

  it('the digits of 第43期 (GB/T 15835 §5.1)', () => {
    for (let measure = 5; measure < 14; measure++)
      expect(broken(around('第1043期'), measure).join('|').match(/1043/g)).toHaveLength(8);
  });

  it('but a line may end after the hyphen of a range, with both numbers whole', () => {
    expect(edges(around('2020-2021'), {}, [7, 8, 9]).ends).toContain('-');
  });
});

describe('a word that no line holds', () => {
  it('of an address is broken after its own marks, which is no fault', () => {
    const lines = set('网址是https://www.example.com/news/2026/spring请查看', 10);
    expect(lines.map((line) => line.text).join('')).toContain('spring请查看');
    for (const line of lines) {
      expect(line.right).toBeLessThanOrEqual(10.001);
      if (line.text.endsWith('请查看')) continue;
      expect(line.text).toMatch(/[/.是]$/);
    }
  });

  it('is broken anywhere as the last resort, and the line says so', () => {
    const lines = set('他说Donaudampfschifffahrtsgesellschaft是一个词', 8);
    expect(lines.map((line) => line.text).join('')).toBe('他说Donaudampfschifffahrtsgesellschaft是一个词');
    const cut = lines.filter(
      (line, i) => /[a-z]$/.test(line.text) && /^[a-z]/.test(lines[i + 1]?.text ?? ''),
    );
    expect(cut.length).toBeGreaterThan(0);
    for (const line of cut) expect(line.fill.forced).toBe(true);
    for (const line of lines) expect(line.right).toBeLessThanOrEqual(8.001);
  });

  it('at the paragraph’s start keeps to the first line’s shorter measure', () => {
    for (const line of set('Donaudampfschiff来了', 8, { indent: 2 }))
      expect(line.right).toBeLessThanOrEqual(8.001);
  });

  it('leaves the addresses beside it to their own marks', () => {
    const text = '见www.example.com/news或者abcdefghijklmnopqrstuvwxyzabcdefgh';
    const lines = set(text, 9);
    const address = lines.find((line) => line.text.includes('www'))!;
    expect(address.text).toMatch(/[.]$/);
  });

  it('never throws, however narrow the measure', () => {
    for (const text of [
      `https://a.b/${'x'.repeat(300)}`,
      '9'.repeat(200),
      '（'.repeat(40),
      '。'.repeat(40),
      '—'.repeat(9),
    ])
      for (let measure = 1; measure < 8; measure++)
        expect(
          set(text, measure, { indent: 2 })
            .map((line) => line.text)
            .join(''),
        ).toBe(text);
  });
});
