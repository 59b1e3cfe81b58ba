/**
 * The names of all channels (ipc.ts), apart from their validators, which only the host needs. A channel that is
 * missing here or is none of the contract does not compile.
 */
import { answerOf, type Reply } from './fault.ts';
import type { Channel, Contract } from './ipc.ts';

const NAMES: { readonly [C in Channel]: true } = {
  'issue.open': true,
  'issue.new': true,
  'issue.openFile': true,
  'issue.openBackup': true,
  'issue.rescue': true,
  'issue.edit': true,
  'issue.restate': true,
  'journal.flush': true,
  'issue.save': true,
  'recovery.list': true,
  'recovery.take': true,
  'recovery.give': true,
  'recovery.drop': true,
  'lock.take': true,
  'import.file': true,
  'pictures.broken': true,
  'archive.facts': true,
  'archive.status': true,
  'archive.index': true,
  'archive.cancel': true,
  'archive.list': true,
  'archive.search': true,
  'archive.peek': true,
  'archive.export': true,
  'issue.newFrom': true,
  'version.list': true,
  'version.make': true,
  'version.remove': true,
  'version.restore': true,
  'version.compare': true,
  'version.compareFile': true,
  'print.make': true,
  'print.state': true,
  'publication.save': true,
  'export.pdf': true,
};

export const CHANNELS = Object.keys(NAMES) as readonly Channel[];

type Answer<C extends Channel> = Awaited<ReturnType<Contract[C]>>;

/** What the desktop's preload gives the page: the contract as it travels. */
export type Bridge = {
  readonly [C in Channel]: (...args: Parameters<Contract[C]>) => Promise<Reply<Answer<C>>>;
};

/** Sends a call to the host: the one thing in which the transports differ. */
export type Call = <C extends Channel>(
  channel: C,
  args: Parameters<Contract[C]>,
) => Promise<Reply<Answer<C>>>;

/** The contract, where each channel is a call of its name. Rejects with the Fault that it is answered with. */
export const contractBy = (call: Call): Contract =>
  Object.fromEntries(
    CHANNELS.map((channel) => [channel, async (...args: never) => answerOf(await call(channel, args))]),
  ) as unknown as Contract;
