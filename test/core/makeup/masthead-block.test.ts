import { describe, expect, it } from 'vitest';
import { bottom, overlaps, right } from '../../../core/geometry.ts';
import { setEar, setNameplatePicture, setPermit } from '../../../core/issue/edits.ts';
import type { Issue, PictureInfo } from '../../../core/issue/issue.ts';
import { setMasthead } from '../../../core/makeup/newspaper/masthead-block.ts';
import type { PlacedItem } from '../../../core/makeup/page-layout.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { fonts } from '../typeset/fonts.ts';
import { issue, page } from './issue-builder.ts';

const info = (width: number, height: number): PictureInfo => ({
  id: 'sha256-0.png',
  mime: 'image/png',
  width,
  height,
  name: 'head.png',
});
const paper = issue([], { pages: [page([])] });
const pictured = (width: number, height: number): Issue =>
  setNameplatePicture({ ...paper, pictures: [info(width, height)] }, 'sha256-0.png').issue;

const head = (one: Issue) => setMasthead(one, formatOf(one.publication, one.format), fonts);
const textOf = (items: readonly PlacedItem[]): readonly string[] =>
  items.flatMap((item) => (item.kind === 'line' ? [item.line.runs.map((run) => run.text).join('')] : []));
const lineRects = (items: readonly PlacedItem[]) =>
  items.flatMap((item) =>
    item.kind === 'line'
      ? [
          {
            x: item.x,
            y: item.y - 0.88 * item.line.size,
            width: item.line.width,
            height: item.line.size,
          },
        ]
      : [],
  );
const rules = (items: readonly PlacedItem[]) =>
  items.flatMap((item) => (item.kind === 'rect' ? [item.rect] : []));

describe('a nameplate that is a picture', () => {
  it('stands in the middle, its proportions kept, whatever they are', () => {
    for (const [width, height] of [
      [1600, 400],
      [400, 1600],
      [3000, 100],
    ] as const) {
      const items = head(pictured(width, height));
      const picture = items.find((item) => item.kind === 'picture');
      if (picture?.kind !== 'picture') throw new Error('no picture');
      const { rect, crop, role } = picture;
      expect([role, crop]).toEqual(['nameplate', { x: 0, y: 0, width: 1, height: 1 }]);
      expect(rect.width / rect.height).toBeCloseTo(width / height, 6);
      const [rule] = rules(items);
      expect(rect.x + rect.width / 2).toBeCloseTo(rule!.x + rule!.width / 2, 6);
      expect(bottom(rect)).toBeLessThan(rule!.y);
      for (const line of lineRects(items)) expect(overlaps(line, rect)).toBe(false);
      expect(textOf(items)).not.toContain('上街时报');
      expect(textOf(items)).toContain('SHANGJIE NEWSLETTER');
    }
  });

  it('is set as text where the issue has not the picture', () => {
    const items = head({ ...pictured(1600, 400), pictures: [] });
    expect(items).toEqual(head(paper));
  });
});

describe('the ears', () => {
  it('have the publication’s own lines under their rows', () => {
    const eared = setEar(setEar(paper, 'left', ['今日四版']).issue, 'right', ['多云', '三到九度']).issue;
    const texts = textOf(head(eared));
    expect(texts.at(-1)).toBe('今日四版');
    expect(texts.indexOf('多云')).toBeGreaterThan(texts.indexOf('星期五'));
    expect(texts.indexOf('三到九度')).toBe(texts.indexOf('多云') + 1);
    expect(texts.filter((text) => !textOf(head(paper)).includes(text))).toEqual([
      ...['多云', '三到九度', '今日四版'],
    ]);
  });

  it('stay within the head, however many lines they have', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `第${i + 1}条要目在第二版`);
    const full = setPermit(setEar(setEar(paper, 'left', lines).issue, 'right', lines).issue, lines).issue;
    for (const format of ['对开', '四开', '八开', 'A3'] as const) {
      const items = head({ ...full, format });
      /* The nameplate's em box is higher than its ink and reaches out of the block, as it always did. */
      const rects = lineRects(items.filter((item) => item.role !== 'nameplate'));
      const [rule] = rules(items);
      const { y } = formatOf(full.publication, format).origin;
      for (const [i, rect] of rects.entries()) {
        expect(rect.y).toBeGreaterThanOrEqual(y - 0.01);
        expect(bottom(rect)).toBeLessThanOrEqual(rule!.y + 0.01);
        expect(right(rect)).toBeLessThanOrEqual(rule!.x + rule!.width + 0.01);
        for (const other of rects.slice(i + 1)) expect(overlaps(rect, other)).toBe(false);
      }
    }
  });
});
