/** What the archive shows of an issue is the page that its reader gets. */
import { decode } from 'fast-png';
import { afterAll, describe, expect, it } from 'vitest';
import { type IssueFile, issueFileOf, withPrint } from '../../../core/file/issue-file.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { drawThumbnail } from '../../../electron/archive/draw-thumbnail.ts';
import { stateHash } from '../../../electron/base/state-hash.ts';
import { packIssueFile } from '../../../electron/files/issue-container.ts';
import { list, page, rect } from '../pdf/display-builders.ts';
import { ArchivePlace, pastIssue, told } from './past-issues.ts';

const place = new ArchivePlace();
afterAll(() => place.remove());

const issue = pastIssue('2020-03-15', 9, 636, [told('s1', '湖畔新馆开门', '新馆今天迎来首批读者。')]);
const edited: Issue = { ...issue, masthead: { ...issue.masthead, number: 10 } };
/** Nothing but black, so that one pixel tells it from any page of text. */
const BLACK_PAGE = list(page(rect({ x: 0, y: 0, width: 1000, height: 1500 })));

const printed = (of: Issue): IssueFile =>
  withPrint(issueFileOf(of, new Map()), {
    at: '2020-03-14T20:00:00+08:00',
    by: '某某',
    engine: '1',
    issueHash: stateHash(of),
    displayList: BLACK_PAGE,
    faces: [],
    pdf: null,
  });

const drawn = async (file: IssueFile): Promise<Uint8Array> =>
  (await drawThumbnail(place.put('期.zuban', packIssueFile(file))))!;
const isBlack = (png: Uint8Array): boolean => {
  const { data, width, channels } = decode(png);
  return data[(width * 20 + 20) * channels]! < 50;
};

describe('the front page of a past issue, small', () => {
  it('is the page that was printed, as long as the issue is that one', async () => {
    expect(isBlack(await drawn(printed(issue)))).toBe(true);
    expect(isBlack(await drawn(issueFileOf(issue, new Map())))).toBe(false);
  });

  it('is set anew where the issue was edited since', async () => {
    const anew = await drawn({ ...printed(issue), issue: edited });
    expect(anew).toEqual(await drawn(issueFileOf(edited, new Map())));
  });
});
