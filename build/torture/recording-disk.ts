/**
 * A disk in memory that remembers every operation, and what of it had been made durable. `replay` makes a fresh disk
 * as a power cut after the first `count` operations could have left it. What a disk may do with what was not
 * flushed is not known, so each prefix is replayed in several ways: names as they were or as last synced, contents
 * whole, as last synced, or with half of the last unflushed write.
 *
 * A file's content becomes durable by its own sync, its name by the sync of its folder: the strictest reading.
 * Folders are durable at once (node's disk syncs the one above, disk.ts).
 */
import { dirname } from 'node:path/posix';
import { type Disk, type FileFacts, TooLarge, type WrittenFile } from '../../electron/files/disk.ts';

type Operation =
  | { readonly kind: 'create'; readonly file: number; readonly path: string }
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'sync'; readonly file: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'sync-folder'; readonly path: string };

export interface PowerCut {
  readonly names: 'synced' | 'all';
  readonly contents: 'synced' | 'torn' | 'all';
}

export const POWER_CUTS: readonly PowerCut[] = (['synced', 'all'] as const).flatMap((names) =>
  (['synced', 'torn', 'all'] as const).map((contents) => ({ names, contents })),
);

const fault = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });

interface Content {
  bytes: Uint8Array;
  synced: Uint8Array;
  lastWrite: { readonly at: number; readonly bytes: Uint8Array } | null;
  modified: number;
}

const written = (bytes: Uint8Array, at: number, more: Uint8Array): Uint8Array => {
  const next = new Uint8Array(Math.max(bytes.length, at + more.length));
  next.set(bytes);
  next.set(more, at);
  return next;
};

/** Files by number, and which number each name has. */
class Volume {
  readonly contents = new Map<number, Content>();
  readonly names = new Map<string, number>();
  readonly syncedNames = new Map<string, number>();
  readonly folders = new Set<string>(['/']);
  /** Of its own, so that times are the same at each run. */
  clock = 1_000;

  apply(operation: Operation): void {
    switch (operation.kind) {
      case 'create':
        this.contents.set(operation.file, {
          bytes: new Uint8Array(0),
          synced: new Uint8Array(0),
          lastWrite: null,
          modified: ++this.clock,
        });
        this.names.set(operation.path, operation.file);
        break;
      case 'write': {
        const content = this.contents.get(operation.file)!;
        content.bytes = written(content.bytes, operation.at, operation.bytes);
        content.lastWrite = operation;
        content.modified = ++this.clock;
        break;
      }
      case 'sync': {
        const content = this.contents.get(operation.file)!;
        content.synced = content.bytes;
        content.lastWrite = null;
        break;
      }
      case 'rename': {
        const file = this.names.get(operation.from)!;
        if (this.names.get(operation.to) === file) break;
        this.names.set(operation.to, file);
        this.names.delete(operation.from);
        break;
      }
      case 'link':
        this.names.set(operation.to, this.names.get(operation.from)!);
        break;
      case 'remove':
        this.names.delete(operation.path);
        break;
      case 'folder':
        for (let path = operation.path; path !== '/'; path = dirname(path)) this.folders.add(path);
        break;
      case 'sync-folder':
        for (const path of [...this.syncedNames.keys()])
          if (dirname(path) === operation.path) this.syncedNames.delete(path);
        for (const [path, file] of this.names)
          if (dirname(path) === operation.path) this.syncedNames.set(path, file);
        break;
    }
  }
}

export class RecordingDisk implements Disk {
  private readonly volume = new Volume();
  private readonly operations: Operation[] = [];
  private files = 0;

  /** Operations that changed something, so far. */
  get count(): number {
    return this.operations.length;
  }

  /** How many of each kind. */
  get counts(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { kind } of this.operations) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  get paths(): readonly string[] {
    return [...this.volume.names.keys()].sort();
  }

  private run(operation: Operation): void {
    this.volume.apply(operation);
    this.operations.push(operation);
  }

  /** The disk after a power cut behind the first `count` operations. */
  replay(count: number, { names, contents }: PowerCut): RecordingDisk {
    const before = new Volume();
    for (const operation of this.operations.slice(0, count)) before.apply(operation);
    const after = new RecordingDisk();
    after.files = this.files;
    for (const folder of before.folders) after.volume.folders.add(folder);
    for (const [path, file] of names === 'all' ? before.names : before.syncedNames) {
      const { bytes, synced, lastWrite, modified } = before.contents.get(file)!;
      const half = lastWrite?.bytes.subarray(0, lastWrite.bytes.length >> 1);
      const torn = lastWrite && half ? written(bytes.slice(0, lastWrite.at), lastWrite.at, half) : bytes;
      const left = contents === 'all' ? bytes : contents === 'synced' ? synced : torn;
      after.volume.names.set(path, file);
      after.volume.syncedNames.set(path, file);
      after.volume.contents.set(file, { bytes: left, synced: left, lastWrite: null, modified });
    }
    after.volume.clock = before.clock + 1_000_000;
    return after;
  }

  private contentOf(path: string): Content {
    const file = this.volume.names.get(path);
    const content = file === undefined ? undefined : this.volume.contents.get(file);
    if (!content) throw fault(this.volume.folders.has(path) ? 'EISDIR' : 'ENOENT', path);
    return content;
  }

  async read(path: string, most: number): Promise<Uint8Array> {
    const { bytes } = this.contentOf(path);
    if (bytes.length > most) throw new TooLarge(bytes.length);
    return bytes.slice();
  }

  async readPart(path: string, from: number, length: number): Promise<Uint8Array> {
    return this.contentOf(path).bytes.slice(from, from + length);
  }

  private factsOf(file: number): FileFacts {
    const { bytes, modified } = this.volume.contents.get(file)!;
    return { kind: 'file', size: bytes.length, modified, id: String(file) };
  }

  async facts(path: string): Promise<FileFacts | null> {
    const file = this.volume.names.get(path);
    if (file !== undefined) return this.factsOf(file);
    return this.volume.folders.has(path) ? { kind: 'folder', size: 0, modified: 0, id: path } : null;
  }

  async list(folder: string): Promise<readonly string[]> {
    const all = [...this.volume.names.keys(), ...this.volume.folders];
    return all
      .filter((path) => path !== '/' && dirname(path) === folder)
      .map((path) => path.slice(path.lastIndexOf('/') + 1));
  }

  async folders(folder: string): Promise<readonly string[]> {
    return [...this.volume.folders]
      .filter((path) => path !== '/' && dirname(path) === folder)
      .map((path) => path.slice(path.lastIndexOf('/') + 1));
  }

  async target(path: string): Promise<string> {
    return path;
  }

  async create(path: string): Promise<WrittenFile> {
    if (this.volume.names.has(path)) throw fault('EEXIST', path);
    if (!this.volume.folders.has(dirname(path))) throw fault('ENOENT', path);
    const file = ++this.files;
    this.run({ kind: 'create', file, path });
    let end = 0;
    return {
      append: async (bytes) => {
        this.run({ kind: 'write', file, at: end, bytes: bytes.slice() });
        end += bytes.length;
      },
      overwrite: async (bytes) => this.run({ kind: 'write', file, at: 0, bytes: bytes.slice() }),
      sync: async () => this.run({ kind: 'sync', file }),
      facts: async () => this.factsOf(file),
      close: async () => undefined,
    };
  }

  async makeFolder(path: string): Promise<void> {
    if (!this.volume.folders.has(path)) this.run({ kind: 'folder', path });
  }

  async rename(from: string, to: string): Promise<void> {
    this.contentOf(from);
    this.run({ kind: 'rename', from, to });
  }

  async link(from: string, to: string): Promise<void> {
    this.contentOf(from);
    if (this.volume.names.has(to)) throw fault('EEXIST', to);
    this.run({ kind: 'link', from, to });
  }

  async remove(path: string): Promise<void> {
    if (this.volume.names.has(path)) this.run({ kind: 'remove', path });
  }

  async removeFolder(path: string): Promise<void> {
    if ((await this.list(path)).length === 0) this.volume.folders.delete(path);
  }

  async syncFolder(path: string): Promise<void> {
    this.run({ kind: 'sync-folder', path });
  }
}
