import { describe, expect, it } from 'vitest';
import { issueFileName } from '../../../core/file/archive-name.ts';
import { fileNameFault, proposedFileName } from '../../../renderer/dialogs/issue-file-name.ts';

describe('the name of an issue’s file', () => {
  it('is proposed as the host would make it', () => {
    const facts = { date: '2020-03-15', number: 9, totalNumber: 636 };
    expect(proposedFileName(facts)).toBe('2020/2020-03-15 第9期 总第636期.zuban');
    for (const known of [
      facts,
      { ...facts, totalNumber: null },
      { date: null, number: null, totalNumber: null },
    ])
      expect(proposedFileName(known)).toBe(issueFileName(known));
  });

  it('may not be empty, taken, a whole path, or what Windows does not allow', () => {
    expect(fileNameFault('2020/第9期', [])).toBeNull();
    expect(fileNameFault(' ', [])).toMatch(/请写/);
    expect(fileNameFault('第9期：上', [])).toBeNull();
    expect(fileNameFault('第9期:上', [])).toMatch(/“:”/);
    expect(fileNameFault('/tmp/第9期', [])).toMatch(/完整路径/);
    expect(fileNameFault('../第9期', [])).toMatch(/“\.\.”/);
    expect(fileNameFault('CON', [])).toMatch(/设备名/);
    expect(fileNameFault('.第9期', [])).toMatch(/点或空格/);
    expect(fileNameFault('第'.repeat(300), [])).toMatch(/过长/);
    expect(fileNameFault('2020/A.zuban', ['2020/a.zuban'])).toMatch(/已有/);
    expect(fileNameFault('2020/a', ['2020/a.zuban'])).toMatch(/已有/);
  });
});
