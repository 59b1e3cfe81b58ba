/**
 * The contract's channels on the computer's side. Plain Node: the desktop host and the browser host share
 * them; only where a made file goes (`deliver`) differs.
 */
import { ADDRESSES } from '../core/contract/addresses.ts';
import type { Contract, ExportedFile } from '../core/contract/ipc.ts';
import type { Session } from './session.ts';

/** Takes a made file to the user: a save dialog on the desktop, an address to download from in a browser. */
export type Deliver = (fileName: string, bytes: Uint8Array) => Promise<ExportedFile>;

export const deliverByAddress: Deliver = async (fileName, bytes) => ({
  fileName,
  path: null,
  address: ADDRESSES.exported(fileName),
  bytes: bytes.length,
});

export const createHandlers = (session: Session, deliver: Deliver): Contract => ({
  'issue.open': async () => {
    const { issue, problems } = await session.opened();
    return { issue, problems, fileName: session.fileName };
  },
  'export.pdf': async ({ pages }) => {
    const { fileName, bytes } = await session.makePdf(pages);
    return deliver(fileName, bytes);
  },
});

/** The sentence shown to the user when a channel fails; details stay in the host's own log. */
export const failureMessage = (error: unknown): string => {
  if (error instanceof Error && error.name === 'ZodError') return '请求的内容不合约定，未予处理。';
  if (error instanceof Error && /[\u4e00-\u9fff]/.test(error.message)) return error.message;
  return '处理时出错，未能完成；请重试，若再出现请联系维护人员。';
};
