import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { clearPublicationMasthead } from '../../../core/issue/masthead-edits.ts';
import { typeArea } from '../../../core/makeup/column-grid.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { fonts } from '../typeset/fonts.ts';
import { issue, page } from './issue-builder.ts';

const IMPRINT = {
  compiler: '区融媒体中心',
  recipients: '区直各单位',
  printer: '市印刷厂',
  printDate: '2026年11月20日',
  printRun: '3000份',
};
const staff = { editor: '方亦然', proofreader: '苗新雨', designer: '' };
const paper = (more: Partial<Issue> = {}): Issue =>
  issue([], { imprint: IMPRINT, pages: [{ ...page([]), staff }, page([], '综合')], ...more });

const footOf = (one: Issue, at: number, cache = new Cache()) =>
  layOutIssue(one, fonts, cache).displayList.pages[at]!.items.flatMap((item) =>
    item.kind === 'glyphs' && item.role === 'imprint' ? [item] : [],
  );
const words = (items: ReturnType<typeof footOf>) => items.map(({ text }) => text).join('');

describe('the imprint', () => {
  it('stands beneath the last page’s type area with every fact that is known (art. 14)', () => {
    const foot = footOf(paper(), 1);
    expect(words(foot)).toBe(
      '编印单位：区融媒体中心发送对象：区直各单位印刷单位：市印刷厂印刷日期：2026年11月20日印数：3000份',
    );
    const area = typeArea(formatOf(paper().publication, paper().format));
    for (const item of foot) {
      expect(item.y - item.size).toBeGreaterThan(area.y + area.height);
      expect(item.xs.at(-1)! + item.size).toBeLessThanOrEqual(area.x + area.width + 0.01);
    }
  });

  it('is left out where nothing is known, and page 1 names who edited it', () => {
    expect(words(footOf(paper(), 0))).toBe('责任编辑　方亦然校对　苗新雨');
    const { imprint } = issue([]);
    expect(footOf(paper({ imprint }), 1)).toEqual([]);
  });

  it('moves with the last page', () => {
    const cache = new Cache();
    const two = paper();
    expect(words(footOf(two, 1, cache))).toContain('印数');
    const three = { ...two, pages: [...two.pages, page([], '副刊')] };
    expect(footOf(three, 1, cache)).toEqual([]);
    expect(words(footOf(three, 2, cache))).toContain('印数');
  });
});

describe('the folio', () => {
  const full = { editor: '方亦然 陆小满', proofreader: '苗新雨 段青禾', designer: '程一苇' };
  const spans = (one: Issue) =>
    layOutIssue(one, fonts)
      .displayList.pages[1]!.items.flatMap((item) =>
        item.kind === 'glyphs' && item.role === 'folio'
          ? [[item.xs[0]!, item.xs.at(-1)! + item.size * 0.9] as const]
          : [],
      )
      .sort(([a], [b]) => a - b);

  it('bears the name that the head bears, and none where the head is emptied', () => {
    const folio = (one: Issue) =>
      layOutIssue(one, fonts)
        .displayList.pages[1]!.items.map((item) =>
          item.kind === 'glyphs' && item.role === 'folio' ? item.text : '',
        )
        .join('');
    const one = paper({ pages: [page([]), page([], '综合新闻')] });
    const { name, masthead } = one.publication;
    const bearing = (nameplate: string, nameplatePicture?: string): Issue => ({
      ...one,
      publication: {
        ...one.publication,
        masthead: { ...masthead, nameplate, ...(nameplatePicture ? { nameplatePicture } : {}) },
      },
    });
    expect(folio(one)).toContain(name);
    expect(folio(bearing('邻县新报'))).toContain('邻县新报');
    expect(folio(bearing('邻县新报'))).not.toContain(name);
    expect(folio(clearPublicationMasthead(one).issue)).not.toContain(name);
    expect(folio(bearing('', 'sha256-0.png'))).toContain(name);
  });

  it('keeps its entries apart however many edited the page, and names them somewhere', () => {
    for (const format of ['对开', '四开', '八开', 'A3'] as const)
      for (const names of [staff, full]) {
        const one = paper({ format, pages: [page([]), { ...page([], '综合新闻'), staff: names }] });
        const places = spans(one);
        for (let i = 1; i < places.length; i++)
          expect(places[i]![0], format).toBeGreaterThan(places[i - 1]![1] - 5);
        const printed = layOutIssue(one, fonts)
          .displayList.pages[1]!.items.map((item) => (item.kind === 'glyphs' ? item.text : ''))
          .join('');
        expect(printed).toContain(`责任编辑　${names.editor.split(' ')[0]}`);
      }
  });
});
