/**
 * The desktop window and the scheme that its page is loaded from. The page is sandboxed, goes nowhere, opens
 * nothing and is granted nothing; it gets bytes from the same allow-list as in a browser (page-assets.ts), and gives
 * some at one address only. Before the window closes with unsaved edits, the user is asked.
 */
import { BrowserWindow, nativeTheme, protocol, type Session as WebSession } from 'electron';
import { ADDRESSES, UPLOAD_NAME, type UploadReply } from '../../core/contract/addresses.ts';
import { visibleLine } from '../base/visible-text.ts';
import { assetHeaders, type ResolveAsset } from '../host/page-assets.ts';

export const SCHEME = 'zuban';
export const PAGE_ADDRESS = `${SCHEME}://app/`;

/** Before Electron is ready: makes the scheme one that pages, fonts and workers accept. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);

/** Takes a file that was dropped on the page (uploads.ts). */
export type AcceptUpload = (nameHeader: string, body: AsyncIterable<Uint8Array>) => Promise<UploadReply>;

export const serveScheme = (web: WebSession, assets: ResolveAsset, upload: AcceptUpload): void => {
  web.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'app') return new Response('', { status: 403 });
    if (request.method === 'POST' && url.pathname === ADDRESSES.uploads) return takeUpload(request, upload);
    if (request.method !== 'GET') return new Response('', { status: 403 });
    const asset = await assets(url.pathname);
    if (!asset) return new Response('', { status: 404 });
    return new Response(new Uint8Array(asset.bytes), { headers: assetHeaders(asset) });
  });
  web.setPermissionRequestHandler((_contents, _permission, grant) => grant(false));
  web.setPermissionCheckHandler(() => false);
};

const takeUpload = async (request: Request, upload: AcceptUpload): Promise<Response> => {
  const origin = request.headers.get('origin');
  const name = request.headers.get(UPLOAD_NAME);
  if (origin !== null && `${origin}/` !== PAGE_ADDRESS) return new Response('', { status: 403 });
  if (name === null) return new Response('', { status: 400 });
  return Response.json(await upload(name, bodyOf(request)), { headers: { 'cache-control': 'no-store' } });
};

async function* bodyOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/** True for the page itself, in the window's main frame: who may call the contract's channels. */
export const isOwnPage = (frame: { readonly url: string; readonly parent: unknown } | null): boolean =>
  frame !== null && frame.parent === null && frame.url.startsWith(PAGE_ADDRESS);

/** Asks where there is something to lose; resolves to whether the window may close. */
export type MayClose = (window: BrowserWindow) => Promise<boolean>;

const askBeforeClose = (window: BrowserWindow, mayClose: MayClose, closing: () => void): void => {
  let agreed = false;
  let asking = false;
  window.on('close', (event) => {
    if (agreed) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    mayClose(window)
      .then((may) => {
        agreed = may;
        if (!may) return;
        window.close();
        closing();
      })
      .finally(() => {
        asking = false;
      })
      .catch((error: unknown) =>
        console.error(visibleLine(error instanceof Error ? error.message : String(error))),
      );
  });
};

/** @param closing called when the user has agreed to close */
export const openWindow = (preload: string, mayClose: MayClose, closing: () => void): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1360,
    height: 900,
    minWidth: 880,
    minHeight: 560,
    show: false,
    title: '组版',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f2125' : '#eceae6',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  askBeforeClose(window, mayClose, closing);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(PAGE_ADDRESS);
  return window;
};
