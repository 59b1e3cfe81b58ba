/** 归档: the full page, its search, and work that was left without being saved. */
import { focusSearch } from '../archive/search.ts';
import { closeViewer } from '../archive/viewer.ts';
import { openDesk } from '../state/desk-store.ts';
import { offerLostWork } from '../state/recover-work.ts';
import { NOTHING, select } from '../state/selection-store.ts';
import { guardUnsaved } from '../state/unsaved-guard.ts';
import { useView } from '../state/view-store.ts';
import { archiveStrings, recoveryStrings } from '../strings/archive.ts';
import type { Command } from './command.ts';

const hasDesk = () => openDesk() !== null;
const isShown = () => useView.getState().archiveShown;

/** What is selected on a page that is not seen must not be changed by a key. */
const show = () => {
  select(NOTHING);
  useView.setState({ archiveShown: true });
};

export const archiveCommands = {
  archivePage: {
    id: 'archive-page',
    label: () => archiveStrings.page,
    keys: ['Mod+Shift+A'],
    enabled: hasDesk,
    checked: isShown,
    run: () => (isShown() ? useView.setState({ archiveShown: false }) : show()),
  },
  searchArchive: {
    id: 'search-archive',
    label: () => archiveStrings.searchCommand,
    keys: ['Mod+Shift+F'],
    enabled: hasDesk,
    run: () => {
      show();
      closeViewer();
      focusSearch();
    },
  },
  recover: {
    id: 'recover',
    label: () => recoveryStrings.command,
    enabled: hasDesk,
    run: () => guardUnsaved(() => void offerLostWork('by-editor')),
  },
} as const satisfies Record<string, Command>;
