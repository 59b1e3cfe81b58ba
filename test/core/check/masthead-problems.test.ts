import { describe, expect, it } from 'vitest';
import type { NumberedIssue } from '../../../core/calendar/issue-number.ts';
import { mastheadProblems, proposedMasthead } from '../../../core/check/masthead-problems.ts';
import {
  setMasthead,
  setNameplatePicture,
  setPermit,
  setPublicationMasthead,
} from '../../../core/issue/edits.ts';
import type { Issue, MastheadFacts } from '../../../core/issue/issue.ts';
import { issue, page } from '../makeup/issue-builder.ts';

const past = (date: string, number: number, totalNumber: number): NumberedIssue => ({
  date,
  number,
  totalNumber,
});
const ARCHIVE = [
  past('2019-12-29', 51, 627),
  past('2020-01-05', 1, 628),
  past('2020-03-01', 7, 634),
  past('2020-03-08', 8, 635),
  past('2020-03-22', 10, 637),
];
const OPEN = ARCHIVE.slice(0, 4);

const paper = (facts: Partial<MastheadFacts> = {}): Issue =>
  setMasthead(issue([], { pages: [page([])] }), {
    date: '2020-03-15',
    number: 9,
    totalNumber: 636,
    ...facts,
  }).issue;
const messages = (one: Issue, archive: readonly NumberedIssue[] = ARCHIVE) =>
  mastheadProblems(one, archive).map(({ message }) => message);

describe('the printed head', () => {
  it('has no problem where it continues the archive, fills a gap of it, or is in it', () => {
    expect(messages(paper())).toEqual([]);
    expect(messages(paper(), OPEN)).toEqual([]);
    expect(messages(paper(), [])).toEqual([]);
    expect(messages(paper(), [...OPEN, past('2020-03-15', 9, 636)])).toEqual([]);
  });

  it('misses every fact that is printed as a blank or not at all', () => {
    const bare = setPermit(setPublicationMasthead(paper(), 'notice', '').issue, ['']).issue;
    const found = mastheadProblems(
      setMasthead(bare, { date: null, number: null, totalNumber: null }).issue,
      ARCHIVE,
    );
    expect(found.map(({ kind, severity }) => [kind, severity])).toEqual([
      ...Array(3).fill(['missing-masthead-fact', 'error']),
      ...Array(2).fill(['missing-masthead-fact', 'warning']),
    ]);
    expect(found.every(({ page, message }) => page === 1 && /^[^。]+。$/.test(message))).toBe(true);
  });

  it('breaks the year’s constant, and hears what it should be', () => {
    expect(messages(paper({ totalNumber: 646 }), OPEN)[0]).toBe(
      '第9期（总第646期）与归档不合：2020年总期号比期号多 627，第9期应是总第636期，请核对期号和总期号。',
    );
  });

  it('begins a year after the last total of the year before', () => {
    const next = (number: number, totalNumber: number) =>
      messages(paper({ date: '2021-01-03', number, totalNumber }), ARCHIVE);
    expect(next(1, 638)).toEqual([]);
    expect(next(2, 638)[0]).toContain('照此2021年第1期是总第637期，而2020年已经出到总第637期');
    expect(next(1, 640)).toEqual([
      '总第640期前面缺 2 期：归档里的上一期是2020年3月22日第10期（总第637期），请核对总期号，或补齐归档。',
    ]);
  });

  it('takes no number, total or date that another issue has', () => {
    const all = messages(paper({ date: '2020-03-22', number: 8, totalNumber: 627 }));
    expect(all.slice(0, 3)).toEqual([
      '2020年第8期已经用过：归档里有2020年3月8日第8期（总第635期），请改期号。',
      '总第627期已经用过：归档里有2019年12月29日第51期（总第627期），请改总期号。',
      '2020年3月22日已经出过一期：归档里有2020年3月22日第10期（总第637期），请核对日期。',
    ]);
    expect(messages(paper({ date: '2021-03-15', number: 8, totalNumber: 645 }), OPEN)).toEqual([
      '总第645期前面缺 9 期：归档里的上一期是2020年3月8日第8期（总第635期），请核对总期号，或补齐归档。',
    ]);
  });

  it('has a date between those of its neighbours by total', () => {
    expect(messages(paper({ date: '2020-03-05' }), OPEN)).toEqual([
      '2020年3月5日早于总期号在前的2020年3月8日第8期（总第635期），请核对日期和总期号。',
    ]);
    expect(messages(paper({ date: '2020-03-29' }))).toEqual([
      '2020年3月29日晚于总期号在后的2020年3月22日第10期（总第637期），请核对日期和总期号。',
    ]);
  });

  it('is checked as far as it is known', () => {
    expect(messages(paper({ number: null, totalNumber: 635 }))).toEqual([
      '报头没有期号，版面上空着：请填本年第几期。',
      '总第635期已经用过：归档里有2020年3月8日第8期（总第635期），请改总期号。',
    ]);
  });

  it('misses the picture that the issue has not, and finds a coarse one', () => {
    const picture = { id: 'sha256-0.png', mime: 'image/png', name: 'head.png' } as const;
    const pictured = (width: number): Issue =>
      setNameplatePicture({ ...paper(), pictures: [{ ...picture, width, height: width / 4 }] }, picture.id)
        .issue;
    const found = (one: Issue) => mastheadProblems(one, []).map(({ kind }) => kind);
    expect(found(pictured(4000))).toEqual([]);
    expect(found(pictured(400))).toEqual(['low-resolution']);
    expect(found({ ...pictured(4000), pictures: [] })).toEqual(['missing-picture']);
  });
});

describe('proposedMasthead', () => {
  it('continues the archive on that date, and proposes nothing that it cannot know', () => {
    expect(proposedMasthead(OPEN, '2020-03-15')).toEqual({ date: '2020-03-15', number: 9, totalNumber: 636 });
    expect(proposedMasthead(ARCHIVE, '2021-01-03')).toEqual({
      date: '2021-01-03',
      number: 1,
      totalNumber: 638,
    });
    expect(proposedMasthead([], '2020-03-15')).toEqual({
      date: '2020-03-15',
      number: null,
      totalNumber: null,
    });
    expect(messages(paper(proposedMasthead(OPEN, '2020-04-05')), OPEN)).toEqual([]);
  });
});
