/**
 * Where the index of an archive stands: in the archive's own `.zuban` folder, which moves with it; where that cannot
 * be written, or is on a share of the network (a database over SMB is slow, and its locks are not to be
 * trusted), in the user's folder for caches, under a name made of the archive's path.
 */
import { createHash } from 'node:crypto';
import { access, constants, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const FOLDER = '.zuban';
const INDEX = 'index.db';

/** Magic numbers of Linux's statfs(2): NFS, SMB, CIFS, SMB2, 9P, AFS, FUSE (sshfs and the like). */
const NETWORK_TYPES = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x65735546]);

export const isOnNetwork = async (folder: string): Promise<boolean> => {
  if (/^[\\/]{2}[^\\/]/.test(folder)) return true;
  if (process.platform !== 'linux') return false;
  const { type } = await statfs(folder);
  return NETWORK_TYPES.has(type >>> 0);
};

/** The user's folder for what can be made again, by each system's custom. */
const cacheFolder = (): string => {
  if (process.env.ZUBAN_CACHE) return process.env.ZUBAN_CACHE;
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'zuban');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'zuban');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zuban');
};

const canWrite = async (folder: string): Promise<boolean> => {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    await writeFile(probe, '');
    await rm(probe, { force: true });
    return true;
  } catch {
    return false;
  }
};

/** The index's path; its folder is there. Throws the system's error where there is no archive folder. */
export const indexPlace = async (archive: string): Promise<string> => {
  await access(archive);
  const own = join(archive, FOLDER);
  if (!(await isOnNetwork(archive)) && (await canWrite(own))) return join(own, INDEX);
  const name = createHash('sha256').update(archive).digest('hex').slice(0, 16);
  const cache = join(cacheFolder(), `archive-${name}`);
  await mkdir(cache, { recursive: true });
  return join(cache, INDEX);
};
