/**
 * The desktop host: Electron's main process. It wires the shared services to a window and holds no logic of
 * its own; the same handlers and assets serve the browser host (serve-cli.ts).
 */
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, dialog, ipcMain, utilityProcess, session as webSession } from 'electron';
import { CHANNELS } from '../../core/contract/channels.ts';
import { failureOf, type Reply } from '../../core/contract/fault.ts';
import { dispatch } from '../../core/contract/ipc.ts';
import { installationRoot } from '../base/installation.ts';
import { wordsOf } from '../base/thrown.ts';
import { visibleLine } from '../base/visible-text.ts';
import { writeWhole } from '../files/write-whole.ts';
import { startForeignProcessesBy } from '../foreign/foreign-pool.ts';
import { type ChooseIssueFile, createHandlers, type Deliver } from '../host/handlers.ts';
import { pageAssets } from '../host/page-assets.ts';
import { takeUpload } from '../import/uploads.ts';
import type { StartProcess } from '../process/worker-process.ts';
import { openSession } from '../session/open-session.ts';
import type { Session } from '../session/session.ts';
import { installMenu } from './menu.ts';
import { isOwnPage, type MayClose, openWindow, registerScheme, serveScheme } from './window.ts';

const frontWindow = () => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];

/** A packaged application runs no other script by itself (RunAsNode is off): its processes are Electron's own. */
const startUtilityProcess: StartProcess = (module, { heap, env }) => {
  const child = utilityProcess.fork(module, [], {
    serviceName: '组版 图片与旧报',
    stdio: ['ignore', 'ignore', 'pipe'],
    execArgv: [`--max-old-space-size=${heap}`],
    env: { ...process.env, ...env },
  });
  let words = '';
  child.stderr?.on('data', (text: Buffer) => {
    words = (words + text.toString('utf8')).slice(-2_000);
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (hear) => void child.on('message', hear),
    // Its own word tells the end that it made itself; how a signal is told differs from system to system.
    onExit: (hear) => void child.once('exit', () => hear({ killed: false, words })),
    // Its own `kill` asks; one that is busy with a foreign file hears nothing.
    kill: () => {
      if (child.pid === undefined) child.kill();
      else process.kill(child.pid, 'SIGKILL');
    },
    // A desktop ends by its windows, and its utility processes with it.
    keepAlive: () => undefined,
  };
};

/** Asks where to save; a cancelled dialog gives neither path nor address. */
const deliverByDialog: Deliver = async (fileName, bytes) => {
  const window = frontWindow();
  const options = { title: '导出 PDF', defaultPath: join(app.getPath('documents'), fileName) };
  const choice = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  if (choice.canceled || !choice.filePath)
    return { fileName, path: null, address: null, bytes: bytes.length };
  await writeWhole(choice.filePath, bytes);
  return { fileName: basename(choice.filePath), path: choice.filePath, address: null, bytes: bytes.length };
};

const chooseByDialog: ChooseIssueFile = async () => {
  const window = frontWindow();
  const options = {
    title: '打开一期',
    filters: [{ name: '期文件', extensions: ['zuban'] }],
    properties: ['openFile' as const],
  };
  const choice = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return choice.canceled ? null : (choice.filePaths[0] ?? null);
};

/** The page gathers edits for a moment before it sends them: what was typed last is to be saved as well. */
const EDITS_UNDER_WAY_MS = 250;

const CLOSE_BUTTONS = ['保存', '不保存', '取消'];

const askToSave =
  (session: Session): MayClose =>
  async (window) => {
    await new Promise((resolve) => setTimeout(resolve, EDITS_UNDER_WAY_MS));
    if (!(await session.hasUnsavedEdits())) return true;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: '这一期有没有保存的修改。',
      detail: '不保存，最近一次保存以后的修改就会丢失。',
      buttons: CLOSE_BUTTONS,
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    if (response === 1) await session.close('drop');
    if (response !== 0) return response === 1;
    try {
      await session.saveAsItIs();
      return true;
    } catch (error) {
      await dialog.showMessageBox(window, { type: 'error', message: failureOf(error).message });
      return false;
    }
  };

/** Files to open and folders; Chromium's own switches stand among them and are passed over. */
const commandLine = (): { readonly files: readonly string[]; readonly archive: string | undefined } => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(1),
    options: { archive: { type: 'string' } },
    strict: false,
  });
  const { archive } = values;
  // Before it is packaged, the program's own folder is the first that Electron is given.
  return {
    files: app.isPackaged ? positionals : positionals.slice(1),
    archive: typeof archive === 'string' ? archive : undefined,
  };
};

const start = async (): Promise<void> => {
  const root = installationRoot();
  const { files, archive } = commandLine();
  const session = openSession(root, files, archive === undefined ? {} : { archive });
  const handlers = createHandlers(session, deliverByDialog, chooseByDialog);
  for (const channel of CHANNELS)
    ipcMain.handle(channel, async (event, args: unknown): Promise<Reply<unknown>> => {
      if (!isOwnPage(event.senderFrame)) throw new Error('the caller is no page of ours');
      try {
        return { value: await dispatch(handlers, channel, args) };
      } catch (error) {
        console.error(visibleLine(`${channel}: ${wordsOf(error)}`));
        return { failure: failureOf(error) };
      }
    });
  serveScheme(webSession.defaultSession, pageAssets(root, session), (name, body) =>
    takeUpload(session.uploads, name, body),
  );
  installMenu();
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  const open = () =>
    openWindow(join(root, 'dist', 'electron', 'preload.cjs'), askToSave(session), () => {
      // A window that asked has stopped the quitting that made it close.
      if (quitting) app.quit();
    });
  open();
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    // The journal is flushed and the lock released before the process goes.
    event.preventDefault();
    session.close('keep').finally(() => {
      closed = true;
      app.quit();
    });
  });
  app.on('activate', () => {
    quitting = false;
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
};

startForeignProcessesBy(startUtilityProcess);
registerScheme();
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
app
  .whenReady()
  .then(start)
  .catch((error: unknown) => {
    console.error(visibleLine(wordsOf(error)));
    app.exit(1);
  });
