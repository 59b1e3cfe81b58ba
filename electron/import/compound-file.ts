/**
 * Whether a compound file (OLE2, the container of old Word documents) may be read at all. The reader behind follows
 * chains of sectors and a tree of names wherever they lead; a damaged or hostile file leads it in circles. Here the
 * tables are gone through once: sizes within the file, no chain and no branch that meets another. Linear in the
 * file's length. Source: MS-CFB 2.1–2.6.
 */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
const DIRECTORY_ENTRY = 128;
/** Sectors listed in the header itself. */
const HEADER_SECTORS = 109;

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes.length > HEADER && SIGNATURE.every((byte, i) => bytes[i] === byte);

/** True where every chain ends and the directory is a tree. */
export const isSoundCompoundFile = (bytes: Uint8Array): boolean => {
  if (!isCompoundFile(bytes)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return false;
  if (view.getUint16(32, true) !== 6) return false;
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size) - 1;
  const word = (sector: number, at: number): number => {
    const offset = (sector + 1) * size + at * 4;
    return sector >= 0 && sector < sectors && offset + 4 <= bytes.length ? view.getInt32(offset, true) : -1;
  };

  const tableSectors = readTableSectors(view, size, sectors, word);
  if (!tableSectors) return false;
  const table = tableSectors.flatMap((sector) =>
    Array.from({ length: size / 4 }, (_, at) => word(sector, at)),
  );
  if (!chainsEnd(table)) return false;

  const shortSectors = chain(table, view.getInt32(60, true), sectors);
  const shortTable = shortSectors.flatMap((sector) =>
    Array.from({ length: size / 4 }, (_, at) => word(sector, at)),
  );
  if (!chainsEnd(shortTable)) return false;
  const directory = chain(table, view.getInt32(48, true), sectors);
  return isTree(directory, size, word);
};

/** The sectors of the allocation table; null where their list does not fit the file. */
const readTableSectors = (
  view: DataView,
  size: number,
  sectors: number,
  word: (sector: number, at: number) => number,
): readonly number[] | null => {
  const count = view.getInt32(44, true);
  if (count < 1 || count > sectors) return null;
  const list: number[] = [];
  for (let i = 0; i < Math.min(count, HEADER_SECTORS); i++) list.push(view.getInt32(76 + i * 4, true));
  const more = view.getInt32(72, true);
  if (more < 0 || more > sectors) return null;
  let next = view.getInt32(68, true);
  for (let i = 0; i < more; i++) {
    for (let at = 0; at < size / 4 - 1 && list.length < count; at++) list.push(word(next, at));
    next = word(next, size / 4 - 1);
  }
  const inFile = list.length === count && list.every((sector) => sector >= 0 && sector < sectors);
  return inFile && new Set(list).size === count ? list : null;
};

/** True where following the table from any sector ends: no sector leads back to one before it. */
const chainsEnd = (table: readonly number[]): boolean => {
  const seen = new Int32Array(table.length).fill(-1);
  for (let start = 0; start < table.length; start++) {
    for (let at = start; at >= 0 && at < table.length; at = table[at]!) {
      if (seen[at] === start) return false;
      if (seen[at]! >= 0) break;
      seen[at] = start;
    }
  }
  return true;
};

const chain = (table: readonly number[], start: number, most: number): readonly number[] => {
  const found: number[] = [];
  for (let at = start; at >= 0 && found.length <= most; at = table[at] ?? -2) found.push(at);
  return found;
};

/** True where each entry of the directory is named once at most: then what the root leads to is a tree. */
const isTree = (
  directory: readonly number[],
  size: number,
  word: (sector: number, at: number) => number,
): boolean => {
  const perSector = size / DIRECTORY_ENTRY;
  const count = directory.length * perSector;
  const named = new Set<number>([0]);
  for (let entry = 0; entry < count; entry++) {
    const sector = directory[Math.floor(entry / perSector)]!;
    const at = ((entry % perSector) * DIRECTORY_ENTRY) / 4;
    /* Byte 66 of an entry is its kind; 0 is empty. */
    if (((word(sector, at + 16) >> 16) & 0xff) === 0) continue;
    for (const link of [word(sector, at + 17), word(sector, at + 18), word(sector, at + 19)]) {
      if (link === -1) continue;
      if (link < 0 || link >= count || named.has(link)) return false;
      named.add(link);
    }
  }
  return count > 0;
};
