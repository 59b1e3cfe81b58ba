/**
 * How a fault travels between the host and the page, and out of the host's processes and threads: as its code, its
 * sentence and its place. The page makes a Fault of it again and decides by the code (core/fault.ts says which and
 * why the class stands there).
 */
import { Fault, type FaultCode, type FaultPlace } from '../fault.ts';

export { Fault, type FaultCode, type FaultPlace, isFaultOf } from '../fault.ts';

export interface Failure {
  readonly code: FaultCode;
  readonly message: string;
  readonly place?: FaultPlace;
}

/** What a channel is answered with on either transport. */
export type Reply<Value> = { readonly value: Value } | { readonly failure: Failure };

/** What a user reads of an error that is not meant for one. */
export const UNEXPECTED = '处理时出错，未能完成；请重试，若再出现请联系维护人员。';

/** Shown for as long as the window stands, too. */
export const OTHER_WINDOW =
  '这一期已在另一个窗口里打开，本窗口不能再改；请在那个窗口继续，或刷新本页接着编辑。';

/** Of a write from a window which another has taken the issue over from: they would overwrite each other's work. */
export const otherWindow = (): Fault => new Fault('other-window', OTHER_WINDOW);

/** Of a save or an export whose issue is not the host's. The page sends the issue whole and asks again. */
export const outOfStep = (): Fault =>
  new Fault('out-of-step', '后台与界面上的内容不一致，没有写出文件，请再试一次。');

export const invalidRequest = (cause?: unknown): Fault =>
  new Fault('invalid-request', '请求的内容不合约定，未予处理。', { cause });

/** What may be said of an error: a fault's own words, of anything else no word. */
export const failureOf = (error: unknown): Failure => {
  if (!(error instanceof Fault)) return { code: 'unexpected', message: UNEXPECTED };
  const { code, message, place } = error;
  return place === undefined ? { code, message } : { code, message, place };
};

export const faultOf = ({ code, message, place }: Failure): Fault => new Fault(code, message, { place });

/** The value of a reply. Throws the Fault that it is a failure with. */
export const answerOf = <Value>(reply: Reply<Value>): Value => {
  if ('failure' in reply) throw faultOf(reply.failure);
  return reply.value;
};
