/**
 * The sentence of a write that comes from a window which another has taken the issue over from: two pages of one host
 * would overwrite each other's work. The page knows it by this text and stands still from then on.
 */
export const OTHER_WINDOW =
  '这一期已在另一个窗口里打开，本窗口不能再改；请在那个窗口继续，或刷新本页接着编辑。';
