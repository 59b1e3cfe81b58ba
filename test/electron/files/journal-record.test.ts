import { describe, expect, it } from 'vitest';
import { startIssue } from '../../../build/torture/work.ts';
import { type JournalRecord, readRecords, recordBytes } from '../../../electron/files/journal-record.ts';

const BEGIN: JournalRecord = {
  kind: 'begin',
  format: 1,
  work: 'w',
  turn: 1,
  file: null,
  fileName: '稿件.md',
  base: null,
  revision: 4,
  edits: 0,
  last: null,
  besidesFrom: null,
  issueVersion: 1,
  issue: startIssue(),
};
const edit = (revision: number): JournalRecord => ({
  kind: 'edit',
  revision,
  name: '修改标题',
  patches: [{ op: 'replace', path: ['stories', 0, 'headline'], value: `第${revision}稿` }],
});
const RECORDS = [BEGIN, edit(5), edit(6)];
const PARTS = RECORDS.map(recordBytes);
const WHOLE = Buffer.concat(PARTS);

describe('a journal', () => {
  it('gives back its records', () => {
    expect(readRecords(WHOLE)).toEqual(RECORDS);
  });

  it('is read to the last whole record wherever it is cut off', () => {
    const ends = PARTS.map((_, i) => Buffer.concat(PARTS.slice(0, i + 1)).length);
    for (let at = ends[0]! - 20; at <= WHOLE.length; at++) {
      const whole = ends.filter((end) => end <= at).length;
      expect(readRecords(WHOLE.subarray(0, at))).toHaveLength(whole);
    }
  });

  it('is read to before a record in which any bit has changed', () => {
    const from = PARTS[0]!.length;
    for (let at = from; at < from + PARTS[1]!.length; at++) {
      const flipped = Buffer.from(WHOLE);
      flipped[at]! ^= 1 << (at % 8);
      expect(readRecords(flipped)).toHaveLength(1);
    }
  });

  it('is nothing where it does not begin as one', () => {
    expect(readRecords(new Uint8Array(0))).toEqual([]);
    expect(readRecords(new Uint8Array(100).fill(255))).toEqual([]);
    expect(readRecords(Buffer.concat(PARTS.slice(1)))).toEqual([]);
    expect(readRecords(Buffer.concat([PARTS[0]!, PARTS[0]!]))).toHaveLength(1);
  });
});
