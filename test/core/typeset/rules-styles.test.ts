import { describe, expect, it } from 'vitest';
import { typesetParagraph } from '../../../core/typeset/typeset-paragraph.ts';
import { fonts } from './fonts.ts';
import { broken, each, FLUSH, filled, natural, set } from './set-lines.ts';

describe('字距 (a style; set by copyfitting)', () => {
  /** Change of each distance against the line without tracking. */
  const tracked = (text: string, tracking: number) => {
    const [before, after] = [natural(text), natural(text, { tracking })];
    return after.xs
      .slice(1)
      .map((x, i) => Math.round((x - after.xs[i]! - (before.xs[i + 1]! - before.xs[i]!)) * 1e4) / 1e4);
  };

  it.each([0.02, -0.02])('of %s em stands between Han, and between Han and marks or words', (by) => {
    expect(tracked('天地人', by)).toEqual([by, by]);
    expect(tracked('天，地', by)).toEqual([by, by]);
    expect(tracked('天（地', by)).toEqual([by, by]);
    expect(tracked('天a地', by)).toEqual([by, by]);
  });

  it('opens no word, number, pair nor two adjacent marks', () => {
    for (const text of ['Zuban', '1,234%', '——', '……', '？！', '”，', '，“', '《“', '１２'])
      expect(
        tracked(text, 0.02).every((by) => by === 0),
        text,
      ).toBe(true);
  });

  it('is not at the line end: the last character meets the measure', () => {
    for (const line of set('天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往', 8, { tracking: 0.02 }).slice(0, -1))
      expect(line.right).toBeCloseTo(8, 6);
  });

  it('counts as looseness where a line is filled', () => {
    expect(filled('天地人和', 0.15, { tracking: 0.02 }).fill.looseness).toBeCloseTo(0.07, 6);
  });
});

describe('ragged lines (refers, notices, bylines)', () => {
  const text = '河堤公园补种柳树Spring新路灯下月亮起来Festival开幕';

  it('keep their natural width', () => {
    for (const line of set(text, 9, { ragged: true })) {
      expect(line.right).toBeCloseTo(natural(line.text).right, 6);
      expect(line.fill).toMatchObject({ looseness: 0, forced: false });
    }
  });

  it('end at spaces only where the style says so: no name is split', () => {
    const names = '（记者　方亦然　苗新雨　欧阳晓晴　摄影　司徒远）';
    expect(
      broken(names, 9, { ragged: true, breakAtSpacesOnly: true, fullSpace: 0.5 }).map((line) => line.trim()),
    ).toEqual(['（记者　方亦然　', '苗新雨　欧阳晓晴　', '摄影　司徒远）'].map((line) => line.trim()));
  });

  it('have spaces of half an em between names where the style says so', () => {
    expect(natural('甲　乙', { fullSpace: 0.5 }).xs[2]).toBe(1.5);
  });
});

describe('the last line of a paragraph', () => {
  it('is flush left at its natural width', () => {
    const lines = set('天地玄黄宇宙洪荒日月盈昃', 8);
    expect(lines[1]!.xs).toEqual([0, 1, 2, 3]);
  });

  it('is never one character where the paragraph can be set closer (孤字, docs/typesetting.md §4)', () => {
    /* 8 + 8 + 1 by the em; two commas can give up their blanks. */
    const text = '天地，玄黄宇，宙洪荒日月盈昃辰宿列';
    const lines = set(text, 8);
    expect(lines.map((line) => [...line.text].length)).not.toContain(1);
    expect(lines.map((line) => line.text).join('')).toBe(text);
    expect(lines.some((line) => line.fill.compression > 0)).toBe(true);
  });

  it('is never one character where the paragraph can be set wider', () => {
    const lines = set('天地玄黄宇宙洪荒日月盈昃辰宿列张寒', 8);
    expect([...lines.at(-1)!.text].length).toBeGreaterThan(1);
    for (const line of lines) expect(line.fill).toMatchObject({ forced: false });
  });

  it('is never one character with a dash or an ellipsis, nor these alone', () => {
    for (const marks of ['……', '……”', '——'])
      for (let length = 26; length < 66; length++) {
        const text = `${'天地玄黄宇宙洪荒，日月盈昃、辰宿列张，'.repeat(4).slice(0, length)}寒${marks}`;
        const last = set(text, 13, { indent: 2 }).at(-1)!.text;
        expect([`寒${marks}`, marks], text).not.toContain(last);
      }
  });

  it('is never one character with its mark either', () => {
    for (let length = 26; length < 66; length++) {
      const text = `${'天地玄黄宇宙洪荒，日月盈昃、辰宿列张，'.repeat(4).slice(0, length)}寒。`;
      for (const measure of [11, 13]) {
        const lines = set(text, measure, { indent: 2 });
        if (lines.length > 1) expect(lines.at(-1)!.text, `${measure} ${text}`).not.toBe('寒。');
      }
    }
  });
});

describe('whole-paragraph breaking (docs/typesetting.md §3)', () => {
  it('sets an earlier line a little looser rather than a later one far looser', () => {
    /* Line by line the second line would be left with five characters before the word. */
    const text = '天地玄黄宇，宙洪荒日月盈Spring昃辰宿列张寒来暑往秋收冬藏';
    const most = Math.max(...set(text, 8).map((line) => line.fill.looseness));
    expect(most).toBeLessThan(0.25);
  });

  it('leaves lines of nothing but Han on the em grid', () => {
    for (const line of set('天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏', 8))
      expect(line.xs).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('bold within a paragraph', () => {
  it('is set in the bold face, every character once', () => {
    const text = '●河堤补种柳树，三百棵成活。';
    const marks = [{ from: 1, to: 7, kind: 'bold' as const }];
    const { lines } = typesetParagraph(text, FLUSH, 20, fonts, marks);
    expect(lines[0]!.runs.map((run) => [run.face, run.text])).toEqual([
      ['serif-400', '●'],
      ['sans-700', '河堤补种柳树'],
      ['serif-400', '，三百棵成活。'],
    ]);
  });

  it('changes no line break: Han are as wide in either face', () => {
    const text = '河堤补种柳树，三百棵成活，管理处说明年再补。';
    const bold = [{ from: 3, to: 12, kind: 'bold' as const }];
    expect(set(text, 8, {}, bold).map((line) => line.text)).toEqual(broken(text, 8));
  });
});

describe('what is filled, is filled to the measure', () => {
  it('and no further than the limits of each step allow', () => {
    expect(filled('天，地。人', -0.5).changes).toEqual(each('，地', -0.5));
  });
});
