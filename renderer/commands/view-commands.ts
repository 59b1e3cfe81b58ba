/** 视图: zoom, pages, panels, grid and rulers, the interface's colours. */

import { goToPanel, goToRegion } from '../focus/regions.ts';
import { EDITING_KEYS } from '../keys/editing-keys.ts';
import { openDesk } from '../state/desk-store.ts';
import { hasNextPage, hasPreviousPage, nextPage, previousPage } from '../state/turn-page.ts';
import { type LeftTab, type RightTab, type Theme, useView } from '../state/view-store.ts';
import { stepZoom } from '../state/zoom.ts';
import { strings } from '../strings/window.ts';
import type { Command } from './command.ts';

const view = () => useView.getState();
const hasDesk = () => openDesk() !== null;

const rightPanel = (tab: RightTab, keys: readonly string[] = []): Command => ({
  id: `show-${tab}`,
  label: () => strings.rightTabs[tab],
  keys,
  enabled: hasDesk,
  checked: () => view().rightShown && view().rightTab === tab,
  run: () => goToPanel('right', () => view().showRight(tab)),
});

const leftPanel = (tab: LeftTab, keys: readonly string[]): Command => ({
  id: `show-${tab}`,
  label: () => strings.leftTabs[tab],
  keys,
  enabled: hasDesk,
  checked: () => view().leftShown && view().leftTab === tab,
  run: () => goToPanel('left', () => view().showLeft(tab)),
});

const theme = (name: Theme): Command => ({
  id: `theme-${name}`,
  label: () => strings.theme[name],
  checked: () => view().theme === name,
  run: () => view().setTheme(name),
});

/** Zooming by keys keeps the view's middle; PageView listens for changes of the zoom and holds its anchor. */
export const viewCommands = {
  zoomIn: {
    id: 'zoom-in',
    label: () => strings.zoomIn,
    keys: EDITING_KEYS.zoomIn,
    enabled: hasDesk,
    run: () => view().setZoom(stepZoom(view().zoom, 1)),
  },
  zoomOut: {
    id: 'zoom-out',
    label: () => strings.zoomOut,
    keys: EDITING_KEYS.zoomOut,
    enabled: hasDesk,
    run: () => view().setZoom(stepZoom(view().zoom, -1)),
  },
  actualSize: {
    id: 'actual-size',
    label: () => strings.actualSize,
    keys: ['Mod+1'],
    enabled: hasDesk,
    run: () => view().setZoom(1),
  },
  fitPage: {
    id: 'fit-page',
    label: () => strings.fitPage,
    keys: EDITING_KEYS.fitPage,
    enabled: hasDesk,
    checked: () => view().fit === 'page',
    run: () => view().fitTo('page'),
  },
  fitWidth: {
    id: 'fit-width',
    label: () => strings.fitWidth,
    keys: ['Mod+Alt+W'],
    enabled: hasDesk,
    checked: () => view().fit === 'width',
    run: () => view().fitTo('width'),
  },
  nextPage: {
    id: 'next-page',
    label: () => strings.nextPage,
    keys: ['PageDown', 'Mod+PageDown'],
    enabled: hasNextPage,
    run: nextPage,
  },
  previousPage: {
    id: 'previous-page',
    label: () => strings.previousPage,
    keys: ['PageUp', 'Mod+PageUp'],
    enabled: hasPreviousPage,
    run: previousPage,
  },
  grid: {
    id: 'grid',
    label: () => strings.grid,
    keys: ["Mod+'", 'Mod+Alt+G'],
    checked: () => view().grid,
    run: () => useView.setState(({ grid }) => ({ grid: !grid })),
  },
  rulers: {
    id: 'rulers',
    label: () => strings.rulers,
    keys: ['Mod+R'],
    checked: () => view().rulers,
    run: () => useView.setState(({ rulers }) => ({ rulers: !rulers })),
  },
  leftPanels: {
    id: 'left-panels',
    label: () => strings.leftPanels,
    keys: ['F7'],
    checked: () => view().leftShown,
    run: () => useView.setState(({ leftShown }) => ({ leftShown: !leftShown })),
  },
  rightPanels: {
    id: 'right-panels',
    label: () => strings.rightPanels,
    keys: ['F8'],
    checked: () => view().rightShown,
    run: () => useView.setState(({ rightShown }) => ({ rightShown: !rightShown })),
  },
  nextRegion: {
    id: 'next-region',
    label: () => strings.nextRegion,
    keys: ['F6'],
    run: () => goToRegion(1),
  },
  previousRegion: {
    id: 'previous-region',
    label: () => strings.previousRegion,
    keys: ['Shift+F6'],
    run: () => goToRegion(-1),
  },
  tray: leftPanel('tray', ['Alt+1']),
  pages: leftPanel('pages', ['Alt+2']),
  archive: leftPanel('archive', ['Alt+3']),
  inspector: rightPanel('inspector', ['Alt+4']),
  story: rightPanel('story', ['Alt+5']),
  styles: rightPanel('styles', ['Alt+6']),
  problems: rightPanel('problems', ['Alt+7']),
  versions: rightPanel('versions', ['Alt+8']),
  systemTheme: theme('system'),
  lightTheme: theme('light'),
  darkTheme: theme('dark'),
} as const satisfies Record<string, Command>;
