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
  ])('keeps its signature, whoever signs: %s', (signature) => {
    const read = stories(`${NOTICE}\n\n${signature}\n\n${NEXT}\n`);
    expect(read.map(([headline]) => headline)).toEqual(['关于停水的通知', '茶叶丰收']);
    expect(read[0]![1].slice(1)).toEqual(signature.split('\n'));
    expect(read[1]![1]).toEqual(['茶叶丰收，村民高兴。'].map((text) => expect.stringContaining(text)));
  });

  it('keeps it at the end of the copy too', () => {
    expect(stories(`${NEXT}\n\n${NOTICE}\n\n清河镇自来水公司\n2026年11月15日\n`)).toHaveLength(2);
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
