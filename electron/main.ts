/**
 * The desktop host: Electron's main process. It wires the shared services to a window and holds no logic of
 * its own; the same handlers and assets serve the browser host (serve-cli.ts).
 */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, session as webSession } from 'electron';
import { ARGUMENTS, type Channel, dispatch } from '../core/contract/ipc.ts';
import { createHandlers, type Deliver, failureMessage } from './handlers.ts';
import { installationRoot } from './installation.ts';
import { installMenu } from './menu.ts';
import { openSession } from './open-session.ts';
import { pageAssets } from './page-assets.ts';
import { isOwnPage, openWindow, registerScheme, serveScheme } from './window.ts';

/** Asks where to save; a cancelled dialog gives neither path nor address. */
const deliverByDialog: Deliver = async (fileName, bytes) => {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const options = { title: '导出 PDF', defaultPath: join(app.getPath('documents'), fileName) };
  const choice = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (choice.canceled || !choice.filePath)
    return { fileName, path: null, address: null, bytes: bytes.length };
  await writeFile(choice.filePath, bytes);
  return { fileName: basename(choice.filePath), path: choice.filePath, address: null, bytes: bytes.length };
};

const start = async (): Promise<void> => {
  const root = installationRoot();
  const session = openSession(root, process.argv.slice(app.isPackaged ? 1 : 2));
  const handlers = createHandlers(session, deliverByDialog);
  for (const channel of Object.keys(ARGUMENTS) as Channel[])
    ipcMain.handle(channel, async (event, args: unknown) => {
      if (!isOwnPage(event.senderFrame)) throw new Error('调用者不是本程序的页面。');
      try {
        return await dispatch(handlers, channel, args);
      } catch (error) {
        console.error(`${channel}: ${error instanceof Error ? error.message : String(error)}`);
        throw new Error(failureMessage(error));
      }
    });
  serveScheme(webSession.defaultSession, pageAssets(root, session));
  installMenu();
  openWindow(join(root, 'dist', 'electron', 'preload.cjs'));
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(join(root, 'dist', 'electron', 'preload.cjs'));
  });
};

registerScheme();
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
app
  .whenReady()
  .then(start)
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
