/** Texts of the text on the page: its commands and what a screen reader hears. */
export const textStrings = {
  input: '版面文字输入',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  bold: '加粗',
  emphasis: '着重',
  subhead: '设为小标题',
  bodyText: '设为正文',
  moveUp: '上移段落',
  moveDown: '下移段落',
  typeHere: '在此输入文字',
  pasteRefused: '没有粘贴：浏览器不许读剪贴板，请在版面文字中按 Ctrl+V（Mac 按 ⌘V）。',
} as const;
