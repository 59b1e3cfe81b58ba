/** 文件: new, open, import, save, export. What needs more than a name asks in a dialog (state/dialog-store.ts). */
import { openDesk } from '../state/desk-store.ts';
import { ask } from '../state/dialog-store.ts';
import { exportPdf, saveIssue } from '../state/open-issue.ts';
import { passPressGate } from '../state/press-gate.ts';
import { guardUnsaved } from '../state/unsaved-guard.ts';
import { strings } from '../strings/window.ts';
import type { Command } from './command.ts';

const hasDesk = () => openDesk() !== null;

export const fileCommands = {
  newIssue: {
    id: 'new-issue',
    label: () => strings.newIssue,
    keys: ['Mod+Alt+N'],
    anywhere: true,
    run: () => guardUnsaved(() => ask({ kind: 'new' })),
  },
  open: {
    id: 'open',
    label: () => strings.openIssue,
    keys: ['Mod+O'],
    run: () => guardUnsaved(() => ask({ kind: 'open' })),
  },
  importFiles: {
    id: 'import',
    label: () => strings.importFiles,
    keys: ['Mod+D'],
    enabled: hasDesk,
    run: () => ask({ kind: 'import' }),
  },
  save: {
    id: 'save',
    label: () => strings.save,
    keys: ['Mod+S'],
    enabled: hasDesk,
    run: () => saveIssue(),
  },
  saveAs: {
    id: 'save-as',
    label: () => strings.saveAs,
    keys: ['Mod+Shift+S'],
    enabled: hasDesk,
    run: () => ask({ kind: 'save-as' }),
  },
  exportPdf: {
    id: 'export-pdf',
    label: () => strings.exportPdf,
    keys: ['Mod+E', 'Mod+P'],
    enabled: hasDesk,
    run: () => void passPressGate(() => void exportPdf()),
  },
} as const satisfies Record<string, Command>;
