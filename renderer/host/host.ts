/**
 * The page's end of the contract: Electron's bridge where the preload put one, else HTTP to the browser host
 * that served this page. Callers see no difference.
 */
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { Channel, Contract } from '../../core/contract/ipc.ts';
import { strings } from '../strings.ts';

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
  let response: Response;
  try {
    response = await fetch(ADDRESSES.channel(channel), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
  } catch {
    throw new Error(strings.hostGone);
  }
  if (!response.ok) throw new Error(strings.hostGone);
  const reply = (await response.json()) as Reply<Awaited<ReturnType<Contract[C]>>>;
  if (reply.failure !== undefined) throw new Error(reply.failure);
  return reply.value as Awaited<ReturnType<Contract[C]>>;
};

const overHttp: Contract = {
  'issue.open': (...args) => call('issue.open', args),
  'export.pdf': (...args) => call('export.pdf', args),
};

export const host = (): Contract => window.zuban ?? overHttp;

/** Electron puts its own words before a handler's message; the user gets the handler's. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    /^Error invoking remote method .*?: Error: /,
    '',
  );
