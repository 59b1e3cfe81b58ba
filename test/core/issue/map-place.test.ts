import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  insertParagraph,
  moveParagraph,
  removeParagraph,
  removeStory,
  setStoryPart,
} from '../../../core/issue/edits.ts';
import { emptyStory, type Issue, paragraph, type Story } from '../../../core/issue/issue.ts';
import { mapPlace, mapText } from '../../../core/issue/map-place.ts';
import { plainLine, replaceRange } from '../../../core/issue/text-edits.ts';
import { partsOf, type TextPlace, textOf } from '../../../core/issue/text-place.ts';
import { smallIssue } from './small-issue.ts';

const ID = 's1';

/** Han that stand once in the story: a place is told by its neighbours. */
const han = (first: number, count: number): string =>
  String.fromCharCode(...Array.from({ length: count }, (_, i) => 0x4e00 + first + i));

const story = (...texts: readonly string[]): Story => ({
  ...emptyStory(ID),
  headline: han(5000, 8),
  paragraphs: texts.map((text) => paragraph(text)),
});
const issueOf = (one: Story): Issue => ({ ...smallIssue(), stories: [one], pages: [] });
const at = (index: number, offset: number): TextPlace => ({
  story: ID,
  part: 'body',
  paragraph: index,
  offset,
});

const mapped = (before: Issue, after: Issue, place: TextPlace, side?: 'before' | 'after') => {
  const found = mapPlace(before, after, place, side);
  return found && [found.place.paragraph, found.place.offset, found.isKept];
};

describe('a place in a text', () => {
  const before = issueOf(story('甲乙丙丁', '戊己庚辛', '壬癸子丑'));

  it('moves with what is typed before it in its text', () => {
    const { issue } = replaceRange(before, at(0, 1), at(0, 1), [plainLine('一二')]);
    expect(mapped(before, issue, at(0, 3))).toEqual([0, 5, true]);
    expect(mapped(before, issue, at(0, 1))).toEqual([0, 1, true]);
    expect(mapped(before, issue, at(0, 1), 'after')).toEqual([0, 3, true]);
    expect(mapped(before, issue, at(1, 2))).toEqual([1, 2, true]);
  });

  it('moves with paragraphs that come, go and change places', () => {
    const come = insertParagraph(before, ID, 1, paragraph('新')).issue;
    expect(mapped(before, come, at(2, 3))).toEqual([3, 3, true]);
    const go = removeParagraph(before, ID, 0).issue;
    expect(mapped(before, go, at(1, 2))).toEqual([0, 2, true]);
    const moved = moveParagraph(before, ID, 0, 2).issue;
    expect(mapped(before, moved, at(0, 2))).toEqual([2, 2, true]);
    expect(mapped(before, moved, at(2, 2))).toEqual([1, 2, true]);
  });

  it('goes with its words where a paragraph is parted or joined', () => {
    const parted = replaceRange(before, at(1, 2), at(1, 2), [plainLine(''), plainLine('')]).issue;
    expect(mapped(before, parted, at(1, 3))).toEqual([2, 1, true]);
    expect(mapped(before, parted, at(2, 3))).toEqual([3, 3, true]);
    const joined = replaceRange(before, at(0, 4), at(1, 0), []).issue;
    expect(mapped(before, joined, at(1, 3))).toEqual([0, 7, true]);
  });

  it('tells that its words were replaced, and stays where they were', () => {
    const gone = replaceRange(before, at(0, 2), at(1, 2), [plainLine('新')]).issue;
    expect(mapped(before, gone, at(0, 3))).toEqual([0, 2, false]);
    expect(mapped(before, gone, at(1, 1), 'after')).toEqual([0, 3, false]);
    const removed = removeParagraph(before, ID, 1).issue;
    expect(mapped(before, removed, at(1, 2))).toEqual([0, 4, false]);
  });

  it('is nowhere where its story or its picture is gone', () => {
    expect(mapPlace(before, removeStory(before, ID).issue, at(0, 1))).toBeNull();
    expect(mapPlace(before, before, { ...at(0, 1), part: 'caption', paragraph: 3 })).toBeNull();
  });

  it('stays with its character through any edit that the character outlives', () => {
    const texts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 });
    const edit = fc.record({
      kind: fc.constantFrom('replace', 'insert', 'remove', 'move', 'headline'),
      a: fc.nat(),
      b: fc.nat(),
      c: fc.nat(),
      lines: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(texts, edit, (lengths, { kind, a, b, c, lines }) => {
        let used = 0;
        const next = (count: number): string => {
          used += count;
          return han(used - count, count);
        };
        const own = story(...lengths.map(next));
        const issue = issueOf(own);
        const count = own.paragraphs.length;
        const place = (n: number): TextPlace => {
          const index = n % count;
          return at(index, Math.floor(n / count) % (own.paragraphs[index]!.text.length + 1));
        };
        const changed = (): Issue => {
          switch (kind) {
            case 'insert':
              return insertParagraph(issue, ID, a % (count + 1), paragraph(next(2))).issue;
            case 'remove':
              return removeParagraph(issue, ID, a % count).issue;
            case 'move':
              return moveParagraph(issue, ID, a % count, b % count).issue;
            case 'headline':
              return setStoryPart(issue, ID, 'headline', han(5000, c % 9) + next(2)).issue;
            default: {
              const [from, to] = [place(a), place(b)].sort(
                (p, q) => p.paragraph - q.paragraph || p.offset - q.offset,
              );
              return replaceRange(
                issue,
                from!,
                to!,
                lines.map((length) => plainLine(next(length))),
              ).issue;
            }
          }
        };
        const after = changed();
        const is = after.stories[0]!;
        for (const name of partsOf(own)) {
          const text = textOf(own, name.part, name.paragraph);
          for (let offset = 0; offset < text.length; offset++) {
            const character = text[offset]!;
            const stands = partsOf(is).find((now) => textOf(is, now.part, now.paragraph).includes(character));
            if (!stands) continue;
            const found = mapPlace(issue, after, { ...name, offset }, 'after');
            const where = { ...stands, offset: textOf(is, stands.part, stands.paragraph).indexOf(character) };
            expect(found).toEqual({ place: where, isKept: true });
            const left = mapPlace(issue, after, { ...name, offset: offset + 1 }, 'before');
            expect(left).toEqual({ place: { ...where, offset: where.offset + 1 }, isKept: true });
          }
        }
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

describe('a text', () => {
  it('is found at its new index, and not where an edit touched it', () => {
    const before = issueOf(story('甲乙', '丙丁'));
    const come = insertParagraph(before, ID, 0, paragraph('新')).issue;
    expect(mapText(before, come, at(1, 0))).toMatchObject({ paragraph: 2 });
    const typed = replaceRange(before, at(1, 0), at(1, 0), [plainLine('新')]).issue;
    expect(mapText(before, typed, at(1, 0))).toBeNull();
    expect(mapText(before, typed, at(0, 0))).toMatchObject({ paragraph: 0 });
  });
});
