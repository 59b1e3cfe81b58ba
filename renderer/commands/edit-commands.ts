/** 编辑: undo, redo, save for the text commands (text-commands.ts). */

import { redoLabel, undoLabel } from '../../core/issue/history.ts';
import { EDITING_KEYS } from '../keys/editing-keys.ts';
import { openDesk } from '../state/desk-store.ts';
import { redo, undo } from '../state/edit-issue.ts';
import { strings } from '../strings/window.ts';
import { followStep } from '../text/edit-text.ts';
import type { Command } from './command.ts';

export const editCommands = {
  undo: {
    id: 'undo',
    label: () => {
      const open = openDesk();
      return (open && undoLabel(open.history)) ?? strings.undo;
    },
    keys: EDITING_KEYS.undo,
    enabled: () => openDesk()?.history.done != null,
    run: () => followStep(undo),
  },
  redo: {
    id: 'redo',
    label: () => {
      const open = openDesk();
      return (open && redoLabel(open.history)) ?? strings.redo;
    },
    keys: EDITING_KEYS.redo,
    enabled: () => openDesk()?.history.undone != null,
    run: () => followStep(redo),
  },
} as const satisfies Record<string, Command>;
