/** Work that was left without being saved: asked for at the start and by the command, offered in a dialog. */
import type { Recovery } from '../../core/contract/ipc.ts';
import { host, messageOf } from '../host/host.ts';
import { recoveryStrings as said } from '../strings/archive.ts';
import { openDesk, useDesk } from './desk-store.ts';
import { ask } from './dialog-store.ts';
import { hostQueue } from './host-queue.ts';
import { show } from './open-issue.ts';
import { leftWork, removeLeft } from './page-work.ts';
import { useView } from './view-store.ts';

/** What pages kept whose host did not confirm it becomes the host's to offer; what it does not take stays. */
const giveLeftWork = async (): Promise<void> => {
  const failures: unknown[] = [];
  for (const left of leftWork())
    try {
      await host()['recovery.give'](left.work);
      removeLeft(left);
    } catch (error) {
      // One that is refused keeps none of the others back.
      failures.push(error);
    }
  if (failures.length > 0) throw failures[0];
};

/** Nothing is said where nothing is found at the start; whoever asks is answered. */
export const offerLostWork = async (asked: 'at-start' | 'by-editor'): Promise<void> => {
  if (!openDesk()) return;
  const { say } = useView.getState();
  await giveLeftWork().catch((error: unknown) => say(said.failed(messageOf(error)), 'fault'));
  try {
    const found = await host()['recovery.list']();
    if (found.length > 0) ask({ kind: 'recovery', found });
    else if (asked === 'by-editor') say(said.none);
  } catch (error) {
    say(said.failed(messageOf(error)), 'fault');
  }
};

/** Work on the very file that was just opened is offered over it. Until the answer is called. */
export const watchOpenedFiles = (): (() => void) =>
  useDesk.subscribe(({ desk }, { desk: before }) => {
    if (desk.phase !== 'open') return;
    const { engine, file } = desk.open;
    if (file === null || (before.phase === 'open' && before.open.engine === engine)) return;
    const offer = async (): Promise<void> => {
      const found = (await host()['recovery.list']()).filter((work) => work.file === file);
      if (found.length > 0 && openDesk()?.engine === engine) ask({ kind: 'recovery', found });
    };
    // The list of problems says it as well.
    offer().catch(() => undefined);
  });

/** Opens it, unsaved. Answers why it could not; null where it was taken. */
export const takeWork = async ({ id, fileName }: Recovery): Promise<string | null> => {
  try {
    await show(await host()['recovery.take']({ id, editor: hostQueue.editor }));
    useView.getState().say(said.taken(fileName));
    return null;
  } catch (error) {
    return said.takeFailed(messageOf(error));
  }
};

export const dropWork = async ({ id }: Recovery): Promise<string | null> => {
  try {
    await host()['recovery.drop']({ id });
    return null;
  } catch (error) {
    return said.dropFailed(messageOf(error));
  }
};
