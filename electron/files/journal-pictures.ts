/**
 * Pictures that go with a journal: those that the issue names and the saved file does not hold, in a folder beside the
 * journal. They are named by their content, so one that is there is whole. What was written once is looked for again:
 * the folder may be taken away, and so may the issue file that held the others.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import type { Disk } from './disk.ts';
import { pictureFolder } from './journal-place.ts';

export interface PictureSource {
  readonly issue: Issue;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
  /** Those that the saved file holds already. */
  readonly kept: ReadonlySet<PictureId>;
}

export class JournalPictures {
  /** Known to stand there, by stem. */
  private written = new Map<string, Set<PictureId>>();

  constructor(
    private readonly disk: Disk,
    /** Whether the saved file is still there as it was read or written. */
    private readonly fileHolds: () => Promise<boolean>,
  ) {}

  /** Those that are new. `again`: with a look at all that should stand there. Throws the system's error. */
  async write(
    stem: string,
    { issue, pictures, kept }: PictureSource,
    look: 'new' | 'again' = 'new',
  ): Promise<void> {
    if (issue.pictures.length === 0) return;
    if (look === 'again') await this.forgetMissing(stem);
    const written = this.written.get(stem) ?? new Set();
    const lacking = issue.pictures.filter(({ id }) => !written.has(id) && pictures.has(id));
    if (lacking.length === 0) return;
    const inFile = look === 'new' || (await this.fileHolds()) ? kept : new Set();
    const wanted = lacking.filter(({ id }) => !inFile.has(id));
    if (wanted.length === 0) return;
    const { disk } = this;
    const folder = pictureFolder(stem);
    await disk.makeFolder(folder);
    for (const { id } of wanted) {
      const path = join(folder, id);
      if ((await disk.facts(path)) !== null) continue;
      const part = `${path}.${randomUUID().slice(0, 8)}.tmp`;
      const file = await disk.create(part);
      try {
        await file.append(pictures.get(id)!);
        await file.sync();
      } finally {
        await file.close();
      }
      await disk.rename(part, path);
    }
    await disk.syncFolder(folder);
    this.written.set(stem, new Set([...written, ...wanted.map(({ id }) => id)]));
  }

  private async forgetMissing(stem: string): Promise<void> {
    const written = this.written.get(stem);
    if (!written || written.size === 0) return;
    const there = new Set(await this.disk.list(pictureFolder(stem)));
    this.written.set(stem, new Set([...written].filter((id) => there.has(id))));
  }

  clear(): void {
    this.written = new Map();
  }
}
