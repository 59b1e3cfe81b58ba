/** What the import of files says. */
export const importStrings = {
  picker: '导入稿件和图片',
  addStories: '导入稿件',
  addPictures: '添加图片',
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
  problems: (count: number) => `有 ${count} 处要核对，见“问题”。`,
  failed: (count: number, why: string) =>
    count === 1 ? `1 个文件没有导入：${why}` : `${count} 个文件没有导入，第一个：${why}`,
  failedFile: (name: string, why: string) => (why.includes(name) ? why : `“${name}”没有导入：${why}`),
  noRoomInFrame: '版位里排不下的图片已配在稿件里，请加高版位后再放。',
  dropTray: '放到稿库',
  dropStory: (headline: string) => `图片配给《${headline}》，文字放到稿库`,
  dropFrame: (headline: string) => `图片放进《${headline}》，文字放到稿库`,
  dropPage: (number: number) => `放到第${number}版这里`,
} as const;
