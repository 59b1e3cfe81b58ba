/** Lays an issue out in a worker, so that the window answers while a whole issue is opened. */
import type { Issue } from '../../core/issue/issue.ts';
import type { LaidOut, LayoutReply, LayoutRequest } from './layout-messages.ts';

export const layOutInWorker = (issue: Issue): Promise<LaidOut> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<LayoutReply>) => {
      worker.terminate();
      if ('laidOut' in data) resolve(data.laidOut);
      else reject(new Error(data.failure));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message));
    };
    worker.postMessage({ issue } satisfies LayoutRequest);
  });
