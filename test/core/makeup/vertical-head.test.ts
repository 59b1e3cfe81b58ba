/** Columns of a vertical headline end by the same sense as the lines of a horizontal one. */
import { describe, expect, it } from 'vitest';
import { setVerticalHead } from '../../../core/makeup/story/vertical-head.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import { fonts } from '../typeset/fonts.ts';
import { story } from './issue-builder.ts';

/** The columns of the headline in a strip of that many body lines, from right to left. */
const columns = (headline: string, lines: number, breaks: readonly number[] = [], width = 160): string[] => {
  const own = story('s1', headline, [], { breaks: { kicker: [], headline: breaks, deck: [] } });
  const strip = { x: 0, y: 0, width, height: lines * 11.25 };
  const head = setVerticalHead(
    own,
    SHANGJIE_SHIBAO.stylebook,
    { lead: false, span: 3, step: 0 },
    strip,
    'f1',
    fonts,
  );
  expect(head.overflows).toBe(false);
  const found: { at: number; text: string }[] = [];
  for (const item of head.items) {
    if (item.kind !== 'glyphs' && item.kind !== 'dash') continue;
    const turned = item.kind === 'glyphs' && item.turned;
    const at = turned ? item.y : Math.min(...item.xs) + item.size / 2;
    const last = found.at(-1);
    if (last && Math.abs(last.at - at) < item.size) last.text += item.text;
    else found.push({ at, text: item.text });
  }
  return found.map(({ text }) => text);
};

describe('a vertical headline', () => {
  it.each([14, 16, 18, 20, 24])('does not tear a quotation: %i lines', (lines) => {
    for (const text of ['全县谋划“十四五”发展新蓝图', '把“十四五”规划编好编实', '河堤“新柳树”成行'])
      expect(columns(text, lines).join('|'), text).not.toMatch(/﹃[^﹄]*\|/u);
  });

  it.each([10, 12, 14, 16, 18, 20])('does not tear a number from what it counts: %i lines', (lines) => {
    for (const text of ['庙会将于12月28日开幕迎客', '河堤公园补种300棵柳树', '全县第3届风筝节今日开幕'])
      expect(columns(text, lines).join('|'), text).not.toMatch(/\d\||第\|\d/u);
  });

  it('takes one column where one holds it', () => {
    expect(columns('河堤公园', 30)).toEqual(['河堤公园']);
  });

  it('leaves no character alone', () => {
    for (let lines = 8; lines < 30; lines++)
      for (const column of columns('河堤公园补种柳树', lines)) expect([...column].length).toBeGreaterThan(1);
  });

  it('ends its columns at the stored breaks', () => {
    expect(columns('青年志愿者走进敬老院', 18, [2, 5, 7])).toEqual(['青年志愿者', '走进敬老院']);
  });

  it('overflows, and is set all the same, where it is of any length', () => {
    const own = story('s1', '河堤公园'.repeat(5000), []);
    const head = setVerticalHead(
      own,
      SHANGJIE_SHIBAO.stylebook,
      { lead: false, span: 3, step: 0 },
      { x: 0, y: 0, width: 90, height: 300 },
      'f1',
      fonts,
    );
    expect(head.overflows).toBe(true);
    expect(head.items).toHaveLength(20_000);
  });
});
