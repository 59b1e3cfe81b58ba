import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../electron/archive/excerpt.ts';
import { foldText, indexTokens, parseQuery } from '../../../electron/archive/han-bigrams.ts';

describe('the tokens of a text', () => {
  it('are Han in overlapping pairs with the last character alone, and words and numbers whole', () => {
    expect(indexTokens('湖畔新馆')).toBe('湖畔 畔新 新馆 馆');
    expect(indexTokens('第9期，CCTV报道')).toBe('第 9 期 cctv 报道 道');
  });

  it('are the same for full and half width, capitals and small letters', () => {
    expect(indexTokens('ＣＣＴＶ２０２０')).toBe(indexTokens('cctv2020'));
  });

  it('are the same for capitals of any alphabet, for ○ and 〇, with and without the points of a name', () => {
    expect(indexTokens('ВВП CAFÉ Ω')).toBe(indexTokens('ввп café ω'));
    expect(indexTokens('二○二○年')).toBe(indexTokens('二〇二〇年'));
    expect(indexTokens('阿依古丽·买买提')).toBe(indexTokens('阿依古丽买买提'));
    expect(indexTokens('·买买提·')).toBe(indexTokens('买买提'));
  });

  it('keep characters beyond the BMP whole', () => {
    expect(indexTokens('王𬭎昌')).toBe('王𬭎 𬭎昌 昌');
  });
});

describe('a query', () => {
  it('asks for a word as a phrase, for a single character as a beginning', () => {
    expect(parseQuery('湖畔新馆')?.matches).toEqual(['"湖畔 畔新 新馆"']);
    expect(parseQuery('湖')?.matches).toEqual(['"湖" *']);
  });

  it('takes the full-width blank of a spread name for nothing, and of words for a space', () => {
    expect(parseQuery('张　伟')?.matches).toEqual(parseQuery('张伟')?.matches);
    expect(parseQuery('湖畔　新馆')?.matches).toEqual(['"湖畔"', '"新馆"']);
    expect(indexTokens('记者张　伟报道')).toBe(indexTokens('记者张伟报道'));
    expect(excerptOf('到会的有张　伟。', parseQuery('张伟')!.phrases).matches).toEqual([{ from: 4, to: 7 }]);
  });

  it('asks for several words together, and for what stands in quotes of any kind as one', () => {
    expect(parseQuery('湖畔 新馆')?.matches).toEqual(['"湖畔"', '"新馆"']);
    expect(parseQuery('“湖畔 新馆”')?.matches).toEqual(['"湖畔 畔 新馆"']);
  });

  it('is none where there is nothing but marks, and cannot break out of its quotes', () => {
    expect(parseQuery('，。 !')).toBeNull();
    expect(parseQuery('a" OR b*')?.matches).toEqual(['"a"', '" OR b*'].map(() => expect.any(String)));
    expect(parseQuery('NEAR( - ^ :')?.matches).toEqual(['"near"']);
  });
});

describe('an excerpt', () => {
  const phrases = parseQuery('新馆')!.phrases;

  it('shows the matches in their context with offsets into itself', () => {
    const text = `${'前'.repeat(60)}湖畔新馆开门，${'后'.repeat(200)}`;
    const { text: shown, matches } = excerptOf(text, phrases);
    expect(matches.map(({ from, to }) => shown.slice(from, to))).toEqual(['新馆']);
    expect(shown).toMatch(/^….*…$/);
  });

  it('shows the passage with most matches', () => {
    const { text, matches } = excerptOf(`新馆${'一'.repeat(200)}新馆新馆和新馆`, phrases);
    expect(matches).toHaveLength(2);
    expect(text).toContain('新馆新馆和新馆');
  });

  it('does not take a number for part of a longer one', () => {
    expect(excerptOf('137人、13人', parseQuery('13')!.phrases).matches).toEqual([{ from: 5, to: 7 }]);
  });

  it('finds Han that stand under the codes of radicals, and keeps every offset', () => {
    expect(foldText('\u2f08\u2ea0\uf9dc')).toBe('人民隆');
    expect(foldText('\u{2f800}')).toHaveLength(2);
    expect(indexTokens('\u2f08\u2ea0')).toBe(indexTokens('人民'));
  });
});
