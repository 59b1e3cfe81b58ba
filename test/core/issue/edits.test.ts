import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenInvariant } from '../../../core/file/issue-invariants.ts';
import * as edits from '../../../core/issue/edits.ts';
import { type FrameStyle, type Issue, paragraph } from '../../../core/issue/issue.ts';
import { choices, randomEdit } from './random-edit.ts';
import { frame, PICTURE, smallIssue, story } from './small-issue.ts';

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/** The issue after an edit that must also come back. */
const done = (edit: edits.EditedIssue, from: Issue): Issue => {
  expect(edits.applyPatches(edit.issue, edit.inverse)).toEqual(from);
  expect(brokenInvariant(edit.issue)).toBeNull();
  return edit.issue;
};

const issue = frozen(smallIssue());
const first = (after: Issue) => after.stories[0]!.paragraphs[0]!;

describe('any edit of any issue', () => {
  it('is taken back by its inverse and made again by its patches, also after a trip through JSON', () => {
    fc.assert(
      fc.property(choices(25), (list) => {
        let at: Issue = smallIssue();
        for (const choice of list) {
          frozen(at);
          const edit = randomEdit(at, choice);
          if (!edit) continue;
          const sent = JSON.parse(
            JSON.stringify({ patches: edit.patches, inverse: edit.inverse }),
          ) as typeof edit;
          expect(edits.applyPatches(at, sent.patches)).toEqual(edit.issue);
          expect(edits.applyPatches(edit.issue, sent.inverse)).toEqual(at);
          expect(brokenInvariant(edit.issue)).toBeNull();
          expect(edit.name).toMatch(/^[\u4e00-\u9fff]+$/);
          at = edit.issue;
        }
      }),
      { numRuns: 300, seed: 43 },
    );
  });
});

describe('text edits', () => {
  it('change what they say and nothing else', () => {
    const edit = edits.setParagraphText(issue, 's1', 0, '第一段新文字。');
    expect(first(done(edit, issue)).text).toBe('第一段新文字。');
    expect(edit.issue.stories[1]).toBe(issue.stories[1]);
    expect(edit.patches).toHaveLength(1);
  });

  it('give the same issue and no patches where nothing changes', () => {
    const edit = edits.setHeadline(issue, 's1', '湖畔新馆开门');
    expect(edit.issue).toBe(issue);
    expect(edit.patches).toEqual([]);
  });

  it('keep marks on their text', () => {
    const bold = edits.toggleMark(issue, 's1', 0, { from: 2, to: 4, kind: 'bold' }).issue;
    const marksAfter = (from: number, to: number, text: string) =>
      first(edits.replaceText(bold, 's1', 0, from, to, text).issue).marks.map((m) => [m.from, m.to]);
    expect(marksAfter(0, 0, '在')).toEqual([[3, 5]]);
    expect(marksAfter(2, 2, '在')).toEqual([[3, 5]]);
    expect(marksAfter(3, 3, '在')).toEqual([[2, 5]]);
    expect(marksAfter(4, 4, '在')).toEqual([[2, 4]]);
    expect(marksAfter(2, 4, '在在在')).toEqual([[2, 5]]);
    expect(marksAfter(1, 3, '在')).toEqual([[2, 3]]);
    expect(marksAfter(3, 5, '')).toEqual([[2, 3]]);
    expect(marksAfter(0, 6, '')).toEqual([]);
  });

  it('toggle a mark on, wider, and off in the middle', () => {
    const marks = (after: Issue) => first(after).marks.map((m) => [m.from, m.to]);
    const on = edits.toggleMark(issue, 's1', 0, { from: 0, to: 2, kind: 'bold' }).issue;
    const wider = edits.toggleMark(on, 's1', 0, { from: 1, to: 5, kind: 'bold' }).issue;
    expect(marks(wider)).toEqual([[0, 5]]);
    expect(marks(edits.toggleMark(wider, 's1', 0, { from: 2, to: 3, kind: 'bold' }).issue)).toEqual([
      [0, 2],
      [3, 5],
    ]);
  });

  it('refuse to cut a character of two units, to break a line, and to reach beyond the text', () => {
    expect(() => edits.replaceText(issue, 's1', 1, 4, 4, '新')).toThrow('no range');
    expect(() => edits.setParagraphText(issue, 's1', 0, '一\n二')).toThrow('not a text');
    expect(() => edits.setParagraphText(issue, 's1', 0, '\ud800')).toThrow('not a text');
    expect(() => edits.replaceText(issue, 's1', 0, 0, 99, '')).toThrow('no range');
    expect(() => edits.setParagraphText(issue, 's9', 0, '')).toThrow('no story s9');
    expect(() => edits.removeParagraph(issue, 's1', 3)).toThrow('no paragraph');
  });

  it('cost one patch for a paragraph put in front of many', () => {
    const edit = edits.insertParagraph(issue, 's1', 0, paragraph('导语。'));
    expect(edit.patches).toHaveLength(1);
    expect(done(edit, issue).stories[0]!.paragraphs.map((p) => p.text)).toEqual([
      '导语。',
      '第一段文字。',
      '第二段𬭎文字。',
      '第三段。',
    ]);
  });

  it('move a paragraph to where it is told', () => {
    const edit = edits.moveParagraph(issue, 's1', 0, 2);
    expect(done(edit, issue).stories[0]!.paragraphs.at(-1)!.text).toBe('第一段文字。');
  });
});

describe('breaks of a headline', () => {
  const broken = frozen(edits.setHeadlineBreaks(issue, 's1', 'headline', [2, 4]).issue);
  const breaks = (after: Issue) => after.stories[0]!.breaks;

  it('are moved by the editor and come back', () => {
    const edit = edits.setHeadlineBreaks(broken, 's1', 'headline', [4]);
    expect(breaks(done(edit, broken)).headline).toEqual([4]);
    expect(edit.patches).toHaveLength(1);
    expect(edits.setHeadlineBreaks(broken, 's1', 'headline', [2, 4]).patches).toEqual([]);
  });

  it('go with the text that they were in, unless new ones come with the new text', () => {
    expect(breaks(done(edits.setHeadline(broken, 's1', '湖畔新馆今天开门'), broken)).headline).toEqual([]);
    const given = edits.setHeadline(broken, 's1', '湖畔新馆今天开门', [4]);
    expect(breaks(done(given, broken)).headline).toEqual([4]);
    expect(breaks(edits.setStoryPart(broken, 's1', 'deck', '——等了三年').issue)).toEqual(breaks(broken));
  });

  it('stay where the text is set to what it is', () => {
    expect(edits.setHeadline(broken, 's1', '湖畔新馆开门').issue).toBe(broken);
  });

  it('refuse an offset out of order, at the edge of the text or within a character', () => {
    const put =
      (offsets: readonly number[], text = '湖畔𬭎新馆') =>
      () =>
        edits.setHeadline(issue, 's1', text, offsets);
    for (const offsets of [[0], [6], [4, 2], [2, 2], [1.5], [3]])
      expect(put(offsets)).toThrow('breaks out of form');
    expect(put([2, 4])).not.toThrow();
    expect(() => edits.setStoryPart(issue, 's1', 'byline', '某某', [1])).toThrow('has no breaks');
    const other = { ...story('s9', '湖畔'), breaks: { kicker: [1], headline: [], deck: [] } };
    expect(() => edits.addStory(issue, other)).toThrow('breaks out of form');
  });
});

describe('story edits', () => {
  it('take a story out with all its frames', () => {
    const after = done(edits.removeStory(issue, 's1'), issue);
    expect(after.stories.map((s) => s.id)).toEqual(['s2', 's3']);
    expect(after.pages.map((p) => p.frames.map((f) => f.id))).toEqual([['f2'], ['f4']]);
  });

  it('refuse an id that is taken', () => {
    expect(() => edits.addStory(issue, story('s2', '重名'))).toThrow('story id taken');
  });

  it('take a picture out of the frames that show it', () => {
    const after = done(edits.removeStoryPicture(issue, 's1', 0), issue);
    expect(after.pages[0]!.frames[0]!.pictures).toEqual([]);
    expect(() => edits.removePicture(issue, PICTURE)).toThrow('picture in use');
    expect(done(edits.removePicture(after, PICTURE), after).pictures).toEqual([]);
  });
});

describe('frame edits', () => {
  it('close a thread over a frame that goes, and over a page', () => {
    const third = edits.placeFrame(issue, 1, frame('f5', 's1', 4, 3, { headLines: 0 })).issue;
    const threaded = edits.threadFrame(third, 'f3', 'f5').issue;
    expect(done(edits.removeFrame(threaded, 'f3'), threaded).pages[0]!.frames[0]!.next).toBe('f5');
    expect(done(edits.removePage(threaded, 1), threaded).pages[0]!.frames[0]!.next).toBeNull();
  });

  it('refuse a loop, a foreign story, and a box off the grid', () => {
    expect(() => edits.threadFrame(issue, 'f3', 'f1')).toThrow('loop');
    expect(() => edits.threadFrame(issue, 'f1', 'f2')).toThrow('two stories');
    expect(() => edits.moveFrame(issue, 'f1', { column: 5, line: 0 })).toThrow('off the grid');
    expect(() => edits.resizeFrame(issue, 'f1', { column: 0, span: 2, line: 80, lines: 10 })).toThrow(
      'off the grid',
    );
  });

  it('let the basic columns follow the span, and keep a picture within the box', () => {
    const wide = edits.resizeFrame(issue, 'f1', { column: 0, span: 3, line: 14, lines: 20 }).issue.pages[0]!
      .frames[0]!;
    expect([wide.columns, wide.pictures.length]).toEqual([3, 1]);
    const small = edits.resizeFrame(issue, 'f1', { column: 0, span: 1, line: 14, lines: 3 }).issue.pages[0]!
      .frames[0]!;
    expect([small.columns, small.headLines]).toEqual([1, 3]);
    expect(small.pictures).toEqual([{ index: 0, box: { column: 0, span: 1, line: 0, lines: 3 } }]);
  });

  it('make a picture smaller that is too wide for the frame, and keep its proportions', () => {
    const wide = edits.resizeFrame(issue, 'f1', { column: 0, span: 6, line: 14, lines: 40 }).issue;
    const shown = edits.placePicture(wide, 'f1', {
      index: 0,
      box: { column: 3, span: 3, line: 2, lines: 15 },
      captionBeside: true,
    }).issue;
    const narrow = edits.resizeFrame(shown, 'f1', { column: 0, span: 1, line: 14, lines: 30 }).issue;
    expect(narrow.pages[0]!.frames[0]!.pictures).toEqual([
      { index: 0, box: { column: 0, span: 1, line: 2, lines: 5 } },
    ]);
  });

  it('move a frame to another page in its thread', () => {
    const after = done(edits.moveFrame(issue, 'f1', { column: 4, line: 60, page: 1 }), issue);
    expect(after.pages.map((p) => p.frames.map((f) => f.id))).toEqual([['f2'], ['f3', 'f4', 'f1']]);
  });
});

describe('edits of a frame’s style', () => {
  const style = (after: Issue) => after.pages[0]!.frames[0]!.style;

  it('put the headline beside the body as far as the body keeps room', () => {
    const head = { place: 'vertical', side: 'right', chars: 5 } as const;
    const beside = frozen(done(edits.setFrameHead(issue, 'f1', head), issue));
    expect(style(beside).head).toEqual(head);
    expect(edits.setFrameHead(beside, 'f1', { ...head }).issue).toBe(beside);
    expect(style(done(edits.setFrameHead(beside, 'f1', { place: 'above' }), beside)).head.place).toBe(
      'above',
    );
    expect(() => edits.setFrameHead(issue, 'f1', { ...head, chars: 19 })).toThrow('characters of the strip');
  });

  it('set the headline’s size by whole steps', () => {
    expect(style(done(edits.setHeadStep(issue, 'f1', -2), issue)).headStep).toBe(-2);
    expect(() => edits.setHeadStep(issue, 'f1', 0.5)).toThrow('head step');
    expect(() => edits.setHeadStep(issue, 'f1', 13)).toThrow('head step');
  });

  it('set unequal columns that stand in the frame as it is, and equal ones again', () => {
    const unequal = frozen(done(edits.setColumnWidths(issue, 'f1', [8, 14]), issue));
    expect(style(unequal).columnChars).toEqual([8, 14]);
    expect(edits.setColumnWidths(unequal, 'f1', [8, 14]).issue).toBe(unequal);
    expect(style(done(edits.setColumnWidths(unequal, 'f1', null), unequal)).columnChars).toBeNull();
    expect(() => edits.setColumnWidths(issue, 'f1', [8, 15])).toThrow('columns of 8, 15');
    expect(() => edits.setColumnWidths(issue, 'f1', [3, 14])).toThrow('columns of 3, 14');
    expect(() => edits.setColumnWidths(issue, 'f1', [22])).toThrow('1 column widths for 2');
    const boxed = edits.setFrameBorder(issue, 'f1', 'box').issue;
    expect(() => edits.setColumnWidths(boxed, 'f1', [8, 14])).toThrow('columns of 8, 14 not in 21');
  });

  it('drop unequal columns and narrow a strip where the frame has no more room for them', () => {
    const unequal = edits.setColumnWidths(issue, 'f1', [8, 14]).issue;
    const both = frozen(
      edits.setFrameHead(unequal, 'f1', { place: 'beside', side: 'left', chars: 12 }).issue,
    );
    expect(style(done(edits.setFrameColumns(both, 'f1', 3), both)).columnChars).toBeNull();
    const narrow = { column: 0, span: 1, line: 14, lines: 20 };
    const resized = style(done(edits.resizeFrame(both, 'f1', narrow), both));
    expect(resized).toMatchObject({ columnChars: null, head: { place: 'beside', chars: 6 } });
  });

  it('set what is left over, the rule and the tint', () => {
    expect(style(done(edits.setRemainder(issue, 'f1', 'columns'), issue)).remainder).toBe('columns');
    expect(style(done(edits.setColumnRule(issue, 'f1', true), issue)).columnRule).toBe(true);
    expect(style(done(edits.setTint(issue, 'f1', 0.1), issue)).tint).toBe(0.1);
    expect(style(done(edits.setTint(issue, 'f1', 0.3), issue)).tint).toBe(0.3);
    for (const tint of [-0.1, 0.31, 1, Number.NaN])
      expect(() => edits.setTint(issue, 'f1', tint)).toThrow(`tint: ${tint} not in 0–0.3`);
    expect(edits.setTint(issue, 'f1', 0).patches).toEqual([]);
  });
});

describe('edits of pictures and of tracking', () => {
  const shown = (after: Issue) => after.pages[0]!.frames[0]!.pictures[0]!;

  it('give a picture another height, from its top or from its foot', () => {
    expect(shown(done(edits.resizePicture(issue, 'f1', 0, 10), issue)).box).toMatchObject({
      line: 4,
      lines: 10,
    });
    const low = done(edits.resizePicture(issue, 'f1', 0, 6, 'foot'), issue);
    expect(shown(low).box).toMatchObject({ line: 6, lines: 6 });
    expect(() => edits.resizePicture(issue, 'f1', 0, 17)).toThrow('off the frame');
    expect(() => edits.resizePicture(issue, 'f1', 0, 0)).toThrow('off the frame');
    expect(() => edits.resizePicture(issue, 'f2', 0, 6)).toThrow('shows no picture');
  });

  it('put the caption beside a picture of more than one column, and under it again', () => {
    const beside = frozen(done(edits.setCaptionBeside(issue, 'f1', 0, true), issue));
    expect(shown(beside).captionBeside).toBe(true);
    expect(done(edits.setCaptionBeside(beside, 'f1', 0, false), beside)).toEqual(issue);
    const narrow = edits.setPictureBox(issue, 'f1', 0, { column: 0, span: 1, line: 4, lines: 8 }).issue;
    expect(() => edits.setCaptionBeside(narrow, 'f1', 0, true)).toThrow('one column');
  });

  it('set the focus of a crop within the picture, and take it away', () => {
    const focused = frozen(done(edits.setPictureFocus(issue, 's1', 0, { x: 0.2, y: 0.4 }), issue));
    expect(focused.stories[0]!.pictures[0]!.focus).toEqual({ x: 0.2, y: 0.4 });
    expect(edits.setPictureFocus(focused, 's1', 0, { x: 0.2, y: 0.4 }).issue).toBe(focused);
    expect(done(edits.setPictureFocus(focused, 's1', 0, null), focused)).toEqual(issue);
    expect(() => edits.setPictureFocus(issue, 's1', 0, { x: 1.2, y: 0 })).toThrow('focus off');
    expect(() => edits.setPictureFocus(issue, 's1', 1, null)).toThrow('picture of s1');
  });

  it('set tracking within two per cent', () => {
    expect(done(edits.setTracking(issue, 's1', -0.02), issue).stories[0]!.tracking).toBe(-0.02);
    for (const tracking of [0.021, -0.03, Number.NaN])
      expect(() => edits.setTracking(issue, 's1', tracking)).toThrow('tracking');
  });
});

describe('what must be true of a frame’s style in a file', () => {
  const broken = (change: Partial<FrameStyle>) =>
    brokenInvariant({
      ...issue,
      pages: issue.pages.map((page) => ({
        ...page,
        frames: page.frames.map((f) => (f.id === 'f1' ? { ...f, style: { ...f.style, ...change } } : f)),
      })),
    });

  it('is as many columns as the frame has, within it, and room beside a strip', () => {
    expect(broken({ columnChars: [8, 14] })).toBeNull();
    expect(broken({ columnChars: [22] })).toBe('第1版第1个版位不等栏的栏数与版位的不同');
    expect(broken({ columnChars: [10, 14] })).toBe('第1版第1个版位不等栏太窄或超出版位');
    const head = { place: 'beside', side: 'left', chars: 20 } as const;
    expect(broken({ head })).toBe('第1版第1个版位旁边的标题不给正文留地方');
  });
});

describe('edits of the issue itself', () => {
  it('set masthead facts one by one and refuse a date that does not exist', () => {
    expect(done(edits.setMasthead(issue, { number: 44 }), issue).masthead).toEqual({
      date: '2026-11-20',
      number: 44,
      totalNumber: 958,
    });
    expect(() => edits.setMasthead(issue, { date: '2026-02-30' })).toThrow('no such date');
    expect(() => edits.setMasthead(issue, { number: 0 })).toThrow('not an issue number');
  });

  it('change the printed head of this issue only', () => {
    const before = JSON.stringify(issue.publication);
    expect(
      done(edits.setPublicationMasthead(issue, 'publisher', '新单位编印'), issue).publication.masthead
        .publisher,
    ).toBe('新单位编印');
    expect(JSON.stringify(issue.publication)).toBe(before);
  });
});
