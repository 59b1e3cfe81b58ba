/** What the page view says: frames, rulers, what is selected. */

const fit = (overset: number, free: number): string =>
  overset > 0 ? `，余 ${overset} 行` : free > 0 ? `，缺 ${free} 行` : '';

export const viewStrings = {
  /** What the page view is, after its name. */
  deskRole: '拼版台',
  frameRole: '版位',
  untitled: '无标题',
  frame: (title: string, columns: number, lines: number, overset: number, free: number) =>
    `《${title}》 ${columns} 栏 × ${lines} 行${fit(overset, free)}`,
  overlapping: '，与别的版位或报头重叠',
  overset: (lines: number) => `余 ${lines} 行`,
  oversetLong: (lines: number, characters: number) => `余 ${lines} 行（${characters} 字）排不下`,
  picture: (number: number, caption: string) => `图片 ${number}${caption === '' ? '' : `：${caption}`}`,
  pictureOf: (number: number, title: string) => `《${title}》的图片 ${number}`,
  textOf: (title: string) => `正在改《${title}》的文字`,
  head: (page: number) => (page === 1 ? '报头' : `第${page}版报眉`),
  headField: (name: string) => `正在改${name}`,
  pageSelected: (page: number) => `第${page}版`,
  nothing: '没有选中版位',
  grip: '拖动移动版位',
  threadTo: (page: number) => `→${page}版`,
  threadFrom: (page: number) => `${page}版→`,
  jumpTo: (page: number) => `转到第${page}版的下文`,
  jumpFrom: (page: number) => `回到第${page}版的上文`,
  contextMenu: '版位操作',

  escape: '退出文字、取消选择',
  selectNextFrame: '选下一个版位',
  selectPreviousFrame: '选上一个版位',
  selectFirstFrame: '选本版第一个版位',
  enterText: '改版位里的文字',
  openContextMenu: '打开版位操作菜单',
} as const;
