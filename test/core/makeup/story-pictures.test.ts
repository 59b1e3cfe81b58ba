/** A story's pictures, however many: automatic make-up places them, or each is named. */
import { describe, expect, it } from 'vitest';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import * as edits from '../../../core/issue/edits.ts';
import type { Issue, PictureInfo } from '../../../core/issue/issue.ts';
import { makeUpIssue } from '../../../core/makeup/newspaper/make-up-issue.ts';
import type { FormatId } from '../../../core/publication/publication.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { fonts } from '../typeset/fonts.ts';
import { frame, issue, page, story } from './issue-builder.ts';

const infos = (count: number, width = 1600, height = 1067): readonly PictureInfo[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `sha256-${n}.jpg`,
    mime: 'image/jpeg',
    width,
    height,
    name: `${n}.jpg`,
  }));

const withPictures = (
  count: number,
  lengths: readonly number[],
  format: FormatId,
  portrait = false,
): Issue => {
  const pictures = portrait ? infos(count, 1067, 1600) : infos(count);
  const own = pictures.map(({ id }, n) => ({ picture: id, caption: `图${n + 1}。`, credit: '' }));
  const stories = [
    story('s1', '街心花园昨日开放', lengths, { pictures: own }),
    story('s2', '河堤公园补种柳树', [300, 200]),
    story('s3', '新路灯下月亮起', [200]),
  ];
  return makeUpIssue(issue(stories, { pictures }, format), newTypesetting(fonts));
};

const shownIn = (of: Issue): number[] =>
  layOutIssue(of, fonts)
    .layouts.flatMap(({ parts }) => parts.flat())
    .flatMap((item) => (item.kind === 'picture' ? [item.source!.paragraph] : []))
    .sort((a, b) => a - b);
const problemsOf = (of: Issue) => layOutIssue(of, fonts).problems;

describe('the pictures of a story', () => {
  it('take the whole width where one picture is all that the story has', () => {
    for (const format of ['四开', '八开'] as const)
      for (const caption of ['', '图为街心花园。'])
        for (const portrait of [false, true]) {
          const pictures = portrait ? infos(1, 1067, 1600) : infos(1);
          const own = pictures.map(({ id }) => ({ picture: id, caption, credit: '' }));
          const stories = [story('s1', '街心花园昨日开放', [300]), story('s2', '', [], { pictures: own })];
          const made = makeUpIssue(issue(stories, { pictures }, format), newTypesetting(fonts));
          const frame = made.pages.flatMap(({ frames }) => frames).find((one) => one.story === 's2')!;
          expect(frame.pictures[0]!.box).toMatchObject({ column: 0, span: frame.columns });
          const free = layOutIssue(made, fonts).pages.flatMap(({ frames }) =>
            frames.filter((one) => one.story === 's2').map((one) => one.free),
          );
          expect(free, format).toEqual([0]);
        }
  });

  it('are all placed by automatic make-up where a page has room for them, beside each other in their body', () => {
    for (const format of ['四开', '八开'] as const)
      for (const count of [2, 6])
        for (const lengths of [[30], [600, 500]])
          for (const portrait of [false, true]) {
            const made = withPictures(count, lengths, format, portrait);
            const name = `${format} ${count} ${lengths} ${portrait}`;
            const problems = problemsOf(made);
            const named = problems.filter(({ kind }) => kind === 'unplaced-picture').length;
            expect(shownIn(made).length + named, name).toBe(count);
            if (format !== '八开' && !portrait) expect(named, name).toBe(0);
            const errors = problems.filter(({ severity }) => severity === 'error');
            expect(errors, name).toEqual([]);
          }
  });

  it('are named where there are more than a page holds', () => {
    const made = withPictures(60, [30], '四开');
    const shown = shownIn(made).length;
    const named = problemsOf(made).filter(({ kind }) => kind === 'unplaced-picture');
    expect(shown).toBeGreaterThan(8);
    expect(shown + named.length).toBe(60);
  });

  it('are named where an editor took them out, and in a story that waits for its place not', () => {
    const own = [0, 1].map((n) => ({ picture: `sha256-${n}.jpg`, caption: '', credit: '' }));
    const waiting = issue([story('s1', '新柳', [300], { pictures: own })], {
      pages: [page([])],
      pictures: infos(2),
    });
    expect(problemsOf(waiting).map(({ kind }) => kind)).not.toContain('unplaced-picture');
    const box = { column: 0, span: 3, line: 20, lines: 30 };
    const placed = edits.placeFrame(waiting, 0, frame('f1', 's1', box)).issue;
    expect(problemsOf(placed).filter(({ kind }) => kind === 'unplaced-picture')).toMatchObject([
      {
        message: '第1版《新柳》的第1张图片没有排入版位：请在“属性”的“配图”里放入，不用的请从稿件里删去。',
        page: 1,
      },
      { story: 's1', severity: 'warning' },
    ]);
  });
});
