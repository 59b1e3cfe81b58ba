/**
 * The page's end of the contract: Electron's bridge where the preload put one, else HTTP to the browser host
 * that served this page. Callers see no difference.
 */
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { Channel, Contract } from '../../core/contract/ipc.ts';
import { strings } from '../strings/window.ts';
import { hostAnswered, hostLost, hostRefused, isRefused } from './connection.ts';

/** Without the token of that very host process. */
const REFUSED = 403;

declare global {
  interface Window {
    readonly zuban?: Contract;
  }
}

interface Reply<Value> {
  readonly value?: Value;
  readonly failure?: string;
}

const call = async <C extends Channel>(
  channel: C,
  args: Parameters<Contract[C]>,
): Promise<Awaited<ReturnType<Contract[C]>>> => {
  if (isRefused()) throw new Error(strings.hostGone);
  let response: Response;
  try {
    response = await fetch(ADDRESSES.channel(channel), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
  } catch {
    // Any channel would do to ask whether it is back: this one costs nothing.
    hostLost(() => call('archive.status', []));
    throw new Error(strings.hostGone);
  }
  if (response.status === REFUSED) hostRefused();
  if (!response.ok) throw new Error(strings.hostGone);
  hostAnswered();
  const reply = (await response.json()) as Reply<Awaited<ReturnType<Contract[C]>>>;
  if (reply.failure !== undefined) throw new Error(reply.failure);
  return reply.value as Awaited<ReturnType<Contract[C]>>;
};

const overHttp: Contract = {
  'issue.open': (...args) => call('issue.open', args),
  'issue.new': (...args) => call('issue.new', args),
  'issue.openFile': (...args) => call('issue.openFile', args),
  'issue.openBackup': (...args) => call('issue.openBackup', args),
  'issue.rescue': (...args) => call('issue.rescue', args),
  'issue.edit': (...args) => call('issue.edit', args),
  'issue.restate': (...args) => call('issue.restate', args),
  'journal.flush': (...args) => call('journal.flush', args),
  'issue.save': (...args) => call('issue.save', args),
  'recovery.list': (...args) => call('recovery.list', args),
  'recovery.take': (...args) => call('recovery.take', args),
  'recovery.give': (...args) => call('recovery.give', args),
  'recovery.drop': (...args) => call('recovery.drop', args),
  'lock.take': (...args) => call('lock.take', args),
  'import.file': (...args) => call('import.file', args),
  'pictures.broken': (...args) => call('pictures.broken', args),
  'archive.facts': (...args) => call('archive.facts', args),
  'archive.status': (...args) => call('archive.status', args),
  'archive.index': (...args) => call('archive.index', args),
  'archive.cancel': (...args) => call('archive.cancel', args),
  'archive.list': (...args) => call('archive.list', args),
  'archive.search': (...args) => call('archive.search', args),
  'archive.peek': (...args) => call('archive.peek', args),
  'archive.export': (...args) => call('archive.export', args),
  'issue.newFrom': (...args) => call('issue.newFrom', args),
  'version.list': (...args) => call('version.list', args),
  'version.make': (...args) => call('version.make', args),
  'version.remove': (...args) => call('version.remove', args),
  'version.restore': (...args) => call('version.restore', args),
  'version.compare': (...args) => call('version.compare', args),
  'version.compareFile': (...args) => call('version.compareFile', args),
  'print.make': (...args) => call('print.make', args),
  'print.state': (...args) => call('print.state', args),
  'publication.save': (...args) => call('publication.save', args),
  'export.pdf': (...args) => call('export.pdf', args),
};

export const host = (): Contract => window.zuban ?? overHttp;

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
    throw new Error(strings.hostGone);
  }
  if (!response.ok) throw new Error(strings.hostGone);
  const reply = (await response.json()) as { readonly upload?: string; readonly failure?: string };
  if (reply.upload === undefined) throw new Error(reply.failure ?? strings.hostGone);
  return reply.upload;
};

/** Electron puts its own words before a handler's message; the user gets the handler's. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    /^Error invoking remote method .*?: Error: /,
    '',
  );
