import { describe, expect, it } from 'vitest';
import {
  LONGEST_NEWSPAPER_WORD,
  NEWSPAPER_WORD_LISTS,
  NEWSPAPER_WORDS,
} from '../../../core/manuscript/newspaper-words.ts';

describe('the vocabulary of headlines', () => {
  it('stands in the order of code units, so that an entry is found and added in its place', () => {
    for (const list of NEWSPAPER_WORD_LISTS) expect(list).toEqual([...list].sort());
  });

  it('has no word twice, in one list or in two', () => {
    const all = NEWSPAPER_WORD_LISTS.flat();
    const twice = all.filter((word, i) => all.indexOf(word) !== i);
    expect(twice).toEqual([]);
    expect(NEWSPAPER_WORDS.size).toBe(all.length);
  });

  it('is of Han, of two characters at least and of no more than a line of a column holds', () => {
    for (const word of NEWSPAPER_WORDS) expect(word).toMatch(/^[\u4e00-\u9fff]{2,10}$/);
    expect(LONGEST_NEWSPAPER_WORD).toBe(10);
  });

  it('has the set phrases, titles and matters of county papers', () => {
    const some =
      '社会主义 中国特色社会主义 新时代 主题教育 乡村振兴 高质量发展 共同富裕 生态文明 党风廉政 全面从严治党 ' +
      '十四五规划 一带一路 党的二十大 惠及 普及 涉及 波及 危及 兼及 企及 常务副区长 副区长 副书记 副主任 副局长 ' +
      '副主席 副市长 副县长 疫情防控 复工复产 防汛抗旱 秋粮收购 老旧小区改造 农村公路 营商环境 招商引资 项目建设 ' +
      '文明城市创建 脱贫攻坚 人大常委会 政协委员 党员干部 志愿服务 人民医院 卫生健康 市场监管 应急管理 融媒体中心 ' +
      '新闻发布会 督导 调研 视察 召开 举行 启动 开工 竣工 投产 揭牌 签约';
    for (const word of some.split(' ')) expect(NEWSPAPER_WORDS).toContain(word);
  });
});
