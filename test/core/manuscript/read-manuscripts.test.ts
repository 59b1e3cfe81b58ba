import { describe, expect, it } from 'vitest';
import { ManuscriptError } from '../../../core/manuscript/manuscript-error.ts';
import { readManuscripts } from '../../../core/manuscript/read-manuscripts.ts';
import { expectLinear } from '../../growth.ts';
import { balanceOf, bodyText, readLines, readText, stubPublication } from './manuscript-builders.ts';

const A = bodyText('三月里春风吹绿了河岸');
const B = bodyText('傍晚时分社区的灯亮了');
const kinds = (result: ReturnType<typeof readLines>): string[] => result.report.problems.map((p) => p.kind);
const article = (result: ReturnType<typeof readLines>, index = 0) => result.issue.stories[index]!;

describe('the masthead', () => {
  it('is read from one line or from many', () => {
    const one = readLines(
      '# 上街时报',
      '2021年12月4日 星期六 辛丑年十一月初一 第46期（总第721期）',
      '',
      '## 河岸添新绿',
      A,
    );
    expect(one.issue.masthead).toEqual({ date: '2021-12-04', number: 46, totalNumber: 721 });
    const many = readLines(
      '上街时报',
      '',
      '２０２１年１２月',
      '',
      '4',
      '',
      '第46期',
      '总第721期',
      '',
      '河岸添新绿',
      '',
      A,
    );
    expect(many.issue.masthead).toEqual(one.issue.masthead);
    expect(article(many).headline).toBe('河岸添新绿');
  });

  it('keeps the publisher that an old issue was printed with', () => {
    const { issue } = readLines('# 上街时报', '', '中共上街区委宣传部出版', '', '## 河岸添新绿', '', A);
    expect(issue.publication.masthead.publisher).toBe('中共上街区委宣传部出版');
    expect(issue.publication.masthead.hotline).toBe('监督电话 67183172');
  });

  it('leaves a date that does not exist open and says so once', () => {
    const result = readLines('# 上街时报', '2021年2月30日', '第5期(总第680期)', '', '## 河岸添新绿', A);
    expect(result.issue.masthead.date).toBeNull();
    const dates = result.report.problems.filter((p) => p.kind === 'missing-masthead-fact');
    expect(dates.map((p) => p.message)).toEqual([expect.stringContaining('没有2021年2月30日这一天')]);
  });

  it('leaves the date line of a single manuscript in the copy', () => {
    const result = readLines('2021年3月5日', '', A);
    expect(result.report.readFacts).toEqual([]);
    expect(
      article(result)
        .paragraphs.map((p) => p.text)
        .join(),
    ).toContain('2021年3月5日');
  });

  it('reports an issue number that two files give differently', () => {
    const result = readManuscripts(
      [
        { name: '一.md', text: `# 上街时报\n第9期\n\n## 河岸添新绿\n\n${A}` },
        { name: '二.md', text: `# 上街时报\n第8期\n\n## 夜里灯火明\n\n${B}` },
      ],
      [stubPublication()],
    );
    expect(result.issue.masthead.number).toBe(9);
    expect(kinds(result)).toContain('masthead-contradiction');
    expect(result.issue.stories.map((s) => s.headline)).toEqual(['河岸添新绿', '夜里灯火明']);
  });
});

describe('headings', () => {
  it.each(['## \u3000\u3000', '##   \u3000', '标题：\u3000\u3000', '**引题**\n## \u2003', '## **\u3000**'])(
    'of spaces only (%j) are an empty headline, and that is a problem',
    (line) => {
      const text = `## 河岸添新绿\n\n${A}\n\n${line}\n\n${B}\n`;
      const result = readText(text);
      expect(article(result, 1)).toMatchObject({ headline: '' });
      expect(article(result, 1).paragraphs.at(-1)!.text).toBe(B);
      const missing = result.report.problems.filter((one) => one.kind === 'missing-headline');
      expect(missing).toHaveLength(1);
      expect(missing[0]!.story).toBe('s2');
      expect(balanceOf(text).difference.size).toBe(0);
    },
  );

  it('are recognised without a mark by place and shape, with a confidence', () => {
    const result = readLines(
      '河岸添新绿',
      '',
      A,
      '',
      '（记者 林间）',
      '',
      '社区夜里灯火明',
      '',
      B,
      '',
      '（记者 周远）',
    );
    expect(result.issue.stories.map((s) => s.headline)).toEqual(['河岸添新绿', '社区夜里灯火明']);
    const found = result.report.files[0]!.recognitions.filter((r) => r.kind === 'heading');
    for (const { confidence } of found) expect(confidence).toBeGreaterThan(0.6);
    for (const { confidence } of found) expect(confidence).toBeLessThan(1);
  });

  it('are recognised below a jump line and in copy without blank lines', () => {
    const lines = [
      '河岸添新绿',
      `${A.slice(0, -3)}；（下转二版）`,
      '社区夜里灯火明',
      B,
      '（记者 周远）',
      '老街换了新灯',
      A,
    ];
    const heads = ['河岸添新绿', '社区夜里灯火明', '老街换了新灯'];
    expect(readText(lines.join('\n\n')).issue.stories.map((s) => s.headline)).toEqual(heads);
    expect(readText(lines.join('\n')).issue.stories.map((s) => s.headline)).toEqual(heads);
  });

  it('are not seen in a paragraph that a scan has cut short', () => {
    const result = readLines('## 河岸添新绿', '', '3月15日，镇里组织居民到河岸栽种', '', `树苗，${A}`);
    expect(article(result).paragraphs).toHaveLength(1);
    expect(article(result).paragraphs[0]!.text).toContain('栽种树苗');
  });

  it('have kicker, deck and standfirst by label, level or dash', () => {
    const labelled = article(
      readLines('引题：春到河边', '## 河岸添新绿', '副题：三镇共栽新苗', '提要：一个上午，全部栽完。', '', A),
    );
    expect(labelled).toMatchObject({
      kicker: '春到河边',
      deck: '三镇共栽新苗',
      standfirst: '一个上午，全部栽完。',
    });
    const levels = article(
      readLines(
        '### 春到河边',
        '## 河岸添新绿',
        '### 三镇共栽新苗',
        '',
        A,
        '',
        '### 水从哪里来',
        '',
        B,
        '',
        '## 下一篇稿件',
        '',
        A,
      ),
    );
    expect(levels).toMatchObject({ kicker: '春到河边', headline: '河岸添新绿', deck: '三镇共栽新苗' });
    expect(levels.paragraphs.map((p) => p.role)).toEqual(['body', 'subhead', 'body']);
    expect(article(readLines('## 河岸添新绿', '——三镇共栽新苗', '', A)).deck).toBe('——三镇共栽新苗');
  });

  it('run in at a paragraph in bold, where the copy marks none', () => {
    const result = readLines(`**镇里召开植树动员会** ${A}（镇办公室）`, '', `**社区灯光改造完成** ${B}`);
    expect(result.issue.stories.map((s) => s.headline)).toEqual(['镇里召开植树动员会', '社区灯光改造完成']);
    expect(article(result).byline).toBe('（镇办公室）');
  });

  it('of 300 characters are kept whole', () => {
    const head = '长'.repeat(300);
    expect(article(readLines(`## ${head}`, '', A)).headline).toBe(head);
  });
});

describe('bylines and credits', () => {
  it('end a story, so that a paragraph below begins one without a head', () => {
    const result = readLines('## 河岸添新绿', '', `${A}  `, '（摘自《河岸日报》）', '', B, '', '(记者 林间)');
    expect(article(result).credit).toBe('（摘自《河岸日报》）');
    expect(article(result, 1)).toMatchObject({ headline: '', byline: '（记者　林间）' });
    expect(kinds(result)).toContain('missing-headline');
  });

  it('leave brackets within the text alone', () => {
    const text = `参加的有三个镇（街道）。${A}`;
    expect(article(readLines('## 河岸添新绿', '', text, '', B)).paragraphs[0]!.text).toBe(text);
  });
});

describe('briefs and refers', () => {
  it('are told by their marks', () => {
    const result = readLines(
      '## 要闻简报',
      '',
      `●${A}`,
      '（记者 林间）',
      '',
      `●${B}（记者 周远）`,
      '',
      '- 新桥通车',
      '- 老街换灯',
      '',
      '（详见三版）',
    );
    expect(article(result)).toMatchObject({ kind: 'briefs', headline: '要闻简报' });
    expect(article(result).paragraphs.map((p) => p.byline)).toEqual(['（记者　林间）', '（记者　周远）']);
    expect(article(result, 1)).toMatchObject({ kind: 'refers', refersTo: 3 });
    expect(article(result, 1).paragraphs.map((p) => p.text)).toEqual(['新桥通车', '老街换灯']);
  });

  it('leave an article its own list', () => {
    const result = readLines('## 河岸添新绿', '', '办法有两条：', '- 先挖坑', '- 再浇水', '', A);
    expect(result.issue.stories).toHaveLength(1);
    expect(article(result).paragraphs.map((p) => p.role)).toEqual(['body', 'item', 'item', 'body']);
  });
});

describe('jump lines typed by hand', () => {
  it('are taken out and reported where nothing answers', () => {
    const result = readLines('## 河岸添新绿', '', `${A}（下转二版）`, '', '## 社区夜里灯火明', '', B);
    expect(article(result).paragraphs[0]!.text).toBe(A);
    expect(result.report.problems.filter((p) => p.kind === 'unanswered-jump')).toHaveLength(1);
  });

  it('bring the two halves of a story together', () => {
    const halves = readLines(
      '## 河岸添新绿',
      '',
      `${A.slice(0, -8)}（下转二版）`,
      '',
      '## 社区夜里灯火明',
      '',
      B,
      '（记者 林间）',
      '',
      `（上接一版）${A.slice(-8)}`,
      '（记者 周远）',
    );
    expect(article(halves).paragraphs.map((p) => p.text)).toEqual([A]);
    expect(article(halves).byline).toBe('（记者　周远）');
    expect(kinds(halves)).not.toContain('unanswered-jump');
  });

  it('bring them together under a head that is repeated', () => {
    const result = readLines(
      '## 河岸添新绿',
      '',
      `${A}（下转二版）`,
      '',
      '## 社区夜里灯火明',
      '',
      B,
      '',
      '## 河岸添新绿',
      '（上接一版）',
      '',
      B,
    );
    expect(result.issue.stories.map((s) => s.headline)).toEqual(['河岸添新绿', '社区夜里灯火明']);
    expect(article(result).paragraphs).toHaveLength(2);
  });
});

describe('paragraphs', () => {
  it.each(['编后：', '编者按：', '相关链接：', '链接：', '记者手记：', '【编后】：'])(
    'of their own begin with %s, after a signature without a stop and after a cut sentence',
    (label) => {
      const note = `${label}一场小小的宴席，让整个院子热闹起来。`;
      const signed = readLines('## 河岸添新绿', '', A, '', '湖区街道柳岸社区居民\u3000林长青', '', note);
      expect(article(signed).paragraphs.map((one) => one.text)).toEqual([
        A,
        '湖区街道柳岸社区居民\u3000林长青',
        note,
      ]);
      expect(kinds(signed)).not.toContain('unfinished-story');
      const cut = readLines('## 河岸添新绿', '', `${A}他们沿着河岸栽下了一排又一排的`, note);
      expect(article(cut).paragraphs.at(-1)!.text).toBe(note);
      expect(kinds(cut)).toContain('unfinished-story');
    },
  );

  it('that begin with a note of the desk’s are no headings, short as they are', () => {
    const result = readLines('## 河岸添新绿', '', A, '', '编后：小宴席情暖一座城', '', B);
    expect(result.issue.stories).toHaveLength(1);
  });

  it('cut by a column end are rejoined; a doubled character at the seam is reported', () => {
    const result = readLines('## 河岸添新绿', '', `${A}清理垃圾四百方，建`, '', '建筑垃圾四十方。');
    expect(article(result).paragraphs).toHaveLength(1);
    expect(result.report.problems.map((p) => p.message).join()).toContain('“建”');
  });

  it('are not joined to a paragraph that opens by itself', () => {
    const result = readLines('## 河岸添新绿', '', `${A}同时，在栽好树苗的前`, '', `据了解，${B}`);
    expect(article(result).paragraphs).toHaveLength(2);
    expect(kinds(result)).toContain('unfinished-story');
  });

  it('given twice by an office are kept twice: a refrain, a form of words', () => {
    const result = readLines('## 河岸添新绿', '', `${A}${B}`, '', `${B}第二天又栽了一遍。`, '', B);
    expect(article(result).paragraphs.map((p) => p.text)).toEqual([`${A}${B}`, `${B}第二天又栽了一遍。`, B]);
    expect(result.issue.importNotes).toEqual([]);
  });

  it.each([
    ['before it a paragraph is cut', [`${A}${B}`, '随后，大家来到河边，看见', `${B}第二天又栽了一遍。`], B],
    ['it begins in mid-sentence', [A, `${A.slice(4)}第二天又栽了一遍。`], A.slice(4)],
  ])('given twice by a scan are kept once, and noted: %s', (_, lines, words) => {
    const result = readText(`## 河岸添新绿\n\n${lines.join('\n\n')}\n`);
    const texts = article(result).paragraphs.map((p) => p.text);
    expect(texts.at(-1)).toMatch(/第二天又栽了一遍。$/);
    expect(texts.join('').split(words)).toHaveLength(2);
    expect(result.issue.importNotes.map((note) => note.words)).toContain(words);
  });

  it('given twice after a jump are kept once', () => {
    const result = readLines('## 河岸添新绿', '', `${A}${B}（下转二版）`, '', `${B}第二天又栽了一遍。`);
    expect(article(result).paragraphs.map((p) => p.text)).toEqual([`${A}${B}`, '第二天又栽了一遍。']);
    expect(
      result.report.files[0]!.removed.filter((r) => r.reason === 'duplicate').map((r) => r.text),
    ).toEqual([B]);
  });

  it('carry bold as marks', () => {
    const result = readLines('## 河岸添新绿', '', `今天**全部栽完**。${A}`, '', '## 又一篇', '', B);
    expect(article(result).paragraphs[0]!.marks).toEqual([{ from: 2, to: 6, kind: 'bold' }]);
    expect(article(result).paragraphs[0]!.text.startsWith('今天全部栽完。')).toBe(true);
  });
});

describe('pictures', () => {
  it('are listed with caption and photographer, also without a file', () => {
    const result = readLines(
      '## 河岸添新绿',
      '',
      '![居民在河岸植树（记者 林间 摄）](planting.jpg)',
      '',
      A,
      '',
      '图为社区夜景。 周远 摄',
    );
    expect(result.report.pictures).toMatchObject([
      { file: 'planting.jpg', caption: '居民在河岸植树', credit: '（记者　林间　摄）', story: 's1' },
      { file: '', caption: '图为社区夜景。', credit: '周远　摄', story: 's1' },
    ]);
    expect(kinds(result)).toContain('missing-picture');
  });
});

describe('robustness', () => {
  it.each([
    ['only headings', '## 一\n## 二\n# 三'],
    ['only body', A],
    ['only a masthead', '# 上街时报\n\n第9期'],
    ['right-to-left text', `## שלום עולם\n\n\u202eمرحبا\u202c ${A}`],
    ['lone surrogates', `## 河岸\ud800添新绿\n\n${A}\udc00`],
    ['controls and zero-width characters', `##\u200b 河岸\u0007添\ufeff新绿\n\n${A}\u0085`],
    ['a mark of every kind and nothing else', '# \n- \n●\n**\n![]()\n---\n（\n）\n"'],
    ['a jump and nothing else', '（上接一版）'],
    ['marks of bold across lines', `**河岸\n\n添新绿** ${A}`],
    ['old Mac line ends', `## 河岸添新绿\r\r${A}`],
  ])('%s give an issue with a balanced account', (_name, text) => {
    expect([...balanceOf(text).difference]).toEqual([]);
  });

  it('empty copy is refused with file and cause', () => {
    expect(() => readText(' \n\u3000\n')).toThrow(ManuscriptError);
    expect(() => readText('')).toThrow('稿件.md：文件里没有文字');
    expect(() => readText(A, { publication: '没有的' })).toThrow('没有代号为“没有的”的刊物');
  });

  it('a paragraph of 40,000 characters stays one paragraph', () => {
    const long = `${'他们一路走一路栽，'.repeat(4444)}天黑才回。`;
    const result = readLines('## 河岸添新绿', '', long);
    expect(article(result).paragraphs.map((p) => p.text)).toEqual([long]);
  });

  it.each([
    ['spaces', ' '],
    ['spaces and Han', '河  '],
    ['dots', '.'],
    ['dots between Han', '河.'],
    ['open brackets', '('],
    ['asterisks', '*a*'],
    ['hashes', '# '],
    ['quotes', '"河\''],
    ['at signs', 'a@'],
    ['letters', 'a'],
    ['hyphens', '- '],
    ['zeros', '0'],
    ['digits and dots', '..1'],
    ['jump brackets', '（ 版'],
    ['page words', '（下转二版）'],
    ['page words and commas', '河,（下转二版）'],
    ['addresses', 'www.!'],
    ['the same character', '河'],
  ])('a line of many thousand %s is read in linear time', (_name, unit) => {
    expectLinear(24_000, (length) => {
      const many = unit.repeat(length / unit.length);
      const lines = [many, `## ${many}a`, `●${many}。`, `![${many}](a`, `河岸${many}1`];
      return () => {
        for (const line of lines) readText(`${line}\n\n${A}\n${line}`);
      };
    });
  });

  it.each([
    '（记者 林间）',
    '提要：一个上午全部栽完',
    '引题：春到河边',
    '副题：三镇共栽',
    '图为河岸。',
    '●栽树',
    '（下转二版）',
    '（上接一版）',
    '- 栽树',
    '**栽树** 今天开工',
    '### 三镇共栽',
    '栽树..... 3',
    '第9期',
    '本期送：各镇',
    A,
  ])('many thousand lines of %s are read in linear time', (line) => {
    expectLinear(16_000, (count) => () => {
      try {
        readText(`${`${line}\n`.repeat(count)}\n${A}`);
      } catch (error) {
        expect(error).toBeInstanceOf(ManuscriptError);
      }
    });
  });

  it('refuses copy that breaks into more stories than any paper has', () => {
    expect(() => readText('## 栽树\n'.repeat(20_001))).toThrow(/稿件\.md 第20001行：稿件超过20000篇/);
  });

  it('reads the longest copy in time linear in its length', () => {
    const one = `## 河岸添新绿\n\n${A},${A}(下转二版)\n\n${B.slice(0, -3)}\n\n又(三)天.\n\n(记者 林间)\n\n●${A}\n\n`;
    const length = new TextEncoder().encode(one).length;
    expectLinear(5 * 1024 * 1024, (size) => {
      const text = one.repeat(Math.floor(size / length));
      return () => void readText(text);
    });
  });
});
