import { describe, expect, it } from 'vitest';
import { momentName, otherFiles, versionEntries } from '../../../renderer/versions/version-entries.ts';

const mark = (number: number, at: string) => ({ number, at, by: '张三', engine: '2' });
const version = (number: number, name: string, at: string) => ({ ...mark(number, at), name, note: '' });
const print = (number: number, at: string) => ({ ...mark(number, at), hasPages: true, hasPdf: true });
const archived = (file: string) => ({ file, date: null, number: null, totalNumber: null });

describe('the list of versions and printings', () => {
  it('has the newest first, by the moment and not by the hour that a clock showed', () => {
    const entries = versionEntries({
      versions: [
        version(1, '初版', '2020-03-14T09:00:00+08:00'),
        version(2, '一校后', '2020-03-14T03:00:00+00:00'),
        version(3, '付印', '2020-03-14T17:30:00+08:00'),
      ],
      prints: [print(1, '2020-03-14T17:30:00+08:00')],
    });
    expect(entries.map((e) => (e.kind === 'print' ? `p${e.print.number}` : e.version.name))).toEqual([
      'p1',
      '付印',
      '一校后',
      '初版',
    ]);
  });

  it('says a moment as the clock of the room showed it', () => {
    expect(momentName('2020-03-04T07:05:09+08:00')).toBe('2020年3月4日 07:05');
  });
});

describe('files to compare with', () => {
  it('are those of the same issue first, and never the open one', () => {
    const files = [
      '2020/甲.zuban',
      '2020/甲（李四的版本）.zuban',
      '2020/甲（李四的版本2）.zuban',
      '2020/乙.zuban',
    ];
    expect(otherFiles(files.map(archived), '2020/甲.zuban')).toEqual([
      '2020/甲（李四的版本）.zuban',
      '2020/甲（李四的版本2）.zuban',
      '2020/乙.zuban',
    ]);
    expect(otherFiles(files.map(archived), '2020/甲（李四的版本）.zuban')[0]).toBe('2020/甲.zuban');
  });
});
