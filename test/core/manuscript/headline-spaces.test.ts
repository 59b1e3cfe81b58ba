import { describe, expect, it } from 'vitest';
import { refuseNormalisation } from '../../../core/manuscript/undo-import.ts';
import { balanceOf, bodyText, readLines, readText } from './manuscript-builders.ts';

const BODY = bodyText('清早');
const headlineOf = (line: string): string => readLines(line, '', BODY).issue.stories[0]!.headline;

describe('the spaces of a headline', () => {
  it.each([
    [
      'between two clauses',
      '## 春季长跑4月18日开跑 2860名居民报名',
      '春季长跑4月18日开跑\u30002860名居民报名',
    ],
    [
      'of any width before Han',
      '## 傍晚最大风力9级  沿湖步道暂停开放',
      '傍晚最大风力9级\u3000沿湖步道暂停开放',
    ],
    ['two wide, however short the clauses', '## 揭榜  3人', '揭榜\u30003人'],
    ['after a sign of degrees', '## 水温回升至21.5℃  湖区开放游泳', '水温回升至21.5℃\u3000湖区开放游泳'],
    ['typed as U+3000', '## 书市明日开市\u300036家书店参展', '书市明日开市\u300036家书店参展'],
  ])('stay as one U+3000 %s', (_, line, expected) => {
    expect(headlineOf(line)).toBe(expected);
  });

  it.each([
    ['beside a number in a sentence', '## 书市迎来第 12 个春天', '书市迎来第12个春天'],
    ['beside a year', '## 湖区街道公布 2021 年修路计划', '湖区街道公布2021年修路计划'],
    ['beside Latin', '## 三百户居民用 APP 预约看病', '三百户居民用APP预约看病'],
    ['after a short word', '## 快看 12座新桥同日通车', '快看12座新桥同日通车'],
    ['behind a stop', '## 湖区街道：修桥 12座方便出行', '湖区街道：修桥12座方便出行'],
  ])('go %s', (_, line, expected) => {
    expect(headlineOf(line)).toBe(expected);
  });

  it('stay in headlines without a mark, kickers and decks too', () => {
    const { issue } = readLines(
      '引题：书市今日开幕 36家书店参展',
      '标题：湖区书市开市迎客 120种新书首发',
      '副题：开放时间延长一周  24小时咨询',
      '',
      BODY,
    );
    expect(issue.stories[0]).toMatchObject({
      kicker: '书市今日开幕\u300036家书店参展',
      headline: '湖区书市开市迎客\u3000120种新书首发',
      deck: '开放时间延长一周\u300024小时咨询',
    });
    const unmarked = readLines('湖区书市开市迎客 120种新书首发', '', BODY, '', '（记者　林间）');
    expect(unmarked.issue.stories[0]!.headline).toBe('湖区书市开市迎客\u3000120种新书首发');
  });

  it('go from body text and subheads as before', () => {
    const { issue } = readLines(
      '## 书市开市',
      '',
      '书市今天上午开市 36家书店参展，湖边人来人往。',
      '',
      '### 书店早早开门 36家全部到齐',
      '',
      BODY,
    );
    expect(issue.stories[0]!.paragraphs.slice(0, 2).map(({ role, text }) => [role, text])).toEqual([
      ['body', '书市今天上午开市36家书店参展，湖边人来人往。'],
      ['subhead', '书店早早开门36家全部到齐'],
    ]);
  });

  it('are listed with their place, can be refused, and leave the account balanced', () => {
    const text = `## 共 12 站 书市巡展开到村口 36场不停歇\n\n${BODY}\n`;
    const { issue, report } = readText(text);
    const listed = report.files[0]!.normalisations.filter(({ rule }) => rule === 'headline-space');
    expect(listed).toHaveLength(1);
    const [space] = listed;
    expect(space).toMatchObject({ line: 1, before: ' ', after: '\u3000' });
    expect(issue.stories[0]!.headline[space!.place!.offset]).toBe('\u3000');
    expect(report.counts['headline-space']).toBe(1);
    for (const { place, after } of report.files[0]!.normalisations)
      if (place?.part === 'headline')
        expect(issue.stories[0]!.headline.slice(place.offset, place.offset + after.length)).toBe(after);
    expect(refuseNormalisation(issue, space!)!.issue.stories[0]!.headline).toContain('村口 36场');
    expect(report.files[0]!.recognitions.find(({ kind }) => kind === 'heading')!.text).toBe(
      issue.stories[0]!.headline,
    );
    expect(balanceOf(text).difference.size).toBe(0);
  });
});
