/** The checker finds what it is there to find. */
import { describe, expect, it } from 'vitest';
import type { DisplayItem, DisplayList } from '../../core/display/display-list.ts';
import { setOnceFaults } from './set-once.ts';
import { oddTrial, type Trial } from './trials.ts';

const faults = async (change: (items: readonly DisplayItem[], at: number) => readonly DisplayItem[]) => {
  const { issue, layout }: Trial = await oddTrial();
  const [page] = layout.displayList.pages;
  const at = page!.items.findIndex(({ source, role }) => role === 'body' && source && source.from > 0);
  const items = change(page!.items, at);
  const list: DisplayList = { title: '', pages: [{ ...page!, items, parts: [items] }] };
  return setOnceFaults(issue, list);
};

describe('the check that all is set once', () => {
  it('finds nothing amiss in a sound page', async () => {
    expect(await faults((items) => items)).toEqual([]);
  });
  it('finds a line left out', async () => {
    expect(await faults((items, at) => items.toSpliced(at, 1))).toHaveLength(1);
  });
  it('finds a line set twice', async () => {
    expect(await faults((items, at) => items.toSpliced(at, 0, items[at]!))).toHaveLength(1);
  });
  it('finds a character changed', async () => {
    const change = (item: DisplayItem): DisplayItem =>
      item.kind === 'glyphs' ? { ...item, text: `变${[...item.text].slice(1).join('')}` } : item;
    expect(await faults((items, at) => items.with(at, change(items[at]!)))).toHaveLength(1);
  });
  it('finds a headline left out', async () => {
    expect(await faults((items) => items.filter(({ role }) => role !== 'headline'))).toHaveLength(1);
  });
});
