/** All commands: the menu bar's order, the toolbar's choice, and the list that the keyboard looks in. */

import { ask } from '../state/dialog-store.ts';
import { useView } from '../state/view-store.ts';
import { strings } from '../strings/window.ts';
import { archiveCommands as archive } from './archive-commands.ts';
import type { Command, Menu } from './command.ts';
import { editCommands as edit } from './edit-commands.ts';
import { fileCommands as file } from './file-commands.ts';
import { findCommands as find } from './find-commands.ts';
import { FRAME_GROUPS, FRAME_STEPS } from './frame-commands.ts';
import { mastheadCommands as masthead } from './masthead-commands.ts';
import { pageCommands as page } from './page-commands.ts';
import { selectionCommands } from './selection-commands.ts';
import { textCommands as text } from './text-commands.ts';
import { versionCommands as version } from './version-commands.ts';
import { viewCommands as view } from './view-commands.ts';

const help: Command = {
  id: 'keys',
  label: () => strings.keys,
  keys: ['F1'],
  run: () => ask({ kind: 'keys' }),
};

export const MENUS: readonly Menu[] = [
  {
    id: 'file',
    label: strings.menus.file,
    groups: [
      [file.newIssue, file.open, archive.recover],
      [file.importFiles],
      [file.save, file.saveAs, version.makeVersion],
      [file.exportPdf, version.print],
    ],
  },
  {
    id: 'edit',
    label: strings.menus.edit,
    groups: [[edit.undo, edit.redo], Object.values<Command>(text), Object.values<Command>(find)],
  },
  { id: 'frame', label: strings.menus.frame, groups: FRAME_GROUPS },
  {
    id: 'pages',
    label: strings.menus.pages,
    groups: [
      [page.addPage, page.addPageBefore],
      [page.movePageUp, page.movePageDown],
      [page.removePage],
      [masthead.editMasthead],
    ],
  },
  {
    id: 'view',
    label: strings.menus.view,
    groups: [
      [view.zoomIn, view.zoomOut, view.actualSize, view.fitPage, view.fitWidth],
      [view.previousPage, view.nextPage],
      [view.grid, view.rulers],
      [view.tray, view.pages, view.archive, view.leftPanels],
      [archive.archivePage, archive.searchArchive],
      [view.inspector, view.story, view.styles, view.problems, view.versions, view.rightPanels],
      [view.nextRegion, view.previousRegion],
      [view.systemTheme, view.lightTheme, view.darkTheme],
    ],
  },
  { id: 'help', label: strings.menus.help, groups: [[help]] },
];

export const TOOLBAR: readonly (readonly Command[])[] = [
  [file.newIssue, file.open, file.save],
  [edit.undo, edit.redo],
  [file.importFiles],
  [view.zoomOut, view.zoomIn, view.fitPage, view.fitWidth, view.grid],
  [file.exportPdf],
];

export const ALL_COMMANDS: readonly Command[] = [
  ...MENUS.flatMap((menu) => menu.groups.flat()),
  ...FRAME_STEPS,
  ...Object.values<Command>(selectionCommands),
];

/** While the archive takes the place of the pages nothing can be done to them. */
const BESIDE_THE_ARCHIVE: readonly Command[] = [
  ...Object.values<Command>(archive),
  file.newIssue,
  file.open,
  file.save,
  file.saveAs,
  view.tray,
  view.pages,
  view.archive,
  view.leftPanels,
  view.inspector,
  view.story,
  view.styles,
  view.problems,
  view.versions,
  help,
];

/** What the keyboard may ask for now. */
export const commandsAtHand = (): readonly Command[] =>
  useView.getState().archiveShown ? BESIDE_THE_ARCHIVE : ALL_COMMANDS;
