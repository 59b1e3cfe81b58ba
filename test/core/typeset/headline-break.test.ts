import { describe, expect, it } from 'vitest';
import { joinHeadline, setHeadline } from '../../../core/typeset/headline-break.ts';
import { fonts } from './fonts.ts';

const STYLE = { face: 'serif-900', size: 20 };

/** Sets a headline whose stored breaks are shown as `|`, `em` wide; its lines as text, and its size in steps of 5%. */
const set = (shown: string, em: number, most = 2) => {
  const text = shown.replaceAll('|', '');
  const parts = shown.split('|');
  const breaks = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('').length);
  const { lines, size, overflows, crowded } = setHeadline(text, STYLE, em * STYLE.size, most, fonts, breaks);
  return {
    lines: lines.map((line) => text.slice(line.from, line.to).trim()),
    smaller: Math.round((1 - size / STYLE.size) / 0.05),
    overflows,
    crowded,
  };
};

describe('a headline with stored breaks', () => {
  it.each([
    ['我区|召开|高品质|城市建设|工作推进会', 9, ['我区召开高品质', '城市建设工作推进会']],
    ['区长周志远|实地察看|我区|城市道路|管理工作', 12, ['区长周志远实地察看', '我区城市道路管理工作']],
    ['第六届青少年|科技节|落幕', 9, ['第六届青少年', '科技节落幕']],
    ['三条“小公交”|开进|背街小巷', 9, ['三条“小公交”', '开进背街小巷']],
    ['柳树湾村：|一朵菊花|带富|三百户', 12, ['柳树湾村：', '一朵菊花带富三百户']],
    ['——32个单元|三年|谈成|一件事', 9, ['——32个单元', '三年谈成一件事']],
  ])('breaks %s over %d em by sense', (shown, em, lines) => {
    expect(set(shown, em)).toMatchObject({ lines, overflows: false });
  });

  it('is balanced: of the stored breaks it takes the most even', () => {
    expect(set('新馆|明日|开门|迎客|读者|排队', 8).lines).toEqual(['新馆明日开门', '迎客读者排队']);
  });

  it('takes the place at a space before a more even one', () => {
    expect(set('老馆|歇业 |新馆|明日|开门|迎客', 10).lines).toEqual(['老馆歇业', '新馆明日开门迎客']);
  });

  it('takes lines of 70 to 30 rather than split a word, at its full size', () => {
    expect(set('区政协|召开常委会会议', 9)).toEqual({
      lines: ['区政协', '召开常委会会议'],
      smaller: 0,
      overflows: false,
      crowded: false,
    });
  });

  it('is shrunk by a step rather than split a word', () => {
    expect(set('人大常委会|召开第三十次全体会议', 9.8)).toMatchObject({
      lines: ['人大常委会', '召开第三十次全体会议'],
      smaller: 1,
    });
  });

  it('takes a line more before it is shrunk far', () => {
    expect(set('青年志愿者|走进敬老院|为老人理发|包饺子', 8, 3)).toMatchObject({
      lines: ['青年志愿者', '走进敬老院', '为老人理发包饺子'],
      smaller: 0,
    });
    expect(set('全市春季植树|一万多株新苗', 6, 3).lines).toEqual(['全市春季植树', '一万多株新苗']);
  });

  it('splits a word as the last resort, but no number, no quotation, and leaves no character alone', () => {
    for (let em = 4; em <= 9; em += 0.5)
      for (const shown of [
        '市民|热议2020年的第121次常委会会议精神',
        '书记宣讲党的“三送一强”利民惠企政策|很好',
      ]) {
        const { lines } = set(shown, em, 6);
        expect(lines.join('')).toBe(shown.replaceAll('|', ''));
        for (const line of lines) {
          expect(line).not.toMatch(/^[年次”]|\d$/);
          expect(line.length).toBeGreaterThan(1);
        }
        if (em >= 4.5 && shown.includes('“')) expect(lines.join('\n')).toContain('“三送一强”');
      }
  });

  it('keeps the hard breaks of the editor, and offsets count from the whole text', () => {
    expect(set('老馆歇业\n新馆|明日|开门|迎客|读者|排队', 9, 3).lines).toEqual([
      '老馆歇业',
      '新馆明日开门',
      '迎客读者排队',
    ]);
    const text = '老馆歇业\n新馆开门';
    const { lines } = setHeadline(text, STYLE, 200, 2, fonts, []);
    expect(lines.map((line) => [line.from, line.to, line.runs[0]!.from])).toEqual([
      [0, 4, 0],
      [5, 9, 5],
    ]);
  });

  it('says where nothing holds it', () => {
    expect(set('区政协|召开常委会会议', 3, 2)).toMatchObject({ overflows: false, crowded: true });
    expect(set('编号1234567890', 3, 2).overflows).toBe(true);
  });
});

describe('a headline without stored breaks', () => {
  it('is broken evenly at marks, never before a particle', () => {
    expect(set('河堤公园补种三百棵柳树', 7).lines).toEqual(['河堤公园补种', '三百棵柳树']);
    expect(set('新桥通了，村里热闹起来', 7).lines).toEqual(['新桥通了，', '村里热闹起来']);
  });

  it('never leaves one character alone, not even with its mark', () => {
    expect(set('老汉修桥啦！', 4).lines).toEqual(['老汉修', '桥啦！']);
  });
});

describe('joinHeadline', () => {
  it('takes hard breaks out and leaves a stored one where they stood', () => {
    expect(joinHeadline('老馆歇业\n新馆开门', [2, 7])).toEqual({
      text: '老馆歇业新馆开门',
      breaks: [2, 4, 6],
    });
    expect(joinHeadline('老馆歇业', [2])).toEqual({ text: '老馆歇业', breaks: [2] });
    expect(joinHeadline('\n老馆\n', [])).toEqual({ text: '老馆', breaks: [] });
  });
});
