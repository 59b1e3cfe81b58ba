/** Who signs a notice, and facts of who runs something: no headlines, however like one they stand. */
import { describe, expect, it } from 'vitest';
import { readText } from './manuscript-builders.ts';

const NOTICE = '关于停水的通知\n\n因管网检修，荣光街片区停水，请居民提前储水。';
const NEXT = '茶叶丰收\n\n本报讯（记者 李青）茶叶丰收，村民高兴。';

const stories = (copy: string) =>
  readText(copy).issue.stories.map(
    ({ headline, paragraphs }) => [headline, paragraphs.map(({ text }) => text)] as const,
  );

describe('a notice', () => {
  it.each([
    ['清河镇自来水公司\n2026年11月15日'],
    ['清河镇人民政府\n二〇二六年十一月十五日'],
    ['清河镇人民政府\n（2026年11月15日）'],
    ['清河镇人民政府\n清河镇自来水公司\n2026年11月'],
    ['县人民医院\n11月15日'],
    ['县教育局\n2026.11.15'],
    ['云溪县红十字会\n２０２６年１１月１５日'],
    ['清河镇自来水公司（盖章）\n2026年11月15日'],
    ['清河镇自来水公司\n2026年11月15日星期日'],
    ['清河镇自来水公司2026年11月15日'],
    ['2026年11月15日\n清河镇供电所'],
  ])('keeps its signature, whoever signs: %s', (signature) => {
    const read = stories(`${NOTICE}\n\n${signature}\n\n${NEXT}\n`);
    expect(read.map(([headline]) => headline)).toEqual(['关于停水的通知', '茶叶丰收']);
    expect(read[0]![1].slice(1)).toEqual(signature.split('\n'));
    expect(read[1]![1]).toEqual(['茶叶丰收，村民高兴。'].map((text) => expect.stringContaining(text)));
  });

  it('keeps it at the end of the copy too', () => {
    expect(stories(`${NEXT}\n\n${NOTICE}\n\n清河镇自来水公司\n2026年11月15日\n`)).toHaveLength(2);
  });

  it('keeps it apart from text that has no stop, and nothing is said to be missing', () => {
    const { issue, report } = readText(`${NOTICE.slice(0, -1)}\n\n清河镇供电所\n2026年11月15日\n\n${NEXT}\n`);
    expect(issue.stories[0]!.paragraphs).toHaveLength(3);
    expect(report.problems.filter(({ kind }) => kind === 'unfinished-story')).toEqual([]);
  });

  it.each([
    ['清河镇供电所\n2026年11月15日\n\n修路忙\n\n本报讯（记者 李青）东湾村修路，工期三月。', '修路忙'],
    ['清河镇供电所\n2026年11月15日\n\n本报讯（记者 李青）东湾村修路，工期三月。', ''],
  ])('is not joined with the report behind it: %s', (copy, headline) => {
    const read = stories(`${NOTICE}\n\n${copy}\n`);
    expect(read.map(([head]) => head)).toEqual(['关于停水的通知', headline]);
    expect(read[0]![1]).toHaveLength(3);
  });

  it.each([
    ['县人民医院新楼启用\n11月15日\n县人民医院新楼昨日启用，市民就医更方便，设施也更好了。'],
    ['县人民医院\n11月15日起全面开诊，市民高兴。'],
  ])('is not seen in a headline above its story: %s', (copy) => {
    expect(stories(`${NOTICE}\n\n${copy}\n`).map(([headline]) => headline)).toEqual([
      '关于停水的通知',
      copy.split('\n')[0],
    ]);
  });

  it('is not seen in a name alone above a report', () => {
    const copy = '健身进社区\n\n健身活动昨日走进社区。\n\n李小青\n\n本报讯（记者 王强）西岭栽树。\n';
    expect(stories(copy).map(([headline]) => headline)).toEqual(['健身进社区']);
  });

  it('lets a headline with its date below be one', () => {
    const dated = `${NOTICE}\n\n区委召开动员大会\n2026年11月15日\n\n本报讯（记者 李青）动员大会昨日召开，各镇负责人参加。\n`;
    expect(stories(dated).map(([headline]) => headline)).toEqual(['关于停水的通知', '区委召开动员大会']);
  });
});

describe('who runs something', () => {
  it('is no headline amid a story', () => {
    const copy = `${NOTICE}\n\n主办：云溪县融媒体中心　承办：云溪县图书馆\n\n欢迎各界朋友参加，名额有限。\n`;
    expect(stories(copy).map(([headline]) => headline)).toEqual(['关于停水的通知']);
  });

  it('belongs to the masthead where it stands in the head', () => {
    const copy = `上街时报\n2026年11月17日 星期二 第9期\n中共云溪县委宣传部主管 云溪县融媒体中心主办\n准印证号：（豫）第0099号 本期四版\n\n${NOTICE}\n`;
    expect(stories(copy).map(([headline]) => headline)).toEqual(['关于停水的通知']);
  });
});

describe('the Chinese date of a masthead', () => {
  it.each(['农历十月初九', '农历 十月初九', '夏历闰六月廿一', '农历丙午年十月初九'])(
    'may leave out the year: %s',
    (lunar) => {
      const { masthead, stories: read } = readText(
        `上街时报\n2026年11月17日 星期二 ${lunar}\n第9期（总第399期）\n\n${NOTICE}\n`,
      ).issue;
      expect(masthead).toMatchObject({ date: '2026-11-17', number: 9, totalNumber: 399 });
      expect(read.map(({ headline }) => headline)).toEqual(['关于停水的通知']);
    },
  );
});
