import { describe, expect, it } from 'vitest';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import { PT_PER_MM } from '../../../core/units.ts';
import { LARGEST_ZOOM, PX_PER_PT, SMALLEST_ZOOM } from '../../../renderer/state/zoom.ts';
import { columnSpans, lineTicks, millimetreTicks } from '../../../renderer/view/ruler-ticks.ts';

const format = SHANGJIE_SHIBAO.formats.find(({ id }) => id === '四开')!;
const seen = { from: 0, to: 1200 };
const place = (zoom: number, zero = 100) => ({ zero, scale: PX_PER_PT * zoom });

describe('the rulers', () => {
  it('have their zero at the corner of the page and count millimetres from there', () => {
    const ticks = millimetreTicks(seen, place(1));
    expect(ticks.find(({ label }) => label === 0)!.at).toBe(100);
    const hundred = ticks.find(({ label }) => label === 100)!;
    expect(hundred.at - 100).toBeCloseTo((100 * PT_PER_MM * 96) / 72, 9);
    expect(ticks[0]!.at).toBeGreaterThanOrEqual(0);
  });

  it('neither crowd ticks nor numbers at any zoom', () => {
    for (let zoom = SMALLEST_ZOOM; zoom <= LARGEST_ZOOM; zoom *= 1.3) {
      const ticks = millimetreTicks(seen, place(zoom));
      const labels = ticks.filter(({ label }) => label !== null);
      for (const [i, { at }] of ticks.entries())
        if (i > 0) expect(at - ticks[i - 1]!.at).toBeGreaterThanOrEqual(4 - 1e-9);
      for (const [i, { at }] of labels.entries())
        if (i > 0) expect(at - labels[i - 1]!.at).toBeGreaterThanOrEqual(38 - 1e-9);
      expect(labels.length).toBeGreaterThan(1);
    }
  });

  it('show every basic column with its number, the gaps left out', () => {
    const spans = columnSpans(format, { from: -1e6, to: 1e6 }, place(1));
    expect(spans.map(({ number }) => number)).toEqual(
      Array.from({ length: format.columns }, (_, i) => i + 1),
    );
    const [first, second] = spans;
    const gap = format.gapChars * format.bodySize * PX_PER_PT;
    expect(second!.from - first!.to).toBeCloseTo(gap, 9);
    expect(first!.from).toBeCloseTo(100 + format.origin.x * PX_PER_PT, 9);
  });

  it('number every fifth line, fewer where there is no room', () => {
    const all = { from: -1e6, to: 1e6 };
    const near = lineTicks(format, all, place(1));
    expect(near.length).toBe(format.lines);
    expect(near.flatMap(({ label }) => label ?? []).slice(0, 3)).toEqual([5, 10, 15]);
    const far = lineTicks(format, all, place(SMALLEST_ZOOM));
    const labels = far.flatMap(({ label, middle }) => (label === null ? [] : [middle]));
    for (const [i, middle] of labels.entries())
      if (i > 0) expect(middle - labels[i - 1]!).toBeGreaterThanOrEqual(14);
    expect(far.length).toBeLessThan(format.lines);
  });

  it('make only what is seen', () => {
    const { length } = lineTicks(format, { from: 0, to: 300 }, place(8));
    expect(length).toBeLessThan(5);
  });
});
