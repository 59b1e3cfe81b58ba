/** Keys of commands: what a key press is called, and how a menu shows it. Pure. */

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Names of keys whose `key` changes with Shift or the layout. */
const BY_CODE: Readonly<Record<string, string>> = {
  Equal: '=',
  NumpadAdd: '=',
  Minus: '-',
  NumpadSubtract: '-',
  Digit0: '0',
  Numpad0: '0',
  Space: 'Space',
  Comma: ',',
  Period: '.',
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
};

const nameOf = ({ key, code }: KeyPress): string => {
  const named = BY_CODE[code];
  if (named !== undefined) return named;
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit([0-9])$/.exec(code)?.[1];
  if (letter !== undefined) return letter;
  return key.length === 1 ? key.toUpperCase() : key;
};

/** `Mod+Shift+Z` of a key press. The Mod key is ⌘ on a Mac and Ctrl elsewhere. */
export const keyName = (press: KeyPress, onMac: boolean): string => {
  const mod = onMac ? press.metaKey : press.ctrlKey;
  const parts = [
    ...(mod ? ['Mod'] : []),
    ...(onMac && press.ctrlKey ? ['Ctrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
    nameOf(press),
  ];
  return parts.join('+');
};

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
  Space: '空格',
};

/** As a menu shows it: Ctrl+Shift+Z, ⇧⌘Z. */
export const shownKeys = (keys: string, onMac: boolean): string => {
  const parts = keys.split('+').map((part) => SHOWN[part] ?? part);
  if (!onMac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  const signs: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
  return parts.map((part) => signs[part] ?? part).join('');
};

/** As `aria-keyshortcuts` wants it. */
export const ariaKeys = (keys: readonly string[], onMac: boolean): string =>
  keys.map((key) => key.replace('Mod', onMac ? 'Meta' : 'Control').replace('=', 'Equal')).join(' ');

export const isMac = (): boolean => /Mac|iP(hone|ad)/.test(navigator.platform);
