import { describe, expect, it } from 'vitest';
import { unplacedPictures } from '../../../renderer/state/unplaced-pictures.ts';
import { frame, issue, page, story } from '../../core/makeup/issue-builder.ts';

const pictures = ['a', 'b'].map((name) => ({ picture: `sha256-${name}.png`, caption: name, credit: '' }));
const box = { column: 0, span: 3, line: 20, lines: 30 };
const shown = { index: 0, box: { column: 0, span: 1, line: 0, lines: 8 } };

describe('pictures that no frame shows', () => {
  it('are told where their story stands on a page', () => {
    const one = issue([story('s', '新柳', [300], { pictures })], {
      pages: [page([frame('a', 's', box, { pictures: [shown] })])],
    });
    expect(unplacedPictures(one).map((p) => p.message)).toEqual([
      '《新柳》的图片 2“b”没有排入版位：请在属性的“配图”里放入。',
    ]);
  });

  it('are not told of a story that waits in the tray', () => {
    expect(unplacedPictures(issue([story('s', '新柳', [300], { pictures })]))).toEqual([]);
  });
});
