import { describe, expect, it } from 'vitest';
import { frameAt, setColumnWidths, setFrameColumns, setFrameHead } from '../../../core/issue/edits.ts';
import { isWithin, widestStrip } from '../../../core/issue/frame-grid.ts';
import type { HeadPlace } from '../../../core/issue/issue.ts';
import { frameGeometry } from '../../../core/makeup/frame-geometry.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import {
  breakPlaces,
  evenWidths,
  freePictureBox,
  nameOfPlace,
  placeOfName,
  toggledBreak,
  widthsTooMuch,
} from '../../../renderer/commands/frame-choices.ts';
import { framePlace, onFrame, storyIn } from '../../../renderer/inspector/places.ts';
import { PUBLICATION, smallIssue } from '../../core/issue/small-issue.ts';
import { fonts } from '../../core/typeset/fonts.ts';

const typesetting = newTypesetting(fonts);

const FORMAT = PUBLICATION.formats[0]!;
const issue = smallIssue();
const widest = widestStrip(FORMAT, 2);

describe('the place of a headline', () => {
  it('has one name for each of its five ways, and the edit takes each of them', () => {
    for (const name of ['above', 'beside-left', 'beside-right', 'vertical-left', 'vertical-right'] as const) {
      const head = placeOfName(name, { place: 'above' }, widest);
      expect(nameOfPlace(head)).toBe(name);
      const edited = setFrameHead(issue, 'f2', head).issue;
      expect(frameAt(edited, 'f2').frame.style.head).toEqual(head);
    }
  });

  it('keeps its width when it only changes sides', () => {
    const now: HeadPlace = { place: 'vertical', side: 'right', chars: 6 };
    expect(placeOfName('vertical-left', now, widest)).toEqual({ ...now, side: 'left' });
    expect(placeOfName('beside-left', now, widest)).not.toMatchObject({ chars: 6 });
  });

  it('is never wider than the frame allows', () => {
    expect(placeOfName('beside-left', { place: 'above' }, 3)).toMatchObject({ chars: 3 });
  });
});

describe('unequal columns', () => {
  const { frame } = frameAt(setFrameColumns(issue, 'f2', 3).issue, 'f2');

  it('begin even, as wide as the frame allows', () => {
    const widths = evenWidths(FORMAT, frame)!;
    expect(widths).toEqual([7, 7, 7]);
    const edited = setColumnWidths(setFrameColumns(issue, 'f2', 3).issue, 'f2', widths).issue;
    expect(frameAt(edited, 'f2').frame.style.columnChars).toEqual(widths);
  });

  it('say how much too wide they are', () => {
    expect(widthsTooMuch(FORMAT, frame, [7, 7, 7])).toBeNull();
    expect(widthsTooMuch(FORMAT, frame, [12, 7, 7])).toEqual({ sum: 28, room: 23 });
  });

  it('are not offered where none could be filled', () => {
    expect(evenWidths(FORMAT, { ...frame, columns: 6 })).toBeNull();
  });
});

describe('breaks of a headline', () => {
  it('may stand between any two characters, but not beside a break that is typed', () => {
    expect(breakPlaces('新馆\n开门')).toEqual([1, 4]);
    expect(breakPlaces('一')).toEqual([]);
  });

  it('never cut a character of two units', () => {
    expect(breakPlaces('𬭎文')).toEqual([2]);
  });

  it('are put in order and taken out again', () => {
    expect(toggledBreak([4], 2)).toEqual([2, 4]);
    expect(toggledBreak([2, 4], 4)).toEqual([2]);
  });
});

describe('a picture put into a frame', () => {
  const story = storyIn(issue, 's1')!;
  const empty = { ...frameAt(issue, 'f1').frame, pictures: [] };
  const { columns, rows } = frameGeometry(FORMAT, empty);

  it('stands within its columns and rows', () => {
    const box = freePictureBox(issue, empty, story, 0, typesetting)!;
    expect(isWithin(box, columns.length, rows)).toBe(true);
  });

  it('leaves the others their place', () => {
    const two = { ...story, pictures: [...story.pictures, story.pictures[0]!] };
    const own = { ...empty, pictures: [{ index: 1, box: { column: 0, span: 1, line: 0, lines: rows } }] };
    expect(freePictureBox(issue, own, two, 0, typesetting)).toMatchObject({ column: 1, span: 1, line: 0 });
    const full = { ...empty, pictures: [{ index: 1, box: { column: 0, span: 2, line: 0, lines: rows } }] };
    expect(freePictureBox(issue, full, two, 0, typesetting)).toBeNull();
  });
});

describe('an edit of what is selected', () => {
  it('is none where an undo has taken it away', () => {
    expect(framePlace(issue, 'gone')).toBeNull();
    const never = onFrame('gone', () => {
      throw new Error('asked for an edit of nothing');
    });
    expect(never(issue)).toBeNull();
  });
});
