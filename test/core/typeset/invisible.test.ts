/** Variation selectors, zero-width characters and the soft hyphen: in the text, and nowhere on the page (UAX 14). */
import { describe, expect, it } from 'vitest';
import { setHeadline } from '../../../core/typeset/headline-break.ts';
import { drawnRuns, type SetLine } from '../../../core/typeset/set-line.ts';
import { setText, spread } from '../../../core/typeset/set-text.ts';
import { typesetParagraph } from '../../../core/typeset/typeset-paragraph.ts';
import { fonts } from './fonts.ts';
import { FLUSH } from './set-lines.ts';

const set = (text: string, measure: number) => typesetParagraph(text, FLUSH, measure, fonts);
const drawn = (line: SetLine) =>
  drawnRuns(line)
    .map((run) => run.text)
    .join('');
const lines = (text: string, measure: number) => set(text, measure).lines.map(drawn);

describe('an invisible character', () => {
  it.each([
    ['an ideographic variation selector', '\u{e0100}'],
    ['the last of them', '\u{e01ef}'],
    ['a standardised variation selector', '\ufe00'],
    ['the emoji selector', '\ufe0f'],
    ['a zero-width space', '\u200b'],
    ['a zero-width non-joiner', '\u200c'],
    ['a zero-width joiner', '\u200d'],
    ['a word joiner', '\u2060'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['a direction mark', '\u200e'],
  ])('is not drawn, takes no room and is not missing: %s', (_, unseen) => {
    for (const text of [`葛${unseen}城`, `${unseen}葛城`, `葛城${unseen}`, `葛${unseen}${unseen}城`]) {
      const { lines: own, missing } = set(text, 20);
      expect(own.map(drawn)).toEqual(['葛城']);
      expect(own[0]!.width).toBe(20);
      expect(missing).toEqual([]);
    }
  });

  it('stays in the text: runs begin where their characters stand, and tile it', () => {
    const [line] = set('诸葛\u{e0100}亮', 20).lines;
    expect(line).toMatchObject({ from: 0, to: 5 });
    expect(line!.runs.map(({ text, from }) => [text, from])).toEqual([
      ['诸葛', 0],
      ['\u{e0100}', 2],
      ['亮', 4],
    ]);
    expect(drawnRuns(line!).map(({ text, from }) => [text, from])).toEqual([
      ['诸葛', 0],
      ['亮', 4],
    ]);
  });

  it('gives no lines to draw where there is nothing else', () => {
    expect(lines('\u200b\ufeff', 10)).toEqual(['']);
    expect(lines('\u200b \ufe0f', 10).join('').trim()).toBe('');
  });

  it('does not part a mark from its neighbour: both close up as if it were not there', () => {
    expect(set('他说：\u200b“好”', 20).lines[0]!.width).toBe(set('他说：“好”', 20).lines[0]!.width);
    expect(set('第2\ufeff0届ABC', 20).lines[0]!.width).toBe(set('第20届ABC', 20).lines[0]!.width);
  });

  it('does not let a stop open a line', () => {
    expect(lines('河堤公园\u{e0100}，柳树', 4).every((line) => !line.startsWith('，'))).toBe(true);
  });

  it('stands beside 〓 where no face has its base', () => {
    const { lines: own, missing } = set('\u{10fffd}\ufe0f城', 20);
    expect(own.map(drawn)).toEqual(['〓城']);
    expect(missing).toEqual([0x10fffd]);
  });
});

describe('where a line may end', () => {
  it('a zero-width space lets a word end one', () => {
    expect(lines('河堤Donau\u200bdampfschiff', 6)).toEqual(['河堤Donau', 'dampfschiff']);
  });
  it('a soft hyphen does not', () => {
    expect(lines('河堤公Donau\u00addampf', 7)).toEqual(['河堤公', 'Donaudampf']);
  });
  it('a zero-width space does not split a number from its digits or sign (GB/T 15835)', () => {
    expect(lines('河堤公12345\u200b678\u200b%', 6)).toEqual(['河堤公', '12345678%']);
  });
  it.each(['\u2060', '\ufeff'])('a word joiner keeps two Han together', (joiner) => {
    expect(lines(`河堤公${joiner}园柳树新绿`, 3)[0]).toBe('河堤');
    expect(lines('河堤公园柳树新绿', 3)[0]).toBe('河堤公');
  });
});

describe('display text', () => {
  const style = { face: 'serif-900', size: 20 } as const;
  it('is spread over its width without a double gap where it has an invisible character', () => {
    const xs = (text: string) => spread(setText(text, style, fonts), 200).runs.flatMap((run) => run.xs);
    expect(xs('葛\u{e0100}城报')).toEqual(xs('葛城报'));
  });
  it('knows the edge of a mark that an invisible character follows', () => {
    const heads = (text: string) =>
      setHeadline(text, style, 120, 3, fonts, [2]).lines.map((line) => drawn(line));
    expect(heads('河堤，\u200b柳树新绿正当时')).toEqual(heads('河堤，柳树新绿正当时'));
  });
});
