/** Where this installation has its faces from: what a print says of the fonts that it was set in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaceSources } from '../../core/file/printed-faces.ts';
import { packageFolder } from '../base/installation.ts';
import type { UserFonts } from './user-fonts.ts';

const versionIn = (folder: string): string | null => {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly version?: unknown;
    };
    return typeof version === 'string' ? version : null;
  } catch {
    // A packaged program may have left it out: an unknown version is said to be unknown.
    return null;
  }
};

/** @param root the installation (installation.ts); @param own the editor's own fonts */
export const faceSources = (root: string, own: UserFonts | null): FaceSources => ({
  packageVersion: (fontsource) => {
    const folder = packageFolder(`@fontsource/${fontsource}`, root);
    return folder === null ? null : versionIn(folder);
  },
  userDigest: (face) => own?.fileDigest(face) ?? null,
});
