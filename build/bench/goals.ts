/**
 * The speeds to reach and what Chromium took beside them. They were measured on 17,761
 * characters and are scaled to a text's own; an edit is not, because it may not cost more in a longer issue.
 */
import type { TextId } from './bench-text.ts';

export type FigureId =
  | 'text-to-pdf'
  | 'edit-first'
  | 'edit-middle'
  | 'edit-last'
  | 'edit-alone'
  | 'fresh'
  | 'reading'
  | 'make-up'
  | 'edit-to-pdf'
  | 'new-character-to-pdf'
  | 'pdf-size'
  | 'pdf-size-one-serif'
  | 'resident'
  | 'heap-growth';

export type ReferenceId = 'fresh' | 'edit';

export interface FigureKind {
  readonly label: string;
  readonly unit: 'ms' | 'KiB' | 'MB';
  /** What Chromium does that it is held against. */
  readonly reference: ReferenceId | null;
}

export const FIGURES: Readonly<Record<FigureId, FigureKind>> = {
  'text-to-pdf': { label: 'text to PDF, whole process', unit: 'ms', reference: null },
  'edit-first': { label: 'one character edited → pages, first paragraph', unit: 'ms', reference: 'edit' },
  'edit-middle': { label: 'one character edited → pages, middle', unit: 'ms', reference: 'edit' },
  'edit-last': { label: 'one character edited → pages, last', unit: 'ms', reference: 'edit' },
  'edit-alone': { label: '  of which the edit itself', unit: 'ms', reference: null },
  fresh: { label: 'everything laid afresh, warm', unit: 'ms', reference: 'fresh' },
  reading: { label: 'manuscripts read, warm', unit: 'ms', reference: null },
  'make-up': { label: 'pages made up, warm', unit: 'ms', reference: null },
  'edit-to-pdf': { label: 'edit → new PDF bytes, warm', unit: 'ms', reference: null },
  'new-character-to-pdf': { label: '  where it brings a new character', unit: 'ms', reference: null },
  'pdf-size': { label: 'PDF size, pictures apart', unit: 'KiB', reference: null },
  'pdf-size-one-serif': { label: 'PDF size, one serif in two weights', unit: 'KiB', reference: null },
  resident: { label: 'resident memory through export', unit: 'MB', reference: null },
  'heap-growth': { label: 'heap growth over 1,000 edits', unit: 'MB', reference: null },
};

/** Characters of the table's text: 30 stories on four A3 pages. */
const TABLE_CHARACTERS = 17_761;
const COPIES = 16;

/** Milliseconds and KiB of the table. */
const TABLE = {
  textToPdf: 250,
  textToPdfSixteen: 900,
  edit: 0.2,
  editSixteen: 0.4,
  fresh: 9,
  editToPdf: 12,
  size: 473,
} as const;

/** MB. Compiled code and the collector's own make some 0.3 MB; one paragraph kept for each edit would make 20. */
const MOST_RESIDENT = 300;
const MOST_GROWTH = 1;

/** The goal of a figure on a text, or null where there is none. */
export const goalOf = (figure: FigureId, text: TextId, characters: number): number | null => {
  const scale = characters / TABLE_CHARACTERS;
  switch (figure) {
    case 'text-to-pdf':
      return text === 'sixteen' ? (TABLE.textToPdfSixteen * scale) / COPIES : TABLE.textToPdf * scale;
    case 'edit-first':
    case 'edit-middle':
    case 'edit-last':
      return text === 'sixteen' ? TABLE.editSixteen : TABLE.edit;
    case 'fresh':
      return TABLE.fresh * scale;
    case 'edit-to-pdf':
      return TABLE.editToPdf * scale;
    case 'pdf-size-one-serif':
      return text === 'sixteen' ? null : TABLE.size * scale;
    case 'resident':
      return MOST_RESIDENT;
    case 'heap-growth':
      return MOST_GROWTH;
    default:
      return null;
  }
};

/** Our share of Chromium's time that the table asks for. */
export const goalRatioOf = (figure: FigureId, text: TextId): number | null => {
  switch (FIGURES[figure].reference) {
    case 'fresh':
      return 9 / 9.2;
    case 'edit':
      return text === 'sixteen' ? 0.4 / 6.2 : 0.2 / 0.6;
    case null:
      return null;
  }
};
