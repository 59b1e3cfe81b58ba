/** The report on whole issues as they are made up: what must never be found on them. */
import { describe, expect, it } from 'vitest';
import { compositionReport } from '../../../core/check/composition-report.ts';
import type { FindingKind } from '../../../core/check/finding.ts';
import { haveSeeds, sampleTrial, seedTrial, type Trial } from '../../parity/trials.ts';
import { fonts } from '../typeset/fonts.ts';

const NEVER: readonly FindingKind[] = [
  'forbidden-start',
  'forbidden-end',
  'split-number',
  'marks-apart',
  'gap-missing',
  'lone-character',
  'off-grid',
  'unaligned',
  'lone-headline-character',
  'stranded-headline',
];

const expectSound = ({ issue, layout }: Trial) => {
  const { findings, totals } = compositionReport(issue, layout.layouts, fonts);
  expect(findings.filter(({ kind }) => NEVER.includes(kind))).toEqual([]);
  /* Every line that the frames report is one that the report has read. */
  const set = layout.pages.flatMap(({ frames }) => frames).reduce((sum, { lines }) => sum + lines, 0);
  expect(totals.lines).toBe(set);
};

describe('the sample', () => {
  it('has none of the faults that the rules forbid outright', async () => expectSound(await sampleTrial()));
});

describe.skipIf(!haveSeeds)('the newspapers among the seeds', () => {
  for (const name of ['shangjie-shibao-2020-03-15.txt', 'shangjie-shibao-2020-11.txt'] as const)
    for (const format of ['对开', '四开'] as const)
      it(`${name} in ${format} has none of the faults that the rules forbid outright`, async () =>
        expectSound(await seedTrial(name, format)));
});
