/**
 * The engine on the page's side: the same core as the host's, on the same metric tables, so that the display list
 * on screen is the one that is printed. An edit is laid out here, on the thread that paints: it costs its
 * paragraph (core/cache.ts), less than a message to a worker would.
 */

import { ADDRESSES } from '../../core/contract/addresses.ts';
import { Fault } from '../../core/contract/fault.ts';
import { createEngine, type Engine } from '../../core/engine/engine.ts';
import { BUILT_IN_FACES, type BuiltInFace, type FaceId, type FaceTable } from '../../core/font/face.ts';
import { decodeFaceTable } from '../../core/font/face-table.ts';
import { FontSet } from '../../core/font/font-set.ts';
import { isUserFace } from '../../core/font/user-face.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { facesOf } from '../../core/publication/faces.ts';
import { strings } from '../strings/window.ts';

const NOT_FOUND = 404;

/** Null where the host has no such face. */
const findTable = async (face: FaceId): Promise<FaceTable | null> => {
  const response = await fetch(ADDRESSES.faceTable(face));
  if (response.status === NOT_FOUND) return null;
  if (!response.ok) throw new Fault('program', strings.tableMissing(face));
  return decodeFaceTable(new Uint8Array(await response.arrayBuffer()));
};

const builtInTable = async ({ id }: BuiltInFace): Promise<FaceTable> => {
  const table = await findTable(id);
  if (!table) throw new Fault('program', strings.tableMissing(id));
  return table;
};

let builtIn: Promise<readonly FaceTable[]> | null = null;

/** Asked for while the issue itself is still on its way; asked for again where it failed. */
export const fetchBuiltInTables = (): Promise<readonly FaceTable[]> => {
  builtIn ??= Promise.all(BUILT_IN_FACES.map(builtInTable)).catch((error) => {
    builtIn = null;
    throw error;
  });
  return builtIn;
};

/** An engine with the built-in faces and those of the editor's own fonts that the issue names and the host has. */
export const engineFor = async ({ publication }: Issue): Promise<Engine> => {
  const own = facesOf(publication).filter(({ face }) => isUserFace(face));
  const tables = await Promise.all(own.map(({ face }) => findTable(face)));
  return createEngine(
    new FontSet([...(await fetchBuiltInTables()), ...tables.filter((table) => table !== null)]),
  );
};
