import { describe, expect, it } from 'vitest';
import { normaliseLine } from '../../../core/manuscript/normalise.ts';
import type { LedgerEntry } from '../../../core/manuscript/source-lines.ts';
import { readLines, readText } from './manuscript-builders.ts';

const read = (text: string): { text: string; ledger: LedgerEntry[] } => {
  const ledger: LedgerEntry[] = [];
  const line = { number: 7, text, cut: [], gap: 0 };
  return { text: normaliseLine(text, line, 0, ledger, { double: false, single: false }).text, ledger };
};

describe('normalisation of copy', () => {
  it.each([
    ['half-width marks beside Han become full-width', '他说:来了,走吧;好!行?', '他说：来了，走吧；好！行？'],
    [
      'marks after a variation selector, which stays',
      '诸葛\ufe00,诸葛\u{e0100}:来了',
      '诸葛\ufe00，诸葛\u{e0100}：来了',
    ],
    ['a comma between number and Han too', '共10个,占5%,其余3个', '共10个，占5%，其余3个'],
    ['brackets by pair', '会议(扩大)在B座(B2)召开', '会议（扩大）在B座（B2）召开'],
    ['mixed brackets', '（记者 林间)', '（记者　林间）'],
    [
      'times, ratios, thousands, decimals stay',
      '上午8:30比分3:2共1,000元增3.5倍',
      '上午8:30比分3:2共1,000元增3.5倍',
    ],
    ['Latin text stays', 'Hello, world (v1.0): "quoted"; done!', 'Hello, world (v1.0): "quoted"; done!'],
    [
      'addresses stay',
      '见http://a.cn/b?c=1,d;邮箱a.b@c.com,谢谢',
      '见http://a.cn/b?c=1,d；邮箱a.b@c.com，谢谢',
    ],
    ['a full stop after Han in copy typed half-width', '栽完了,好.他走了.', '栽完了，好。他走了。'],
    ['a point within a foreign name stays', '史蒂夫.乔布斯来了.', '史蒂夫.乔布斯来了。'],
    ['a full stop after a number at the end', '今年共栽树苗3500.', '今年共栽树苗3500。'],
    ['a full stop after Han before a quote or the end', '“栽完了.”', '“栽完了。”'],
    ['straight quotes are paired', '他说"好",又说\'再来\'', '他说“好”，又说‘再来’'],
    ['ellipses', '等等...还有。。。', '等等……还有……'],
    ['dashes', '河岸--新绿', '河岸——新绿'],
    ['Han, space, Han is one full-width space', '春到河边  岸添新绿', '春到河边　岸添新绿'],
    ['space between Han and digits or Latin goes', '第 19 次用 APP 办理', '第19次用APP办理'],
    ['space beside stops goes', '来了， 走吧。 好', '来了，走吧。好'],
    ['space between numbers and words stays', '电话 6718 3172', '电话6718 3172'],
    ['a Latin O among Chinese numerals', '二O三五年，O一三五，二0二0年', '二〇三五年，〇一三五，二〇二〇年'],
    ['a Latin O elsewhere stays', 'O2O模式一体化', 'O2O模式一体化'],
    ['indents go', '　　河岸', '河岸'],
  ])('%s', (_name, before, after) => {
    expect(read(before).text).toBe(after);
  });

  it('lists every change with line and column', () => {
    expect(read('他说:好').ledger).toEqual([
      { line: 7, column: 3, before: ':', after: '：', rule: 'full-width-punctuation' },
    ]);
  });

  it('leaves clean copy alone', () => {
    expect(read('会议强调，要把树栽好。').ledger).toEqual([]);
  });

  it('leaves rare characters and variants of a name as they are', () => {
    expect(read('李\ufa11𬭎葛\u{e0100},好').text).toBe('李\ufa11𬭎葛\u{e0100}，好');
  });

  it('maps radicals and compatibility ideographs to their Han, so that the change can be refused', () => {
    const { text, ledger } = read('\u2f08\u2ea0 \u2ed3\u6c5f\u2ecb\uf9dc\u{2f800}');
    expect(text).toBe('人民　长江车隆丽');
    expect(ledger).toContainEqual({
      line: 7,
      column: 1,
      before: '\u2f08\u2ea0',
      after: '人民',
      rule: 'han-form',
    });
    const { report, issue } = readLines('## 河岸添新绿', '', '香港同胞\u2f08民来了。');
    expect(report.files[0]!.normalisations).toMatchObject([{ place: { part: 'paragraph', offset: 4 } }]);
    expect(issue.importNotes.map(({ message }) => message)).toEqual([
      expect.stringContaining('第3行：“人”等字'),
    ]);
  });

  it('keeps characters of private use and says where', () => {
    const { issue } = readLines('## 河岸添新绿', '', '\ue000镇的\u{f0000}栽好了。');
    expect(issue.stories[0]!.paragraphs[0]!.text).toBe('\ue000镇的\u{f0000}栽好了。');
    expect(issue.importNotes[0]!.message).toMatch(/第3行：有自造字或专用符号（U\+E000、U\+F0000）/);
  });

  it('closes a quotation in the next line where the line is cut in mid-sentence', () => {
    const result = readLines(
      '## 河岸添新绿',
      '',
      '他站在河岸上大声地对大家说"今天一定要',
      '',
      '把树栽完".大家都说好.',
    );
    expect(result.issue.stories[0]!.paragraphs[0]!.text).toContain('说“今天一定要把树栽完”。大家都说好。');
  });

  it('says where in the story a change stands, after joining and cutting', () => {
    const result = readLines(
      '## 河岸添新绿',
      '',
      '他们一早就来到了河岸边上,开始栽种新',
      '',
      '的树苗,(下转二版)',
    );
    const places = result.report.files[0]!.normalisations.filter((n) => n.place !== null);
    const text = result.issue.stories[0]!.paragraphs[0]!.text;
    expect(places).toHaveLength(2);
    for (const { place, after } of places)
      expect(text.slice(place!.offset, place!.offset + after.length)).toBe(after);
    expect(places.map((n) => n.place!.paragraph)).toEqual([0, 0]);
  });
});

describe('a TAB', () => {
  it.each([
    ['1\t甲镇\t95', '1\u3000甲镇\u300095'],
    ['排名\t镇\t得分', '排名\u3000镇\u3000得分'],
    ['95\t-5\t+3.2%', '95\u3000-5\u3000+3.2%'],
    ['综合管理岗位（会计方向）\t2人', '综合管理岗位（会计方向）\u30002人'],
    ['A\tB', 'A\u3000B'],
    ['甲\t\t丙', '甲\u3000\u3000丙'],
    ['是。\t（否）\t\t“略”', '是。\u3000（否）\u3000\u3000“略”'],
    ['（盏）\t(乙)\t丙', '（盏）\u3000（乙）\u3000丙'],
    ['\t\t河岸的柳树绿了。', '河岸的柳树绿了。'],
    ['河岸的柳树绿了。\t', '河岸的柳树绿了。'],
  ])('between words stays a blank, at the ends it is an indent: %j', (line, kept) => {
    const { issue } = readText(`## 得分\n\n各镇得分如下：\n\n${line}\n\n以上为得分。\n`);
    expect(issue.stories[0]!.paragraphs.map(({ text }) => text)).toEqual([
      '各镇得分如下：',
      kept,
      '以上为得分。',
    ]);
  });

  it('parts the rows of a table, which stay rows', () => {
    const rows = [
      '综合管理岗位（会计方向）\t2人',
      '工程技术岗位（水利方向）\t3人',
      '宣传策划岗位（新媒体方向）\t1人',
    ];
    const { issue } = readText(`## 招聘\n\n岗位如下：\n\n${rows.join('\n')}\n`);
    expect(issue.stories[0]!.paragraphs.slice(1).map(({ text }) => text)).toEqual(
      rows.map((row) => row.replace('\t', '\u3000')),
    );
  });
});
