/** Pasted text: paragraphs and marks, what is left out, and how long it takes. */
import { describe, expect, it } from 'vitest';
import { htmlLines } from '../../../renderer/paste/html-lines.ts';
import { PASTE_LIMITS, pastedCopy } from '../../../renderer/paste/pasted-copy.ts';
import { expectLinear } from '../../growth.ts';

const SIGNS = { bold: '*', emphasis: '.', superscript: '^', subscript: '_' } as const;

/** Lines as text, bold between asterisks, raised between ^, lowered between _. */
const read = (html: string, text = ''): readonly string[] =>
  pastedCopy({ html, text }).lines.map(({ text: line, marks }) => {
    const edges = marks.flatMap(({ from, to, kind }) => [
      { at: from, sign: SIGNS[kind] },
      { at: to, sign: SIGNS[kind] },
    ]);
    let out = line;
    for (const { at, sign } of edges.sort((a, b) => b.at - a.at))
      out = out.slice(0, at) + sign + out.slice(at);
    return out;
  });

const left = (html: string): readonly string[] =>
  pastedCopy({ html, text: '' }).left.map(({ reason, words, line }) => `${reason} ${line} ${words}`);

describe('a page that is pasted', () => {
  it('gives a line for each paragraph and drops empty ones', () => {
    expect(read('<p>甲</p><p><o:p>&nbsp;</o:p></p>\n<p>乙</p>')).toEqual(['甲', '乙']);
  });

  it('sees through nested divisions and sections, and through tags left open', () => {
    expect(read('<section><section><span>甲</span></section><div><div>乙</div>丙</div></section>')).toEqual([
      '甲',
      '乙',
      '丙',
    ]);
    expect(read('<p>甲<p>乙<ul><li>丙<li>丁</ul>戊')).toEqual(['甲', '乙', '丙', '丁', '戊']);
  });

  it('ends a line at a break, and at what is shown as a block', () => {
    expect(read('<p>甲<br>乙<br/><br>丙</p>')).toEqual(['甲', '乙', '丙']);
    expect(read('<span style="display:block">甲</span><span style="display: block">乙</span>')).toEqual([
      '甲',
      '乙',
    ]);
  });

  it('keeps bold by element and by weight, and no other look', () => {
    expect(read('<p>甲<b>乙</b><i>丙</i><span style="color: red; font-weight: 700">丁</span>戊</p>')).toEqual(
      ['甲*乙*丙*丁*戊'],
    );
    expect(read('<p><strong>甲<u>乙</u></strong>丙</p>')).toEqual(['*甲乙*丙']);
    expect(read('<style>p.b {font-weight:bold}</style><p class=b>甲</p>')).toEqual(['甲']);
  });

  it('is not taken in by a bold element of normal weight, nor by a weight of Word’s own', () => {
    expect(read('<b style="font-weight:normal"><p>甲</p></b>')).toEqual(['甲']);
    expect(read('<p><b style="mso-bidi-font-weight:normal">甲</b></p>')).toEqual(['*甲*']);
    expect(read("<p><span style='mso-bidi-font-weight:bold'>甲</span></p>")).toEqual(['甲']);
  });

  it('goes on with bold that was left open at a paragraph’s end', () => {
    expect(read('<p>甲<b>乙</p><p>丙</b>丁</p>')).toEqual(['甲*乙*', '*丙*丁']);
  });

  it('leaves out style sheets, scripts, comments and forms', () => {
    expect(
      read(
        '<html><head><title>题</title><style>p { color: red }</style></head><body><!--[if gte mso 9]><xml>甲</xml><![endif]-->' +
          '<script>alert("<p>1</p>")</script><p>乙<![if !vml]>丙<![endif]></p><textarea>丁</textarea><svg><text>戊</text></svg></body></html>',
      ),
    ).toEqual(['乙丙']);
  });

  it('keeps the numbers of Word’s lists and drops its bullets', () => {
    const item = (marker: string, text: string) =>
      `<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
    expect(read(item('一、', '甲') + item('1.', '乙') + item('·', '丙') + item('\uf06c', '丁'))).toEqual([
      '一、甲',
      '1.乙',
      '丙',
      '丁',
    ]);
  });

  it('joins a source line that was wrapped between two Han, and keeps the space of Latin words', () => {
    expect(read('<p>文字\n  文字 of\n two   words</p>')).toEqual(['文字文字 of two words']);
  });

  it('keeps the newlines of preformatted text', () => {
    expect(read('<pre>甲\n乙</pre><div style="white-space: pre-wrap">丙\n丁</div>')).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
    ]);
  });

  it('drops indents, no-break spaces between Han, soft hyphens and invisible characters', () => {
    expect(read('<p>　　甲&nbsp;&nbsp;乙&shy;丙\u200b丁\ufeff\u0007</p>')).toEqual(['甲乙丙丁']);
    expect(read('<p>two&nbsp;words</p>')).toEqual(['two words']);
    expect(read('<p>　　王　明　</p>')).toEqual(['王　明']);
    expect(read('<p><b>　　甲 乙</b>丙</p>')).toEqual(['*甲 乙*丙']);
  });

  it('reads references, also those of old pages, and leaves what it does not know', () => {
    expect(
      read('<p>&ldquo;甲&#8221;&mdash;&#x2014;&#151;1&lt;2&amp;amp; a&b &nothing; 5&times;4</p>'),
    ).toEqual(['“甲”———1<2&amp; a&b &nothing; 5×4']);
    expect(read('<p>1 < 2 <3</p>')).toEqual(['1 < 2 <3']);
  });
});

describe('superscripts and subscripts of a page', () => {
  it('are marks, by element, by style and by the sheet', () => {
    expect(read('<p>1.2×10<sup>4</sup>公顷，m<SUP>2</SUP>，CO<sub>2</sub></p>')).toEqual([
      '1.2×10^4^公顷，m^2^，CO_2_',
    ]);
    expect(
      read(
        '<p>m<span style="font-size:0.6em;vertical-align:super">2</span>，H<span style=vertical-align:sub>2</span>O</p>',
      ),
    ).toEqual(['m^2^，H_2_O']);
    expect(
      read(
        '<style>.font6{vertical-align:super;}</style><table><tr><td>m<font class="font6">2</font></td></tr></table>',
      ),
    ).toEqual(['m^2^']);
    expect(
      read("<p>m<span style='position:relative;top:-3.0pt;mso-text-raise:3.0pt'>3甲</span></p>"),
    ).toEqual(['m^3^甲']);
  });

  it('stay with bold, and are none where the element’s own style says so', () => {
    expect(read('<p><b>10<sup>4</sup></b></p>')).toEqual(['*10^4^*']);
    expect(read('<p>m<sup style="vertical-align:baseline">2</sup></p>')).toEqual(['m2']);
  });
});

describe('what is not copy in a page', () => {
  it('is left out and told: deletions of a revision, however they are written', () => {
    const html =
      '<html><body><p class=MsoNormal>三个月来，办结<ins cite="mailto:a">421</ins><del cite="mailto:a">412</del>件。</p></body></html>';
    expect(read(html)).toEqual(['三个月来，办结421件。']);
    expect(left(html)).toEqual(['deleted 0 412']);
    expect(pastedCopy({ html, text: '办结421412件' }).insertions).toBe(1);
    expect(
      left(
        '<p>甲<s>乙</s><strike>丙</strike>丁<span class="msoDel x"><del>戊</del></span>己<span style="text-decoration: underline line-through red">庚</span></p>',
      ),
    ).toEqual(['deleted 0 乙丙', 'deleted 0 戊', 'deleted 0 庚']);
    expect(
      read('<style>.old{text-decoration:line-through}</style><p>甲<span class=old>乙<b>丙</b></span></p>'),
    ).toEqual(['甲']);
    expect(left('<p><s>甲</p><p>乙</s>丙</p>')).toEqual(['deleted -1 甲', 'deleted 0 乙']);
  });

  it('is left out and told: what is hidden, in every way that pages know', () => {
    for (const style of [
      'display:none',
      'display:none !important',
      'visibility:hidden',
      'mso-hide:all',
      'font-size:0',
      'font-size: 0.0pt',
      'font-size:1px',
      'font:0/0 a',
      'opacity:0',
      'opacity: 0%',
      'position:absolute;left:-9999px',
      'text-indent:-9999em;text-indent:-9999px',
      'height:0;overflow:hidden',
      'position:absolute;clip:rect(0,0,0,0)',
    ]) {
      const html = `<p>甲</p><p style="${style}">乙</p><p>丙<span style='${style}'>丁<b>戊</b></span></p>`;
      expect(read(html), style).toEqual(['甲', '丙']);
      expect(left(html), style).toEqual(['hidden 0 乙', 'hidden 1 丁戊']);
    }
    expect(left('<p>甲</p><p hidden>乙</p>')).toEqual(['hidden 0 乙']);
  });

  it('is left out and told: text of its ground’s colour', () => {
    for (const style of [
      'color:#fff',
      'color:white;background:#fff',
      'color: rgb(254, 254, 254)',
      'color:#FDFDFD',
      'color:rgba(0,0,0,0)',
      'color:transparent',
      'color:hsl(0 0% 98%)',
      'background-color:#000;color:black',
    ])
      expect(left(`<p>甲<span style="${style}">乙</span></p>`), style).toEqual(['white 0 乙']);
    expect(left('<p>甲<font color=white>乙</font></p>')).toEqual(['white 0 乙']);
    expect(left('<style>.xl66{color:white;}</style><table><tr><td>甲<td class=xl66>乙</table>')).toEqual([
      'white 0 乙',
    ]);
  });

  it('is none of what can be seen', () => {
    for (const html of [
      '<p style="background:#c00"><span style="color:#fff">甲</span></p>',
      '<table bgcolor="#000080"><tr><td><font color="#ffffff">甲</font></td></tr></table>',
      '<div style="background-image:linear-gradient(red, blue)"><p style="color:white">甲</p></div>',
      '<div style="background:#333 url(x.png) no-repeat;color:white">甲</div>',
      '<div style="font-size:0"><span style="font-size:16px">甲</span></div>',
      '<div style="visibility:hidden"><span style="visibility:visible">甲</span></div>',
      '<p style="color:#999">甲</p>',
      '<p style="color:windowtext;mso-themecolor:text1">甲</p>',
      '<p style="font-size:12.0pt;line-height:0">甲</p>',
      '<p style="text-indent:-21pt;opacity:.9">甲</p>',
      '<p style="text-decoration:underline">甲</p>',
      '<p style="color:var(--ink)">甲</p>',
      '<p style="color:#ff0">甲</p>',
    ]) {
      expect(read(html), html).toEqual(['甲']);
      expect(left(html), html).toEqual([]);
    }
  });

  it('is left out and told: comments of Word, and readings beside their characters', () => {
    const html =
      '<p>甲<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[批1]</a></span>乙</p>' +
      '<p><ruby>翊<rp>(</rp><rt>yì</rt><rp>)</rp></ruby>丙</p>' +
      "<div style='mso-element:comment-list'><div class=msocomtxt><p class=MsoCommentText>此处待核</p></div></div>";
    expect(read(html)).toEqual(['甲乙', '翊丙']);
    expect(left(html)).toEqual(['comment 0 [批1]', 'reading 1 yì', 'comment 1 此处待核']);
  });

  it('never brings it back through the plain text of the clipboard', () => {
    expect(read('<p style="display:none">隐</p>', '隐')).toEqual([]);
  });

  it('counts pictures, and no signs in the text', () => {
    const html =
      '<p>甲<img src=a.png width=600 height=400><img src=b.gif width=20 height=20><img hidden src=c></p>';
    expect(pastedCopy({ html, text: '' }).pictures).toBe(1);
  });
});

describe('a table that is pasted', () => {
  it('gives a line a row, its cells parted by a full-width blank', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((one) => `<td><p>${one}</p></td>`).join('')}</tr>`;
    expect(
      read(`<table>${row('1', '甲镇', '95')}${row('2', '', '-5')}${row('', '乙镇', '')}</table>`),
    ).toEqual(['1　甲镇　95', '2　　-5', '乙镇']);
    expect(read('<table><tr><td>甲<td>乙<tr><td>丙<sup>2</sup><td><b>丁</b></table>戊')).toEqual([
      '甲　乙',
      '丙^2^　*丁*',
      '戊',
    ]);
  });

  it('gives the paragraphs of a cell that is a page’s layout', () => {
    expect(read('<table><tr><td><p>甲</p><p>乙</p></td></tr></table>')).toEqual(['甲', '乙']);
    const long = '甲'.repeat(100);
    expect(read(`<table><tr><td><p>${long}</p><p>${long}</p></td><td>乙</td></tr></table>`)).toEqual([
      long,
      long,
      '乙',
    ]);
    expect(
      read('<table><tr><td><table><tr><td>甲<td>乙</table><table><tr><td>丙<td>丁</table></table>'),
    ).toEqual(['甲　乙', '丙　丁']);
  });

  it('parts what TABs part, in Word’s pages, in preformatted and in plain text', () => {
    expect(read("<p>95<span style='mso-tab-count:1'>&nbsp;&nbsp; </span>-5</p>")).toEqual(['95　-5']);
    expect(read('<pre>1\t甲镇\t95</pre>')).toEqual(['1　甲镇　95']);
    expect(read('', '1\t甲镇\t\t95\n\t乙')).toEqual(['1　甲镇　95', '乙']);
  });
});

describe('a plain text that is pasted', () => {
  it('gives a line for each line, without indents and empty lines', () => {
    expect(read('', '　　甲\r\n\r\n  乙\n丙\u000b丁\n')).toEqual(['甲', '乙', '丙', '丁']);
  });

  it('has no control characters left', () => {
    expect(read('', '甲\u0000\t乙\u00ad\ud800')).toEqual(['甲　乙']);
  });
});

describe('a clipboard that is too much', () => {
  it('gives its plain text where the page breaks off', () => {
    for (const html of ['<p>甲<!--乙', '<p>甲<style>乙', '<p>甲<b title="乙', '<p>甲<template>乙'])
      expect(pastedCopy({ html, text: '甲乙' }), html).toMatchObject({
        plainFor: 'broken',
        lines: [{ text: '甲乙' }],
      });
    expect(pastedCopy({ html: '<p>甲</p><svg><path/></svg>', text: '乙' }).plainFor).toBeNull();
  });

  it('gives its plain text where the page is too long to be read', () => {
    const html = `<p>甲</p>${' '.repeat(16_000_000)}`;
    expect(pastedCopy({ html, text: '乙' })).toMatchObject({ plainFor: 'long', lines: [{ text: '乙' }] });
  });

  it('gives nothing where it is more than a story holds', () => {
    const { lines, tooLong } = pastedCopy({ html: '', text: '甲'.repeat(PASTE_LIMITS.characters + 1) });
    expect([lines.length, tooLong]).toEqual([0, PASTE_LIMITS.characters + 1]);
  });
});

describe('the time that a hostile page takes', () => {
  const hostile: Readonly<Record<string, (n: number) => string>> = {
    'tags without end': (n) => '<a'.repeat(n),
    'style sheets without end': (n) => '<style'.repeat(n),
    'style sheets in style sheets': (n) => '<style>'.repeat(n),
    'comments without end': (n) => '<!--'.repeat(n),
    'scripts without end': (n) => '<script>'.repeat(n),
    conditions: (n) => '<![if !x]>'.repeat(n),
    'attributes without end': (n) => `<a ${'b="'.repeat(n)}`,
    'a style of many declarations': (n) => `<p style="${'color:red;font:1 '.repeat(n)}">甲`,
    'rules in rules': (n) => `<style>${'a{'.repeat(n)}</style>`,
    'deep nesting': (n) => '<div><b>'.repeat(n),
    'deep tables': (n) => '<table><tr><td>甲'.repeat(n),
    'bold left open in every paragraph': (n) => '<p><b>甲</p>'.repeat(n),
    'colours left open before paragraphs': (n) => '<font color=red>'.repeat(n) + '<p>甲'.repeat(n),
    'end tags of nothing': (n) => '<b>'.repeat(n) + '</i>'.repeat(n),
    'items deep in spans': (n) => `<ul>${'<span>'.repeat(n)}${'<li></li>'.repeat(n)}`,
    references: (n) => '&amp;&x'.repeat(n),
    'blanks within a line': (n) => `<p>甲${'　'.repeat(n)}乙`,
    'marks in one line': (n) => '甲<sup>2</sup><b>乙</b>'.repeat(n),
    'deletions in one line': (n) => '<del>甲</del>乙'.repeat(n),
    'cells of one row': (n) => `<table><tr>${'<td>甲'.repeat(n)}</table>`,
  };
  it.each(Object.keys(hostile))('grows with its length alone: %s', (name) => {
    expectLinear(2400, (size) => {
      const html = hostile[name]!(size);
      return () => htmlLines(html);
    });
  });
});
