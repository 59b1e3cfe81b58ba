import { describe, expect, it } from 'vitest';
import { p, r, tbl } from '../word-builders.ts';
import { read } from './reading-documents.ts';

const style = (type: string, id: string, properties: string, basedOn = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}${properties}</w:style>`;

const HIDING: readonly (readonly [what: string, properties: string, kind: string])[] = [
  ['hidden', '<w:vanish/>', '隐藏的文字'],
  ['hidden by a style', '<w:rStyle w:val="hid"/>', '隐藏的文字'],
  ['hidden by what a style is based on', '<w:rStyle w:val="hid2"/>', '隐藏的文字'],
  ['white', '<w:color w:val="FFFFFF"/>', '白色的文字'],
  ['nearly white', '<w:color w:val="fdfdfd"/>', '白色的文字'],
  ['of the colour of the paper', '<w:color w:themeColor="background1"/>', '白色的文字'],
  ['white on white shading', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="auto"/>', '白色的文字'],
  ['struck out', '<w:strike/>', '带删除线的文字'],
  ['struck out twice', '<w:dstrike w:val="1"/>', '带删除线的文字'],
  ['struck out by a style', '<w:rStyle w:val="old"/>', '带删除线的文字'],
  ['too small to be seen', '<w:sz w:val="2"/>', '小到看不见的文字'],
];

const STYLES = [
  style('character', 'hid', '<w:rPr><w:vanish/></w:rPr>'),
  style('character', 'hid2', '', 'hid'),
  style('character', 'old', '<w:rPr><w:strike/></w:rPr>'),
  style('paragraph', 'hidden', '<w:rPr><w:vanish/></w:rPr>'),
  style('paragraph', 'dark', '<w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr>'),
  style(
    'table',
    'blue',
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr>',
  ),
].join('');

describe('text that Word does not show', () => {
  it.each(HIDING)('%s is left out, and its words are kept', async (_, properties, kind) => {
    const { lines, notes } = await read(p(`${r('票价')}${r('三十元', properties)}${r('免费。')}`), {
      styles: STYLES,
    });
    expect(lines).toEqual(['票价免费。']);
    expect(notes).toMatchObject([{ severity: 'warning', words: '三十元', line: 1 }]);
    expect(notes[0]!.message).toContain(`${kind}“三十元”没有排入`);
  });

  it('is one note where it runs over paragraphs, which leave no blank line', async () => {
    const hidden = (text: string) => p(text, '<w:pStyle w:val="hidden"/>');
    const { all, notes } = await read(p('前文。') + hidden('第一段') + hidden('第二段') + p('后文。'), {
      styles: STYLES,
    });
    expect(all.join('')).toBe('前文。后文。');
    expect(notes.map(({ words }) => words)).toEqual(['第一段\n第二段']);
  });

  it.each([
    ['not hidden after all', r('字', '<w:rStyle w:val="hid"/><w:vanish w:val="0"/>')],
    ['hidden by both styles, which cancel', `${r('字', '<w:rStyle w:val="hid"/>')}`],
    ['struck out by a value of false', r('字', '<w:strike w:val="false"/>')],
    ['white on dark', r('字', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="C00000"/>')],
    ['white on a highlight', r('字', '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>')],
    ['grey', r('字', '<w:color w:val="A6A6A6"/>')],
  ])('%s: it is printed', async (what, run) => {
    const properties = what.includes('both') ? '<w:pStyle w:val="hidden"/>' : '';
    const { lines, notes } = await read(p(`${run}${what.includes('both') ? '' : r('。')}`, properties), {
      styles: STYLES,
    });
    expect(lines.join('')).toContain('字');
    expect(notes).toEqual([]);
  });

  it('is left out where the style of its table hides it, and printed where the run says otherwise', async () => {
    const styles = STYLES + style('table', 'secret', '<w:rPr><w:vanish/></w:rPr>');
    const cell = (run: string) => `<w:tc>${p(run)}</w:tc>`;
    const table = `<w:tbl><w:tblPr><w:tblStyle w:val="secret"/></w:tblPr><w:tr>${cell(r('底价三十元'))}${cell(
      r('公开价', '<w:vanish w:val="0"/>'),
    )}</w:tr></w:tbl>`;
    const { all, notes } = await read(p('前文。') + table + p('后文。'), { styles });
    expect(all.join('')).toContain('公开价');
    expect(all.join('')).not.toContain('底价');
    expect(notes).toContainEqual(expect.objectContaining({ severity: 'warning', words: '底价三十元' }));
  });

  it('is printed where it is white on what lies behind its paragraph, its cell or its box', async () => {
    const white = r('白字', '<w:color w:val="FFFFFF"/>');
    const shaded = await read(
      p(white, '<w:shd w:val="clear" w:fill="000000"/>') + p(white, '<w:pStyle w:val="dark"/>'),
      { styles: STYLES },
    );
    expect(shaded.lines).toEqual(['白字', '白字']);
    const cell = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="333333"/></w:tcPr>${p(white)}</w:tc></w:tr></w:tbl>`;
    expect((await read(cell)).lines).toEqual(['白字']);
    const table = tbl([p(white)]).replace('<w:tbl>', '<w:tbl><w:tblPr><w:tblStyle w:val="blue"/></w:tblPr>');
    expect((await read(table, { styles: STYLES })).lines).toEqual(['白字']);
  });

  it.each([
    [
      'a shape of a dark fill',
      '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="C00000"/></a:solidFill></wps:spPr>',
      '</wps:wsp>',
      true,
    ],
    [
      'a shape of its style',
      '<wps:wsp><wps:spPr/><wps:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></wps:style>',
      '</wps:wsp>',
      true,
    ],
    [
      'a shape of a white fill',
      '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr>',
      '</wps:wsp>',
      false,
    ],
    ['a shape without a fill', '<wps:wsp><wps:spPr><a:noFill/></wps:spPr>', '</wps:wsp>', false],
    ['an old shape of a colour', '<v:shape fillcolor="#c00000 [3204]">', '</v:shape>', true],
    ['an old shape', '<v:shape>', '</v:shape>', false],
  ])('in %s', async (_, open, close, isPrinted) => {
    const box = `<w:r>${open}<w:txbxContent>${p(r('白字', '<w:color w:val="FFFFFF"/>'))}</w:txbxContent>${close}</w:r>`;
    const { lines, words } = await read(p(`${r('前。')}${box}`));
    expect(lines).toEqual(isPrinted ? ['前。', '白字'] : ['前。']);
    expect(words).toEqual(isPrinted ? [] : ['白字']);
  });

  it('keeps its place in a table', async () => {
    const { lines, notes } = await read(
      p('前文。') + tbl(['甲镇', p(r('95', '<w:vanish/>') + r('59'))], ['乙镇', '60']),
    );
    expect(lines).toEqual(['前文。', '甲镇\t59', '乙镇\t60']);
    expect(notes.find(({ words }) => words === '95')?.line).toBe(2);
  });

  it('is told in fewer notes than there are passages where there are very many', async () => {
    const body = Array.from({ length: 300 }, (_, i) => p(`${r('甲')}${r(`藏${i}。`, '<w:vanish/>')}`)).join(
      '',
    );
    const { notes } = await read(body);
    expect(notes.length).toBeLessThan(60);
    const words = notes.flatMap((note) => note.words.split('\n'));
    expect(words).toHaveLength(300);
  });

  it('of a form that nobody filled in is no copy', async () => {
    const { lines, words } = await read(
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击此处输入文字。')}</w:sdtContent></w:sdt>${p('正文。')}`,
    );
    expect(lines).toEqual(['正文。']);
    expect(words).toEqual(['单击此处输入文字。']);
  });
});

describe('tracked changes', () => {
  it('deletions are not printed, insertions are, and both are counted', async () => {
    const del = (text: string) => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const ins = (text: string) => `<w:ins w:id="2">${r(text)}</w:ins>`;
    const { lines, notes } = await read(
      p(`${r('办结')}${del('4')}${del('12')}${ins('421')}${r('件。')}`) + p(`${del('旧')}${r('新。')}`),
    );
    expect(lines).toEqual(['办结421件。', '新。']);
    expect(notes).toHaveLength(1);
    expect(notes[0]!.message).toMatch(/删去的2处（“412／旧”）没有排入，插入的1处已排入/);
    expect(notes[0]!.words).toBe('412\n旧');
  });

  it('what was moved stands once, where it went', async () => {
    const moved =
      p(`<w:moveFrom w:id="1">${r('移动的一句。')}</w:moveFrom>`) +
      p('中间。') +
      p(`<w:moveTo w:id="2">${r('移动的一句。')}</w:moveTo>`);
    const { lines, notes } = await read(moved);
    expect(lines).toEqual(['中间。', '移动的一句。']);
    expect(notes[0]).toMatchObject({ words: '' });
    expect(notes[0]!.message).toContain('移动的1处');
    const lost = await read(p(`<w:moveFrom w:id="1">${r('没有去处的一句。')}</w:moveFrom>`) + p('中间。'));
    expect(lost.words).toEqual(['没有去处的一句。']);
  });

  it('a deleted end of a paragraph joins it to the next', async () => {
    const { lines } = await read(p('上半句', '<w:rPr><w:del w:id="1"/></w:rPr>') + p('下半句。'));
    expect(lines).toEqual(['上半句下半句。']);
  });

  it('deleted rows and cells are deletions', async () => {
    const row = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${p('旧行')}</w:tc><w:tc>${p('1')}</w:tc></w:tr>`;
    const { lines, said } = await read(tbl(['甲', '2'], ['乙', '3']).replace('</w:tbl>', `${row}</w:tbl>`));
    expect(lines).toEqual(['甲\t2', '乙\t3']);
    expect(said).toContain('旧行');
  });

  it('former properties are not taken for present ones', async () => {
    const run = r('照印。', '<w:rPrChange w:id="1"><w:rPr><w:vanish/><w:strike/></w:rPr></w:rPrChange>');
    expect(await read(p(run))).toMatchObject({ lines: ['照印。'], notes: [] });
  });

  it('keeps a power a power in the words that are kept', async () => {
    const power = r('4', '<w:vanish/><w:vertAlign w:val="superscript"/>');
    const { words } = await read(
      p(`${r('共')}${r('10', '<w:vanish/>')}${power}${r('公顷', '<w:vanish/>')}。`),
    );
    expect(words).toEqual(['10⁴公顷']);
  });

  it('costs no more than its length, however many blanks stand in a row', async () => {
    const cost = async (blanks: number): Promise<number> => {
      const body = p(
        `${r('甲')}${r(' '.repeat(blanks))}${r(`隐${' '.repeat(blanks)}`, '<w:vanish/>')}${r('乙')}<w:r><w:tab/></w:r>${r('丙')}`,
      );
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 3; round++) {
        const before = process.cpuUsage();
        await read(body);
        const { user, system } = process.cpuUsage(before);
        best = Math.min(best, (user + system) / 1000);
      }
      return best;
    };
    const small = await cost(10_000);
    expect((await cost(80_000)) / Math.max(small, 2)).toBeLessThan(24);
  });
});
