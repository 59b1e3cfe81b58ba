/** What a journal is given: the host's copy as it needs it, the disk, and who writes. */
import type { Disk } from './disk.ts';
import type { JournalPace } from './journal-pace.ts';
import type { PictureSource } from './journal-pictures.ts';
import type { JournalBegin } from './journal-record.ts';
import type { Editor } from './lock.ts';

/** Which work a journal has, and the how manyeth of its journals it is: a kill can leave two of the same. */
export type Stretch = Pick<JournalBegin, 'work' | 'turn'>;

/** The host's copy as the journal needs it, asked whenever a journal begins. */
export interface JournalSource extends PictureSource {
  readonly file: string | null;
  readonly fileName: string;
  readonly base: string | null;
  /** A damaged file whose versions and prints go with this work; null for none. */
  readonly besidesFrom: string | null;
  readonly revision: number;
}

export interface JournalServices {
  readonly disk: Disk;
  readonly editor: Editor;
  readonly pace: JournalPace;
  /** Where journals beside files are noted (begun-journals.ts); null: nowhere. */
  readonly unsaved: string | null;
  readonly source: () => JournalSource;
  /** Whether the issue file is still as it was read or written. */
  readonly fileHolds: () => Promise<boolean>;
}
