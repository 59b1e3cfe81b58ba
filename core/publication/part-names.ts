/**
 * What newspaper people call the parts of a story: in the panels, the names of edits, comparisons and sentences about
 * files. 标题 is the headline as a whole, 主题 its main line beside kicker and deck.
 */
export const PART_NAMES = {
  kicker: '引题',
  headline: '主题',
  deck: '副题',
  standfirst: '提要',
  body: '正文',
  byline: '署名',
  credit: '来源',
  caption: '图注',
} as const;

/** Where only the headline as a whole is spoken of. */
export const HEADLINE_NAME = '标题';

/** What an unnamed page is called: the first carries the main news. */
export const pageNameOf = (index: number): string => (index === 0 ? '要闻' : '综合');
