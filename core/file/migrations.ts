/**
 * The versions of issue.json. A file says its version; each migration takes the one before to the next, so any old
 * issue opens in any later program. Pure.
 *
 * | version | what it brought |
 * |---|---|
 * | 1 | the first |
 * | 2 | 导入提示 kept with the issue; 上标 and 下标 among the marks |
 *
 * A change of the Issue type that old files do not satisfy needs a new version here, with the migration that makes
 * them satisfy it, and an old file among the tests.
 */
import { IssueFileError } from './issue-file-error.ts';

export const ISSUE_FILE_VERSION = 2;

/** What issue.json holds. */
export interface IssueDocument {
  readonly format: 'zuban-issue';
  readonly version: number;
  readonly issue: unknown;
}

const withImportNotes = (issue: unknown): unknown =>
  typeof issue === 'object' && issue !== null ? { ...issue, importNotes: [] } : issue;

/** `MIGRATIONS[n]` takes the issue of version n + 1 to version n + 2. */
const MIGRATIONS: readonly ((issue: unknown) => unknown)[] = [withImportNotes];

export const issueDocument = (issue: unknown): IssueDocument => ({
  format: 'zuban-issue',
  version: ISSUE_FILE_VERSION,
  issue,
});

/** The issue as version `ISSUE_FILE_VERSION` has it, not yet checked. Throws IssueFileError. */
export const migrate = (json: unknown): unknown => {
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== 'zuban-issue')
    throw new IssueFileError('内容不是组版的期文件', { advice: '请确认打开的文件没有选错' });
  const { version } = json as { readonly version?: unknown };
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new IssueFileError('期文件没有写明格式版本，可能已损坏', { advice: '请改用备份' });
  if (version > ISSUE_FILE_VERSION) throw futureVersion(version);
  if (!('issue' in json))
    throw new IssueFileError('期文件里没有期的内容，可能已损坏', { advice: '请改用备份' });
  return MIGRATIONS.slice(version - 1).reduce((issue, step) => step(issue), json.issue);
};

export const futureVersion = (version: number): IssueFileError =>
  new IssueFileError(
    `期文件是较新版本的组版保存的（格式第${version}版，本程序只认到第${ISSUE_FILE_VERSION}版）`,
    { advice: '请升级程序后再打开' },
  );
