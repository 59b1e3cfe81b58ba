/** What holds for any text in any style at any measure (docs/typesetting.md §1–§3). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CharClass, classOf, forbiddenAtEnd, forbiddenAtStart } from '../../../core/typeset/char-class.ts';
import { isInvisible } from '../../../core/typeset/invisible.ts';
import { drawnRuns, type SetLine } from '../../../core/typeset/set-line.ts';
import type { SetStyle } from '../../../core/typeset/set-style.ts';
import { typesetParagraph } from '../../../core/typeset/typeset-paragraph.ts';
import { fonts } from './fonts.ts';

const SIZE = 10;

const han = fc.constantFrom(...'的一是了我不人在他有这上们来到时大地为子中你说生国年河湖山川');
const mark = fc.constantFrom(...'，。、；：？！“”‘’（）〔〕【】《》〈〉「」『』［］｛｝〖〗·～—–/…');
const piece = fc.oneof(
  { weight: 8, arbitrary: han },
  { weight: 4, arbitrary: mark },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '——',
        '……',
        '？！',
        '！！！',
        '2020',
        '1,234.5%',
        '3.5‰',
        '-12',
        '±0.5',
        '℃',
        '36℃',
        '￥30',
        '$5',
        '№7',
      ],
      ...[
        'Zuban',
        'O’Neill',
        'km/h',
        'a',
        'Ω',
        'é',
        '(',
        ')',
        '.',
        'https://www.example.com/a/b',
        '2020-2021',
      ],
      ...['Donaudampfschifffahrt', '１２', '１．５', '９％', '％', '／', '⸺', '○'],
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(' ', '　', '  ', '\u00a0', '\t') },
  /* Rare names, emoji, what no face has, lone surrogates, other scripts. */
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '𬭎',
      '㛃',
      '䶮',
      '劐',
      '\u{1f600}',
      '\u{10fffd}',
      '\ud842',
      '\udfb7',
      'Я',
      'א',
      '\u0301',
    ),
  },
  /* What is never seen: variation selectors, zero-width characters, the soft hyphen, direction marks. */
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        '\ufe00',
        '\ufe0f',
        '\u{e0100}',
        '\u{e01ef}',
        '\u200b',
        '\u200c',
        '\u200d',
        '\u2060',
        '\ufeff',
        '\u00ad',
      ],
      '\u200e',
    ),
  },
);
const text = fc.array(piece, { minLength: 1, maxLength: 90 }).map((parts) => parts.join(''));

const style: fc.Arbitrary<SetStyle> = fc.record({
  face: fc.constantFrom('serif-400' as const, 'kai' as const, 'sans-700' as const),
  boldFace: fc.constant('sans-700' as const),
  size: fc.constant(SIZE),
  indent: fc.constantFrom(0, 1, 2),
  hanLatinGap: fc.constantFrom(0, 0.125, 0.25),
  kinsoku: fc.constantFrom('none' as const, 'basic' as const, 'gb' as const, 'strict' as const),
  fullSpace: fc.constantFrom(1, 0.5),
  ragged: fc.boolean(),
  hanging: fc.boolean(),
  adjacentMarksInOneEm: fc.boolean(),
  stopsWhole: fc.boolean(),
  openerTrimmedAfterIndent: fc.boolean(),
  tracking: fc.constantFrom(0, 0, 0.02, -0.02),
});
const measure = fc.integer({ min: 4, max: 70 });

/** `holds` for some hundred random paragraphs; a failure is shrunk to the shortest text. */
const always = (
  holds: (lines: readonly SetLine[], source: string, own: SetStyle, measure: number) => void,
): void =>
  fc.assert(
    fc.property(text, style, measure, (source, own, em) =>
      holds(typesetParagraph(source, own, em, fonts).lines, source, own, em),
    ),
    { numRuns: 400 },
  );

/** A glyph may begin with a blank that reaches over what stands before it. */
const blankBefore = (character: string): number => {
  const c = classOf(character.codePointAt(0)!);
  return c === CharClass.Opener ? SIZE / 2 : c === CharClass.Interpunct ? SIZE / 4 : 0;
};

const lastOf = (line: string): string => [...line].pop() ?? '';
const seen = (text: string): string =>
  [...text].filter((character) => !isInvisible(character.codePointAt(0)!)).join('');
const isBlank = (line: string): boolean => /^[\s\u3000]*$/.test(line);

describe('a paragraph of any text, in any style, at any measure', () => {
  it('has every source character exactly once and in order: the runs’ offsets tile the text', () =>
    always((lines, source) => {
      let at = 0;
      for (const line of lines) {
        expect(line.from).toBe(at);
        for (const run of line.runs) {
          expect(run.from).toBe(at);
          expect(run.xs).toHaveLength([...run.text].length);
          for (const _ of run.xs) at += source.codePointAt(at)! > 0xffff ? 2 : 1;
        }
        expect(line.to).toBe(at);
      }
      expect(at).toBe(source.length);
    }));

  it('draws what can be seen and nothing else', () =>
    always((lines, source) => {
      const drawn = lines.flatMap((line) => drawnRuns(line).map((run) => run.text)).join('');
      expect([...drawn]).toHaveLength([...seen(source)].length);
      expect(seen(drawn)).toBe(drawn);
    }));

  it('sets invisible characters without width: the line ends where it would without them', () => {
    fc.assert(
      fc.property(text, style, (source, own) => {
        const width = (one: string) => typesetParagraph(one, own, 2000, fonts).lines[0]?.width ?? 0;
        expect(width(source)).toBeCloseTo(width(seen(source)), 6);
      }),
      { numRuns: 200 },
    );
  });

  it('shows every character as it is, or 〓 where no face has it, or a space for whatever is blank', () =>
    always((lines, source) => {
      const shown = [...lines.flatMap((line) => line.runs.map((run) => run.text)).join('')];
      [...source].forEach((character, i) => {
        if (shown[i] === '〓') return;
        expect(shown[i]).toBe(shown[i] === ' ' && character.trim() === '' ? ' ' : character);
      });
    }));

  it('has no line wider than its measure but a forced one, or by half an em with a hanging stop', () =>
    always((lines, _, own, em) => {
      for (const line of lines) {
        const most = em * SIZE + (line.fill.hanging ? SIZE / 2 : 0) + 0.01;
        if (!line.fill.forced) expect(line.indent + line.width).toBeLessThanOrEqual(most);
        if (line.fill.hanging) {
          expect(own.hanging).toBe(true);
          expect('，。、；：？！．').toContain(line.runs.at(-1)!.text.trimEnd().at(-1));
        }
      }
    }));

  it('fills every line to its measure, but the last, ragged and forced ones', () =>
    always((lines, _, own, em) => {
      if (own.ragged) return;
      for (const line of lines) {
        if (line.last || line.fill.forced) continue;
        const full = em * SIZE + (line.fill.hanging ? SIZE / 2 : 0);
        expect(line.indent + line.width).toBeCloseTo(full, 3);
      }
    }));

  it('has no forbidden break unless the line before it says so', () =>
    always((lines, source, own) => {
      lines.forEach((line, i) => {
        const next = lines[i + 1];
        if (!next || line.fill.forced) return;
        const before = seen(source.slice(line.from, line.to)).trim();
        const after = seen(source.slice(next.from, next.to)).trim();
        /* Between blanks there is no break to speak of. */
        if (isBlank(before) || isBlank(after)) return;
        const shown = `${before}|${after}`;
        const [first, last] = [after.codePointAt(0)!, lastOf(before).codePointAt(0)!];
        expect(forbiddenAtStart(classOf(first), own.kinsoku), shown).toBe(false);
        if ([CharClass.Opener, CharClass.Latin].includes(classOf(last) as never))
          expect(forbiddenAtEnd(classOf(last), last, own.kinsoku), shown).toBe(false);
        /* A minus before digits is no hyphen. */
        if (own.kinsoku !== 'none') expect(shown).not.toMatch(/\|([%％‰℃,.)]|-(?!\d))|[№(（“]\|/u);
        expect(shown).not.toMatch(/(?<!—)(——)*—\|—(——)*(?!—)/u);
        if (/\d[,.]?\|\d/.test(shown) && seen(source.slice(0, next.from)).at(-1)!.trim() !== '')
          expect(shown).toMatch(/[-/.]\|/);
      });
    }));

  it('has positions that ascend within a line', () =>
    always((lines, _, own) => {
      /* A space stands where the character before it ends, and negative tracking draws the next one closer. */
      const back = Math.max(0, -(own.tracking ?? 0)) * SIZE + 0.01;
      for (const line of lines) {
        const xs = drawnRuns(line).flatMap((run) =>
          [...run.text].flatMap((character, i) =>
            isBlank(character) ? [] : [run.xs[i]! + blankBefore(character)],
          ),
        );
        for (let i = 1; i < xs.length; i++) expect(xs[i]! - xs[i - 1]!).toBeGreaterThan(-back);
      }
    }));

  it('stands Han no more than ¼ em apart, and loosens only what its fill says', () =>
    always((lines, _, own) => {
      for (const line of lines) {
        expect(line.fill.looseness).toBeLessThanOrEqual(0.25 + (own.tracking ?? 0) + 1e-6);
        for (const run of line.runs)
          [...run.text].forEach((character, i) => {
            if (
              i === 0 ||
              !/[\u4e00-\u9fa5]/.test(character) ||
              !/[\u4e00-\u9fa5]/.test([...run.text][i - 1]!)
            )
              return;
            const extra = (run.xs[i]! - run.xs[i - 1]!) / SIZE - 1;
            expect(extra).toBeLessThanOrEqual(Math.max(line.fill.looseness, own.tracking ?? 0) + 1e-6);
          });
      }
    }));

  it('is the same whenever it is set: nothing of one paragraph stays for the next', () => {
    fc.assert(
      fc.property(text, text, style, measure, (source, other, own, em) => {
        const lines = typesetParagraph(source, own, em, fonts);
        typesetParagraph(other, own, em + 3, fonts);
        expect(typesetParagraph(source, own, em, fonts)).toEqual(lines);
      }),
      { numRuns: 100 },
    );
  });
});
