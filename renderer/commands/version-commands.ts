/** 版本、付印: milestones kept in the file, and the page as it goes to the press. */
import { isReadOnly, openDesk } from '../state/desk-store.ts';
import { ask } from '../state/dialog-store.ts';
import { otherWindowHasIt } from '../state/other-window.ts';
import { askToPrint } from '../state/press-gate.ts';
import { versionStrings } from '../strings/versions.ts';
import type { Command } from './command.ts';

const mayWrite = (): boolean => {
  const open = openDesk();
  return open !== null && !isReadOnly(open) && !otherWindowHasIt();
};

export const versionCommands = {
  makeVersion: {
    id: 'make-version',
    label: () => versionStrings.makeCommand,
    keys: ['Mod+Alt+S'],
    enabled: mayWrite,
    run: () => ask({ kind: 'versions', view: { kind: 'make' } }),
  },
  print: {
    id: 'print',
    label: () => versionStrings.print,
    keys: ['Mod+Shift+P'],
    enabled: mayWrite,
    run: () => void askToPrint(),
  },
} as const satisfies Record<string, Command>;
