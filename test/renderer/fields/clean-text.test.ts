import { describe, expect, it } from 'vitest';
import { isCleanText } from '../../../core/issue/edit.ts';
import { cleanText } from '../../../renderer/fields/clean-text.ts';

describe('text of a field', () => {
  it('has line breaks as the issue has them, and none in a field of one line', () => {
    expect(cleanText('甲\r\n乙\r丙\u2028丁', 'lines')).toBe('甲\n乙\n丙\n丁');
    expect(cleanText('甲\r\n乙', 'one-line')).toBe('甲乙');
  });

  it('has no control characters and no half characters', () => {
    const text = cleanText('甲\u0000\u0007𬭎\ud83d乙\udc00', 'lines');
    expect(text).toBe('甲𬭎乙');
    expect(isCleanText(text)).toBe(true);
  });
});
