/** On the pages: frames and drags, rulers, selection, the caret. */

/** 版位 and drags. */
export const frameStrings = {
  boxSize: (span: number, lines: number) => `${span} 栏 × ${lines} 行`,
  fit: (overset: number, free: number) =>
    overset > 0 ? `余 ${overset} 行` : free > 0 ? `缺 ${free} 行` : '正好',
  fitOf: (headline: string, fit: string) => `《${headline}》${fit}`,
  swapWith: (headline: string) => `与《${headline}》交换`,
  noRoom: '这里没有空位',
  toTray: '退回稿库',
  jumpTo: '转版到',
  jumpToPage: (number: number, name: string) => (name === '' ? `第${number}版` : `第${number}版 ${name}`),
  jumpToNewPage: '新加一版',
  noRoomOnPage: (number: number) => `第${number}版没有放得下的空位，没有转版；请先腾出地方或转到新版。`,
  cutJump: '取消转版',
  otherEnd: '看转版的另一头',
  fitToText: '版位适合稿件',
  unplace: '退回稿库',
  remove: '删除版位',
  swap: '与另一版位交换',
  moveToPage: '移到',
  noFreePlace: (number: number) => `第${number}版没有空位，版位没有移动。`,
  moveLeft: '左移一栏',
  moveRight: '右移一栏',
  moveUp: '上移一行',
  moveDown: '下移一行',
  wider: '加宽一栏',
  narrower: '收窄一栏',
  taller: '加高一行',
  shorter: '减矮一行',
  box: '加框',
  columnRule: '栏线',
  moreColumns: '破栏：多分一栏',
  fewerColumns: '破栏：少分一栏',
  biggerHead: '标题大一号',
  smallerHead: '标题小一号',
  verticalHead: '竖排标题',
  putPicture: '放入图片',
  pictureName: (name: string) => `图片 ${name}`,
  nextPicture: '选版位里的图片',
  removePicture: '图片移出版位',
} as const;

/** What the page view says: frames, rulers, what is selected. */

const fitAfterName = (overset: number, free: number): string =>
  overset > 0 ? `，余 ${overset} 行` : free > 0 ? `，缺 ${free} 行` : '';

export const viewStrings = {
  /** What the page view is, after its name. */
  deskRole: '拼版台',
  frameRole: '版位',
  untitled: '无标题',
  frame: (title: string, columns: number, lines: number, overset: number, free: number) =>
    `《${title}》 ${columns} 栏 × ${lines} 行${fitAfterName(overset, free)}`,
  overlapping: '，与别的版位或报头重叠',
  misfitting: '，里面有排不下或伸出版位的内容',
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

/** Texts of the text on the page: its commands and what a screen reader hears. */
export const textStrings = {
  input: '版面文字输入',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  bold: '加粗',
  emphasis: '着重',
  marksInBody: '加粗、着重、上标、下标只用在正文里，标题、提要和图注没有这些字样。',
  superscript: '上标',
  subscript: '下标',
  subhead: '设为小标题',
  bodyText: '设为正文',
  moveUp: '上移段落',
  moveDown: '下移段落',
  typeHere: '在此输入文字',
  pasteRefused: '没有粘贴：浏览器不许读剪贴板，请在版面文字中按 Ctrl+V（Mac 按 ⌘V）。',
} as const;
