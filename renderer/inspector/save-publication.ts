/** 设为本刊…: this issue's profile becomes the one that the publication's new issues begin with. */
import { host, messageOf } from '../host/host.ts';
import { openDesk } from '../state/desk-store.ts';
import { endBurst } from '../state/edit-issue.ts';
import { hostQueue } from '../state/host-queue.ts';
import { useView } from '../state/view-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';

/** The foot says how it went. */
export const savePublication = async (): Promise<void> => {
  const open = openDesk();
  if (!open) return;
  const { publication } = open.issue;
  endBurst();
  try {
    // A picture of the nameplate must be the host's before it can be kept with the profile.
    await hostQueue.settled();
    await host()['publication.save']({ publication });
    useView.getState().say(say.publication.saved(publication.name));
  } catch (error) {
    useView.getState().say(say.publication.failed(messageOf(error)), 'fault');
  }
};
