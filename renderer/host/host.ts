/**
 * The page's end of the contract: Electron's bridge where the preload put one, else HTTP to the browser host
 * that served this page. Callers see no difference.
 */
import { ADDRESSES, type UploadReply } from '../../core/contract/addresses.ts';
import { type Bridge, type Call, contractBy } from '../../core/contract/channels.ts';
import { Fault, failureOf, faultOf } from '../../core/contract/fault.ts';
import type { Contract } from '../../core/contract/ipc.ts';
import { strings } from '../strings/window.ts';
import { hostAnswered, hostLost, hostRefused, isRefused } from './connection.ts';

/** Without the token of that very host process. */
const REFUSED = 403;

declare global {
  interface Window {
    readonly zuban?: Bridge;
  }
}

const hostGone = (): Fault => new Fault('host-gone', strings.hostGone);

const overHttp: Call = async (channel, args) => {
  if (isRefused()) throw hostGone();
  let response: Response;
  try {
    response = await fetch(ADDRESSES.channel(channel), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
  } catch {
    // Any channel would do to ask whether it is back: this one costs nothing.
    hostLost(() => overHttp('archive.status', []));
    throw hostGone();
  }
  if (response.status === REFUSED) hostRefused();
  if (!response.ok) throw hostGone();
  hostAnswered();
  return response.json();
};

const overBridge =
  (bridge: Bridge): Call =>
  (channel, args) =>
    bridge[channel](...args);

const browserHost = contractBy(overHttp);
const desktopHost =
  typeof window !== 'undefined' && window.zuban ? contractBy(overBridge(window.zuban)) : null;

export const host = (): Contract => desktopHost ?? browserHost;

/** Bytes of a file that the user gave, to the host; the answer names them for `import.file`. */
export const upload = async (file: File): Promise<string> => {
  let response: Response;
  try {
    response = await fetch(ADDRESSES.uploads, {
      method: 'POST',
      headers: { 'x-file-name': encodeURIComponent(file.name), 'content-type': 'application/octet-stream' },
      body: file,
    });
  } catch {
    throw hostGone();
  }
  if (!response.ok) throw hostGone();
  const reply = (await response.json()) as UploadReply;
  if ('failure' in reply) throw faultOf(reply.failure);
  return reply.upload;
};

/** What a user reads of an error: a fault's sentence; of what nobody foresaw the console has the words. */
export const messageOf = (error: unknown): string => {
  if (!(error instanceof Fault)) console.error(error);
  return failureOf(error).message;
};
