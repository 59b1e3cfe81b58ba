/**
 * Everything that the interface says, in one file, by the part that says it: the window, frames and drags, the page,
 * text, panels, the inspector, the story editor, dialogs, imports, the archive, versions.
 */

export const strings = {
  application: '组版',
  opening: '正在打开…',
  layingOut: '正在排版…',
  failedToOpen: '打不开这一期',
  retry: '重试',
  newFailed: (why: string) => `没有建成新的一期：${why}`,
  openFailed: (why: string) => `没有打开：${why}`,
  saving: '正在保存…',
  saved: (name: string) => `已保存 ${name}`,
  saveFailed: (why: string) => `没有保存：${why}`,
  isSaved: '已保存',
  isUnsaved: '未保存',
  exporting: '正在导出…',
  exported: (place: string) => `已导出 ${place}`,
  exportFailed: (why: string) => `导出失败：${why}`,
  hostGone: '与本机服务的连接已断开，请重新启动组版。',
  fontsFailed: '字体没有载入，本版不能按印刷样显示。',
  tableMissing: (face: string) => `字体 ${face} 的字宽表取不到，请重新启动组版。`,

  page: (number: number, name: string) => (name === '' ? `第${number}版` : `第${number}版 ${name}`),
  pageOf: (number: number, count: number) => `第 ${number} 版，共 ${count} 版`,
  size: (width: number, height: number) => `${width} × ${height} 毫米`,
  issueNumber: (number: number | null, total: number | null) =>
    [number === null ? '' : `第${number}期`, total === null ? '' : `（总第${total}期）`].join(''),
  /** `wide`: lines free over the whole width; `empty`: of the deepest hole in any column. */
  pageFit: (overset: number, free: number, wide: number, empty: number) => {
    const over = overset > 0 ? `余 ${overset} 行` : free > 0 ? `缺 ${free} 行` : '';
    const hole = empty === 0 ? '' : empty > wide ? `有栏空 ${empty} 行` : `空 ${wide} 行`;
    const parts = [over, hole].filter((part) => part !== '');
    return `本版 ${parts.length === 0 ? '正好' : parts.join('，')}`;
  },
  selectionFit: (overset: number, free: number) =>
    `所选 ${overset > 0 ? `余 ${overset} 行` : free > 0 ? `缺 ${free} 行` : '正好'}`,
  problemCount: (count: number, notes = 0) => {
    const problems = count === 0 ? '没有问题' : `${count} 个问题`;
    return notes === 0 ? problems : `${problems}，${notes} 条导入提示`;
  },
  noProblems: '没有发现问题。',
  severity: { error: '错误', warning: '警告', note: '提示' },

  menus: { file: '文件', edit: '编辑', frame: '版位', pages: '版面', view: '视图', help: '帮助' },
  menuBar: '菜单',
  toolBar: '工具栏',
  leftTabs: { tray: '稿库', pages: '版面', archive: '归档' },
  rightTabs: {
    inspector: '属性',
    story: '文稿',
    styles: '样式',
    problems: '问题',
    find: '查找',
    versions: '版本',
  },
  leftSide: '稿库与版面',
  rightSide: '属性与文稿',
  desk: '版面编辑区',
  /** Shorter names on the toolbar, by command. */
  toolNames: {
    'new-issue': '新建',
    open: '打开',
    import: '导入',
    undo: '撤销',
    redo: '重做',
    'zoom-in': '＋',
    'zoom-out': '－',
  } as Readonly<Record<string, string>>,

  newIssue: '新建一期…',
  openIssue: '打开…',
  importFiles: '导入稿件和图片…',
  save: '保存',
  saveAs: '另存为…',
  exportPdf: '导出 PDF',
  undo: '撤销',
  redo: '重做',
  zoomIn: '放大',
  zoomOut: '缩小',
  actualSize: '实际大小',
  fitPage: '整版',
  fitWidth: '版宽',
  nextPage: '下一版',
  previousPage: '上一版',
  grid: '栏行网格',
  rulers: '标尺',
  leftPanels: '左侧面板',
  rightPanels: '右侧面板',
  nextRegion: '到窗口下一区',
  previousRegion: '到窗口上一区',
  theme: { system: '颜色跟随系统', light: '浅色界面', dark: '深色界面' },
  keys: '快捷键一览',
} as const;

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
  superscript: '上标',
  subscript: '下标',
  subhead: '设为小标题',
  bodyText: '设为正文',
  moveUp: '上移段落',
  moveDown: '下移段落',
  typeHere: '在此输入文字',
  pasteRefused: '没有粘贴：浏览器不许读剪贴板，请在版面文字中按 Ctrl+V（Mac 按 ⌘V）。',
} as const;

/** What the panels at the left and the list of problems say. */

const STORY_KINDS = { article: '文章', briefs: '简讯', refers: '导读', notice: '启事' } as const;

export const panelStrings = {
  kinds: STORY_KINDS,
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
    placedAt: (page: number, span: number, lines: number) =>
      `已放到第${page}版，${span} 栏 × ${lines} 行，正好排下。`,
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

/** 属性、样式 and the printed head on the page. */
export const inspectorStrings = {
  nothing: '没有打开的一期。',
  choose: (label: string) => `${label}：选择`,

  integer: (label: string, least: number, most: number) => `${label}是 ${least} 到 ${most} 的整数，请改正。`,
  number: (label: string, least: number, most: number) => `${label}是 ${least} 到 ${most} 之间的数，请改正。`,
  emptyOr: (fault: string) => `${fault.replace(/，请改正。$/, '')}，没有可以空着。`,
  stepUp: (label: string) => `${label}加一档`,
  stepDown: (label: string) => `${label}减一档`,
  badSize: (text: string) => `“${text}”不是字号，请写 小五、10.5 或 10.5 磅这样的号或磅数。`,
  sizeHint: '号或磅，如 小五、10.5',

  facts: {
    title: '日期与期号',
    date: '日期',
    pickDate: '从日历选日期',
    noDate: '没有日期，星期和农历空着',
    number: '期号',
    totalNumber: '总期号',
    propose: '按归档推算',
    proposed: (number: number, total: number) => `已按归档推算：第${number}期（总第${total}期）。`,
    proposeName: '按归档推算期号',
    needsDate: '没有日期，推算不出期号，请先填日期。',
    nothingToContinue: '归档里没有更早的一期可接，请自己填期号和总期号。',
    archiveFailed: (why: string) => `没有推算：${why}`,
  },
  nameplate: {
    title: '报名',
    text: '报名',
    face: '报名字体',
    picture: '报名图片',
    usesPicture: (name: string) => `报名用图片：${name}`,
    lost: '图片不在本期里',
    choosePicture: '用图片…',
    changePicture: '换图片…',
    useText: '改用文字',
    setPicture: '报头改用图片',
    englishLine: '英文报名',
  },
  legal: {
    title: '编印与准印',
    publisher: '编印单位',
    permit: '准印证号（可分行）',
    notice: '内部资料字样',
    hotline: '监督电话',
  },
  ears: {
    title: '报眼加行',
    left: '左报眼',
    right: '右报眼',
    tooMany: (most: number) => `报眼最多加 ${most} 行，请删去几行。`,
  },
  imprint: {
    title: '版记',
    compiler: '编印单位',
    recipients: '发送对象',
    printer: '印刷单位',
    printDate: '印刷日期',
    printRun: '印数',
  },
  publication: {
    title: '本刊',
    note: '以上修改只在这一期。',
    saveHead: '设为本刊今后的报头',
    saveStyles: '设为本刊样式',
    saved: (name: string) => `已存为《${name}》今后的报头和样式，新建各期照此。`,
    failed: (why: string) => `没有存为本刊的报头和样式：${why}`,
  },

  page: {
    title: (number: number) => `第${number}版`,
    name: '版名',
    editor: '责任编辑',
    proofreader: '校对',
    designer: '美编',
    format: '开本',
    formatText: (id: string, columns: number, chars: number, lines: number) =>
      `${id}，${columns} 栏 × ${lines} 行，每栏 ${chars} 字`,
    frames: '本版版位',
    noFrames: '本版还没有版位。',
  },

  frame: {
    title: '版位',
    fit: '余缺',
    column: '起栏',
    line: '起行',
    span: '占栏',
    lines: '占行',
    textTitle: '分栏',
    columns: '分几栏',
    unequal: '不等栏',
    columnChars: (column: number) => `第${column}栏字数`,
    columnsTooWide: (sum: number, room: number) =>
      `各栏加栏距共 ${sum} 字，版位只有 ${room} 字宽，请把栏改窄。`,
    notDividable: '版位太窄，排不出不等栏。',
    remainder: '余数',
    remainders: { gaps: '给栏距', columns: '给末栏' },
    columnRule: '栏线',
    tracking: '字距（字宽的 %）',
    lookTitle: '边框与底纹',
    border: '边框',
    borders: { none: '无', box: '四边框', 'top-rule': '上线' },
    tint: '底纹（%）',
    headTitle: '标题',
    headPlace: '标题位置',
    headPlaces: {
      above: '上',
      'beside-left': '左侧',
      'beside-right': '右侧',
      'vertical-left': '竖排左',
      'vertical-right': '竖排右',
    },
    stripChars: '标题宽（字）',
    stripNarrow: '版位太窄，标题旁边排不下正文，请先加宽版位。',
    headStep: '标题字号档',
    headSize: (size: string) => `主题 ${size}`,
    headLines: '标题行数',
    continuation: '转接的版位，标题在前一个版位。',
    breaks: (part: string) => `断行：${part}`,
    breakAfter: (text: string) => `在“${text}”之后断行`,
    breaksHint: '左右箭头移动，空格键断开或合上',
    parts: { kicker: '引题', headline: '主题', deck: '副题' },
    threadTitle: '串接与转版',
    threadFrame: (page: number, span: number, lines: number) => `第${page}版，${span} 栏 × ${lines} 行`,
    picturesTitle: '配图',
    noPictures: '这篇稿件没有配图。',
    showPicture: '放入',
    hidePicture: '移出',
    pictureOf: (number: number, name: string) => `图 ${number}：${name}`,
    noRoom: (headline: string) => `《${headline}》的版位里没有放得下图片的空处，请加高版位。`,
  },

  story: {
    title: '稿件',
    kind: '种类',
    headline: '标题',
    count: '字数',
    countText: (characters: number, paragraphs: number, lines: number) =>
      `${characters} 字，${paragraphs} 段，合 ${lines} 行（一栏）`,
    refersTo: '导读指向第几版',
    pictures: '配图',
    open: '打开文稿',
  },

  picture: {
    title: '图片',
    dpi: '有效分辨率',
    dpiText: (dpi: number) => `${dpi} dpi`,
    dpiLow: (dpi: number, least: number) =>
      `只有 ${dpi} dpi，低于 ${least} dpi，印出来会模糊：请换大图或缩小图位。`,
    notPrinted: '没有印出来',
    column: '起栏',
    line: '起行',
    span: '占栏',
    lines: '占行',
    caption: '图注',
    credit: '摄影署名',
    captionPlace: '图注位置',
    captionPlaces: { under: '图下', beside: '图旁' },
    besideNeedsTwo: '图片只占一栏，图注没有地方排在旁边，请先让图片占两栏以上。',
    focus: '裁切焦点',
    focusHint: '点缩略图上要留住的地方，或用方向键移动',
    focusX: '焦点左右（%）',
    focusY: '焦点上下（%）',
    focusCentre: '焦点居中',
    replace: '更换图片文件…',
    replaceName: '更换图片',
    takeOut: '移出版位',
    removeFromStory: '从稿件删去',
    notAPicture: (name: string) => `“${name}”不是图片，请选 JPEG、PNG、SVG 或 TIFF 文件。`,
    failed: (why: string) => `图片没有换上：${why}`,
    pixels: (width: number, height: number) => `${width} × ${height} 像素`,
    overlaps: '图片会压住另一张图片，请换个位置或改小。',
  },

  text: {
    title: '文字',
    paragraph: (number: number, count: number) => `第 ${number} 段，共 ${count} 段`,
    parts: {
      kicker: '引题',
      headline: '主题',
      deck: '副题',
      standfirst: '提要',
      body: '正文',
      'item-byline': '简讯署名',
      byline: '署名',
      credit: '来源',
      caption: '图注',
    },
    role: '段落种类',
    roles: { body: '正文', subhead: '小标题', item: '条目' },
    bold: '加粗',
    emphasis: '着重',
    superscript: '上标',
    subscript: '下标',
    selectFirst: '先选中正文里的文字',
  },

  styles: {
    title: '样式表',
    body: '正文与附属',
    headlines: '标题（按占栏）',
    lead: '头条标题（按占栏）',
    sample: '永字东国',
    face: (style: string) => `${style}字体`,
    size: (style: string) => `${style}字号`,
    gridSized: '字号随开本',
    composition: '排版规则',
    kinsoku: '避头尾',
    kinsokus: { none: '不避', basic: '基本', gb: '国标', strict: '严格' },
    indent: '首行缩进（字）',
    hanLatinGap: '中西文间距',
    hanLatinGaps: { '0': '不加', '0.125': '⅛ 字', '0.25': '¼ 字' },
    gapOther: (gap: number) => `${gap} 字`,
    rules: {
      hanging: '标点悬挂',
      adjacentMarksInOneEm: '相邻标点占一字',
      stopsWhole: '句末标点占全字',
      openerTrimmedAfterIndent: '段首括号去左空',
      widowControl: '孤行控制',
    },
  },

  head: {
    layer: '报头各项',
    edit: (name: string) => `修改${name}`,
    editMasthead: '编辑报头',
    ears: { left: '左报眼', right: '右报眼' },
  },
} as const;

/** 文稿 and 查找. */
export const storyStrings = {
  kinds: STORY_KINDS,
  parts: {
    kicker: '引题',
    headline: '主题',
    deck: '副题',
    standfirst: '提要',
    body: '正文',
    'item-byline': '条目署名',
    byline: '署名',
    credit: '来源',
    caption: '图注',
  },
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

/** What the dialogs say. */
export const dialogStrings = {
  cancel: '取消',
  close: '关闭',
  ok: '确定',

  otherPaper: {
    title: '这是另一家报纸的稿件吗',
    text: (file: string, paper: string, nameplate: string) =>
      `${file} 里写着“${paper}”，这一期的报头是“${nameplate}”。报头印哪一家的？`,
    cancel: '不导入',
    keep: (nameplate: string) => `照用“${nameplate}”`,
    clear: '报头先空着',
  },
  picturesTo: {
    title: (count: number) => `${count} 张图片放到哪里`,
    text: (headline: string, count: number) =>
      `现在选着《${headline}》。${count === 1 ? '这张图片' : `这 ${count} 张图片`}是配给它的吗？`,
    into: (headline: string) => `放进《${headline.length > 12 ? `${headline.slice(0, 12)}…` : headline}》`,
    apart: (count: number) => (count === 1 ? '单独成稿' : '各自成稿'),
  },
  newIssue: {
    title: '新建一期',
    publication: '刊物',
    format: '开本',
    date: '出版日期',
    number: '期号',
    totalNumber: '总期号',
    create: '新建',
    proposed: '期号和总期号按归档里的上一期接排，可以改。',
    nothingToContinue: '归档里没有更早的一期可接，请自己填期号和总期号。',
    badDate: '请填 1900 到 2100 年之间的日期，没有定可以空着。',
    badNumber: '期号和总期号是 1 到 1000000 的整数，没有定可以空着。',
    contradiction: (year: number, constant: number, number: number) =>
      `与归档不合：${year}年总期号比期号多 ${constant}，第${number}期应是总第${number + constant}期，请核对。`,
  },

  open: {
    title: '打开',
    choose: '选择文件…',
    filter: '查找（日期或期号）',
    noneFound: '归档里没有这样的一期，请换一个日期或期号。',
  },

  notOpened: {
    title: '没有打开',
    text: '可以改开它的备份（最近一次保存以前的内容），或只取出文件里完好的部分；原文件都不会改动，打开后请核对并另存为。',
    backup: '打开备份',
    rescue: '取出完好的部分',
    opened: '已打开，还没有保存',
    lost: (count: number) => `有 ${count} 处没有取出，列在“问题”里。`,
  },

  saveAs: {
    title: '另存为',
    name: '文件名（在归档文件夹里，“/”前是文件夹）',
    save: '保存',
    copy: ' 副本',
    empty: '请写文件名。',
    refused: (why: string) => `这个名字不能用：${why}，请改正。`,
    taken: '归档里已有这个名字，请换一个，免得覆盖。',
  },

  unsaved: {
    title: '未保存的修改',
    text: (name: string) => `“${name}”有没有保存的修改，不保存就会丢失。`,
    save: '保存',
    discard: '不保存',
  },

  keys: {
    title: '快捷键一览',
    command: '命令',
    key: '按键',
    or: ' 或 ',
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

/** What the versions, the printings and their comparisons say. */
/** 导出、付印前的关。 */
export const gateStrings = {
  title: '导出前请看',
  text: (count: number) => `有 ${count} 处印出来会有问题：`,
  list: '要看的地方',
  go: '去看看',
  goLong: (message: string) => `去看看：${message}`,
  exportAnyway: '仍要导出',
} as const;

export const versionStrings = {
  reload: '刷新本页',

  make: '存一个版本…',
  makeCommand: '存为版本…',
  print: '付印…',

  state: {
    'never-printed': '这一期还没有付印过。',
    'as-printed': (number: number, day: string) =>
      `现在的内容就是${day}第 ${number} 次付印的，显示的是印样版面。`,
    'edited-since': (number: number, day: string) => `${day}第 ${number} 次付印以后又修改过。`,
  },
  pdfOnly: '这次付印只存有 PDF，显示的版面是现在排出来的，请对照印样。',
  otherEngine: '付印用的排版程序与现在的版本不同。',
  loading: '正在读取版本…',
  failed: (why: string) => `版本没有读出来：${why}`,
  none: '还没有存过版本。每过一校存一个，以后可以对照和恢复。',
  list: '版本和付印',
  compareWithCurrent: '与现在比较',
  compareWith: '比较对象',
  current: '现在',
  compare: '比较',
  restore: '恢复',
  remove: '删除这个版本',
  neededByPrint: (number: number) => `第 ${number} 次付印的版本，重开印样要用它，不能删除`,
  showPrint: '看印样',
  openPdf: '打开印样 PDF',
  printName: (number: number) => `第 ${number} 次付印`,
  by: (who: string, when: string) => `${who}　${when}`,
  engine: (version: string) => (version === '' ? '本程序以前的印样' : `排版程序第${version}版`),

  otherFile: '与另一个文件对照',
  chooseFile: '选归档里的文件',
  compareFile: '对照',
  noOtherFile: '归档里没有别的文件。',

  made: (name: string) => `已存版本“${name}”，文件也保存了。`,
  makeFailed: (why: string) => `没有存成版本：${why}`,
  printed: (number: number) => `已付印（第 ${number} 次），印样存在期文件里。`,
  printFailed: (why: string) => `没有付印：${why}`,
  removed: (name: string) => `已删除版本“${name}”，文件也保存了。`,
  removeFailed: (why: string) => `没有删除：${why}`,
  restoring: (name: string) => `恢复版本“${name}”`,
  restored: (name: string) => `已恢复版本“${name}”，可以撤销；还没有保存。`,
  restoreFailed: (why: string) => `没有恢复：${why}`,
  merging: (name: string) => `合并“${name}”`,
  merged: (name: string) => `已与“${name}”合并，可以撤销；还没有保存。`,
  noDifference: '内容相同，没有改动。',
  printAway: '付印的版面取不到，显示的是现在排出来的版面，请对照印样 PDF。',

  removeDialog: {
    title: '删除版本',
    text: (name: string, when: string) =>
      `要把${when}存的版本“${name}”从期文件里删去吗？现在的内容不变；删去后不能撤销，文件会同时保存。`,
    remove: '删除',
  },
  makeDialog: {
    title: '存一个版本',
    text: '版本存在期文件里，以后可以对照和恢复；文件会同时保存。',
    name: '名称',
    note: '备注',
    save: '保存',
    empty: '请写版本的名称。',
    tooLong: '名称最多 40 个字。',
  },

  printDialog: {
    title: '付印',
    text: '版面、字体清单和 PDF 会存进期文件，以后打开就是这次付印的版面；同时存一个版本“付印”并保存文件。',
    problems: (count: number) => `有 ${count} 处要看，仍要付印的，这些会记在版本“付印”的备注里：`,
    noProblems: '没有发现错误、余文和空白的版面。',
    print: '付印',
    printAnyway: '仍要付印',
    printing: '正在付印…',
  },

  setAnew: {
    title: '这一期已经付印',
    text: (day: string, lines: number, pages: readonly number[], sameEngine: boolean) =>
      `这一期于${day}${sameEngine ? '付印，现在的字体或排版' : '用旧版排版程序付印，现在'}排会有${
        lines > 0 ? ` ${lines} 行` : '版面元素'
      }不同（第${pages.join('、')}版）。一动手修改，全期就按现在的排版显示；不修改，仍是付印时的版面。`,
    differences: '看差别',
    edit: '照样编辑',
    keep: '只看印样',
    list: '与付印时不同的地方',
  },

  comparison: {
    title: (before: string, after: string) => `比较：${before} 与 ${after}`,
    same: '两边内容相同。',
    opening: '正在比较…',
    failed: (why: string) => `没有比较成：${why}`,
    facts: '报头和版记',
    pages: '各版',
    stories: '稿件',
    close: '关闭',
    missing: '（没有这篇）',
    onlyLook: '（文字相同，标记或设置不同）',
    parts: {
      kicker: '引题',
      headline: '标题',
      deck: '副题',
      standfirst: '提要',
      paragraph: '正文',
      byline: '署名',
      credit: '来源',
      caption: '图注',
      picture: '图片',
      other: '其他设置',
    },
    sameParagraphs: (count: number) => `（${count} 段相同）`,
  },

  merge: {
    otherIssue: (file: string, issue: string) =>
      `“${file}”是另一期（${issue}），不是这一期的副本：文字相近的稿件对照着看，两期不能合并。`,
    issueName: (title: string, date: string | null, number: number | null, total: number | null) =>
      [
        `《${title}》`,
        date ?? '',
        number === null ? '' : `第${number}期`,
        total === null ? '' : `总第${total}期`,
      ]
        .filter((word) => word !== '')
        .join(' '),
    intro: '两边都改过的稿件请逐篇选用；只有一边改过的，合并时自动取改过的那边。',
    mine: '本期',
    theirs: '对方',
    both: '两份都留',
    gone: '不要',
    taken: { mine: '合并时取本期的。', theirs: '合并时取对方的。' },
    layout: '版面',
    facts: '报头和版记',
    merge: '合并',
  },
} as const;
