/** The dialogs. */

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
