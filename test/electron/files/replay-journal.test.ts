import { expect, it } from 'vitest';
import { startIssue } from '../../../build/torture/work.ts';
import { ISSUE_FILE_VERSION } from '../../../core/file/migrations.ts';
import type { IssuePatch } from '../../../core/issue/edit.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import type { JournalRecord } from '../../../electron/files/journal-record.ts';
import { asClaimed, replay } from '../../../electron/files/replay-journal.ts';

const picture = (digit: string) => ({
  id: `sha256-${digit.repeat(64)}.jpg`,
  mime: 'image/jpeg',
  width: 1,
  height: 1,
  name: '图',
});
const edit = (revision: number, patch: IssuePatch): JournalRecord => ({
  kind: 'edit',
  revision,
  name: null,
  patches: [patch],
});

it('reads a journal that claims something of its pictures to the end, without the claim', () => {
  const issue = { ...startIssue(), pictures: [{ ...picture('0'), whole: true }] };
  const begin: JournalRecord = {
    ...{ kind: 'begin', format: 1, work: 'w', turn: 1, file: null, fileName: '稿件.md', base: null },
    ...{ revision: 0, edits: 0, last: null, besidesFrom: null, issueVersion: ISSUE_FILE_VERSION, issue },
  };
  const replayed = replay(
    [
      begin,
      edit(1, { op: 'add', path: ['pictures', 1], value: { ...picture('1'), whole: true } }),
      edit(2, { op: 'replace', path: ['stories', 0, 'headline'], value: '后改的题' }),
    ],
    () => false,
  );
  if ('fault' in replayed) throw new Error(replayed.fault);
  expect({ cut: replayed.cut, edits: replayed.edits }).toEqual({ cut: null, edits: 2 });
  expect(replayed.issue.pictures).toEqual([picture('0'), picture('1')]);
  expect(replayed.issue.stories[0]!.headline).toBe('后改的题');
});

it('knows the state of a file by the hash that a program with that claim gave it, and by no other', () => {
  const file = { ...startIssue(), pictures: [picture('0'), picture('1')] } as Issue;
  const pictures = [{ ...picture('0'), whole: true }, picture('1')];
  const begin: JournalRecord = {
    ...{ kind: 'begin', format: 1, work: 'w', turn: 1, file: null, fileName: '稿件.md', base: null },
    ...{ revision: 0, edits: 0, last: null, besidesFrom: null, issueVersion: ISSUE_FILE_VERSION },
    issue: { ...file, pictures },
  };
  expect(asClaimed(file, [begin])).toEqual({ ...file, pictures });
  expect(asClaimed(file, [{ ...begin, issue: file }])).toBeNull();
});
