import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findText } from '../../../core/issue/find-text.ts';
import { type Mark, paragraph } from '../../../core/issue/issue.ts';
import { areNormalMarks, normalMarks, toggledMarks } from '../../../core/issue/marks.ts';
import { foldScripts, markedText, wordsInScript } from '../../../core/issue/script-forms.ts';
import { indexTokens, parseQuery } from '../../../electron/archive/han-bigrams.ts';
import { issue, story } from '../makeup/issue-builder.ts';

const sup = (from: number, to: number): Mark => ({ from, to, kind: 'superscript' });
const sub = (from: number, to: number): Mark => ({ from, to, kind: 'subscript' });

describe('superscript and subscript', () => {
  it('are said of a text of any length', () => {
    const digits = '4'.repeat(300_000);
    expect(markedText(digits, [sup(0, digits.length)])).toBe('⁴'.repeat(300_000));
  });

  it('take each other away', () => {
    expect(toggledMarks([sup(0, 4)], sub(1, 2))).toEqual([sup(0, 1), sub(1, 2), sup(2, 4)]);
    expect(toggledMarks([sub(0, 4)], sup(0, 4))).toEqual([sup(0, 4)]);
    expect(toggledMarks([sup(0, 4)], sup(1, 2))).toEqual([sup(0, 1), sup(2, 4)]);
    expect(normalMarks([sub(0, 4), sup(1, 2)])).toEqual([sub(0, 1), sup(1, 2), sub(2, 4)]);
  });

  it('are never both over the same text, whatever was marked in whatever order', () => {
    const mark = fc
      .tuple(
        fc.nat(12),
        fc.nat(12),
        fc.constantFrom<Mark['kind']>('bold', 'superscript', 'subscript', 'emphasis'),
      )
      .map(([a, b, kind]): Mark => ({ from: Math.min(a, b), to: Math.max(a, b) + 1, kind }));
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (steps) => {
        const marks = steps.reduce<readonly Mark[]>(toggledMarks, []);
        expect(areNormalMarks(marks, 14)).toBe(true);
        expect(normalMarks(normalMarks(steps))).toEqual(normalMarks(steps));
        for (let at = 0; at < 14; at++) {
          const kinds = marks.filter((m) => m.from <= at && m.to > at).map((m) => m.kind);
          expect(kinds.includes('superscript') && kinds.includes('subscript')).toBe(false);
        }
      }),
    );
  });

  it('are said in characters where there are no marks', () => {
    expect(markedText('1.2×104公顷', [sup(6, 7)])).toBe('1.2×10⁴公顷');
    expect(markedText('10-3mol，H2O', [sup(2, 4), sub(9, 10)])).toBe('10⁻³mol，H₂O');
    expect(markedText('注1st', [sup(2, 4)])).toBe('注1st');
  });
});

describe('searching', () => {
  const kept = issue([
    {
      ...story('s', '题', []),
      paragraphs: [
        { ...paragraph('面积100m2，折合1.2×104公顷'), marks: [sup(6, 7), sup(16, 17)] },
        paragraph('面积100m²，折合1.2×10⁴公顷，共104户，CO₂'),
      ],
    },
  ]);
  const found = (query: string) =>
    findText(kept, { query, matchCase: false }).map(({ from }) => from.paragraph);

  it('finds m² by m² and by m2, and 10⁴ not by 104', () => {
    expect(found('m²')).toEqual([0, 1]);
    expect(found('m2')).toEqual([0, 1]);
    expect(found('10⁴')).toEqual([0, 1]);
    expect(found('104')).toEqual([1]);
    expect(found('co2')).toEqual([1]);
  });

  it('does so in the archive', () => {
    expect(indexTokens('100m²')).toBe(indexTokens('100m2'));
    expect(indexTokens('1.2×10⁴').split(' ')).not.toContain('104');
    expect(parseQuery('10⁴')!.matches).toEqual(['"10⁴"']);
    expect(parseQuery('m²')!.matches).toEqual(parseQuery('m2')!.matches);
  });

  it('keeps every offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1', '²', '₂', 'm', '田', '⁴', '𬭎', '⁻')), (all) => {
        expect(foldScripts(all.join('')).length).toBe(all.join('').length);
      }),
    );
  });
});

describe('words that a note quotes', () => {
  it.each([
    ['4', 'superscript', '⁴'],
    ['-3', 'superscript', '⁻³'],
    ['2', 'subscript', '₂'],
    ['7.5', 'superscript', '^7.5'],
    ['注', 'superscript', '注'],
    ['4', null, '4'],
  ] as const)('say %s as %s', (text, kind, said) => {
    expect(wordsInScript(text, kind)).toBe(said);
  });
});
