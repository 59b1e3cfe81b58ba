import { describe, expect, it } from 'vitest';
import { grey } from '../tiny-pictures.ts';
import { p, partXml, picture, r, tbl } from '../word-builders.ts';
import { read } from './reading-documents.ts';

const field = (instruction: string, result = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>${result === '' ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const ruby = (base: string, reading: string): string =>
  `<w:r><w:ruby><w:rubyPr/><w:rt>${r(reading)}</w:rt><w:rubyBase>${r(base)}</w:rubyBase></w:ruby></w:r>`;
const media = (id: string, target: string) => ({
  relations: [[id, 'image', target]] as const,
  parts: { 'word/media/a.png': grey(5, 4) },
});

const HALF = '<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>';

describe('super- and subscripts', () => {
  const sup = '<w:vertAlign w:val="superscript"/>';
  const sub = '<w:vertAlign w:val="subscript"/>';
  it.each([
    [
      'by their property',
      `${r('10')}${r('4', sup)}${r('公顷，CO')}${r('2', sub)}`,
      '10<sup>4</sup>公顷，CO<sub>2</sub>',
    ],
    ['of several runs as one', `${r('10')}${r('-', sup)}${r('3', sup)}`, '10<sup>-3</sup>'],
    ['by a style', `${r('m')}${r('2', '<w:rStyle w:val="up"/>')}`, 'm<sup>2</sup>'],
    [
      'raised by hand and smaller',
      `${r('m', '<w:sz w:val="21"/>')}${r('2', '<w:position w:val="6"/><w:sz w:val="14"/>')}`,
      'm<sup>2</sup>',
    ],
    [
      'raised by hand only: no mark',
      `${r('m', '<w:sz w:val="21"/>')}${r('2', '<w:position w:val="6"/><w:sz w:val="21"/>')}`,
      'm2',
    ],
    [
      'in bold',
      `${r('面积5m', '<w:b/>')}${r('2', `<w:b/>${sup}`)}${r('。')}`,
      '\ufdd0**面积5m<sup>2</sup>**。',
    ],
    ['of blanks only: no mark', `${r('甲')}${r(' ', sup)}${r('乙')}`, '甲 乙'],
    [
      'back on the line after a style: no mark',
      `${r('m')}${r('2', '<w:rStyle w:val="up"/><w:vertAlign w:val="baseline"/>')}`,
      'm2',
    ],
    ['none in plain text', r('104'), '104'],
  ])('%s', async (_, runs, text) => {
    const styles = `<w:style w:type="character" w:styleId="up"><w:name w:val="up"/><w:rPr>${sup}</w:rPr></w:style>`;
    expect((await read(p(runs), { styles })).lines).toEqual([text]);
  });
});

describe('what a line of text cannot hold', () => {
  it.each([
    ['a reading above a character', ruby('湓', 'pén'), '湓', '注音没有排：湓（pén）。'],
    ['readings of a line are one note', ruby('甲', 'jiǎ') + ruby('乙', 'yǐ'), '甲乙', '甲（jiǎ）、乙（yǐ）'],
    ['a reading by a field', field('EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(yì),翊)'), '翊', '翊（yì）'],
    [
      'a reading by a field with its typeface',
      field('EQ \\* jc2 \\* "Font:宋体" \\* hps12 \\o\\ac(\\s\\up 11(hé),郃)'),
      '郃',
      '郃（hé）',
    ],
    ['an encircled number', field('EQ \\o\\ac(○,1)'), '①', '用域做的“①”'],
    ['a fraction by a field', field('EQ \\f(1,3)'), '1/3', '用域做的“1/3”'],
    ['a power by a field', field('EQ \\s\\up6(2)'), '<sup>2</sup>', '用域做的“2”'],
    ['a field with its result', field('PAGE', '7'), '7', ''],
    [
      'a choice by another field, which has kept its own result',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${field(
        'MERGEFIELD 性别',
        '女',
      )}<w:r><w:instrText> = "女" "女士" "先生"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('女士')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      '女士',
      '',
    ],
    ['a button’s words', field('MACROBUTTON Nothing 点此填写'), '点此填写', ''],
    ['a symbol by a field', field('SYMBOL 254 \\f "Wingdings"'), '☑', ''],
    ['a field without a result', field('DATE \\@ "yyyy"'), '', '一处域“DATE'],
    ['a simple field', `<w:fldSimple w:instr="DATE">${r('11月')}</w:fldSimple>`, '11月', ''],
    ['a mark for the index', field('XE "葛长河"'), '', ''],
    [
      'a box to tick',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      '☑',
      '',
    ],
    ['a symbol', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑', ''],
    ['a symbol of a plain face', '<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>', '①', ''],
    ['a symbol that nobody knows', '<w:r><w:sym w:font="Own" w:char="F041"/></w:r>', '〓', '认不出'],
    ['letters in a symbol face', r('l', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), '●', ''],
    [
      'a hyphen that does not break',
      '<w:r><w:t>0000</w:t><w:noBreakHyphen/><w:t>68</w:t></w:r>',
      '0000-68',
      '',
    ],
  ])('%s', async (_, inner, text, said) => {
    const { lines, said: told, notes } = await read(p(`${r('前')}${inner}${r('后。')}`));
    expect(lines).toEqual([`前${text}后。`]);
    if (said === '') expect(notes).toEqual([]);
    else expect(told).toContain(said);
  });

  it.each([
    [
      '<m:r><m:t>S=π</m:t></m:r><m:sSup><m:e><m:r><m:t>r</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>',
      'S=πr<sup>2</sup>',
    ],
    ['<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>', '(a+b)/2'],
    ['<m:rad><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad>', '√x'],
    [
      '<m:sSubSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sub><m:r><m:t>1</m:t></m:r></m:sub><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSubSup>',
      'x<sub>1</sub><sup>2</sup>',
    ],
    ['<m:d><m:e><m:r><m:t>𝑉</m:t></m:r></m:e></m:d>', '(V)'],
    [`${HALF}<m:r><m:t>x</m:t></m:r>`, '(1/2)x'],
    [`<m:r><m:t>3</m:t></m:r>${HALF}`, '3(1/2)'],
    [`<m:r><m:t>y=</m:t></m:r>${HALF}<m:r><m:t>+x</m:t></m:r>`, 'y=1/2+x'],
    [`<m:sSup><m:e>${HALF}</m:e><m:sup><m:r><m:t>n</m:t></m:r></m:sup></m:sSup>`, '(1/2)<sup>n</sup>'],
    [`${HALF}<m:d><m:e><m:r><m:t>a+b</m:t></m:r></m:e></m:d>`, '(1/2)(a+b)'],
  ])('a formula is a line of text to be looked at: %#', async (inner, text) => {
    const { lines, notes } = await read(p(`${r('即')}<m:oMath>${inner}</m:oMath>${r('。')}`));
    expect(lines).toEqual([`即${text}。`]);
    expect(notes).toMatchObject([{ severity: 'warning', line: 1, message: expect.stringContaining('公式') }]);
  });

  it('a formula in a paragraph of its own stands once', async () => {
    const { lines } = await read(
      `${p('前。')}<w:p><m:oMathPara><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></m:oMathPara></w:p>`,
    );
    expect(lines).toEqual(['前。', 'E=mc']);
  });

  it('notes and comments are told with their words and their place', async () => {
    const reference = (kind: string) => `<w:r><w:${kind}Reference w:id="2"/></w:r>`;
    const note = (kind: string, text: string, more = '') =>
      partXml(`${kind}s`, `<w:${kind} w:id="2"${more}>${p(text)}</w:${kind}>`);
    const { lines, notes } = await read(
      p('首段。') + p(`${r('正文。')}${reference('footnote')}${reference('endnote')}${reference('comment')}`),
      {
        relations: [
          ['f', 'footnotes', 'footnotes.xml'],
          ['e', 'endnotes', 'endnotes.xml'],
          ['c', 'comments', 'comments.xml'],
        ],
        parts: {
          'word/footnotes.xml': note('footnote', '据年鉴。'),
          'word/endnotes.xml': note('endnote', '见县志。'),
          'word/comments.xml': note('comment', '此处要核实。', ' w:author="葛长河"'),
        },
      },
    );
    expect(lines).toEqual(['首段。', '正文。']);
    expect(notes.map(({ words, line }) => [words, line])).toEqual([
      ['据年鉴。', 2],
      ['见县志。', 2],
      ['此处要核实。', 2],
    ]);
    expect(notes[2]!.message).toContain('葛长河的批注');
  });

  it('headers and footers are told once, page numbers alone are not', async () => {
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/></w:sectPr>';
    const { lines, notes } = await read(p('正文。') + section + section, {
      relations: [
        ['h', 'header', 'header1.xml'],
        ['f', 'footer', 'footer1.xml'],
      ],
      parts: {
        'word/header1.xml': partXml('hdr', p('青岚县融媒体中心')),
        'word/footer1.xml': partXml('ftr', p(`${r('第 ')}${field('PAGE', '1')}${r(' 页')}`)),
      },
    });
    expect(lines).toEqual(['正文。']);
    expect(notes.map(({ message }) => message)).toEqual(['页眉没有排入：“青岚县融媒体中心”。']);
  });

  it('a chart is told with its figures, a diagram with its words, an object by its name', async () => {
    const graphic = (inner: string) =>
      p(
        `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
      );
    const points = (values: readonly string[]) =>
      values.map((v, i) => `<c:pt idx="${i}"><c:v>${v}</c:v></c:pt>`).join('');
    const chart = partXml(
      'c:chartSpace',
      `<c:chart><c:title><c:tx><a:t>粮食产量</a:t></c:tx></c:title><c:ser><c:tx><c:v>吨</c:v></c:tx><c:cat>${points(['2019', '2020'])}</c:cat><c:val>${points(['31', '42'])}</c:val></c:ser></c:chart>`,
    );
    const { lines, notes } = await read(
      p('如下：') +
        graphic('<c:chart r:id="c"/>') +
        graphic('<dgm:relIds r:dm="d"/>') +
        p('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
      {
        relations: [
          ['c', 'chart', 'charts/chart1.xml'],
          ['d', 'diagramData', 'diagrams/data1.xml'],
        ],
        parts: {
          'word/charts/chart1.xml': chart,
          'word/diagrams/data1.xml': partXml(
            'dgm:dataModel',
            '<a:p><a:r><a:t>第一步</a:t></a:r></a:p><a:p><a:r><a:t>第二步</a:t></a:r></a:p>',
          ),
        },
      },
    );
    expect(lines).toEqual(['如下：']);
    expect(notes.map(({ words }) => words)).toEqual([
      '粮食产量\n吨\n2019　31\n2020　42',
      '第一步\n第二步',
      '',
    ]);
    expect(notes.map(({ message }) => message).join('')).toMatch(
      /图表“粮食产量”.*SmartArt.*Excel\.Sheet\.12/,
    );
  });
});

describe('boxes, choices and controls', () => {
  const box = (inner: string) => `<wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx>`;
  it('the text of a box stands once, after its paragraph', async () => {
    const inner = p('框里的话。');
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>${box(inner)}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { lines, said } = await read(p(`${r('正文。')}${shape}${r('续。')}`) + p('后段。'));
    expect(lines).toEqual(['正文。续。', '框里的话。', '后段。']);
    expect(said).toContain('1个文本框');
  });

  it('a choice that is not understood gives way to its fallback', async () => {
    const choice =
      '<mc:AlternateContent><mc:Choice Requires="future">' +
      r('新') +
      '</mc:Choice><mc:Fallback>' +
      r('旧') +
      '</mc:Fallback></mc:AlternateContent>';
    expect((await read(p(choice))).lines).toEqual(['旧']);
  });

  it('unknown elements around text lose nothing', async () => {
    const inner = `<w:smartTag>${r('甲')}</w:smartTag><w:customXml>${r('乙')}</w:customXml><w:hyperlink>${r('丙')}</w:hyperlink><w:bdo>${r('丁')}</w:bdo><x:y xmlns:x="urn:x">${r('戊')}</x:y><w:sdt><w:sdtContent>${r('己')}</w:sdtContent></w:sdt>`;
    expect((await read(p(inner))).lines).toEqual(['甲乙丙丁戊己']);
  });
});

describe('tables', () => {
  it('rows are lines whose cells TABs part; none are glued, empty ones keep their place', async () => {
    const { lines, said } = await read(
      tbl(['乡镇', '上年', '今年'], ['甲镇', '95', '-5'], ['乙镇', '', '60']),
    );
    expect(lines).toEqual(['乡镇\t上年\t今年', '甲镇\t95\t-5', '乙镇\t\t60']);
    expect(said).toContain('表格已拆成文字');
  });

  it('one cell, or one column, is no table', async () => {
    const cell = p('标题在此', '<w:pStyle w:val="1"/>') + p('第一段。') + p('第二段。');
    expect(await read(tbl([cell]))).toMatchObject({
      lines: ['# 标题在此', '第一段。', '第二段。'],
      notes: [],
    });
    expect((await read(tbl(['甲'], ['乙']))).lines).toEqual(['甲', '乙']);
  });

  it('whole paragraphs in a cell stay paragraphs', async () => {
    const body =
      p('第一段写得比一个格子长得多，有四十来个字，所以不能与旁边的格子排成一行，还要自成一段。') +
      p('第二段。');
    expect((await read(tbl(['正文', body], ['作者', '邬大江']))).lines).toEqual([
      '正文',
      expect.stringMatching(/^第一段/),
      '第二段。',
      '作者\t邬大江',
    ]);
  });

  it('pictures in cells come with the caption beside or below them', async () => {
    const image = p(picture('i'));
    const beside = await read(tbl([image, '亭子一角']), media('i', 'media/a.png'));
    expect(beside.lines).toEqual(['![亭子一角](文档图片1)']);
    expect([...beside.pictures.keys()]).toEqual(['文档图片1']);
    const below = await read(tbl([image, image], ['左图', '右图']), media('i', 'media/a.png'));
    expect(below.lines).toEqual(['![左图](文档图片1)', '![右图](文档图片1)']);
    const within = await read(tbl([image + p('亭子一角'), '公园占地三亩。']), media('i', 'media/a.png'));
    expect(within.lines).toEqual(['![亭子一角](文档图片1)', '公园占地三亩。']);
  });

  it('a review sheet is the copy in it; its labels and the reviewers’ words are told', async () => {
    const copy = p('石板塘水库大坝上机声隆隆，12台挖掘机同时作业，岸上的人看得见。') + p('“抢晴天。”他说。');
    const sheet = tbl(
      ['标　题', '石板塘上夯歌起'],
      ['作者', '邬大江'],
      ['正文：', copy],
      ['审签意见', '同意刊发。葛长河'],
    );
    const { lines, notes, said, words } = await read(p('青岚县融媒体中心稿件审签单') + sheet);
    expect(lines).toEqual([
      '标题：石板塘上夯歌起',
      '作者\t邬大江',
      '石板塘水库大坝上机声隆隆，12台挖掘机同时作业，岸上的人看得见。',
      '“抢晴天。”他说。',
    ]);
    expect(said).toContain('审签单上的“审签意见／同意刊发。葛长河”不是稿件，没有排入，要用请放回。');
    expect(words.join('\n')).toContain('青岚县融媒体中心稿件审签单');
    expect(notes.every(({ severity }) => severity === 'note')).toBe(true);
  });

  it('a table in a table loses nothing', async () => {
    const { lines } = await read(tbl([`${p('外')}${tbl(['内甲', '内乙'])}${p('尾')}`, '邻']));
    expect(lines.join('')).toMatch(/外.*内甲\t内乙.*尾.*邻/);
  });

  it('a TAB parts what it parted, and at a line’s beginning is an indent', async () => {
    const tab = '<w:r><w:tab/></w:r>';
    const { lines } = await read(
      p(`${tab}${r('1')}${tab}${r('甲镇')}${tab}${tab}${r('95')}`) +
        p('<w:r><w:t xml:space="preserve">2\t乙镇</w:t></w:r>'),
    );
    expect(lines).toEqual(['1　甲镇　95', '2　乙镇']);
  });
});

describe('numbers of lists', () => {
  const level = (format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const list = (levels: string, more = '') =>
    `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>${more}`;
  const item = (text: string, id = '1', at = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

  it.each([
    ['chineseCounting', '%1、', ['一、甲', '二、甲', '三、甲']],
    ['decimal', '%1.', ['1.甲', '2.甲', '3.甲']],
    ['decimal', '（%1）', ['（1）甲', '（2）甲', '（3）甲']],
    ['decimal', '%1', ['1　甲', '2　甲', '3　甲']],
    ['decimalEnclosedCircle', '%1', ['①甲', '②甲', '③甲']],
    ['upperRoman', '%1.', ['I.甲', 'II.甲', 'III.甲']],
    ['lowerLetter', '%1)', ['a)甲', 'b)甲', 'c)甲']],
    ['ideographTraditional', '%1、', ['甲、甲', '乙、甲', '丙、甲']],
    ['chineseLegalSimplified', '第%1条', ['第壹条　甲', '第贰条　甲', '第叁条　甲']],
    ['bullet', '\uf06c', ['- 甲', '- 甲', '- 甲']],
    ['none', '', ['甲', '甲', '甲']],
  ])('%s %s', async (format, text, expected) => {
    const { lines, notes } = await read(item('甲') + item('甲') + item('甲'), {
      numbering: list(level(format, text)),
    });
    expect(lines).toEqual(expected);
    expect(notes).toEqual([]);
  });

  it('count on beyond ten, and keep clear of digits that follow', async () => {
    const { lines } = await read(Array.from({ length: 21 }, () => item('5米')).join(''), {
      numbering: list(level('chineseCounting', '%1、')),
    });
    expect(lines[10]).toBe('十一、5米');
    expect(lines[19]).toBe('二十、5米');
    expect((await read(item('5米'), { numbering: list(level('decimal', '%1.')) })).lines).toEqual(['1. 5米']);
  });

  it('of levels begin again under each number above them', async () => {
    const levels =
      level('chineseCounting', '%1、') +
      level('decimal', '%1.%2')
        .replace('w:ilvl="0"', 'w:ilvl="1"')
        .replace('w:start w:val="1"', 'w:start w:val="3"');
    const body = [item('甲'), item('乙', '1', 1), item('丙', '1', 1), item('丁'), item('戊', '1', 1)].join(
      '',
    );
    expect((await read(body, { numbering: list(levels) })).lines).toEqual([
      '一、甲',
      '一.3　乙',
      '一.4　丙',
      '二、丁',
      '二.3　戊',
    ]);
  });

  it('by a style, and by what a style is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="条"/><w:basedOn w:val="a"/></w:style>';
    const body =
      p('甲', '<w:pStyle w:val="a"/>') +
      p('乙', '<w:pStyle w:val="b"/>') +
      p('丙', '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect((await read(body, { styles, numbering: list(level('decimal', '%1、')) })).lines).toEqual([
      '1、甲',
      '2、乙',
      '丙',
    ]);
  });

  it('begin anew where a list says so, and go on with another list of the same pattern', async () => {
    const more =
      '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = [item('甲'), item('乙', '2'), item('丙', '3'), item('丁', '3')].join('');
    expect((await read(body, { numbering: list(level('decimal', '%1、'), more) })).lines).toEqual([
      '1、甲',
      '2、乙',
      '1、丙',
      '2、丁',
    ]);
  });
});

describe('headlines', () => {
  const heading = '<w:pStyle w:val="1"/>';
  it('broken by hand are one', async () => {
    expect(
      (await read(p(`${r('春风又绿')}<w:r><w:br/></w:r>${r('望湖路')}`, heading) + p('正文。'))).lines[0],
    ).toBe('# 春风又绿　望湖路');
  });

  it('of two paragraphs of the largest size are one', async () => {
    const large = (text: string) => p(r(text, '<w:sz w:val="44"/>'));
    const { lines } = await read(
      large('石板塘上夯歌起') +
        large('十二座水库同开工') +
        p('正文一段，比标题长得多，所以它的字号就是全文的字号。'),
    );
    expect(lines[0]).toBe('# 石板塘上夯歌起　十二座水库同开工');
  });
});
