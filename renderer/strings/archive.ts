/** The archive, the recovery of work, locks and the way to the host. */

/** What the archive, the recovery of work and the banners say. */

const SOMEBODY = '另一个人';

export const archiveStrings = {
  page: '归档全页',
  closePage: '返回本期',
  showPage: '全页…',
  searchCommand: '在归档里查找',
  search: '在归档里查找',
  searchHint: '词或“整句”',
  clear: '清除条件',
  filters: '筛选',
  anyone: '全部',
  publication: '刊物',
  year: '年份',
  from: '从',
  to: '到',
  person: '人名',
  columnName: '版名',
  kind: '体裁',
  years: '各年',
  allYears: '全部',
  yearName: (year: number) => `${year}年`,
  undated: '没有日期',
  yearCount: (count: number) => `${count} 期`,
  grid: '各期头版',
  issueCount: (count: number) => `${count} 期`,
  noneLeft: '没有合这些条件的一期，请放宽条件。',
  empty: '归档里还没有一期报纸；保存过的各期会列在这里。',
  opening: '正在读取归档…',
  failed: (why: string) => `归档读不出来：${why}`,
  noFrontPage: '没有头版图',

  hits: '查找结果',
  hitCount: (count: number, more: boolean) => (more ? `多于 ${count} 处` : `${count} 处`),
  noHits: '归档里没有找到，请换一个词或放宽条件。',
  searching: '正在查找…',
  searchFailed: (why: string) => `没有查成：${why}`,
  signed: '署名',
  hitPage: (page: number | null) => (page === null ? '未上版' : `第${page}版`),
  untitled: '（无标题）',

  indexing: (done: number, total: number) => (total === 0 ? '正在编目…' : `正在编目 ${done}/${total}`),
  waiting: '另一个程序正在编目，可以先查找。',
  indexFailed: (why: string) => `编目没有完成：${why}`,
  cancel: '取消',
  reindex: '重新编目',
  faults: (count: number) => `有 ${count} 个文件打不开`,

  viewer: (name: string) => `${name}（只读）`,
  viewerOpening: '正在打开这一期…',
  viewerFailed: (why: string) => `这一期打不开：${why}`,
  back: '返回',
  edit: '打开编辑',
  newFrom: '以此为底新建一期',
  previousHit: '上一处',
  nextHit: '下一处',
  hitPlace: (at: number, count: number, more: boolean) => `第 ${at} 处，共${more ? '多于' : ''} ${count} 处`,
  zoomIn: '放大',
  zoomOut: '缩小',
  fitPage: '整版',
  fitWidth: '版宽',

  newFromTitle: '以此为底新建一期',
  newFromText: (name: string) =>
    `新的一期沿用${name}的版面、版名和固定栏目，稿件不带过来；期号和总期号按归档接排。`,
  date: '出版日期',
  number: '期号',
  totalNumber: '总期号',
  numbers: (number: number | null, total: number | null) =>
    number === null || total === null ? '没有可接的一期' : `第${number}期（总第${total}期）`,
  create: '新建',
  badDate: '请填 1900 到 2100 年之间的日期。',
  nothingToContinue: '归档里没有更早的一期可接，新建后请在报头里填期号和总期号。',
  sameDate: (date: string, number: number, total: number) =>
    `归档里已有${date}的一期（第${number}期，总第${total}期），请核对日期。`,

  exportMany: '导出多期…',
  exportBar: '导出多期',
  chosen: (count: number) => `已选 ${count} 期`,
  chooseYear: '全选本年',
  chooseListed: '全选所列',
  chooseNone: '全不选',
  export: '导出',
  stopChoosing: '不导出了',
  exporting: (done: number, total: number) => `正在导出 ${done}/${total}`,
  exported: (count: number, folder: string) => `已导出 ${count} 期到 ${folder}`,
  exportCancelled: (count: number, folder: string) => `已取消，导出了 ${count} 期，在 ${folder}`,
  exportFailed: (why: string) => `没有导出：${why}`,
  overwriteAsk: (count: number) => `导出文件夹里那 ${count} 个同名的，要用这次导出的覆盖吗？`,
  overwriteYes: '覆盖',
  overwriteNo: '不覆盖',
  choose: (name: string) => `选 ${name}`,
} as const;

export const recoveryStrings = {
  command: '找回没有保存的工作…',
  title: '找到没有保存的工作',
  intro: '程序上次没有正常结束，下面的修改还在。恢复后请检查并保存。',
  none: '没有找到没有保存的工作。',
  failed: (why: string) => `没有保存的工作查不出来：${why}`,
  when: (time: string) => `最后修改：${time}`,
  neverSaved: '从未保存过',
  take: '恢复',
  later: '先不管',
  drop: '放弃',
  dropSure: '放弃后就找不回来了，真的放弃吗？',
  dropYes: '真的放弃',
  dropNo: '不放弃',
  taken: (name: string) => `已恢复“${name}”，还没有保存。`,
  takeFailed: (why: string) => `没有恢复：${why}`,
  dropFailed: (why: string) => `没有放弃：${why}`,
} as const;

export const lockStrings = {
  readOnly: (who: string, since: string | null) =>
    `${who === '' ? SOMEBODY : who}${since === null ? '' : `从 ${since} 起`}正在编辑这一期，现在只能看。`,
  free: (who: string) => `${who === '' ? SOMEBODY : who}已经关闭这一期，现在可以编辑。`,
  edit: '编辑',
  saveCopy: '另存一份…',
  bothKept: '两份都保存了',
} as const;

export const connectionStrings = {
  lost: '与本机服务的连接断了，正在重连…　',
  onPage: '修改先留在这一页，请不要关闭它。',
  refused: '本机服务已经重新启动，这一页连不上它：请用新给出的网址重新打开，没有保存的工作会在那里提出恢复。',
  back: '与本机服务重新连上了。',
  inBrowser: {
    kept: '没有送到的修改已记在这个浏览器里，下次用同一个浏览器打开时会提出恢复。',
    refused: '这个浏览器存不下没有送到的修改，它们只在这一页上：请不要关闭本页，先把要紧的文字复制出来。',
  },
} as const;
