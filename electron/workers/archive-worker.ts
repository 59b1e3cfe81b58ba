/**
 * The archive's worker: its index and its front pages, off the thread that answers the page. Two of them run beside a
 * host, one for questions and one for pictures, so that a search never waits for a page being drawn. Bundled as a file
 * of its own (build/bundle.mjs).
 */

import { parentPort, workerData } from 'node:worker_threads';
import { ArchiveIndex, type IndexStatus } from '../archive/archive-index.ts';
import type { ArchiveTask, WorkerMessage } from '../archive/worker-messages.ts';
import { thrownOf } from '../base/thrown.ts';

const port = parentPort;
if (!port) throw new Error('the archive worker was not started as one');
const { archive } = workerData as { readonly archive: string };
const say = (message: WorkerMessage): void => port.postMessage(message);

/** A message for every file would be thousands. */
const EVERY_MS = 50;
let told = 0;
const index = new ArchiveIndex(archive, (status: IndexStatus) => {
  const now = performance.now();
  if (status.state === 'indexing' && status.done > 0 && now - told < EVERY_MS) return;
  told = now;
  say({ status });
});

const run = async (task: ArchiveTask): Promise<unknown> => {
  switch (task.kind) {
    case 'refresh':
      return index.refresh();
    case 'cancel':
      return index.cancel();
    case 'list':
      return index.list();
    case 'search':
      return index.search(task.request);
    case 'kept-thumbnail':
      return index.keptThumbnail(task.digest);
    case 'keep-thumbnail':
      return index.keepThumbnail(task.digest, task.png);
    case 'draw-thumbnail':
      return (await import('../archive/draw-thumbnail.ts')).drawThumbnail(task.path);
    case 'export': {
      const { exportPackage } = await import('../archive/export-package.ts');
      return exportPackage(task.path, task.file, task.folder, task.overwrite);
    }
    case 'close':
      return index.close();
  }
};

port.on('message', ({ id, task }: { readonly id: number; readonly task: ArchiveTask }) => {
  run(task).then(
    (value) => say({ id, value }),
    (error: unknown) => say({ id, ...thrownOf(error) }),
  );
});
