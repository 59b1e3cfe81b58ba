import { describe, expect, it } from 'vitest';
import { insertParagraph, removeParagraph, removeStory } from '../../../core/issue/edits.ts';
import { paragraph } from '../../../core/issue/issue.ts';
import { plainLine, replaceRange } from '../../../core/issue/text-edits.ts';
import { NOTHING, type Selection, stillThere } from '../../../renderer/state/selection-store.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';

const place = (index: number, offset: number) =>
  ({ story: 's1', part: 'body', paragraph: index, offset }) as const;
const text = (index: number, from: number, to: number): Selection => ({
  kind: 'text',
  anchor: place(index, from),
  focus: place(index, to),
  affinity: 'before',
});

describe('a selection of text', () => {
  const before = {
    ...smallIssue(),
    stories: smallIssue().stories.map((story) =>
      story.id === 's1'
        ? { ...story, paragraphs: ['甲乙丙', '丁戊己', '庚辛壬'].map((own) => paragraph(own)) }
        : story,
    ),
  };

  it('stays with its words where paragraphs come and go before them', () => {
    const come = insertParagraph(before, 's1', 0, paragraph('新')).issue;
    expect(stillThere(come, text(1, 1, 3), before)).toEqual(text(2, 1, 3));
    const gone = removeParagraph(before, 's1', 0).issue;
    expect(stillThere(gone, text(1, 1, 3), before)).toEqual(text(0, 1, 3));
  });

  it('stays at its offset in a text that is typed into: who types puts the caret', () => {
    const typed = replaceRange(before, place(1, 0), place(1, 0), [plainLine('新')]).issue;
    const selection = text(1, 1, 2);
    expect(stillThere(typed, selection, before)).toBe(selection);
    const shorter = replaceRange(before, place(1, 1), place(1, 3), []).issue;
    expect(stillThere(shorter, text(1, 0, 3), before)).toEqual(text(1, 0, 1));
  });

  it('is let go with its story', () => {
    expect(stillThere(removeStory(before, 's1').issue, text(1, 1, 2), before)).toBe(NOTHING);
  });
});
