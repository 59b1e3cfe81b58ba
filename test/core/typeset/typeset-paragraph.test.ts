import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CharClass, classOf, forbiddenAtEnd, forbiddenAtStart } from '../../../core/typeset/char-class.ts';
import type { SetLine } from '../../../core/typeset/set-line.ts';
import type { SetStyle } from '../../../core/typeset/set-style.ts';
import { typesetParagraph } from '../../../core/typeset/typeset-paragraph.ts';
import { fonts } from './fonts.ts';

const STYLE: SetStyle = {
  face: 'serif-400',
  boldFace: 'sans-700',
  size: 10,
  indent: 2,
  hanLatinGap: 0.25,
  kinsoku: 'basic',
  fullSpace: 1,
};
const FLUSH: SetStyle = { ...STYLE, indent: 0 };

const set = (text: string, measure: number, style: SetStyle = FLUSH) =>
  typesetParagraph(text, style, measure, fonts).lines;
const texts = (lines: readonly SetLine[], text: string) =>
  lines.map((line) => text.slice(line.from, line.to));
/** Left edges of a line's characters, em. */
const positions = (line: SetLine) =>
  line.runs.flatMap((run) => run.xs.map((x) => Math.round((x / 10) * 1000) / 1000));

describe('lines of a paragraph', () => {
  it('stand on the em grid where nothing but Han fills them', () => {
    const text = '春天来了河水解冻两岸的柳树先绿起来孩子们跑到堤上放风筝';
    const lines = set(text, 9);
    expect(texts(lines, text)).toEqual(['春天来了河水解冻两', '岸的柳树先绿起来孩', '子们跑到堤上放风筝']);
    expect(positions(lines[0]!)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('open with two em of indent and end flush left', () => {
    const lines = set('春天来了河水解冻两岸的柳树', 9, STYLE);
    expect(positions(lines[0]!)[0]).toBe(2);
    expect(positions(lines[1]!)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('never open with a closing mark nor close with an opening one (CLREQ, 避头尾)', () => {
    const text = '他说：“今年的庄稼长得好。”大家都笑了，说（明年）会更好，“一定会的”。';
    for (const line of texts(set(text, 8), text)) {
      const first = classOf(line.codePointAt(0)!);
      const last = line.codePointAt(line.length - 1)!;
      expect(forbiddenAtStart(first, 'basic'), line).toBe(false);
      expect(forbiddenAtEnd(classOf(last), last, 'basic'), line).toBe(false);
    }
  });

  it('set a mark at the line end half an em wide (GB/T 15834 5.1.10)', () => {
    const [line] = set('春天来了河水解冻，两岸柳绿', 8.5);
    expect(line!.width).toBeCloseTo(85, 6);
    expect(positions(line!)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('take two adjacent marks as one and a half em', () => {
    const [line] = set('说“好”，走', 9);
    /* 说, then “ with its left half blank, 好, ”, ， half an em on, 走 after the comma's blank. */
    expect(positions(line!)).toEqual([0, 1, 2, 3, 3.5, 4.5]);
  });

  it('put a quarter em between Han and Latin or digits, none beside marks', () => {
    const advance = fonts.advance('serif-400', 0x33);
    const [line] = set('共33个（33）', 20);
    const xs = positions(line!);
    expect(xs[1]).toBeCloseTo(1.25, 3);
    expect(xs[3]).toBeCloseTo(1.25 + 2 * advance + 0.25, 2);
    /* After 个 the bracket keeps its blank; its digits follow without a gap. */
    expect(xs[5]! - xs[4]!).toBeCloseTo(1, 3);
  });

  it('never split a number, its percent sign, a word, —— or ……', () => {
    const text = '增长了1,234.5%而且还在增长——这是从来没有过的事……他说NEWSLETTER是英文';
    for (let measure = 6; measure < 16; measure++) {
      const joined = texts(set(text, measure), text).join('|');
      for (const whole of ['1,234.5%', '——', '……']) expect(joined, `${measure}`).toContain(whole);
      if (measure > 8) expect(joined).toContain('NEWSLETTER');
    }
  });

  it('may end a line after the hyphen of a range, with both numbers whole', () => {
    const text = '全市收听收看2020-2021年秋冬季大气污染';
    expect(texts(set(text, 10), text)[0]).toBe('全市收听收看2020-');
  });

  it('set ？！ in one em and three such marks in two', () => {
    expect(positions(set('啊？！好', 9)[0]!)).toEqual([0, 1, 1.5, 2]);
    expect(positions(set('啊！！！好', 9)[0]!)).toEqual([0, 1, 1.5, 2, 3]);
  });

  it('join a dash of two characters into one stroke and leave a single one alone', () => {
    const [line] = set('春天——夏天—秋天', 20);
    expect(line!.runs.map((run) => [run.kind, run.text])).toEqual([
      ['glyphs', '春天'],
      ['dash', '——'],
      ['glyphs', '夏天—秋天'],
    ]);
  });

  it('avoid a last line of one character (孤字) where another filling is possible', () => {
    const text = '今天，明天，后天，大后天，都要把这件事办好';
    const lines = texts(set(text, 10), text);
    expect([...lines[lines.length - 1]!].length).toBeGreaterThan(1);
  });

  it('break a word that no line holds, and say so', () => {
    const text = '网址https://www.example.com/very/long/path/that/never/ends见此';
    const lines = set(text, 6);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(60.01);
    expect(texts(lines, text).join('')).toBe(text);
  });

  it('show 〓 for a character that no face has', () => {
    const result = typesetParagraph('甲\u{10FFFD}乙', FLUSH, 10, fonts);
    expect(result.missing).toEqual([0x10fffd]);
    expect(result.lines[0]!.runs.map((run) => run.text).join('')).toBe('甲〓乙');
  });
});

describe('properties over random text', () => {
  const piece = fc.constantFrom(
    ...'的一是了我不人在他有这上们来到时大地为子中你说生国年',
    ...'，。、；：？！“”‘’（）《》·',
    '——',
    '……',
    '2020',
    '3.5%',
    'Zuban',
    ' ',
    '　',
    '℃',
    '￥30',
    '—',
    '～',
    'ａ',
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 120 }).map((parts) => parts.join(''));

  it('every source character is set exactly once and in order', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 30 }), (source, measure) => {
        const lines = set(source, measure, STYLE);
        expect(lines.flatMap((line) => line.runs.map((run) => run.text)).join('')).toBe(source);
        let at = 0;
        for (const line of lines) {
          expect(line.from).toBe(at);
          at = line.to;
        }
        expect(at).toBe(source.length);
      }),
      { numRuns: 300 },
    );
  });

  it('no line exceeds its measure by more than 0.01 pt, no forbidden break unless the line says so', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 30 }), (source, measure) => {
        const lines = set(source, measure, STYLE);
        lines.forEach((line, i) => {
          if (line.fill.forced) return;
          expect(line.indent + line.width).toBeLessThanOrEqual(measure * 10 + 0.01);
          if (i === 0) return;
          if (lines[i - 1]!.fill.forced) return;
          /* A single — is a connector; —— may open a line at this level. */
          const first = classOf(source.codePointAt(line.from)!);
          if (first !== CharClass.Connector && first !== CharClass.Suffix)
            expect(forbiddenAtStart(first, 'basic'), source).toBe(false);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('positions never go backwards by more than the blank half of a mark that was compressed', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 30 }), (source, measure) => {
        for (const line of set(source, measure, STYLE)) {
          const xs = line.runs.flatMap((run) => run.xs);
          for (let i = 1; i < xs.length; i++) expect(xs[i]! - xs[i - 1]!).toBeGreaterThan(-1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
