import { describe, expect, it } from 'vitest';
import { hitsIn } from '../../../renderer/story/find-store.ts';
import { issue, story } from '../../core/makeup/issue-builder.ts';

describe('the hits that are kept for the last question', () => {
  const asked = { query: 'Abc', matchCase: false, ignoreWidth: true };
  const before = issue([story('s', 'Abc abc Ａbc', [])]);

  it.each([
    ['another query', before, { ...asked, query: 'bc A' }],
    ['the case that counts', before, { ...asked, matchCase: true }],
    ['the width that counts', before, { ...asked, ignoreWidth: false }],
    ['another issue', issue([story('s', 'Abc', [])]), asked],
  ])('are not given for %s', (_, of, question) => {
    const first = hitsIn(before, asked);
    expect(hitsIn(before, { ...asked })).toBe(first);
    const wanted = hitsIn(structuredClone(of), question);
    hitsIn(before, asked);
    const found = hitsIn(of, question);
    expect(found).not.toEqual(first);
    expect(found).toEqual(wanted);
  });
});
