/**
 * The worker's side: the same core as the host's, on the same metric tables, so that the display list on
 * screen is the one that is printed.
 */
import { ADDRESSES } from '../../core/contract/addresses.ts';
import { layOutIssue } from '../../core/display/lay-out-issue.ts';
import { BUILT_IN_FACES, type FaceId, type FaceTable } from '../../core/font/face.ts';
import { decodeFaceTable } from '../../core/font/face-table.ts';
import { FontSet } from '../../core/font/font-set.ts';
import type { LayoutReply, LayoutRequest } from './layout-messages.ts';

const faceTable = async (face: FaceId): Promise<FaceTable> => {
  const response = await fetch(ADDRESSES.faceTable(face));
  if (!response.ok) throw new Error(`字体 ${face} 的字宽表取不到。`);
  return decodeFaceTable(new Uint8Array(await response.arrayBuffer()));
};

/** Asked for while the issue itself is still on its way. */
const fonts = Promise.all(BUILT_IN_FACES.map((face) => faceTable(face.id))).then((t) => new FontSet(t));
// The rejection is answered where the fonts are used.
fonts.catch(() => undefined);

const layOut = async ({ issue }: LayoutRequest): Promise<LayoutReply> => {
  try {
    const { displayList, problems } = layOutIssue(issue, await fonts);
    return { laidOut: { pages: displayList.pages, problems } };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
};

self.onmessage = async ({ data }: MessageEvent<LayoutRequest>) => {
  self.postMessage(await layOut(data));
};
