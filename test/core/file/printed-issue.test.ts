/** An issue that was printed is drawn as it was printed; what a newer engine would change is said line by line. */
import { describe, expect, it } from 'vitest';
import { roundedDisplayList } from '../../../core/display/display-json.ts';
import type { DisplayItem, DisplayList, GlyphRun } from '../../../core/display/display-list.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { compareDisplay } from '../../../core/file/compare-display.ts';
import {
  type IssueFile,
  issueFileOf,
  printOfVersion,
  withPrint,
  withVersion,
} from '../../../core/file/issue-file.ts';
import { printedState } from '../../../core/file/printed-issue.ts';
import { plainLine, replaceRange } from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { frame, issue, page, story } from '../makeup/issue-builder.ts';
import { fonts } from '../typeset/fonts.ts';
import { hashOf } from './whole-file.ts';

const paper: Issue = issue([story('s1', '河堤公园补种柳树', [160, 90]), story('s2', '小公交进小巷', [120])], {
  pages: [
    page([
      frame('f1', 's1', { column: 0, span: 3, line: 16, lines: 20 }),
      frame('f2', 's2', { column: 3, span: 3, line: 16, lines: 20 }),
    ]),
    page([], '综合'),
  ],
});
const drawn = layOutIssue(paper, fonts).displayList;
const titles = (id: string) => paper.stories.find((one) => one.id === id)!.headline;

/** The list with the items of its first page changed. */
const changed = (change: (item: DisplayItem, index: number) => DisplayItem | null): DisplayList => {
  let index = 0;
  const [first, ...rest] = drawn.pages;
  const parts = first!.parts.map((part) => part.flatMap((item) => change(item, index++) ?? []));
  return { ...drawn, pages: [{ ...first!, parts, items: parts.flat() }, ...rest] };
};
const isBody = (item: DisplayItem, of: string): item is GlyphRun =>
  item.kind === 'glyphs' && item.source?.story === of && item.source.part === 'body';
const sentences = (now: DisplayList) => compareDisplay(drawn, now, titles).map(({ sentence }) => sentence);

describe('the print that needs a version', () => {
  const at = { at: '2020-03-14T17:30:05+08:00', by: '张三' };
  it('is the one of that moment and person, and only of the version that was kept with it', () => {
    const prints = [
      { number: 1, ...at, by: '李四' },
      { number: 2, ...at },
    ];
    expect(printOfVersion(prints, { name: '付印', ...at })).toBe(2);
    expect(printOfVersion(prints, { name: '初版', ...at })).toBeNull();
    expect(printOfVersion(prints, { name: '付印', ...at, at: '2020-03-14T17:30:06+08:00' })).toBeNull();
  });
});

describe('comparing a print with the present layout', () => {
  it('finds nothing in the same layout, rounded or not', () => {
    expect(compareDisplay(drawn, drawn, titles)).toEqual([]);
    expect(compareDisplay(roundedDisplayList(drawn), drawn, titles)).toEqual([]);
    expect(compareDisplay(drawn, layOutIssue(paper, fonts).displayList, titles)).toEqual([]);
  });

  it('says which lines moved, by page and story, and finds a thousandth of a point', () => {
    let left = 2;
    const moved = changed((item) =>
      isBody(item, 's1') && item.source!.paragraph === 1 && left-- > 0
        ? { ...item, y: item.y + 0.001 }
        : item,
    );
    expect(compareDisplay(drawn, moved, titles)).toMatchObject([
      { kind: 'moved', page: 1, story: 's1', lines: 2, sentence: '第1版《河堤公园补种柳树》有2行移了位置。' },
    ]);
  });

  it('tells spacing, look and characters apart', () => {
    const once = (change: (item: GlyphRun) => DisplayItem) => {
      let done = false;
      return changed((item) => {
        if (done || !isBody(item, 's2')) return item;
        done = true;
        return change(item);
      });
    };
    const spaced = once((item) => ({ ...item, xs: item.xs.map((x, i) => x + i * 0.01) }));
    expect(sentences(spaced)).toEqual(['第1版《小公交进小巷》有1行字距不同。']);
    expect(sentences(once((item) => ({ ...item, face: 'kai' })))).toEqual([
      '第1版《小公交进小巷》有1行的字体、字号或颜色不同。',
    ]);
    expect(sentences(once((item) => ({ ...item, text: `〓${item.text.slice(1)}` })))).toEqual([
      '第1版《小公交进小巷》有1行的字不同。',
    ]);
  });

  it('says which lines break elsewhere when the text is set otherwise', () => {
    const at = { story: 's2', part: 'body', paragraph: 0, offset: 30 } as const;
    const longer = replaceRange(paper, at, at, [plainLine('新来的')]).issue;
    const found = compareDisplay(drawn, layOutIssue(longer, fonts).displayList, titles);
    expect(found.every(({ story: of }) => of === 's2')).toBe(true);
    expect(found.find(({ kind }) => kind === 'broken')!.sentence).toMatch(
      /^第1版《小公交进小巷》有\d+行断行不同。$/,
    );
  });

  it('says that lines went to another page', () => {
    const [one, two] = paper.pages;
    const elsewhere = {
      ...paper,
      pages: [
        { ...one!, frames: [one!.frames[0]!] },
        { ...two!, frames: [one!.frames[1]!] },
      ],
    };
    const found = sentences(layOutIssue(elsewhere, fonts).displayList);
    expect(found).toContainEqual(expect.stringMatching(/^第1版《小公交进小巷》有\d+行到了第2版。$/));
  });

  it('speaks of head, folio, rules and pages where no story is concerned', () => {
    const without = changed((item) => (item.role === 'nameplate' ? null : item));
    expect(sentences(without)).toEqual(['第1版的报头与付印时不同。']);
    const ruled = changed((item) =>
      item.kind === 'rect' ? { ...item, rect: { ...item.rect, x: 1 } } : item,
    );
    expect(sentences(ruled)).toEqual(['第1版的线条和底纹与付印时不同。']);
    expect(sentences({ ...drawn, pages: drawn.pages.slice(0, 1) })).toContain('付印时有2个版，现在有1个版。');
  });
});

describe('an issue file that is opened again', () => {
  const printed = (of: IssueFile, hash: string, engine = '1'): IssueFile =>
    withPrint(of, {
      at: '2026-11-20T17:30:00+08:00',
      by: '方亦然',
      engine,
      issueHash: hash,
      displayList: drawn,
      faces: [],
      pdf: null,
    });
  const fresh = issueFileOf(paper, new Map());

  it('is drawn from its print as long as it is the issue that was printed', () => {
    expect(printedState(fresh, hashOf(paper), '1')).toEqual({ kind: 'never-printed' });
    const once = printed(fresh, hashOf(paper));
    expect(printedState(once, hashOf(paper), '1')).toMatchObject({ kind: 'as-printed', sameEngine: true });
    expect(printedState(once, 'f'.repeat(64), '2')).toMatchObject({
      kind: 'edited-since',
      sameEngine: false,
    });
    const twice = printed(once, 'f'.repeat(64));
    expect(printedState(twice, hashOf(paper), '2')).toMatchObject({
      kind: 'as-printed',
      print: { number: 1 },
    });
  });

  it('knows the printed issue by the version kept with it, where a field that came later changed its hash', () => {
    const mark = { at: '2026-11-20T17:30:00+08:00', by: '方亦然', engine: '1' };
    const kept = withVersion(fresh, { ...mark, name: '付印', note: '' });
    const print = { ...mark, issueHash: 'a'.repeat(64), displayList: drawn, faces: [], pdf: null };
    const file = withPrint(kept, print);
    expect(printedState(file, hashOf(paper), '2').kind).toBe('as-printed');
    expect(printedState(withPrint(kept, { ...print, by: '林知秋' }), hashOf(paper), '2').kind).toBe(
      'edited-since',
    );
    const edited = { ...file, issue: { ...paper, masthead: { ...paper.masthead, number: 99 } } };
    expect(printedState(edited, hashOf(edited.issue), '2').kind).toBe('edited-since');
  });
});
