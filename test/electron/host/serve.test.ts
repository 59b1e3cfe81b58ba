import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNEXPECTED } from '../../../core/contract/fault.ts';
import { createHandlers, deliverByAddress } from '../../../electron/host/handlers.ts';
import type { PageAsset } from '../../../electron/host/page-assets.ts';
import { type BrowserHost, startBrowserHost } from '../../../electron/host/serve.ts';
import { stateHash } from '../../../electron/session/session.ts';
import { ISSUE, PDF, sampleSession } from './sample-session.ts';

const asset: PageAsset = { bytes: Buffer.from('page'), type: 'text/html', immutable: false, download: null };
const log: string[] = [];
let host: BrowserHost;
let cookie: string;

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** By node:http: fetch would not let a test name another host. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });

const own = () => ({ cookie, origin: `http://127.0.0.1:${host.port}`, 'content-type': 'application/json' });
const call = (channel: string, args: unknown, headers: Record<string, string> = own()) =>
  ask(`/call/${channel}`, headers, 'POST', JSON.stringify(args));

const stated = { revision: 0, hash: stateHash(ISSUE) };

beforeAll(async () => {
  const session = sampleSession();
  host = await startBrowserHost({
    handlers: createHandlers(session, deliverByAddress),
    assets: async (path) => (path === '/' ? asset : null),
    upload: async () => ({ upload: 'u1' }),
    port: 0,
    log: (line) => log.push(line),
  });
  const first = await ask(new URL(host.address).pathname + new URL(host.address).search);
  cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(() => host.close());

describe('the browser host', () => {
  it('answers the full address with the page and a cookie that scripts cannot read', async () => {
    const { pathname, search } = new URL(host.address);
    const reply = await ask(pathname + search);
    expect(reply.status).toBe(200);
    expect(reply.text).toBe('page');
    expect(String(reply.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('refuses who does not know the token', async () => {
    expect((await ask('/')).status).toBe(403);
    expect((await ask('/?token=guess')).status).toBe(403);
    expect((await call('issue.open', [], { ...own(), cookie: '' })).status).toBe(403);
  });

  it('refuses another name for this host, as a rebound name sends', async () => {
    expect((await ask('/', { cookie, host: `evil.example:${host.port}` })).status).toBe(403);
  });

  it('refuses calls from another origin and forms', async () => {
    expect((await call('issue.open', [], { ...own(), origin: 'http://127.0.0.1:1' })).status).toBe(403);
    expect((await call('issue.open', [], { ...own(), 'content-type': 'text/plain' })).status).toBe(415);
    expect((await ask('/', { cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403);
  });

  it('opens the issue', async () => {
    const reply = JSON.parse((await call('issue.open', [])).text);
    expect(reply.value.fileName).toBe('样张.md');
    expect(reply.value.issue.masthead.totalNumber).toBe(9);
  });

  /** A window that has just come means the issue as it is. */
  const asWindow = async () => {
    const { editor } = JSON.parse((await call('issue.open', [])).text).value;
    return { ...stated, editor };
  };

  it('gives a made PDF an address', async () => {
    const reply = JSON.parse((await call('export.pdf', [{ pages: [], ...(await asWindow()) }])).text);
    expect(reply.value).toEqual({
      fileName: '样张.pdf',
      path: null,
      address: `/exports/${encodeURIComponent('样张.pdf')}`,
      bytes: PDF.length,
    });
  });

  it('refuses arguments that the contract does not know, in one sentence', async () => {
    const own = await asWindow();
    for (const args of [
      [{ pages: ['1'], ...own }],
      [{ pages: [0], ...own }],
      [{ pages: [], ...own, to: '/etc/passwd' }],
      [{ pages: [] }],
      [{ pages: [], ...stated }],
      [{ pages: [], ...own, hash: 'guess' }],
      [],
      'x',
      null,
    ])
      expect(JSON.parse((await call('export.pdf', args)).text).failure).toEqual({
        code: 'invalid-request',
        message: '请求的内容不合约定，未予处理。',
      });
  });

  it('takes an upload by POST at its one address, from its own pages only', async () => {
    const name = { 'x-file-name': encodeURIComponent('稿件.txt') };
    const { cookie: _cookie, ...noCookie } = { ...own(), ...name };
    expect((await ask('/uploads', { ...own(), ...name }, 'POST', 'x')).status).toBe(200);
    expect((await ask('/uploads', own(), 'POST', 'x')).status).toBe(400);
    expect((await ask('/uploads', noCookie, 'POST', 'x')).status).toBe(403);
    expect(
      (await ask('/uploads', { ...own(), ...name, origin: 'http://127.0.0.1:1' }, 'POST', 'x')).status,
    ).toBe(403);
    expect((await ask('/uploads/more', { ...own(), ...name }, 'POST', 'x')).status).toBe(405);
    expect((await ask('/uploads', { ...own(), ...name }, 'PUT', 'x')).status).toBe(405);
  });

  it('knows no channel outside the contract', async () => {
    expect((await call('toString', [])).status).toBe(404);
    expect((await call('issue.delete', [])).status).toBe(404);
  });

  it('passes a fault on with its code and sentence, and logs it', async () => {
    const reply = JSON.parse((await call('export.pdf', [{ pages: [9], ...(await asWindow()) }])).text);
    expect(reply.failure).toEqual({ code: 'input', message: '没有第9版。' });
    expect(log.at(-1)).toContain('export.pdf');
  });

  it('keeps the words of an error that nobody foresaw to its log, in whatever letters they are', async () => {
    const reply = JSON.parse((await call('export.pdf', [{ pages: [8], ...(await asWindow()) }])).text);
    expect(reply.failure).toEqual({ code: 'unexpected', message: UNEXPECTED });
    expect(log.at(-1)).toContain('第8版.zuban');
  });

  it('takes a free port where the asked one is taken', async () => {
    const other = await startBrowserHost({
      handlers: createHandlers(sampleSession(), deliverByAddress),
      assets: async () => null,
      port: host.port,
      log: () => undefined,
    });
    expect(other.port).not.toBe(host.port);
    await other.close();
  });
});
