/** A whole issue file for tests: two versions and a print, with pictures that each of them names. */
import { createHash } from 'node:crypto';
import { roundedDisplayList } from '../../../core/display/display-json.ts';
import type { DisplayList } from '../../../core/display/display-list.ts';
import { type IssueFile, issueFileOf, withPrint, withVersion } from '../../../core/file/issue-file.ts';
import { stateJson } from '../../../core/file/state-json.ts';
import { removeStoryPicture, setHeadline } from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { list, page, picture, rect } from '../../electron/pdf/display-builders.ts';
import { smallIssue } from '../issue/small-issue.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const digest = (part: Uint8Array): string => createHash('sha256').update(part).digest('hex');
export const hashOf = (issue: Issue): string => digest(bytes(stateJson(issue)));

export const PHOTO = bytes('not really a photograph');
export const PHOTO_ID = `sha256-${digest(PHOTO)}.jpg`;
const LOGO = bytes('a picture that only the print draws');
export const LOGO_ID = `sha256-${digest(LOGO)}.png`;

export const illustrated: Issue = {
  ...smallIssue(),
  stories: smallIssue().stories.map((s) => ({
    ...s,
    pictures: s.pictures.map((p) => ({ ...p, picture: PHOTO_ID })),
  })),
  pictures: smallIssue().pictures.map((p) => ({ ...p, id: PHOTO_ID })),
};

const place = { x: 10, y: 10, width: 20, height: 5.5 };
export const printedPage: DisplayList = roundedDisplayList(list(page(rect(place), picture(LOGO_ID, place))));

const at = (hour: number) => `2026-11-20T${hour}:30:00+08:00`;

/** First version with the photograph; printed; then the photograph was taken out. */
export const wholeFile = (): IssueFile => {
  const pictures = new Map([
    [PHOTO_ID, PHOTO],
    [LOGO_ID, LOGO],
  ]);
  const first = withVersion(issueFileOf(illustrated, pictures), {
    name: '初版',
    note: '',
    at: at(10),
    by: '方亦然',
    engine: '2',
  });
  const corrected = { ...first, issue: setHeadline(illustrated, 's1', '湖畔新馆今天开门').issue };
  const second = withVersion(corrected, {
    name: '一校后',
    note: '标题加了“今天”\n待核',
    at: at(14),
    by: '林知秋',
    engine: '2',
  });
  const printed = withPrint(second, {
    at: at(17),
    by: '方亦然',
    engine: '2',
    issueHash: hashOf(second.issue),
    displayList: printedPage,
    faces: [
      {
        face: 'serif-400',
        name: 'NotoSerifSC-Regular',
        package: '@fontsource/noto-serif-sc',
        version: '5.3.0',
        sha256: null,
      },
      {
        face: 'user:Brush-0123456789abcdef',
        name: 'Brush',
        package: null,
        version: null,
        sha256: 'c'.repeat(64),
      },
    ],
    pdf: bytes('%PDF-1.7 not really'),
  });
  const bare = removeStoryPicture(printed.issue, 's1', 0).issue;
  return { ...printed, issue: { ...bare, pictures: [] } };
};
