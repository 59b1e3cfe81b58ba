import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withHeadlineBreaks } from '../../../core/manuscript/headline-breaks.ts';
import { readManuscripts } from '../../../core/manuscript/read-manuscripts.ts';
import { PUBLICATIONS } from '../../../core/publication/profiles/profiles.ts';
import { segmentWords } from '../../../electron/import/word-segmenter.ts';
import { samplePaths } from '../../../electron/session/sample.ts';

describe('segmentWords', () => {
  it('gives words that joined are the text again', () => {
    const text = '区图书馆 新馆“明日”𬭎开门——2020年\u3000Wi-Fi';
    expect(segmentWords(text).join('')).toBe(text);
  });
});

describe('the breaks proposed for the sample', () => {
  const [path] = samplePaths(process.cwd());
  const { issue } = readManuscripts([{ name: '样张.md', text: readFileSync(path!, 'utf8') }], PUBLICATIONS);
  const shown = withHeadlineBreaks(issue, segmentWords).stories.map(({ headline, breaks }) =>
    [...headline].map((c, i) => (breaks.headline.includes(i) ? `|${c}` : c)).join(''),
  );

  it('stand in the headlines that have two words', () => {
    expect(shown.filter((headline) => headline.includes('|')).length).toBeGreaterThan(8);
  });

  it('split no word of them, whatever the dictionary of the machine', () => {
    const words = [
      '图书馆',
      '小区',
      '电梯',
      '冬小麦',

      '“小公交”',
      '背街小巷',
      '供暖',
      '五十年',
      '简报',
    ];
    const unbroken = shown.join('\n');
    for (const word of words) expect(unbroken).toContain(word);
  });
});
