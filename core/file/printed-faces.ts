/**
 * The faces that a printed page was set in, exactly enough to find them again: for the program's own the package and
 * its version, for an editor's own font the digest of its file. Pure: versions and digests are the host's to know.
 */
import type { DisplayList } from '../display/display-list.ts';
import { BUILT_IN_FACES, type FaceId } from '../font/face.ts';
import { userFaceName } from '../font/user-face.ts';
import type { PrintedFace } from './issue-file.ts';

export interface FaceSources {
  /** Version of a package under `@fontsource/`, e.g. of `noto-serif-sc`; null where it is not known. */
  readonly packageVersion: (fontsource: string) => string | null;
  /** SHA-256 in hex of an editor's own font file; null where it is not on this machine. */
  readonly userDigest: (face: FaceId) => string | null;
}

/** Sorted by face; every face once, those of joined dashes too: their strokes came from it. */
export const printedFaces = ({ pages }: DisplayList, sources: FaceSources): readonly PrintedFace[] => {
  const used = new Set<FaceId>();
  for (const { items } of pages)
    for (const item of items) if (item.kind === 'glyphs' || item.kind === 'dash') used.add(item.face);
  return [...used].sort().map((face): PrintedFace => {
    const own = BUILT_IN_FACES.find(({ id }) => id === face);
    if (!own)
      return {
        face,
        name: userFaceName(face) ?? face,
        package: null,
        version: null,
        sha256: sources.userDigest(face),
      };
    const { postScriptName, fontsource } = own;
    const version = sources.packageVersion(fontsource);
    return { face, name: postScriptName, package: `@fontsource/${fontsource}`, version, sha256: null };
  });
};
