/**
 * Keys that text on the page, the story editor, the viewer of the archive and the commands have in common. They are
 * listened to in different places, since whoever has the focus hears a key first; what they are is said here once.
 */
export const EDITING_KEYS = {
  undo: ['Mod+Z'],
  redo: ['Mod+Shift+Z', 'Mod+Y'],
  selectAll: ['Mod+A'],
  bold: ['Mod+B'],
  emphasis: ['Mod+Shift+B'],
  /* Word's key for it: where text has the focus only, elsewhere it imports. */
  emphasisInText: ['Mod+I'],
  superscript: ['Mod+Shift+='],
  subscript: ['Mod+Alt+='],
  /* Word's key for it: in the story editor only, on the page it enlarges the page. */
  subscriptInEditor: ['Mod+='],
  subhead: ['Mod+Alt+2'],
  bodyText: ['Mod+Alt+0'],
  moveUp: ['Alt+Shift+ArrowUp'],
  moveDown: ['Alt+Shift+ArrowDown'],
  findNext: ['F3', 'Mod+G'],
  findPrevious: ['Shift+F3', 'Mod+Shift+G'],
  zoomIn: ['Mod+='],
  zoomOut: ['Mod+-'],
  fitPage: ['Mod+0'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The same action for each of the keys. */
export const onKeys = <Action>(keys: readonly string[], action: Action): Readonly<Record<string, Action>> =>
  Object.fromEntries(keys.map((key) => [key, action]));

/** As prosemirror-keymap names them: Mod-Shift-z. */
export const editorKeys = (keys: readonly string[]): readonly string[] =>
  keys.map((key) => {
    const parts = key.split('+');
    const last = parts.pop()!;
    return [...parts, last.length === 1 ? last.toLowerCase() : last].join('-');
  });
