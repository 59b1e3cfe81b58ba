import { describe, expect, it } from 'vitest';
import { clampZoom, fitZoom, pageAt, stepZoom, wheelZoom } from '../../../renderer/state/zoom.ts';

describe('zoom', () => {
  it('stays between 25% and 800%', () => {
    expect(clampZoom(0.01)).toBe(0.25);
    expect(clampZoom(99)).toBe(8);
    expect(stepZoom(8, 1)).toBe(8);
    expect(stepZoom(0.25, -1)).toBe(0.25);
  });

  it('goes to the next step from any value', () => {
    expect(stepZoom(1, 1)).toBe(1.25);
    expect(stepZoom(0.57, 1)).toBe(0.67);
    expect(stepZoom(0.57, -1)).toBe(0.5);
  });

  it('comes back to where it was after a wheel turn there and back', () => {
    expect(wheelZoom(wheelZoom(1, 100), -100)).toBeCloseTo(1, 10);
  });

  it('fits the whole page or its width into the view', () => {
    const page = { width: 750, height: 1500 };
    const view = { width: 1048, height: 1048 };
    expect(fitZoom('width', page, view)).toBeCloseTo(1, 10);
    expect(fitZoom('page', page, view)).toBeCloseTo(0.5, 10);
  });

  it('finds the page in the middle of the view, or the nearest one between pages', () => {
    expect(pageAt(50, [0, 120], [100, 100])).toBe(0);
    expect(pageAt(115, [0, 120], [100, 100])).toBe(1);
    expect(pageAt(9999, [0, 120], [100, 100])).toBe(1);
  });
});
