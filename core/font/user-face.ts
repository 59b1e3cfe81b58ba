/**
 * The identifier of a face from an editor's own font file: `user:<PostScript name>-<16 hex digits>`. The digits
 * are of the file's own bytes, so a page that was made up with one version of a font never takes another for it;
 * the name is there for people. ASCII, and safe in an address.
 */
import type { FaceId } from './face.ts';

const USER_FACE = /^user:([A-Za-z0-9._-]{1,63})-([0-9a-f]{16})$/;

/** @param digest lower-case hexadecimal, 16 digits at least */
export const userFaceId = (postScriptName: string, digest: string): FaceId => {
  const name = postScriptName.replace(/[^A-Za-z0-9._-]/g, '').slice(0, 63);
  return `user:${name === '' ? 'font' : name}-${digest.slice(0, 16)}`;
};

/** The PostScript name in a user face's identifier; null where the identifier is no user face's. */
export const userFaceName = (id: FaceId): string | null => USER_FACE.exec(id)?.[1] ?? null;

export const isUserFace = (id: FaceId): boolean => USER_FACE.test(id);

/** Faces asked for a character that an editor's own font lacks: such fonts set headlines, so the heaviest 宋. */
export const USER_FALLBACK: readonly FaceId[] = ['serif-900', 'kai'];

/** What sets text whose face is not on this machine: a headline's face for an editor's own font, else body type. */
export const standInFor = (id: FaceId): FaceId => (id.startsWith('user:') ? 'serif-900' : 'serif-400');
