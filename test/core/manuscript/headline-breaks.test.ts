import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areHeadlineBreaks } from '../../../core/issue/headline-break-offsets.ts';
import { emptyStory } from '../../../core/issue/issue.ts';
import { proposeHeadlineBreaks, proposeStoryBreaks } from '../../../core/manuscript/headline-breaks.ts';
import { expectLinear } from '../../growth.ts';

/** Breaks of a headline given as a segmenter's words, shown in it. */
const broken = (words: string): string => {
  const text = words.replaceAll('|', '');
  const breaks = new Set(proposeHeadlineBreaks(text, () => words.split('|')));
  return [...text].map((c, i) => (breaks.has(i) ? `|${c}` : c)).join('');
};
const single = (text: string): readonly string[] => [...text];

describe('the breaks proposed for a headline', () => {
  it.each([
    [
      'vocabulary that the segmenter splits',
      '我|区|召开|疫|情|防|控|工作|会议',
      '我区|召开|疫情防控|工作会议',
    ],
    ['phrases of four characters', '全市|复|工|复|产|稳|步|推进', '全市|复工复产|稳步推进'],
    ['offices', '区|委|常委|会|研究|河|长|制|工作', '区委|常委会|研究|河长制工作'],
    ['a year with its 年', '我|区|开展|2020|年|春季|义务|植|树|活动', '我区|开展|2020年|春季|义务植树活动'],
    ['a date', '居民|续保|缴费|3|月|12|日|截止', '居民|续保|缴费|3月12日|截止'],
    ['a span of years', '2020|-|2021|年|供暖|方案|公布', '2020-2021年|供暖|方案|公布'],
    ['an ordinal and a short noun', '区|政协|召开|第|三|十次|会议', '区政协|召开|第三十次会议'],
    ['an ordinal with a long phrase', '全市|召开|第|19|次|视频|调度|会', '全市|召开|第19次|视频调度会'],
    ['an issue number', '第|9|期|简报|印发', '第9期|简报|印发'],
    ['a measure and what it counts', '新建|口袋|公园|9|座|桥', '新建|口袋公园|9座桥'],
    ['a percentage', '生产|总值|增长|6.8|%|左右', '生产总值|增长6.8%左右'],
    ['Latin with digits', '我|市|5G|基站|建成', '我市|5G基站|建成'],
    ['a short quotation', '书记|宣讲|“|三|送|一|强|”|政策', '书记|宣讲|“三送一强”|政策'],
    ['a title', '我|区|印发|《|道路|管理|办法|》', '我区|印发|《道路管理办法》'],
    ['a quotation and its noun', '“|小|板凳|”|活动|走进|社区', '“小板凳”活动|走进社区'],
    ['a bracket and its word', '区|委|常委|（|扩大|）|会议|召开', '区委常委（扩大）会议|召开'],
    ['a title and a name', '区|长|周|志|远|调|研|招商|工作', '区长周志远|调研|招商工作'],
    ['a name before its verb', '陈|小|红|荣获|金奖', '陈小红|荣获|金奖'],
    ['a surname that the segmenter parts', '李|建国|到|企业|宣讲', '李建国|到企业|宣讲'],
    ['a name of which it makes half a word', '马国|强|到|社区|宣讲', '马国强|到社区|宣讲'],
    ['an office and its holder', '文明|办|主任|裴|保|来|检查', '文明办主任裴保|来检查'],
    ['particles', '孩子|们|的|暑假|在|稻田|里|开课', '孩子们的|暑假|在稻田里|开课'],
    ['conjunctions, which open a line', '红|军|小学|和|文化|馆|共建', '红军小学|和文化馆|共建'],
    ['suffixes', '道路|精细|化|管理|机器|人|队|上岗', '道路|精细化管理|机器人队|上岗'],
    ['a head noun and what it heads', '通报|活动|开展|情况', '通报活动|开展情况'],
    ['what 以来 is counted from', '“|十四|五|”|以来|绿地|翻番', '“十四五”以来|绿地|翻番'],
    ['stops, after which a line ends', '榜单|揭晓|！|两|地|入围', '榜单|揭晓！|两地|入围'],
    ['及 and the verb that it ends', '管网|改造|触|及|八百户', '管网改造|触及|八百户'],
    ['及 and one character that no word claims', '热线|惠|及|百姓', '热线|惠及百姓'],
    ['及, where it is “and”, with what follows', '公园|绿地|及|广场|开放', '公园|绿地|及广场|开放'],
    ['what is the Party’s', '宣讲|党|的|二十|大|精神', '宣讲|党的二十大精神'],
    ['what is the Party’s in words unknown', '学习|党的|新|章程', '学习|党的新章程'],
    ['ordinals before what they number', '省委|第三|巡视|组|进驻', '省委|第三巡视组|进驻'],
    ['a quarter and its year', '公布|2021|年|第|四|季度|数据', '公布|2021年第四季度|数据'],
    ['a date and its hour', '7|月|20|日|8|时|起|停水', '7月20日8时起停水'],
    ['about how many', '超|三千|名|考生|参加|考试', '超三千名考生|参加|考试'],
    ['how many came', '博物馆|接待|六十|万人|次|游客', '博物馆|接待|六十万人次|游客'],
    ['a place and its authority', '青河|县委|部署|防汛', '青河县委|部署|防汛'],
    ['a title and a name taken for a word', '主任|高建国|察看|工地', '主任高建国|察看|工地'],
    ['a surname and a name taken for a word', '优秀|毕业生|王|雨晴|返乡', '优秀毕业生王雨晴|返乡'],
    ['a name from which it takes a conjunction', '支书|杨|德|明和|他|的|果园', '支书杨德明|和他的|果园'],
    ['a verb in quotation marks and its complement', '辣椒|“|串|”|起|乡亲', '辣椒|“串”起乡亲'],
    [
      'a title and its office, which a longer name may stand before',
      '经济技术|开发区|管委会|主任|方|振|华|谈|招商',
      '经济技术开发区|管委会主任方振华谈|招商',
    ],
    ['road numbers', '国道|310|线|通车', '国道310线|通车'],
    ['levels in Roman numerals', '启动|防汛|Ⅱ|级|应急|响应', '启动|防汛|Ⅱ级应急响应'],
    ['a dash, before which it does', '新|馆|开门|—|—|三年|建成', '新馆|开门|——三年|建成'],
  ])('keep %s together', (_, words, expected) => {
    expect(broken(words)).toBe(expected);
  });

  it('stand after a space and never before it', () => {
    expect(broken('新馆| |开门')).toBe('新馆 |开门');
    expect(broken('新馆|\u3000|开门')).toBe('新馆\u3000|开门');
  });

  it('leave no character alone at either end', () => {
    expect(broken('看|，|桥|通|了')).toBe('看，桥通了');
    expect(broken('区|图书馆')).toBe('区图书馆');
  });

  it('let a long quotation break, but not beside its marks', () => {
    expect(broken('“|送|政策|送|服务|送|要素|强|信心|”')).toBe('“送政策|送服务|送要素|强信心”');
    expect(broken('《|公园|绿地|养护|与|管理|工作|办法|》')).toBe('《公园绿地|养护|与管理工作办法》');
  });

  it('count from the whole text where the editor has broken lines', () => {
    const text = '新馆开门\n老馆歇业';
    expect(proposeHeadlineBreaks(text, (line) => [line.slice(0, 2), line.slice(2)])).toEqual([2, 7]);
  });

  it('are proposed for kicker, headline and deck', () => {
    const story = { ...emptyStory('s1'), kicker: '城区要闻', headline: '新馆开门', deck: '' };
    expect(proposeStoryBreaks(story, (text) => [text.slice(0, 2), text.slice(2)])).toEqual({
      kicker: [2],
      headline: [2],
      deck: [],
    });
  });

  it('are well-formed for any text and any segmenter', () => {
    const piece = fc.constantFrom(
      '疫',
      '情',
      '20',
      '年',
      '“',
      '”',
      '（',
      '）',
      '的',
      '𬭎',
      'Ab',
      ' ',
      '—',
      '第',
      '和',
      '\n',
      '》',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.nat(3), (pieces, size) => {
        const text = pieces.join('');
        const cut = (line: string) =>
          single(line).flatMap((_, i, all) =>
            i % (size + 1) === 0 ? [all.slice(i, i + size + 1).join('')] : [],
          );
        expect(areHeadlineBreaks(proposeHeadlineBreaks(text, cut), text)).toBe(true);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('are found in time linear in the text', () => {
    for (const unit of ['一', '疫', '“', '（）', '第', '1.', '裴', '2020年'])
      expectLinear(24_000, (count) => {
        const text = unit.repeat(count);
        return () => void proposeHeadlineBreaks(text, single);
      });
  });

  it('refuse a segmenter whose words are not the text', () => {
    expect(() => proposeHeadlineBreaks('新馆', () => ['新'])).toThrow('not the words');
  });
});
