import { describe, expect, it } from 'vitest';
import { readLines } from './manuscript-builders.ts';

const storiesOf = (...lines: string[]) =>
  readLines(...lines).issue.stories.map(({ kind, headline, paragraphs }) => ({
    kind,
    headline,
    paragraphs: paragraphs.map(({ text }) => text),
  }));

const LEAD = ['我县召开水利工作会', '', '11月20日，我县召开水利工作会议。', '', '（记者 甲乙丙）', ''];

describe('heads of columns and lines that only look like heads', () => {
  it.each(['简讯', '【简讯】', '简　讯', '一句话新闻'])(
    'takes %s for the head of the items below it',
    (head) => {
      const [, briefs, ...more] = storiesOf(
        ...LEAD,
        head,
        '',
        '● 团县委公布名单。',
        '',
        '● 体育馆恢复开放。',
      );
      expect(briefs).toMatchObject({ kind: 'briefs', paragraphs: ['团县委公布名单。', '体育馆恢复开放。'] });
      expect(briefs!.headline.replace(/[【】\u3000]/gu, '')).toBe(head.replace(/[【】\u3000]/gu, ''));
      expect(more).toEqual([]);
    },
  );

  it('leaves the word in the text where no items follow it', () => {
    expect(storiesOf(...LEAD.slice(0, 4), '简讯', '', '以上均由各镇报来。')[0]!.paragraphs).toContain('简讯');
  });

  it('takes lines with 详见…版 below 今日导读 for refers, and gives the next story its headline', () => {
    const [, refers, story] = storiesOf(
      ...LEAD,
      '今日导读',
      '',
      '白鹭洲湿地再添新客（详见二版）',
      '',
      '污水管网补上断头路（详见三版）',
      '',
      '老码头变身亲水公园',
      '',
      '11月19日，老码头公园正式开园。',
    );
    expect(refers).toEqual({
      kind: 'refers',
      headline: '今日导读',
      paragraphs: ['白鹭洲湿地再添新客（详见二版）', '污水管网补上断头路（详见三版）'],
    });
    expect(story).toMatchObject({
      headline: '老码头变身亲水公园',
      paragraphs: ['11月19日，老码头公园正式开园。'],
    });
  });

  it('takes the first line for the headline though it has a comma and an exclamation', () => {
    expect(
      storiesOf('流感高发季，做好这5点！', '', '近日，我县气温骤降：', '1)勤洗手；', '2)多通风。'),
    ).toEqual([
      {
        kind: 'article',
        headline: '流感高发季，做好这5点！',
        paragraphs: ['近日，我县气温骤降：', '1）勤洗手；', '2）多通风。'],
      },
    ]);
  });

  it('takes a line that a colon leads to, or an English one, for text', () => {
    const lines = [
      '外教走进山村课堂',
      '',
      '她写下一句话：',
      '',
      'Where there is a will',
      '',
      '孩子们跟着念了三遍。',
    ];
    expect(storiesOf(...lines)).toMatchObject([{ headline: '外教走进山村课堂', paragraphs: { length: 3 } }]);
    const han = lines.map((line) => (line.startsWith('Where') ? '有志者事竟成' : line));
    expect(storiesOf(...han)).toMatchObject([{ headline: '外教走进山村课堂' }]);
  });

  it('takes a byline behind a box for a byline', () => {
    const { stories } = readLines(
      '河堤路换上新路灯',
      '',
      '□ 本报记者 甲乙丙',
      '',
      '11月20日，灯亮了。',
    ).issue;
    expect(stories).toMatchObject([
      { kind: 'article', byline: '本报记者　甲乙丙', paragraphs: { length: 1 } },
    ]);
  });

  it('takes bold words at the opening of the text for emphasis, not for a second headline', () => {
    const quoted = storiesOf('# 一站式办事大厅', '', '**“一站式”**大厅昨天开放。', '', '共有十二个窗口。');
    expect(quoted).toMatchObject([{ paragraphs: ['“一站式”大厅昨天开放。', '共有十二个窗口。'] }]);
    const plain = storiesOf('# 办事大厅', '', '**办事大厅开放**后，群众少跑腿。', '', '共有十二个窗口。');
    expect(plain).toMatchObject([{ headline: '办事大厅', paragraphs: { length: 2 } }]);
  });
});
