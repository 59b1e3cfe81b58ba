import { describe, expect, it } from 'vitest';
import { type PressState, routePress } from '../../../renderer/pointer/route-press.ts';
import { NOTHING, type Selection } from '../../../renderer/state/selection-store.ts';

const place = { story: 's1', part: 'body', paragraph: 0, offset: 3 } as const;
const inText: Selection = { kind: 'text', anchor: place, focus: place, affinity: 'after' };

const state = (change: Partial<PressState> = {}): PressState => ({
  page: 1,
  selection: NOTHING,
  asFrame: false,
  shift: false,
  storyOf: (frame) => (frame === 'f1' ? 's1' : 's2'),
  ...change,
});
const inside = (frame: string, onBorder = false) => ({ kind: 'frame', frame, onBorder }) as const;

describe('a press on the page', () => {
  it('drags a frame, and where it was only a click puts the caret', () => {
    expect(routePress(inside('f1'), state())).toMatchObject({
      do: 'move-frame',
      frame: 'f1',
      click: 'caret',
    });
    const selection = { kind: 'frame', frame: 'f1' } as const;
    expect(routePress(inside('f1'), state({ selection }))).toMatchObject({
      do: 'move-frame',
      click: 'caret',
    });
  });

  it('selects text in the story that is being written, in any of its frames', () => {
    expect(routePress(inside('f1'), state({ selection: inText }))).toEqual({
      do: 'text',
      frame: 'f1',
      extend: false,
    });
    expect(routePress(inside('f2'), state({ selection: inText }))).toMatchObject({ do: 'move-frame' });
  });

  it('extends the selected text with Shift', () => {
    const route = routePress(inside('f1'), state({ selection: inText, shift: true }));
    expect(route).toMatchObject({ do: 'text', extend: true });
  });

  it('moves the frame by its border or its grip while its text is being written', () => {
    expect(routePress(inside('f1', true), state({ selection: inText }))).toMatchObject({ do: 'move-frame' });
    expect(routePress({ kind: 'grip', frame: 'f1' }, state({ selection: inText }))).toMatchObject({
      do: 'move-frame',
      click: 'select-frame',
    });
  });

  it('takes the frame itself with Ctrl, ⌘ or Alt, whatever lies there', () => {
    const held = state({ asFrame: true, selection: inText });
    const frame = { do: 'move-frame', frame: 'f1', click: 'select-frame', selectFirst: true };
    expect(routePress(inside('f1'), held)).toMatchObject(frame);
    expect(routePress({ kind: 'picture', frame: 'f1', index: 0 }, held)).toMatchObject(frame);
    expect(routePress({ kind: 'jump', frame: 'f1', end: 'to' }, held)).toMatchObject(frame);
  });

  it('pulls what is selected by its handles', () => {
    const handle = { kind: 'handle', handle: 'se' } as const;
    expect(routePress(handle, state({ selection: { kind: 'frame', frame: 'f1' } }))).toEqual({
      do: 'resize-frame',
      frame: 'f1',
      handle: 'se',
    });
    expect(routePress(handle, state({ selection: { kind: 'picture', frame: 'f1', index: 2 } }))).toEqual({
      do: 'resize-picture',
      frame: 'f1',
      index: 2,
      handle: 'se',
    });
  });

  it('moves pictures, and follows jump lines by a click', () => {
    expect(routePress({ kind: 'picture', frame: 'f1', index: 1 }, state())).toEqual({
      do: 'move-picture',
      frame: 'f1',
      index: 1,
    });
    expect(routePress({ kind: 'jump', frame: 'f1', end: 'from' }, state())).toMatchObject({
      click: 'follow-jump',
      end: 'from',
    });
  });

  it('selects the head, the page, or nothing beside the pages', () => {
    expect(routePress({ kind: 'head', field: 'date' }, state())).toEqual({
      do: 'select',
      selection: { kind: 'head', page: 1, field: null },
    });
    expect(routePress({ kind: 'page' }, state())).toEqual({
      do: 'select',
      selection: { kind: 'page', page: 1 },
    });
    expect(routePress({ kind: 'off' }, state({ selection: inText }))).toEqual({
      do: 'select',
      selection: NOTHING,
    });
  });
});
