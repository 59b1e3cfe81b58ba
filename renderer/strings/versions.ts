/** The gate before press, versions, printings and comparisons. */
import { COMPARED_NAMES } from '../../core/file/compare-issues.ts';

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
    parts: COMPARED_NAMES,
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
