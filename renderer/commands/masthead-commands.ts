/** 编辑报头: the printed head of page 1 with its fields, reached without a pointer. */
import { focusOutline } from '../focus/focus-field.ts';
import { openDesk } from '../state/desk-store.ts';
import { select } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { inspectorStrings } from '../strings/inspector.ts';
import type { Command } from './command.ts';

export const mastheadCommands = {
  editMasthead: {
    id: 'edit-masthead',
    label: () => inspectorStrings.head.editMasthead,
    // In text the second one is a subhead's (text-commands.ts).
    keys: ['Mod+Alt+H'],
    enabled: () => (openDesk()?.issue.pages.length ?? 0) > 0,
    run: () => {
      select({ kind: 'head', page: 0, field: null });
      useView.getState().goTo(0);
      focusOutline(0);
    },
  },
} as const satisfies Record<string, Command>;
