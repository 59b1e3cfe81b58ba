import { afterAll, describe, expect, it } from 'vitest';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import type { Story } from '../../../core/issue/issue.ts';
import { makeUpIssue } from '../../../core/makeup/newspaper/make-up-issue.ts';
import { type FaceChoices, withFaces } from '../../../core/publication/faces.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { loadFontSet } from '../../../electron/fonts/font-files.ts';
import { BoxFolder } from '../../electron/fonts/box-folder.ts';
import { issue, story } from '../makeup/issue-builder.ts';

const folder = new BoxFolder();
afterAll(() => folder.remove());
const own = folder.fonts.named('Box Cff').id;
const fonts = loadFontSet(undefined, folder.fonts);

const layOut = (stories: readonly Story[], faces: FaceChoices, set = fonts) => {
  const start = issue(stories, { publication: withFaces(SHANGJIE_SHIBAO, faces) });
  const { problems, displayList } = layOutIssue(makeUpIssue(start, newTypesetting(set)), set);
  const headline = displayList.pages[0]!.items.flatMap((item) =>
    item.kind === 'glyphs' && item.role === 'headline' ? [[item.face, item.text] as const] : [],
  );
  return {
    headline,
    told: problems.filter(({ kind }) => kind === 'missing-font' || kind === 'substituted-glyph'),
  };
};

describe("a headline in an editor's own face", () => {
  it('is set in it, character by character, and what it lacks in a built-in face, with a word about it', () => {
    const { headline, told } = layOut([story('s1', '甲乙河堤', [200])], { headline: own });
    expect(headline).toEqual([
      [own, '甲乙'],
      ['serif-900', '河堤'],
    ]);
    expect(told).toEqual([
      {
        kind: 'substituted-glyph',
        severity: 'warning',
        message: '第1版的“河堤”，字体“BoxCff-Regular”里没有，改用“大标宋”。',
        page: 1,
      },
    ]);
  });

  it('is set in a built-in face where the machine lacks it, and the pages still come out', () => {
    const { headline, told } = layOut(
      [story('s1', '　甲乙河堤', [200])],
      { headline: own, nameplate: own },
      loadFontSet(),
    );
    expect(new Set(headline.map(([face]) => face))).toEqual(new Set(['serif-900']));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ kind: 'missing-font', severity: 'error' });
    expect(told[0]!.message).toContain('报头、主题用的字体“BoxCff-Regular”本机没有，暂以“大标宋”代替');
  });

  it('calls for no word where it has every character', () => {
    expect(layOut([story('s1', '甲乙', [200])], { headline: own }).told).toEqual([]);
  });
});

describe('a rare character', () => {
  it('that another built-in face sets is noted, quotes that a rule sets elsewhere are not', () => {
    const { told } = layOut([story('s1', '“张𬭎说——”', [100])], {});
    expect(told.map(({ severity, message }) => [severity, message])).toEqual([
      ['note', '第1版的“𬭎”，字体“大标宋”里没有，改用“楷体”。'],
    ]);
  });
});
