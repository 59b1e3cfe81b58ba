/**
 * The browser host as one call: what `npm start` uses where there is no desktop window (build/start.mjs).
 */
import { createHandlers, deliverByAddress } from './handlers.ts';
import { installationRoot } from './installation.ts';
import { openSession } from './open-session.ts';
import { pageAssets } from './page-assets.ts';
import { type BrowserHost, startBrowserHost } from './serve.ts';

/** Serves the given issue or manuscripts, or the sample where none are given. Port 0 is any free one. */
export const serveInBrowser = (paths: readonly string[], port: number): Promise<BrowserHost> => {
  const root = installationRoot();
  const session = openSession(root, paths);
  return startBrowserHost({
    handlers: createHandlers(session, deliverByAddress),
    assets: pageAssets(root, session),
    port,
    log: (line) => console.error(line),
  });
};
