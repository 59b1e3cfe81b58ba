import { describe, expect, it } from 'vitest';
import { hitContext } from '../../../renderer/story/hit-context.ts';

describe('the context of a hit', () => {
  it('is the text around it, cut to a few characters', () => {
    const text = `${'前'.repeat(20)}词${'后'.repeat(40)}`;
    expect(hitContext(text, 20, 21)).toEqual({
      before: `…${'前'.repeat(10)}`,
      hit: '词',
      after: `${'后'.repeat(24)}…`,
    });
  });

  it('does not run over a line of a headline', () => {
    expect(hitContext('上行\n中词行\n下行', 4, 5)).toEqual({ before: '中', hit: '词', after: '行' });
  });

  it('never cuts a character in two', () => {
    const text = `${'𬭎'.repeat(12)}词`;
    expect([...hitContext(text, 24, 25).before]).toEqual(['…', ...Array(10).fill('𬭎')]);
  });
});
