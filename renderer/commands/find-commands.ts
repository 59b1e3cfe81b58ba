/** 查找、替换 over the issue; the panel is renderer/story/FindPanel.tsx. */
import { EDITING_KEYS } from '../keys/editing-keys.ts';
import { openDesk } from '../state/desk-store.ts';
import { openFind, stepHit, useFind } from '../story/find-store.ts';
import { storyStrings } from '../strings/story.ts';
import type { Command } from './command.ts';

const hasDesk = () => openDesk() !== null;
const hasQuery = () => hasDesk() && useFind.getState().query !== '';

export const findCommands = {
  find: {
    id: 'find',
    label: () => storyStrings.find,
    keys: ['Mod+F'],
    enabled: hasDesk,
    run: () => openFind('query'),
  },
  replace: {
    id: 'replace',
    label: () => storyStrings.openReplace,
    keys: ['Mod+H'],
    enabled: hasDesk,
    run: () => openFind('replacement'),
  },
  findNext: {
    id: 'find-next',
    label: () => storyStrings.findNext,
    keys: EDITING_KEYS.findNext,
    enabled: hasQuery,
    run: () => stepHit(1),
  },
  findPrevious: {
    id: 'find-previous',
    label: () => storyStrings.findPrevious,
    keys: EDITING_KEYS.findPrevious,
    enabled: hasQuery,
    run: () => stepHit(-1),
  },
} as const satisfies Record<string, Command>;
