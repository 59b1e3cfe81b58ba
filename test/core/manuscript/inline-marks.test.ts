import { describe, expect, it } from 'vitest';
import { areNormalMarks } from '../../../core/issue/marks.ts';
import { balanceOf, readText } from './manuscript-builders.ts';

const BODY = '河岸上人来人往，新栽的柳树先绿了起来，一直绿到桥头。';

const marked = (line: string) => {
  const { issue } = readText(`# 河岸添新绿\n\n${line}\n\n${BODY}\n`);
  const { text, marks } = issue.stories[0]!.paragraphs[0]!;
  expect(areNormalMarks(marks, text.length)).toBe(true);
  return { text, marks: marks.map(({ from, to, kind }) => [text.slice(from, to), kind]) };
};

describe('marks in the text of copy', () => {
  it.each([
    ['森林1.2×10<sup>4</sup>公顷。', '森林1.2×104公顷。', [['4', 'superscript']]],
    ['一氧化碳CO与CO<sub>2</sub>。', '一氧化碳CO与CO2。', [['2', 'subscript']]],
    [
      '库容**3×10<sup>7</sup>m<sup>3</sup>**，够用。',
      '库容3×107m3，够用。',
      [
        ['3×107m3', 'bold'],
        ['7', 'superscript'],
        ['3', 'superscript'],
      ],
    ],
    [
      '**甲**10<sup>4</sup>，**乙**10<sup>5</sup>。',
      '甲104，乙105。',
      [
        ['甲', 'bold'],
        ['4', 'superscript'],
        ['乙', 'bold'],
        ['5', 'superscript'],
      ],
    ],
    ['编号104不变。', '编号104不变。', []],
    ['写作<sup>的一半。', '写作<sup>的一半。', []],
  ])('%s', (line, text, marks) => {
    expect(marked(line)).toEqual({ text, marks });
  });

  it('become characters above and below the line where a text has no marks', () => {
    const copy = `# 森林增加10<sup>4</sup>公顷 CO<sub>2</sub>减少\n\n## 水库蓄水3×10<sup>7.5</sup>方\n\n${BODY}\n\n![新建5m<sup>2</sup>花坛](a.png)\n`;
    const read = readText(copy);
    const story = read.issue.stories[0]!;
    expect(story.headline).toBe('森林增加10⁴公顷　CO₂减少');
    expect(story.deck).toBe('水库蓄水3×10^7.5方');
    expect(read.report.pictures[0]!.caption).toBe('新建5m²花坛');
    const { difference } = balanceOf(copy);
    expect([...difference]).toEqual([]);
    const changed = read.report.files[0]!.normalisations.filter(({ rule }) => rule === 'script-character');
    expect(changed.map(({ before, after, line }) => [before, after, line])).toEqual([
      ['4', '⁴', 1],
      ['2', '₂', 1],
      ['7.5', '^7.5', 3],
      ['2', '²', 7],
    ]);
    expect(changed[0]!.place).toMatchObject({ part: 'headline', offset: 6 });
  });

  it('keep the account of characters balanced', () => {
    for (const line of [
      '10<sup>4</sup>与**H<sub>2</sub>O**。',
      '<sup>注</sup>',
      '文末有注。<sup>[1]</sup>',
      '（记者 林<sup>1</sup>间）',
      '●简讯10<sup>4</sup>。',
    ])
      expect([...balanceOf(`# 河岸添新绿\n\n${BODY}\n\n${line}\n`).difference]).toEqual([]);
  });

  it('do not make a sentence unfinished whose note stands after its stop', () => {
    const { report } = readText(`# 河岸添新绿\n\n${BODY}\n\n柳树先绿了起来，一直绿到桥头。<sup>[1]</sup>\n`);
    expect(report.problems.map(({ kind }) => kind)).not.toContain('unfinished-story');
  });
});
