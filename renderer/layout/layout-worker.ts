/**
 * The worker's side: the same core as the host's, on the same metric tables, so that the display list on
 * screen is the one that is printed.
 */
import { ADDRESSES } from '../../core/contract/addresses.ts';
import { layOutIssue } from '../../core/display/lay-out-issue.ts';
import { BUILT_IN_FACES, type BuiltInFace, type FaceId, type FaceTable } from '../../core/font/face.ts';
import { decodeFaceTable } from '../../core/font/face-table.ts';
import { FontSet } from '../../core/font/font-set.ts';
import { isUserFace } from '../../core/font/user-face.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { facesOf } from '../../core/publication/faces.ts';
import type { LayoutReply, LayoutRequest } from './layout-messages.ts';

const NOT_FOUND = 404;

/** Null where the host has no such face. */
const findTable = async (face: FaceId): Promise<FaceTable | null> => {
  const response = await fetch(ADDRESSES.faceTable(face));
  if (response.status === NOT_FOUND) return null;
  if (!response.ok) throw new Error(`字体 ${face} 的字宽表取不到。`);
  return decodeFaceTable(new Uint8Array(await response.arrayBuffer()));
};

const builtInTable = async ({ id }: BuiltInFace): Promise<FaceTable> => {
  const table = await findTable(id);
  if (!table) throw new Error(`字体 ${id} 的字宽表取不到。`);
  return table;
};

/** Asked for while the issue itself is still on its way. */
const builtIn = Promise.all(BUILT_IN_FACES.map(builtInTable));
// The rejection is answered where the tables are used.
builtIn.catch(() => undefined);

/** The built-in faces and those of the editor's own fonts that the issue names and the host has. */
const fontsFor = async ({ publication }: Issue): Promise<FontSet> => {
  const own = facesOf(publication).filter(({ face }) => isUserFace(face));
  const tables = await Promise.all(own.map(({ face }) => findTable(face)));
  return new FontSet([...(await builtIn), ...tables.filter((table) => table !== null)]);
};

const layOut = async ({ issue }: LayoutRequest): Promise<LayoutReply> => {
  try {
    const { displayList, problems } = layOutIssue(issue, await fontsFor(issue));
    return { laidOut: { pages: displayList.pages, problems } };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
};

self.onmessage = async ({ data }: MessageEvent<LayoutRequest>) => {
  self.postMessage(await layOut(data));
};
