import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '../../../renderer/commands/command-table.ts';
import { EDITING_KEYS, editorKeys } from '../../../renderer/keys/editing-keys.ts';

/** Enter does what suits what is selected; of these one is enabled at a time. */
const BY_SELECTION = { Enter: ['type-here', 'select-first-frame', 'enter-text'] };

/** Keys that only hear where they are: none of the commands has them. */
const ELSEWHERE: readonly string[] = [
  ...EDITING_KEYS.emphasisInText,
  ...EDITING_KEYS.subscriptInEditor,
  ...EDITING_KEYS.bodyText,
];

describe('the keys of the commands', () => {
  it('call one command each, but for those that go by what is selected', () => {
    const commandsOf = new Map<string, string[]>();
    for (const { keys, id } of ALL_COMMANDS)
      for (const key of keys ?? []) commandsOf.set(key, [...(commandsOf.get(key) ?? []), id]);
    const shared = [...commandsOf].filter(([, ids]) => ids.length > 1);
    expect(Object.fromEntries(shared)).toEqual(BY_SELECTION);
  });

  it('are named in one way only: Mod, Alt, Shift, then the key', () => {
    for (const { keys = [] } of ALL_COMMANDS)
      for (const key of keys)
        expect(key).toMatch(/^(Mod\+)?(Ctrl\+)?(Alt\+)?(Shift\+)?([^a-z+]|[A-Z][A-Za-z0-9]*)$/);
  });

  it('are those that text on the page and the story editor hear', () => {
    const known = new Set(ALL_COMMANDS.flatMap(({ keys }) => keys ?? []));
    for (const key of Object.values(EDITING_KEYS).flat())
      if (!ELSEWHERE.includes(key)) expect(known).toContain(key);
  });

  it('are said to the story editor as it names them', () => {
    expect(editorKeys(['Mod+Shift+Z', 'Mod+Alt+=', 'Alt+Shift+ArrowUp', 'F3'])).toEqual([
      'Mod-Shift-z',
      'Mod-Alt-=',
      'Alt-Shift-ArrowUp',
      'F3',
    ]);
  });
});
