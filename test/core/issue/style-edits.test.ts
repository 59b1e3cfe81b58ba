import { describe, expect, it } from 'vitest';
import { brokenInvariant } from '../../../core/file/issue-invariants.ts';
import * as edits from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import { hao, parseSize, sizeName } from '../../../core/units.ts';
import { smallIssue } from './small-issue.ts';

const issue = smallIssue();
const paper: Issue = { ...issue, publication: SHANGJIE_SHIBAO, pages: [] };

/** The issue after an edit that must also come back. */
const done = (edit: edits.EditedIssue, from: Issue = issue): Issue => {
  expect(edits.applyPatches(edit.issue, edit.inverse)).toEqual(from);
  expect(edits.applyPatches(from, edit.patches)).toEqual(edit.issue);
  expect(brokenInvariant(edit.issue)).toBeNull();
  return edit.issue;
};

describe('the stylebook as a list', () => {
  const names = (of: Issue) => edits.styleEntries(of.publication.stylebook).map(({ name }) => name);

  it('names every style once, headlines by the widths that they serve', () => {
    expect(names(issue)).toEqual([
      ...['正文', '加粗', '小标题', '提要', '署名', '图注', '转版行', '简讯题', '导读题', '报眉', '版记'],
      ...['1栏以上引题', '1栏以上主题', '1栏以上副题'],
      ...['头条1栏以上引题', '头条1栏以上主题', '头条1栏以上副题'],
    ]);
    const heads = names(paper).filter((name) => name.endsWith('主题'));
    expect(heads).toEqual([
      ...['1栏主题', '2栏主题', '3栏主题', '4栏以上主题'],
      ...['头条1栏主题', '头条2栏主题', '头条3栏主题', '头条4–5栏主题', '头条6栏以上主题'],
    ]);
    expect(new Set(names(paper)).size).toBe(names(paper).length);
  });

  it('leads from each entry to its style', () => {
    const { stylebook } = SHANGJIE_SHIBAO;
    expect(edits.textStyleOf(stylebook, 'caption')).toBe(stylebook.caption);
    expect(edits.textStyleOf(stylebook, 'leadHeadlines.4.headline')).toBe(
      stylebook.leadHeadlines[4]!.headline,
    );
    for (const { entry } of edits.styleEntries(stylebook))
      expect(edits.textStyleOf(stylebook, entry).size).toBeGreaterThan(0);
    expect(() => edits.textStyleOf(stylebook, 'headlines.9.deck')).toThrow('no style headlines.9.deck');
  });
});

describe('setTextStyle', () => {
  it('changes face or size of one style and no other', () => {
    const after = done(edits.setTextStyle(paper, 'headlines.1.headline', { size: 24 }), paper);
    const book = after.publication.stylebook;
    expect(book.headlines[1]!.headline).toEqual({ face: 'serif-900', size: 24 });
    expect(book.headlines[0]).toEqual(SHANGJIE_SHIBAO.stylebook.headlines[0]);
    const faced = done(edits.setTextStyle(after, 'body', { face: 'kai' }), after);
    expect(faced.publication.stylebook.body).toEqual({ face: 'kai', size: 9 });
  });

  it('is no edit where nothing changes', () => {
    expect(edits.setTextStyle(issue, 'folio', { size: 9 }).patches).toEqual([]);
  });

  it('leaves the size of what fills a column to the grid of the format, and says so', () => {
    for (const entry of ['body', 'bold', 'subhead', 'standfirst'] as const) {
      expect(edits.isGridSized(entry)).toBe(true);
      expect(edits.sizeFault(issue, entry, 10.5)).toMatch(/网格定为小五（9 磅），不能单独改/);
      expect(() => edits.setTextStyle(issue, entry, { size: 10.5 })).toThrow(`size of ${entry}`);
    }
    expect(edits.sizeFault(issue, 'caption', 10.5)).toContain('图注');
    expect(edits.sizeFault(issue, 'caption', 8)).toBeNull();
    expect(edits.isGridSized('headlines.0.headline')).toBe(false);
  });

  it('refuses sizes that no type has', () => {
    for (const size of [3.9, 401, Number.NaN, 0])
      expect(() => edits.setTextStyle(issue, 'briefsTitle', { size })).toThrow('size of');
    expect(edits.sizeFault(issue, 'briefsTitle', 401)).toContain('4 到 400 磅');
    expect(() => edits.setTextStyle(issue, 'briefsTitle', { face: '' })).toThrow('no face');
  });
});

describe('the rules of composition', () => {
  it('change one by one', () => {
    const { composition } = done(edits.setComposition(issue, { kinsoku: 'strict', indent: 1 })).publication
      .stylebook;
    expect(composition).toEqual({
      ...issue.publication.stylebook.composition,
      kinsoku: 'strict',
      indent: 1,
    });
  });

  it('keep to what a file may say', () => {
    expect(() => edits.setComposition(issue, { indent: 21 })).toThrow('indent');
    expect(() => edits.setComposition(issue, { hanLatinGap: -1 })).toThrow('gap');
  });
});

describe('setPublication', () => {
  it('gives the issue another profile as a whole, and back', () => {
    const other = {
      ...issue.publication,
      masthead: { ...issue.publication.masthead, publisher: '某某出版' },
    };
    expect(done(edits.setPublication(issue, other)).publication).toBe(other);
    expect(edits.setPublication(issue, issue.publication).patches).toEqual([]);
  });

  it('refuses a profile without the issue’s format, or whose grid has no room for its frames', () => {
    const { publication } = issue;
    const a3 = { ...publication, formats: publication.formats.map((f) => ({ ...f, id: 'A3' as const })) };
    expect(edits.publicationFault(issue, a3)).toContain('没有“四开”这种开本');
    const small = { ...publication, formats: publication.formats.map((f) => ({ ...f, columns: 3 })) };
    expect(edits.publicationFault(issue, small)).toContain('容不下第1版的版位');
    expect(() => edits.setPublication(issue, small)).toThrow('does not fit');
  });
});

describe('sizes by name', () => {
  it('are read as editors write them', () => {
    const read = ['小五', '五号', '小五号', '五', '10.5', '10.5pt', '10.5 磅', '１２', '９．５磅', 'PT'];
    expect(read.map(parseSize)).toEqual([9, 10.5, 9, 10.5, 10.5, 10.5, 10.5, 12, 9.5, null]);
    for (const text of ['', '八百', '3', '401', '-9', '9,5', 'constructor', '1e2', '九'])
      expect(parseSize(text), text).toBeNull();
  });

  it('are told where the size has one', () => {
    expect([9, 9.05, 9.06, 7.875, 7.9, 11, 42].map(sizeName)).toEqual([
      ...['小五', '小五', '', '六号', '六号', '', '初号'],
    ]);
    expect(sizeName(hao('小初'))).toBe('小初');
  });
});
