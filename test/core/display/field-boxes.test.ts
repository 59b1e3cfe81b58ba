import { describe, expect, it } from 'vitest';
import { fieldBoxes } from '../../../core/display/field-boxes.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { bottom, overlaps, type Rect, right } from '../../../core/geometry.ts';
import { setEar, setNameplatePicture, setPublicationMasthead } from '../../../core/issue/edits.ts';
import type { Issue } from '../../../core/issue/issue.ts';
import { itemsOf } from '../../../core/makeup/page-layout.ts';
import { frame, issue, page, story } from '../makeup/issue-builder.ts';
import { fonts } from '../typeset/fonts.ts';

const staff = { editor: '方亦然', proofreader: '苗新雨', designer: '' };
const imprint = { compiler: '中心', recipients: '各单位', printer: '厂', printDate: '', printRun: '' };
const PHOTO = { id: 'sha256-0.png', mime: 'image/png', width: 1600, height: 400, name: 'head.png' } as const;
const paper = issue([story('s1', '河堤公园补种柳树', [120])], {
  imprint,
  pictures: [PHOTO],
  pages: [
    { ...page([frame('f1', 's1', { column: 0, span: 2, line: 20, lines: 20 })]), staff },
    { ...page([], '综合'), staff },
  ],
});

const pageOf = (one: Issue, at = 0) => layOutIssue(one, fonts).displayList.pages[at]!;
const boxes = (one: Issue, at = 0) => fieldBoxes(pageOf(one, at), fonts);
const box = (one: Issue, field: string, at = 0) => boxes(one, at).find((b) => b.field === field)!;
const within = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  right(inner) <= right(outer) + 0.01 &&
  bottom(inner) <= bottom(outer) + 0.01;

describe('the fields of a page', () => {
  it('are all of head, staff and imprint, and nothing of a story', () => {
    expect(boxes(paper).map((b) => b.field)).toEqual([
      ...['nameplate', 'english-line', 'publisher', 'date', 'permit', 'number', 'total-number'],
      ...['notice', 'hotline', 'staff'],
    ]);
    expect(boxes(paper, 1).map((b) => b.field)).toEqual(['page-name', 'date', 'staff', 'imprint']);
    for (const item of pageOf(paper).items)
      if (item.frame !== null || item.kind === 'rect') expect(item.field).toBeUndefined();
    for (const item of itemsOf(layOutIssue(paper, fonts).layouts[0]!))
      if (item.role === 'masthead') expect(item.field).toBeDefined();
  });

  it('have a box where the fact is a blank, and none where nothing is printed', () => {
    const blank: Issue = { ...paper, masthead: { date: null, number: null, totalNumber: null } };
    const fields = boxes(blank).map((b) => b.field);
    for (const field of ['date', 'number', 'total-number'] as const) expect(fields).toContain(field);
    const silent = setPublicationMasthead(paper, 'hotline', '').issue;
    expect(boxes(silent).some((b) => b.field === 'hotline')).toBe(false);
  });

  it('have a box where a character has no glyph in any face', () => {
    const strange = setPublicationMasthead(paper, 'publisher', '某\u0e01\u0e02').issue;
    expect(box(strange, 'publisher').rect.width).toBeGreaterThan(2 * box(strange, 'publisher').size);
  });

  it('hold every character that shows them and overlap no other field', () => {
    for (const format of ['对开', '四开', '八开', 'A3'] as const)
      for (const at of [0, 1]) {
        const one = { ...paper, format, stories: [], pages: paper.pages.map((p) => ({ ...p, frames: [] })) };
        const all = boxes(one, at);
        for (const [i, a] of all.entries())
          for (const b of all.slice(i + 1))
            expect(overlaps(a.rect, b.rect), `${format} ${a.field} ${b.field}`).toBe(false);
      }
    const { items } = pageOf(paper);
    const date = box(paper, 'date');
    const shown = items.flatMap((item) => (item.kind === 'glyphs' && item.field === 'date' ? [item] : []));
    expect(shown.map((item) => item.text).join('')).toContain('2026年11月');
    expect(shown.length).toBeGreaterThanOrEqual(4);
    for (const { xs, y, size } of shown)
      expect(within({ x: xs[0]!, y: y - 0.88 * size, width: 0, height: size }, date.rect)).toBe(true);
    expect(date.size).toBe(Math.max(...shown.map((item) => item.size)));
  });

  it('are told apart in a line of two: the folio’s date ends where who edited the page begins', () => {
    const [date, people] = [box(paper, 'date', 1), box(paper, 'staff', 1)];
    expect(right(date.rect)).toBeLessThan(people.rect.x);
    const run = pageOf(paper, 1).items.find((item) => item.kind === 'glyphs' && item.turn);
    if (run?.kind !== 'glyphs' || !run.turn) throw new Error('no run of two fields');
    expect(run.text.slice(run.turn.from)).toMatch(/^责任编辑/);
    expect(run.text.slice(0, run.turn.from)).toMatch(/星期五.$/);
    const undated = { ...paper, masthead: { ...paper.masthead, date: null } };
    expect(boxes(undated, 1).map((b) => b.field)).toEqual(['page-name', 'staff', 'imprint']);
  });

  it('are two at the ears, each at its side', () => {
    const eared = setEar(setEar(paper, 'left', ['今日四版']).issue, 'right', ['多云', '三到九度']).issue;
    const ears = boxes(eared).filter((b) => b.field === 'ear');
    expect(ears.map((b) => b.side).sort()).toEqual(['left', 'right']);
    const { width } = pageOf(eared);
    for (const { side, rect } of ears)
      expect(side === 'left' ? right(rect) < width / 3 : rect.x > (width * 2) / 3).toBe(true);
    expect(boxes(eared).filter((b) => b.field !== 'ear' && b.side !== undefined)).toEqual([]);
  });

  it('are boxed by the picture where the nameplate is one', () => {
    const pictured = setNameplatePicture(paper, PHOTO.id).issue;
    const own = pageOf(pictured).items.find((item) => item.kind === 'picture');
    expect(own?.field).toBe('nameplate');
    expect(box(pictured, 'nameplate').rect).toEqual(own?.kind === 'picture' && own.rect);
  });
});
