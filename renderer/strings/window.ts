/** The window: its menus, commands, foot and what it says of files. */

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
