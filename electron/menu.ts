/**
 * The desktop menu, in Chinese. Zooming the page is the page's own (renderer/), so Electron's zoom, which would
 * enlarge the interface, has no entry here.
 */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export const installMenu = (): void => {
  const onMac = process.platform === 'darwin';
  const application: MenuItemConstructorOptions = {
    label: '组版',
    submenu: [
      { role: 'about', label: '关于组版' },
      { type: 'separator' },
      { role: 'hide', label: '隐藏' },
      { role: 'quit', label: '退出' },
    ],
  };
  const menus: MenuItemConstructorOptions[] = [
    ...(onMac ? [application] : []),
    { label: '文件', submenu: [onMac ? { role: 'close', label: '关闭' } : { role: 'quit', label: '退出' }] },
    {
      label: '编辑',
      submenu: [
        { role: 'copy', label: '复制' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '窗口',
      submenu: [
        { role: 'minimize', label: '最小化' },
        { role: 'togglefullscreen', label: '全屏' },
        ...(app.isPackaged
          ? []
          : ([{ role: 'toggleDevTools', label: '开发者工具' }] satisfies MenuItemConstructorOptions[])),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
};
