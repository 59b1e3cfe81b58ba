/** A page's side of a real browser host, over HTTP: calls of the contract and uploads. */
import { request } from 'node:http';
import { ADDRESSES, UPLOAD_NAME, type UploadReply } from '../../../core/contract/addresses.ts';
import { faultOf } from '../../../core/contract/fault.ts';
import type { Channel, Contract, ImportedFile } from '../../../core/contract/ipc.ts';
import { createHandlers, deliverByAddress } from '../../../electron/host/handlers.ts';
import { type BrowserHost, startBrowserHost } from '../../../electron/host/serve.ts';
import { takeUpload } from '../../../electron/import/uploads.ts';
import type { Session } from '../../../electron/session/session.ts';

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

export class HostClient {
  private cookie = '';
  /** The window's number, of the last issue that was opened. */
  editor = 0;

  private constructor(private readonly host: BrowserHost) {}

  static async start(session: Session): Promise<HostClient> {
    const host = await startBrowserHost({
      handlers: createHandlers(session, deliverByAddress),
      assets: async () => ({
        bytes: Buffer.from('page'),
        type: 'text/html',
        immutable: false,
        download: null,
      }),
      upload: (name, body) => takeUpload(session.uploads, name, body),
      port: 0,
      log: () => undefined,
    });
    const client = new HostClient(host);
    const { pathname, search } = new URL(host.address);
    const first = await client.ask(pathname + search, {}, 'GET');
    client.cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    return client;
  }

  close(): Promise<void> {
    return this.host.close();
  }

  own(): Record<string, string> {
    return { cookie: this.cookie, origin: `http://127.0.0.1:${this.host.port}` };
  }

  ask(path: string, headers: Record<string, string>, method: string, body: string | Uint8Array = '') {
    return new Promise<Reply>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.host.port, path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString('utf8'),
            headers: response.headers,
          }),
        );
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }

  /** The channel's value; rejects with the host's Fault. */
  async call<C extends Channel>(
    channel: C,
    ...args: Parameters<Contract[C]>
  ): Promise<Awaited<ReturnType<Contract[C]>>> {
    const headers = { ...this.own(), 'content-type': 'application/json' };
    const reply = JSON.parse(
      (await this.ask(ADDRESSES.channel(channel), headers, 'POST', JSON.stringify(args))).text,
    );
    if (reply.failure !== undefined) throw faultOf(reply.failure);
    if (typeof reply.value?.editor === 'number') this.editor = reply.value.editor;
    return reply.value;
  }

  async upload(name: string, bytes: Uint8Array): Promise<UploadReply> {
    const headers = { ...this.own(), [UPLOAD_NAME]: encodeURIComponent(name) };
    return JSON.parse((await this.ask(ADDRESSES.uploads, headers, 'POST', bytes)).text);
  }

  async import(name: string, bytes: Uint8Array): Promise<ImportedFile> {
    const reply = await this.upload(name, bytes);
    if ('failure' in reply) throw faultOf(reply.failure);
    return this.call('import.file', { upload: reply.upload });
  }
}
