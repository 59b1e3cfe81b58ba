/**
 * What newspaper people call the parts of a story, who edits a page and what an imprint says: in the panels, the names of edits, comparisons and sentences about
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

/** 责任编辑、校对、美编 of a page, in the order in which they are printed. */
export const STAFF_NAMES = { editor: '责任编辑', proofreader: '校对', designer: '美编' } as const;

/** The facts of the imprint 版记, in the order in which they are printed. */
export const IMPRINT_NAMES = {
  compiler: '编印单位',
  recipients: '发送对象',
  printer: '印刷单位',
  printDate: '印刷日期',
  printRun: '印数',
} as const;

/** Where only the headline as a whole is spoken of. */
export const HEADLINE_NAME = '标题';

/** What an unnamed page is called: the first carries the main news. */
export const pageNameOf = (index: number): string => (index === 0 ? '要闻' : '综合');
