/** A display list that was kept as JSON draws what the engine drew. */

import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import {
  displayFromJson,
  displayToJson,
  roundedDisplayList,
  type TextJson,
} from '../../../core/display/display-json.ts';
import type { DisplayItem, DisplayList } from '../../../core/display/display-list.ts';
import { dumpDisplayList } from '../../../core/display/dump-display-list.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import { svgPage } from '../../../core/display/svg-page.ts';
import { linesOfPart } from '../../../core/display/text-lines.ts';
import { canonicalJson } from '../../../core/file/canonical-json.ts';
import { parseDisplayList } from '../../../core/file/display-list-schema.ts';
import { makeUpIssue } from '../../../core/makeup/newspaper/make-up-issue.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { FEATURES } from '../makeup/feature-issues.ts';
import { issue, page, story } from '../makeup/issue-builder.ts';
import { fonts } from '../typeset/fonts.ts';

const written = (list: DisplayList): string => canonicalJson(displayToJson(list));
const reread = (list: DisplayList): DisplayList => parseDisplayList(JSON.parse(written(list)));

const lists = Object.entries(FEATURES).map(
  ([name, one]) => [name, layOutIssue(one, fonts).displayList] as const,
);

describe('a kept display list', () => {
  it.each(lists)('draws the same page again: %s', (_, list) => {
    const again = reread(list);
    expect(again.pages.map((one) => svgPage(one))).toEqual(list.pages.map((one) => svgPage(one)));
    expect(dumpDisplayList(again)).toBe(dumpDisplayList(roundedDisplayList(list)));
  });

  it.each(lists)('is the same JSON when it is kept again: %s', (_, list) => {
    const again = reread(list);
    expect(written(again)).toBe(written(list));
    expect(again).toEqual(roundedDisplayList(list));
    expect(displayFromJson(displayToJson(again))).toEqual(again);
  });

  it.each(lists)('has the lines of the page as they were set: %s', (_, list) => {
    const lines = (of: DisplayList) =>
      of.pages.map(({ parts }) =>
        parts.map((part) =>
          linesOfPart(part, new Cache()).lines.map(({ from, to, runs }) => [from, to, runs.length]),
        ),
      );
    expect(lines(reread(list))).toEqual(lines(list));
  });

  it('keeps any position to a thousandth of a point, whatever the numbers', () => {
    const point = fc.double({ min: -5_000, max: 5_000, noNaN: true });
    const item = fc.record({ xs: fc.array(point, { minLength: 1, maxLength: 40 }), y: point }).map(
      ({ xs, y }): DisplayItem => ({
        kind: 'glyphs',
        role: 'folio',
        source: null,
        frame: null,
        face: 'serif-400',
        size: 9,
        ink: { c: 0.1, m: 0, y: 0, k: 1 },
        text: '𬭎'.repeat(xs.length),
        xs,
        y,
      }),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 10 }), (items) => {
        const list = {
          title: '',
          pages: [{ number: 1, name: '', width: 10, height: 10, items, parts: [items] }],
        };
        const again = reread(list);
        expect(again).toEqual(reread(again));
        again.pages[0]!.items.forEach((one, n) => {
          const was = items[n]!;
          if (one.kind !== 'glyphs' || was.kind !== 'glyphs') throw new Error('another kind');
          one.xs.forEach((x, i) => {
            expect(Math.abs(x - was.xs[i]!)).toBeLessThanOrEqual(0.000501);
          });
        });
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('takes little room: a broadsheet page is below 30 kB when deflated', () => {
    const stories = Array.from({ length: 16 }, (_, n) =>
      story(`s${n}`, `河堤公园补种柳树之${n}`, [180, 120, 100]),
    );
    const full = makeUpIssue(issue(stories, { pages: [page([])] }, '对开'), newTypesetting(fonts));
    const text = new TextEncoder().encode(written(layOutIssue(full, fonts).displayList));
    expect(text.length).toBeGreaterThan(50_000);
    expect(text.length).toBeLessThan(250_000);
    expect(deflateSync(text, { level: 9 }).length).toBeLessThan(30_000);
  });
});

describe('a display list from outside', () => {
  const good = displayToJson(lists[0]![1]);
  const text = good.pages
    .flatMap(({ parts }) => parts.flat())
    .find((one) => one.kind === 'glyphs' && one.source !== undefined)! as TextJson;
  const withItem = (item: unknown) => ({ ...good, pages: [{ ...good.pages[0], parts: [[item]] }] });

  it.each([
    ['nothing', null],
    ['another version', { ...good, version: 2 }],
    ['an unknown field', { ...good, colour: 'red' }],
    ['a position too many', withItem({ ...text, line: [0, 1, 0], xs: [...text.xs, 1] })],
    ['a source without a line', withItem({ ...text, line: undefined, source: ['s', 'body', 0, 0, 1] })],
    ['half thousandths', withItem({ ...text, y: 0.5 })],
    ['a dash without its stroke', withItem({ ...text, kind: 'dash' })],
    ['an unknown role', withItem({ ...text, role: 'poem' })],
  ])('is refused when it is or has %s', (_, json) => {
    expect(() => parseDisplayList(json === null ? null : JSON.parse(JSON.stringify(json)))).toThrow(
      /^印样.*画不出来，请改用备份/,
    );
  });

  it('is taken as it is written', () => {
    expect(parseDisplayList(JSON.parse(JSON.stringify(good))).pages.length).toBe(good.pages.length);
  });
});
