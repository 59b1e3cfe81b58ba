/**
 * The browser host: the application in a browser on this computer, for machines without Electron's binary.
 * Loopback only. Whoever asks must know the random token (once in the address, then as a cookie), and must ask
 * for this host by its own name from its own pages: that keeps out other users, other sites and rebound names.
 */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ADDRESSES, UPLOAD_NAME, type UploadReply } from '../../core/contract/addresses.ts';
import { Fault, failureOf } from '../../core/contract/fault.ts';
import { type Contract, dispatch, isChannel } from '../../core/contract/ipc.ts';
import { wordsOf } from '../base/thrown.ts';
import { assetHeaders, type ResolveAsset } from './page-assets.ts';

/** Enough for any message of the contract; pictures and manuscripts do not travel in messages. */
const LARGEST_MESSAGE = 16 * 1024 * 1024;
const LOOPBACK = '127.0.0.1';

export interface BrowserHostOptions {
  readonly handlers: Contract;
  readonly assets: ResolveAsset;
  /** Takes a file that was dropped on the page (uploads.ts). */
  readonly upload?: (nameHeader: string, body: AsyncIterable<Uint8Array>) => Promise<UploadReply>;
  /** 0 for any free port. A port that is taken is replaced by a free one. */
  readonly port: number;
  /** Where failures are written that the page shows only in general words. */
  readonly log: (line: string) => void;
}

export interface BrowserHost {
  /** With the token: what to open. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

const sameToken = (given: string, token: string): boolean => {
  const a = Buffer.from(given);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
};

const cookie = (request: IncomingMessage, name: string): string => {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value !== undefined) return value;
  }
  return '';
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > LARGEST_MESSAGE) throw new Fault('invalid-request', '请求过大，未予处理。');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
};

const answer = (response: ServerResponse, status: number, text: string, headers = {}): void => {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
};

const answerJson = (response: ServerResponse, status: number, value: unknown): void =>
  answer(response, status, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8' });

const listen = (server: ReturnType<typeof createServer>, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });

const listenSomewhere = async (server: ReturnType<typeof createServer>, port: number): Promise<void> => {
  try {
    await listen(server, port);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (port === 0 || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw error;
    await listen(server, 0);
  }
};

export const startBrowserHost = async (options: BrowserHostOptions): Promise<BrowserHost> => {
  const token = randomBytes(24).toString('base64url');
  let port = 0;
  const cookieName = () => `zuban-${port}`;
  const ownHosts = () => [`${LOOPBACK}:${port}`, `localhost:${port}`];

  const isOwnOrigin = ({ headers }: IncomingMessage): boolean =>
    ownHosts().some((host) => headers.origin === `http://${host}`);

  const call = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnOrigin(request)) return answer(response, 403, 'origin');
    if (request.headers['content-type'] !== 'application/json') return answer(response, 415, 'type');
    if (!isChannel(name)) return answer(response, 404, 'no such channel');
    try {
      const args: unknown = JSON.parse(await readBody(request));
      answerJson(response, 200, { value: await dispatch(options.handlers, name, args) });
    } catch (error) {
      options.log(`${name}: ${wordsOf(error)}`);
      answerJson(response, 200, { failure: failureOf(error) });
    }
  };

  const takeUpload = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnOrigin(request)) return answer(response, 403, 'origin');
    if (!options.upload) return answer(response, 404, 'no uploads');
    const name = request.headers[UPLOAD_NAME];
    if (typeof name !== 'string') return answer(response, 400, 'name');
    answerJson(response, 200, await options.upload(name, request));
  };

  const answerAsset = async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<void> => {
    const asset = await options.assets(path);
    if (!asset) return answer(response, 404, 'not found');
    response.writeHead(200, { ...assetHeaders(asset), ...headers });
    response.end(request.method === 'HEAD' ? undefined : asset.bytes);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A page of another site that made its own name point here still sends that name.
    if (!ownHosts().includes(request.headers.host ?? '')) return answer(response, 403, 'host');
    const site = request.headers['sec-fetch-site'];
    const url = new URL(request.url ?? '/', `http://${LOOPBACK}:${port}`);
    const given = url.searchParams.get('token');
    // The page is answered at once, not by a redirect: a redirect would keep the "cross-site" of a clicked link.
    if (given !== null && request.method === 'GET' && url.pathname === '/') {
      if (!sameToken(given, token)) return answer(response, 403, 'token');
      return answerAsset(request, response, '/', {
        'set-cookie': `${cookieName()}=${token}; HttpOnly; SameSite=Strict; Path=/`,
      });
    }
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return answer(response, 403, 'site');
    if (!sameToken(cookie(request, cookieName()), token))
      return answer(response, 403, '请用启动时给出的完整网址打开。Open the full address printed at start.');
    if (request.method === 'POST' && url.pathname.startsWith('/call/'))
      return call(url.pathname.slice('/call/'.length), request, response);
    if (request.method === 'POST' && url.pathname === ADDRESSES.uploads) return takeUpload(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'method');
    return answerAsset(request, response, url.pathname);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      options.log(`${request.url}: ${wordsOf(error)}`);
      if (!response.headersSent) answer(response, 500, 'failed');
      else response.destroy();
    });
  });
  await listenSomewhere(server, options.port);
  port = (server.address() as AddressInfo).port;
  return {
    port,
    address: `http://${LOOPBACK}:${port}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
