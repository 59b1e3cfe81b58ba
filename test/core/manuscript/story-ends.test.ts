import { describe, expect, it } from 'vitest';
import { readText } from './manuscript-builders.ts';
import { CUT, WHOLE } from './ordinary-manuscripts.ts';

/** What is said of a text that seems to stop: that a story is not finished, that a paragraph breaks off. */
const alarms = (text: string): readonly string[] =>
  readText(text)
    .report.problems.filter(({ kind }) => kind === 'unfinished-story')
    .map(({ message }) => message);

describe('“没有写完”', () => {
  it.each(Object.entries(WHOLE))('is not said of copy that ends with %s', (_, text) => {
    expect(alarms(text)).toEqual([]);
  });

  it.each(Object.entries(CUT))('is said of copy that stops %s', (_, text) => {
    expect(alarms(text)).toHaveLength(1);
  });
});
