/** The imprint at the foot of the copy, and labelled facts at its head. */
import { describe, expect, it } from 'vitest';
import { balanceOf, readText } from './manuscript-builders.ts';

const HEAD = '上街时报\n2026年11月17日 星期二 第9期（总第399期）';
const STORY = '健身进社区\n\n本报讯（记者 李青）健身活动昨日走进社区，场面热闹。';
const IMPRINT = {
  recipients: '全区各单位',
  printer: '郑州某某印刷厂',
  printDate: '2026年11月17日',
  printRun: '3000份',
};
const LINES = [
  '发送对象：全区各单位',
  '印刷单位：郑州某某印刷厂',
  '印刷日期：2026年11月17日',
  '印数：3000份',
];

const headlines = (copy: string) => readText(copy).issue.stories.map(({ headline }) => headline);

describe('what the imprint prints at the foot', () => {
  it.each([
    ['a line each', LINES.join('\n')],
    ['on one line', LINES.join('  ')],
    ['with semicolons between', LINES.join('；')],
    ['and 共印 without a label', `${LINES.slice(0, 3).join('\n')}\n（共印3000份）`],
  ])('is no story as well: %s', (_, lines) => {
    const copy = `${HEAD}\n\n${STORY}\n\n${lines}\n`;
    const { issue } = readText(copy);
    expect(issue.stories.map(({ headline }) => headline)).toEqual(['健身进社区']);
    expect(issue.imprint).toMatchObject(IMPRINT);
    expect(balanceOf(copy).difference.size).toBe(0);
  });

  it('leaves the other facts of its lines where they stand', () => {
    const copy = `${HEAD}\n\n${STORY}\n\n责任编辑：李青　印数：3000份\n主办：区融媒体中心　发送对象：各单位\n发放范围：各社区\n`;
    const { issue } = readText(copy);
    expect(issue.stories.at(-1)!.paragraphs.map(({ text }) => text)).toEqual([
      '责任编辑：李青',
      '主办：区融媒体中心',
      '发放范围：各社区',
    ]);
    expect(issue.imprint).toMatchObject({ recipients: '各单位', printRun: '3000份' });
    expect(balanceOf(copy).difference.size).toBe(0);
  });

  it('stays a notice in a bulletin, which has no such foot', () => {
    const copy = `△ 栽树忙起来。\n\n△ 修路忙起来。\n\n本期送：各单位\n印数：30份\n`;
    expect(readText(copy).issue.stories.at(-1)).toMatchObject({ kind: 'notice' });
  });

  it('is read at the head too', () => {
    const copy = `${HEAD}\n${LINES.join('\n')}\n\n${STORY}\n`;
    expect(headlines(copy)).toEqual(['健身进社区']);
    expect(readText(copy).issue.imprint).toMatchObject(IMPRINT);
    expect(balanceOf(copy).difference.size).toBe(0);
  });
});

describe('the head of a paper', () => {
  it.each([
    ['主管：中共上街区委宣传部\n主办：上街区融媒体中心', '主管：中共上街区委宣传部 主办：上街区融媒体中心'],
    ['中共上街区委宣传部 主管\n上街区融媒体中心 主办', '中共上街区委宣传部 主管 上街区融媒体中心 主办'],
  ])('says who runs it: %s', (lines, publisher) => {
    const copy = `${HEAD}\n${lines}\n\n${STORY}\n`;
    const { issue } = readText(copy);
    expect(headlines(copy)).toEqual(['健身进社区']);
    expect(issue.publication.masthead.publisher).toBe(publisher);
  });

  it.each([
    ['星期二（农历十月初九） 第9期（总第399期）'],
    ['周二 【农历 十月初九】 第九期 总第三百九十九期'],
    ['星期二 十月初九 第9期 总第399期 共4版'],
    ['（星期二 农历丙午年（马年）十月初九） 第9期 ｜ 总第399期'],
    ['Tuesday 阴历十月初九 第9期 总第399期'],
  ])('has its date in many forms: %s', (facts) => {
    const copy = `上街时报\n2026年11月17日 ${facts}\n\n${STORY}\n`;
    expect(readText(copy).issue.masthead).toEqual({ date: '2026-11-17', number: 9, totalNumber: 399 });
    expect(headlines(copy)).toEqual(['健身进社区']);
    expect(balanceOf(copy).difference.size).toBe(0);
  });

  it('names what it has no place for', () => {
    const copy = `上街时报\n2026年11月17日 星期二 小雪 第9期 总第399期\n邮箱：sjsb@163.com\n\n${STORY}\n`;
    const { issue } = readText(copy);
    expect(headlines(copy)).toEqual(['健身进社区']);
    expect(issue.importNotes.map(({ words }) => words)).toEqual(['小雪', '邮箱：sjsb@163.com']);
    expect(balanceOf(copy).difference.size).toBe(0);
  });

  it('ends where a headline begins, were it of a date and words', () => {
    const copy = `${HEAD}\n\n11月17日起第9期征文开始投稿啦\n\n${STORY.split('\n\n')[1]}\n`;
    expect(headlines(copy)).toEqual(['11月17日起第9期征文开始投稿啦']);
  });
});

describe('a line of organisers amid a story', () => {
  it.each([
    ['主办单位 上街区融媒体中心'],
    ['【主办】上街区融媒体中心'],
    ['上街区委宣传部主办　上街区图书馆承办'],
    ['上街区融媒体中心主办'],
  ])('is its text: %s', (line) => {
    const { issue } = readText(`${STORY}\n\n${line}\n\n名额有限，先到先得。\n`);
    expect(issue.stories).toHaveLength(1);
    expect(issue.stories[0]!.paragraphs.slice(-2).map(({ text }) => text)).toEqual([
      line.replace(' ', '\u3000'),
      '名额有限，先到先得。',
    ]);
  });

  it.each([['活动由谁主办'], ['我市将承办省运会']])('is no headline that speaks of it: %s', (line) => {
    expect(headlines(`${STORY}\n\n${line}\n\n本报讯（记者 李青）活动为期三月。\n`)).toContain(line);
  });
});
