/**
 * The browser host as one call: what `npm start` uses where there is no desktop window (build/start.mjs).
 */

import { installationRoot } from '../base/installation.ts';
import { visibleLine } from '../base/visible-text.ts';
import { takeUpload } from '../import/uploads.ts';
import { openSession, type SessionFolders } from '../session/open-session.ts';
import { createHandlers, deliverByAddress } from './handlers.ts';
import { pageAssets } from './page-assets.ts';
import { type BrowserHost, startBrowserHost } from './serve.ts';

/** Serves the given issue or manuscripts, or the sample where none are given. Port 0 is any free one. */
export const serveInBrowser = async (
  paths: readonly string[],
  port: number,
  folders: SessionFolders = {},
): Promise<BrowserHost> => {
  const root = installationRoot();
  const session = openSession(root, paths, folders);
  const host = await startBrowserHost({
    handlers: createHandlers(session, deliverByAddress),
    assets: pageAssets(root, session),
    upload: (name, body) => takeUpload(session.uploads, name, body),
    port,
    log: (line) => console.error(visibleLine(line)),
  });
  // What is not saved is offered at the next start: nobody was asked.
  return { ...host, close: () => host.close().then(() => session.close('keep')) };
};
