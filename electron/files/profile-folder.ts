/**
 * Where this user's own work waits that belongs to no file yet: the journals of issues never saved, and of issues
 * whose folder cannot be written or is away. ZUBAN_PROFILE names another folder.
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const usualProfile = (): string => {
  const home = homedir();
  if (process.platform === 'win32')
    return join(process.env.APPDATA || join(home, 'AppData', 'Roaming'), 'zuban');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'zuban');
  return join(process.env.XDG_DATA_HOME || join(home, '.local', 'share'), 'zuban');
};

/**
 * The folder of unsaved work. An archive that was named stands for a house of its own: its work waits in it, in a
 * folder that lists hide. The usual archive is made by the first save only, so its work waits with the user's data.
 */
export const unsavedFolder = (named: { readonly profile?: string; readonly archive?: string }): string => {
  const profile = named.profile ?? (process.env.ZUBAN_PROFILE || undefined);
  if (profile !== undefined) return join(resolve(profile), 'unsaved');
  if (named.archive !== undefined) return join(resolve(named.archive), '.zuban', 'unsaved');
  return join(usualProfile(), 'unsaved');
};

/**
 * Where the work of a house goes whose archive is away while it is open, and its folder of unsaved work with it. Null
 * where that folder is the user's own.
 */
export const awayFolder = (named: {
  readonly profile?: string;
  readonly archive?: string;
}): string | null => {
  const profile = named.profile ?? (process.env.ZUBAN_PROFILE || undefined);
  return profile !== undefined || named.archive === undefined ? null : join(usualProfile(), 'away');
};
