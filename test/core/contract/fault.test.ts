import { describe, expect, it } from 'vitest';
import { CHANNELS, contractBy } from '../../../core/contract/channels.ts';
import { answerOf, Fault, failureOf, faultOf, isFaultOf, UNEXPECTED } from '../../../core/contract/fault.ts';
import { ARGUMENTS, type Contract, dispatch } from '../../../core/contract/ipc.ts';
import { phraseOf } from '../../../core/fault.ts';
import { IssueFileError } from '../../../core/file/issue-file-error.ts';
import { ManuscriptError } from '../../../core/manuscript/manuscript-error.ts';

describe('a fault', () => {
  it('comes out of a message with the code, the sentence and the place that it went in with', () => {
    const fault = new ManuscriptError('要闻.txt', '没有文字。', 3);
    const there = faultOf(JSON.parse(JSON.stringify(failureOf(fault))));
    expect(there).toBeInstanceOf(Fault);
    expect(there).toMatchObject({
      code: 'manuscript',
      message: '要闻.txt 第3行：没有文字。',
      place: { file: '要闻.txt', line: 3 },
    });
  });

  it('is known by its code and not by its class or its words', () => {
    const fault = new IssueFileError('打不开。', { code: 'file-not-opened' });
    expect(isFaultOf(fault, 'file-not-opened')).toBe(true);
    expect(isFaultOf(fault, 'issue-file')).toBe(false);
    expect(isFaultOf(new Error('打不开。'), 'file-not-opened')).toBe(false);
  });

  it('is nothing that a user reads where it is an error that nobody foresaw', () => {
    for (const error of [new TypeError('x is undefined'), new Error('打不开 /归档'), '断了', null])
      expect(failureOf(error)).toEqual({ code: 'unexpected', message: UNEXPECTED });
  });

  it('of an issue file says what is wrong with and without what to do', () => {
    const advised = new IssueFileError('清单读不出来', { advice: '请改用备份' });
    expect([advised.message, advised.what]).toEqual(['清单读不出来，请改用备份。', '清单读不出来']);
    const plain = new IssueFileError('清单读不出来，没有打开。');
    expect([plain.message, plain.what]).toEqual(['清单读不出来，没有打开。', '清单读不出来，没有打开']);
  });

  it('can stand within another sentence', () => {
    expect(phraseOf('磁盘已满。')).toBe('磁盘已满');
    expect(phraseOf('磁盘已满')).toBe('磁盘已满');
  });
});

describe('the channels', () => {
  it('are those that have a validator', () => {
    expect([...CHANNELS].sort()).toEqual(Object.keys(ARGUMENTS).sort());
  });

  it('send their name and their arguments, and reject with the fault that they are answered with', async () => {
    const sent: unknown[] = [];
    const contract = contractBy(async (channel, args) => {
      sent.push([channel, args]);
      return { failure: { code: 'out-of-step', message: '再试。' } };
    });
    await expect(contract['archive.peek']({ file: 'a.zuban' })).rejects.toMatchObject({
      code: 'out-of-step',
    });
    expect(sent).toEqual([['archive.peek', [{ file: 'a.zuban' }]]]);
    expect(answerOf({ value: null })).toBeNull();
  });

  it('give a handler its arguments once they are read, and refuse others by a code', async () => {
    const asked: unknown[] = [];
    const handlers = contractBy(async (channel, args) => {
      asked.push([channel, args]);
      return { value: null as never };
    }) as Contract;
    await dispatch(handlers, 'archive.peek', [{ file: 'a.zuban' }]);
    await expect(dispatch(handlers, 'archive.peek', [{ file: 5 }])).rejects.toMatchObject({
      code: 'invalid-request',
    });
    expect(asked).toEqual([['archive.peek', [{ file: 'a.zuban' }]]]);
  });
});
