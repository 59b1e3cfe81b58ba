/**
 * The desktop menu. On Windows and Linux there is none: the page has a menu bar of its own, with keys of its own. On
 * macOS the system wants one, and copying and pasting by key go through it; zooming is the page's own there too, so
 * Electron's zoom, which would enlarge the interface, has no entry.
 */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export const installMenu = (): void =>
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(macMenus()) : null);

const macMenus = (): MenuItemConstructorOptions[] => [
  {
    label: '组版',
    submenu: [
      { role: 'about', label: '关于组版' },
      { type: 'separator' },
      { role: 'hide', label: '隐藏组版' },
      { role: 'hideOthers', label: '隐藏其他' },
      { role: 'unhide', label: '全部显示' },
      { type: 'separator' },
      { role: 'quit', label: '退出组版' },
    ],
  },
  {
    label: '编辑',
    /* No 撤销 and 重做: the page undoes its own steps, by the same keys. */
    submenu: [
      { role: 'cut', label: '剪切' },
      { role: 'copy', label: '拷贝' },
      { role: 'paste', label: '粘贴' },
      { role: 'selectAll', label: '全选' },
    ],
  },
  {
    label: '窗口',
    submenu: [
      { role: 'minimize', label: '最小化' },
      { role: 'togglefullscreen', label: '全屏' },
      { role: 'close', label: '关闭' },
      ...(app.isPackaged
        ? []
        : ([{ role: 'toggleDevTools', label: '开发者工具' }] satisfies MenuItemConstructorOptions[])),
    ],
  },
];
