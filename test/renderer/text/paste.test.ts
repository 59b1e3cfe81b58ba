/** Pasted text: paragraphs, bold, and nothing else. */
import { describe, expect, it } from 'vitest';
import {
  htmlLines,
  joinedLines,
  plainLines,
  type ReadNode,
  withoutStyles,
} from '../../../renderer/text/paste.ts';
import { comment, el } from './read-nodes.ts';

/** Lines as text, bold between asterisks. */
const read = (...nodes: readonly (ReadNode | string)[]): readonly string[] =>
  htmlLines(el('body', ...nodes)).map(({ text, marks }) => {
    let out = text;
    for (const { from, to } of [...marks].reverse())
      out = `${out.slice(0, from)}*${out.slice(from, to)}*${out.slice(to)}`;
    return out;
  });

describe('a page that is pasted', () => {
  it('gives a line for each paragraph and drops empty ones', () => {
    expect(read(el('p', '甲'), el('p', el('o:p', '\u00a0')), el('p', '乙'))).toEqual(['甲', '乙']);
  });

  it('sees through nested divisions and sections', () => {
    expect(read(el('section', el('section', el('span', '甲')), el('div', el('div', '乙'), '丙')))).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
  });

  it('ends a line at a break', () => {
    expect(read(el('p', '甲', el('br'), '乙', el('br'), el('br'), '丙'))).toEqual(['甲', '乙', '丙']);
  });

  it('keeps bold by element and by weight, and no other look', () => {
    expect(
      read(el('p', '甲', el('b', '乙'), el('i', '丙'), el('span[color: red; font-weight: 700]', '丁'), '戊')),
    ).toEqual(['甲*乙*丙*丁*戊']);
    expect(read(el('p', el('strong', '甲', el('u', '乙')), '丙'))).toEqual(['*甲乙*丙']);
  });

  it('is not taken in by a bold element of normal weight, nor by a weight of Word’s own', () => {
    expect(read(el('b[font-weight:normal]', el('p', '甲')))).toEqual(['甲']);
    expect(read(el('p', el('b[mso-bidi-font-weight:normal]', '甲')))).toEqual(['*甲*']);
    expect(read(el('p', el('span[mso-bidi-font-weight:bold]', '甲')))).toEqual(['甲']);
  });

  it('leaves out style sheets, scripts, comments and what is hidden', () => {
    expect(
      read(
        comment('[if gte mso 9]><xml>甲</xml><![endif]'),
        el('style', 'p { color: red }'),
        el('script', 'alert(1)'),
        el('p', el('span[display: none]', '隐'), el('span[mso-hide:all]', '隐'), '乙'),
      ),
    ).toEqual(['乙']);
  });

  it('keeps the numbers of Word’s lists and drops its bullets', () => {
    const item = (marker: string, text: string) =>
      el('p', el('span[mso-list:Ignore]', marker, el('span[font:7.0pt]', '\u00a0\u00a0\u00a0')), text);
    expect(read(item('一、', '甲'), item('1.', '乙'), item('·', '丙'), item('\uf06c', '丁'))).toEqual([
      '一、甲',
      '1.乙',
      '丙',
      '丁',
    ]);
  });

  it('joins a source line that was wrapped between two Han, and keeps the space of Latin words', () => {
    expect(read(el('p', '文字\n  文字 of\n two   words'))).toEqual(['文字文字 of two words']);
  });

  it('keeps the newlines of preformatted text', () => {
    expect(read(el('pre', '甲\n乙'), el('div[white-space: pre-wrap]', '丙\n丁'))).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
    ]);
  });

  it('drops indents, no-break spaces between Han, soft hyphens and invisible characters', () => {
    expect(read(el('p', '　　甲\u00a0\u00a0乙\u00ad丙\u200b丁\ufeff\u0007'))).toEqual(['甲乙丙丁']);
    expect(read(el('p', 'two\u00a0words'))).toEqual(['two words']);
  });

  it('keeps a full-width space within a line', () => {
    expect(read(el('p', '　　王　明　'))).toEqual(['王　明']);
  });

  it('marks what is bold after the indent was dropped', () => {
    expect(read(el('p', el('b', '　　甲 乙'), '丙'))).toEqual(['*甲 乙*丙']);
  });

  it('gives a line a cell of a table', () => {
    expect(read(el('table', el('tr', el('td', '甲'), el('td', '乙'))))).toEqual(['甲', '乙']);
  });
});

describe('styles of a page', () => {
  it('become data, and the text about them stays', () => {
    expect(
      withoutStyles(
        '<STYLE>p { color: red }</STYLE><p class=a\nstyle="font-weight: bold">a style="b"</p><p style=\'x\'>',
      ),
    ).toBe('<p class=a\ndata-style="font-weight: bold">a style="b"</p><p data-style=\'x\'>');
  });
});

describe('a plain text that is pasted', () => {
  it('gives a line for each line, without indents and empty lines', () => {
    expect(plainLines('　　甲\r\n\r\n  乙\n丙\u000b丁\n').map(({ text }) => text)).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
    ]);
  });

  it('has no control characters left', () => {
    expect(plainLines('甲\u0000\t乙\u00ad\ud800').map(({ text }) => text)).toEqual(['甲 乙']);
  });
});

describe('several lines in a headline', () => {
  it('are joined, with a space between Latin words alone', () => {
    const line = (text: string) => ({ text, marks: [] });
    expect(joinedLines([line('甲乙'), line('丙'), line('AI'), line('2.0')])).toBe('甲乙丙AI 2.0');
  });
});
