/** The panels at the left, the list of problems and what an import says. */

/** What the panels at the left and the list of problems say. */

export const STORY_KINDS = { article: '文章', briefs: '简讯', refers: '导读', notice: '启事' } as const;

export const panelStrings = {
  kinds: STORY_KINDS,
  pictureStory: '图片',
  untitled: '（无标题）',

  tray: {
    span: '计行栏数',
    spanLead: '按',
    spanTail: '栏计行',
    narrower: '少一栏',
    wider: '多一栏',
    waiting: '待上版稿件',
    placed: '已上版稿件',
    placedCount: (count: number) => `已上版 ${count} 篇`,
    noneWaiting: '没有待上版的稿件。可以导入稿件和图片，或新建稿件。',
    characters: (count: number) => `${count} 字`,
    /** What a frame of that span needs for all of it. */
    size: (span: number, lines: number) => `${span} 栏 × ${lines} 行`,
    measuring: '计行…',
    pictures: (count: number) => `${count} 图`,
    actions: '稿件操作',
    place: '放到本版',
    goTo: '到版面',
    open: '编辑',
    create: '新建稿件',
    up: '上移',
    down: '下移',
    remove: '删除',
    removed: (headline: string) => `已从本期删除《${headline}》，可以撤销。`,
    moved: (rank: number) => `稿件次序：第 ${rank} 位。`,
    placedAt: (page: number, span: number, lines: number, free: number) =>
      `已放到第${page}版，${span} 栏 × ${lines} 行，${free === 0 ? '正好排下' : `缺 ${free} 行`}。`,
    placedOver: (page: number, overset: number) => `已放到第${page}版，余 ${overset} 行：请加高版位或转版。`,
    noRoom: (page: number) => `第${page}版没有空的地方：请先移开或缩小版位，或到另一版再放。`,
  },

  pages: {
    list: '各版',
    actions: '版面操作',
    addBefore: '在前加版',
    addAfter: '在后加版',
    remove: '删除本版',
    up: '前移',
    down: '后移',
    addPage: '在本版后加版',
    addPageBefore: '在本版前加版',
    removePage: '删除本版',
    movePageUp: '本版前移',
    movePageDown: '本版后移',
    added: (number: number) => `已添加第${number}版。`,
    removed: (number: number, stories: number) =>
      stories === 0
        ? `已删除第${number}版，可以撤销。`
        : `已删除第${number}版，${stories} 篇稿件退回稿库，可以撤销。`,
    moved: (from: number, to: number) => `原第${from}版现为第${to}版。`,
  },

  archive: {
    list: '归档的各期',
    refresh: '刷新',
    refreshing: '正在读取归档…',
    empty: '归档里还没有一期报纸；保存过的各期会列在这里。',
    failed: (why: string) => `归档读不出来：${why}`,
    undated: '没有日期',
    year: (year: string) => `${year}年`,
    current: '正在编辑',
    /** 3月15日 第9期（总第636期）. */
    date: (month: number, day: number) => `${month}月${day}日`,
    numbers: (number: number | null, total: number | null) =>
      [number === null ? '' : `第${number}期`, total === null ? '' : `（总第${total}期）`].join(''),
  },

  importNotes: {
    title: '导入提示',
    count: (count: number) => `导入提示 ${count} 条`,
    putBack: '放回',
    putBackLong: (words: string) => `放回：${words}`,
    dismiss: '知道了',
    leaveOut: '不要了',
    dismissLong: (message: string) => `知道了：${message}`,
    dismissAll: '全部知道了',
    more: (count: number) => `还有 ${count} 条，处理了上面的就会出现。`,
    wasPutBack: (headline: string) => `已放回《${headline}》，可以撤销。`,
    wereDismissed: (count: number) => `撤去了 ${count} 条导入提示，可以撤销。`,
  },
  problems: {
    filter: '显示哪些问题',
    all: '全部',
    wholeIssue: '整期',
    noneOfKind: '没有这一类问题。',
    dismiss: '知道了',
    dismissLong: (message: string) => `知道了：${message}`,
    abreast: (page: number, heads: string) => `第${page}版碰题：${heads}，请错开标题，或改变其中一个的排法。`,
    hole: (page: number, headline: string, lines: number) =>
      `第${page}版《${headline}》的版位里空着 ${lines} 行：请缩小版位，或补文字、放大图片。`,
    emptyPlace: (page: number, from: number, to: number, lines: number) =>
      `第${page}版第${from === to ? from : `${from}—${to}`}栏空着 ${lines} 行，没有版位：请补稿。`,
    strandedHeadline: (page: number, headline: string) =>
      `第${page}版《${headline}》的标题下面正文不足三行（背题）：请加高或移动版位。`,
    strandedSubhead: (page: number, text: string) =>
      `第${page}版小标题“${text}”落在栏底，下面没有正文：请增减文字或调整版位。`,
    throughLine: (page: number) => `第${page}版有一条横贯全版的通线：请让上下稿件的版位错开。`,
    loneCharacter: (page: number, text: string) =>
      `第${page}版标题有一行只有“${text}”一个字：请改标题或调整断行。`,
    splitHead: (page: number, text: string) =>
      `第${page}版标题在“${text}”之后断行，把词拆开了：请改标题或调整断行。`,
  },
} as const;

/** What the import of files says. */
export const importStrings = {
  picker: '导入稿件和图片',
  addStories: '导入稿件',
  addPictures: '添加图片',
  addNotes: '导入提示',
  progress: (done: number, total: number) => `正在导入 ${done}/${total}`,
  cancel: '取消导入',
  cancelled: '已取消导入，没有添加任何内容。',
  otherIssue: '导入没有完成：已经打开了另一期，请在那一期里重新导入。',
  nothing: '没有可以导入的文件。',
  /** 导入了 3 篇稿件、2 张图片。 */
  came: (stories: number, pictures: number) => {
    const parts = [
      ...(stories > 0 ? [`${stories} 篇稿件`] : []),
      ...(pictures > 0 ? [`${pictures} 张图片`] : []),
    ];
    return parts.length === 0 ? '没有导入任何内容。' : `导入了${parts.join('、')}。`;
  },
  notes: (count: number) => `有 ${count} 条导入提示，见“问题”。`,
  failed: (count: number, why: string) =>
    count === 1 ? `1 个文件没有导入：${why}` : `${count} 个文件没有导入，第一个：${why}`,
  failedFile: (name: string, why: string) => (why.includes(name) ? why : `“${name}”没有导入：${why}`),
  noRoomInFrame: '版位里排不下的图片已配在稿件里，请加高版位后再放。',
  dropTray: '放到稿库',
  dropStory: (headline: string) => `图片配给《${headline}》，文字放到稿库`,
  dropFrame: (headline: string) => `图片放进《${headline}》，文字放到稿库`,
  dropPage: (number: number) => `放到第${number}版这里`,
} as const;
