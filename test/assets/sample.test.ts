import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lunarDate, weekday } from '../../core/calendar/lunar-date.ts';

const text = readFileSync(new URL('../../assets/sample/上街时报-样张.md', import.meta.url), 'utf8');
const lines = text.split('\n').filter((line) => line !== '');
const han = (part: string): number => part.match(/\p{Script=Han}/gu)?.length ?? 0;
const stories = text.split(/^## /m).slice(1);

describe('the sample manuscript', () => {
  it('has eight stories, briefs and refers in some five thousand characters', () => {
    expect(stories).toHaveLength(9);
    expect(stories.at(-1)).toMatch(/^要闻简报/);
    expect(lines.filter((line) => line.startsWith('●'))).toHaveLength(4);
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(5);
    expect(lines.at(-1)).toBe('（详见二版）');
    expect(han(text)).toBeGreaterThan(4_500);
    expect(han(text)).toBeLessThan(5_500);
  });

  it('has the weekday and the Chinese date of its date', () => {
    expect(lines).toContain('2026年11月');
    expect(lines).toContain(weekday('2026-11-20'));
    expect(lines).toContain(lunarDate('2026-11-20'));
  });

  it('has quotation marks and brackets in pairs, and no half-width punctuation in Chinese text', () => {
    for (const line of lines) {
      for (const [open, close] of ['“”', '‘’', '（）', '《》'])
        expect([line, line.split(open!).length]).toEqual([line, line.split(close!).length]);
      expect(line).not.toMatch(/\p{Script=Han}[,;:?!]|\.\p{Script=Han}/u);
    }
  });
});
