import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sixteenCopies } from '../../../build/bench/bench-text.ts';
import { distinctIssues } from '../../../build/bench/distinct-issue.ts';
import { goalOf, goalRatioOf } from '../../../build/bench/goals.ts';
import { exactly, spreadOf } from '../../../build/bench/spread.ts';
import { rowsOf, summary } from '../../../build/bench/table.ts';
import { placesIn, Typist } from '../../../build/bench/typist.ts';
import { samplePaths } from '../../../electron/session/sample.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

const issue = smallIssue();

describe('a spread', () => {
  it('has the median and the quartiles of its samples, in whatever order they came', () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, p25: 2, p75: 4, samples: 5 });
  });

  it('takes the middle between two samples', () => {
    expect(spreadOf([1, 2]).median).toBe(1.5);
  });
});

describe('a goal', () => {
  it('is the table’s where the text is as long as the table’s', () => {
    expect(goalOf('text-to-pdf', 'seeds', 17_761)).toBe(250);
    expect(goalOf('text-to-pdf', 'sixteen', 16 * 17_761)).toBe(900);
  });

  it('is scaled by characters, but for an edit', () => {
    expect(goalOf('fresh', 'seeds', 17_761 / 2)).toBe(4.5);
    expect(goalOf('edit-last', 'seeds', 17_761 / 2)).toBe(0.2);
  });

  it('is a third of Chromium’s time for an edit', () => {
    expect(goalRatioOf('edit-first', 'seeds')).toBeCloseTo(1 / 3);
  });
});

describe('a table', () => {
  it('counts what is met and missed by time and by share of the reference', () => {
    const text = { id: 'seeds', name: '', paths: [], format: null, characters: 17_761 } as const;
    const chromium = { fresh: exactly(10), edit: exactly(1) };
    const rows = rowsOf(
      text,
      { fresh: exactly(8), 'edit-last': exactly(0.5), 'make-up': exactly(1) },
      { ...chromium, inTurn: chromium },
    );
    expect(summary(rows)).toBe('goals: 1 met, 1 missed\ngoals as shares of Chromium’s time: 1 met, 1 missed');
  });
});

describe('what is measured', () => {
  let work: string;
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'zuban-bench-'));
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  it('has no long line twice in sixteen copies of a text', () => {
    const sample = samplePaths('.');
    const lines = sixteenCopies(sample, work).flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.length > 40 && !line.startsWith('![')),
    );
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('is laid afresh with no paragraph as it was in the round before', () => {
    const next = distinctIssues(issue);
    const [a, b] = [next(), next()];
    const texts = (of: typeof a) => of.stories.flatMap((s) => s.paragraphs.map((p) => p.text));
    expect(texts(a).length).toBe(texts(issue).length);
    expect(texts(a).some((text, i) => text === texts(b)[i])).toBe(false);
  });

  it('is the same text again after each second edit', () => {
    const typist = new Typist(issue, placesIn(issue).middle, '的');
    expect(typist.edit()).not.toEqual(issue);
    expect(typist.edit()).toEqual(issue);
  });
});
