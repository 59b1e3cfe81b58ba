/**
 * The desktop window and the scheme that its page is loaded from. The page is sandboxed, goes nowhere, opens
 * nothing and is granted nothing; it gets bytes from the same allow-list as in a browser (page-assets.ts).
 */
import { BrowserWindow, nativeTheme, protocol, type Session as WebSession } from 'electron';
import { assetHeaders, type ResolveAsset } from './page-assets.ts';

export const SCHEME = 'zuban';
export const PAGE_ADDRESS = `${SCHEME}://app/`;

/** Before Electron is ready: makes the scheme one that pages, fonts and workers accept. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);

export const serveScheme = (web: WebSession, assets: ResolveAsset): void => {
  web.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'app' || request.method !== 'GET') return new Response('', { status: 403 });
    const asset = await assets(url.pathname);
    if (!asset) return new Response('', { status: 404 });
    return new Response(new Uint8Array(asset.bytes), { headers: assetHeaders(asset) });
  });
  web.setPermissionRequestHandler((_contents, _permission, grant) => grant(false));
  web.setPermissionCheckHandler(() => false);
};

/** True for the page itself, in the window's main frame: who may call the contract's channels. */
export const isOwnPage = (frame: { readonly url: string; readonly parent: unknown } | null): boolean =>
  frame !== null && frame.parent === null && frame.url.startsWith(PAGE_ADDRESS);

export const openWindow = (preload: string): BrowserWindow => {
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
  window.once('ready-to-show', () => window.show());
  void window.loadURL(PAGE_ADDRESS);
  return window;
};
