/** 文稿 and 查找. */
import { PART_NAMES } from '../../core/publication/part-names.ts';
import { STORY_KINDS } from './panels.ts';

/** 文稿 and 查找. */
export const storyStrings = {
  kinds: STORY_KINDS,
  parts: { ...PART_NAMES, 'item-byline': '条目署名' },
  kind: '稿件种类',
  captionOf: (number: number, count: number) => (count === 1 ? '图注' : `图注（图 ${number}）`),
  photoCreditOf: (number: number, count: number) => (count === 1 ? '摄影署名' : `摄影署名（图 ${number}）`),
  choose: '没有选中稿件。请在版面上点一篇，或在这里选一篇。',
  stories: '全部稿件',
  unplaced: '未上版',
  onPages: (pages: readonly number[]) => `第${pages.join('、')}版`,
  widen: '展开',
  narrow: '收窄',

  characters: (count: number) => `正文 ${count} 字`,
  lines: (count: number) => `排 ${count} 行`,
  over: (count: number) => `余 ${count} 行`,
  under: (count: number) => `缺 ${count} 行`,
  exact: '正好',

  bodyTools: '正文格式',
  bold: '加粗',
  emphasis: '着重',
  superscript: '上标',
  subscript: '下标',
  subhead: '小标题',
  bodyRole: '正文',
  item: '条目',
  paragraphUp: '上移一段',
  paragraphDown: '下移一段',

  find: '查找…',
  findLabel: '查找',
  replaceLabel: '替换为',
  findNext: '查找下一个',
  findPrevious: '查找上一个',
  openReplace: '替换…',
  next: '下一个',
  previous: '上一个',
  replaceOne: '替换',
  replaceAll: '全部替换',
  matchCase: '区分大小写',
  ignoreWidth: '不分全角半角',
  hits: '查找结果',
  hitCount: (count: number) => (count === 0 ? '没有找到' : `找到 ${count} 处`),
  hitPlace: (number: number, count: number) => `第 ${number} 处，共 ${count} 处`,
  moreHits: (shown: number) => `只列出前 ${shown} 处，请写长一些。`,
  notFound: (query: string) => `没有找到“${query}”。`,
  replaced: (count: number) => `替换了 ${count} 处`,
  replacedAll: (count: number) => `全部替换（${count} 处）`,
  replacedBut: (count: number, names: readonly string[]) =>
    `替换了 ${count} 处；${names.join('、')}里的没有替换，请到“属性”里改。`,
  notReplaced: (names: readonly string[]) => `${names.join('、')}不能在这里替换，请到“属性”里改。`,
  ofPage: (number: number) => `第${number}版`,
} as const;
