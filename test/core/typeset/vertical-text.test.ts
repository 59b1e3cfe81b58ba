/** Headlines set down the page (docs/typesetting.md §4). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInvisible } from '../../../core/typeset/invisible.ts';
import { verticalCells } from '../../../core/typeset/vertical-text.ts';
import { fonts } from './fonts.ts';

const cells = (text: string) => verticalCells(text, 'serif-900', fonts);
const texts = (text: string) => cells(text).map((cell) => cell.text);
/** The text with a bar where a column may end. */
const broken = (text: string) =>
  cells(text)
    .map((cell) => cell.text + (cell.breakAfter ? '|' : ''))
    .join('');

describe('a cell of a vertical headline', () => {
  it('is painted in a face that has all its characters', () => {
    for (const text of ['降到98μg/m³', 'PM₂.₅下降', '气温25℃', '第Ⅲ期', '劐家㛃䶮𬭎'])
      for (const { face, text: own } of cells(text))
        for (const character of own) expect(fonts.has(face, character.codePointAt(0)!), own).toBe(true);
  });

  it('splits a word by face, all of it turned and none of it parted', () => {
    expect(fonts.has('serif-900', 0x3bc)).toBe(false);
    const own = cells('98μg/m³');
    expect(own.map(({ text }) => text).join('')).toBe('98μg/m³');
    expect(own.length).toBeGreaterThan(1);
    expect(own.every(({ turned }) => turned)).toBe(true);
    expect(own.map(({ breakAfter }) => breakAfter)).toEqual([...own.slice(1).map(() => false), true]);
  });

  it('holds the solidus of a unit or an address: no column ends after it', () => {
    expect(texts('限速80km/h')).toEqual(['限', '速', '80km/h']);
    expect(texts('见https://www.example.com/a/b')).toEqual(['见', 'https://www.example.com/a/b']);
    expect(texts('采访/撰文')).toEqual(['采', '访', '/', '撰', '文']);
  });

  it('shows 〓 for what no face has', () => {
    expect(texts('河\u{10fffd}堤')).toEqual(['河', '〓', '堤']);
  });

  it('does not show what is invisible, and keeps the offsets of the rest', () => {
    expect(cells('葛\u{e0100}城\u200b').map(({ text, from }) => [text, from])).toEqual([
      ['葛', 0],
      ['城', 3],
    ]);
    expect(cells('Zu\u00adban').map(({ text, from, turned }) => [text, from, turned])).toEqual([
      ['Zu', 0, true],
      ['ban', 3, true],
    ]);
  });

  it('keeps an apostrophe within its word, and turns only quotes into their vertical forms', () => {
    expect(texts('“O’Neill”').join('')).toBe('﹃O’Neill﹄');
  });

  it('lets no column open with a mark or a space, nor close with an opener', () => {
    expect(broken('河堤，“新柳” 成行！')).toBe('河|堤，|﹃新|柳﹄ |成|行！|');
    expect(broken('河\u2060堤柳')).toBe('河堤|柳|');
  });

  it('has every character that can be seen once and in order, in a face that has it, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '河',
        '堤',
        '，',
        '“',
        '”',
        '‘',
        '’',
        '——',
        '……',
        '！',
        '12',
        '98μg/m³',
        'O’Neill',
        '/',
        '%',
        ' ',
        '　',
      ],
      ...[
        '\u200b',
        '\u2060',
        '\u{e0100}',
        '\u00ad',
        '𬭎',
        '\u{10fffd}',
        'Я',
        '·',
        '（',
        '）',
        '$5',
        '-',
        '１',
      ],
    );
    const forms = new Map([...'﹃﹄﹁﹂'].map((form, i) => [form, '“”‘’'[i]!]));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        const skip = () => {
          while (at < text.length && isInvisible(text.codePointAt(at)!))
            at += text.codePointAt(at)! > 0xffff ? 2 : 1;
        };
        for (const cell of cells(text)) {
          skip();
          expect(cell.from).toBe(at);
          expect(cell.xs).toHaveLength([...cell.text].length);
          for (const character of cell.text) {
            const wanted = String.fromCodePoint(text.codePointAt(at)!);
            if (character !== '〓') expect(forms.get(character) ?? character).toBe(wanted);
            if (wanted.trim() !== '')
              expect(fonts.has(cell.face, character.codePointAt(0)!), character).toBe(true);
            at += wanted.length;
          }
        }
        skip();
        expect(at).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
