/**
 * The names of a font (OpenType 1.9, "name"): Chinese ones are preferred, since that is what an editor calls it.
 * All of them are kept for finding the font by the name that somebody typed.
 *
 * Limits: Unicode names and those that old Chinese fonts keep in GBK; of Macintosh names the Latin ones.
 */
import { slice, viewOf } from './font-refusal.ts';

export interface FontNames {
  /** e.g. 方正小标宋_GBK. */
  readonly family: string;
  /** Name of this one font of the family, e.g. 思源宋体 Heavy. */
  readonly full: string;
  /** e.g. FZXBSK--GBK1-0; '' where the font gives none. */
  readonly postScript: string;
  /** Every name that it may be asked for by. */
  readonly all: readonly string[];
}

const FAMILY = 1;
const FULL = 4;
const POSTSCRIPT = 6;
const TYPOGRAPHIC_FAMILY = 16;
const KINDS: readonly number[] = [FAMILY, FULL, POSTSCRIPT, TYPOGRAPHIC_FAMILY];

const MOST_RECORDS = 4_000;
const LONGEST = 200;

interface NameRecord {
  readonly kind: number;
  readonly text: string;
  /** Lower is better. */
  readonly rank: number;
}

const PLATFORM_UNICODE = 0;
const PLATFORM_MAC = 1;
const PLATFORM_WINDOWS = 3;
/** Windows language → rank: 简体 before 繁体 before English before the others. */
const WINDOWS_RANKS: ReadonlyMap<number, number> = new Map([
  [0x0804, 0],
  [0x1004, 1],
  [0x0404, 2],
  [0x0c04, 2],
  [0x1404, 2],
  [0x0409, 4],
]);
const OTHER_LANGUAGE = 6;
const MAC_SIMPLIFIED = 33;

const decode = (bytes: Uint8Array, platform: number, encoding: number): string | null => {
  if (platform === PLATFORM_UNICODE || (platform === PLATFORM_WINDOWS && encoding !== 3)) {
    let text = '';
    for (let i = 0; i + 1 < bytes.length; i += 2)
      text += String.fromCharCode((bytes[i]! << 8) | bytes[i + 1]!);
    return text;
  }
  // GBK pads its single bytes with a zero.
  if (platform === PLATFORM_WINDOWS || encoding === 25)
    return new TextDecoder('gbk').decode(bytes.filter((value) => value !== 0));
  return encoding === 0 && bytes.every((value) => value < 0x80) ? String.fromCharCode(...bytes) : null;
};

const rankOf = (platform: number, language: number): number => {
  if (platform === PLATFORM_WINDOWS) return WINDOWS_RANKS.get(language) ?? OTHER_LANGUAGE;
  if (platform === PLATFORM_UNICODE) return 5;
  return language === MAC_SIMPLIFIED ? 1 : language === 0 ? 5 : OTHER_LANGUAGE + 1;
};

const readRecords = (table: Uint8Array): NameRecord[] => {
  const view = viewOf(table);
  const count = Math.min(view.getUint16(2), MOST_RECORDS);
  const strings = view.getUint16(4);
  const records: NameRecord[] = [];
  for (let i = 0; i < count; i++) {
    const at = 6 + 12 * i;
    const kind = view.getUint16(at + 6);
    if (!KINDS.includes(kind)) continue;
    const platform = view.getUint16(at);
    if (platform !== PLATFORM_UNICODE && platform !== PLATFORM_MAC && platform !== PLATFORM_WINDOWS) continue;
    const length = Math.min(view.getUint16(at + 8), 2 * LONGEST);
    const text = decode(
      slice(table, strings + view.getUint16(at + 10), length),
      platform,
      view.getUint16(at + 2),
    );
    // A name goes into messages and onto a terminal.
    const clean = text?.replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, '').trim() ?? '';
    if (clean !== '') records.push({ kind, text: clean, rank: rankOf(platform, view.getUint16(at + 4)) });
  }
  return records;
};

/** The names in a `name` table. */
export const readNames = (table: Uint8Array): FontNames => {
  const records = readRecords(table);
  const best = (...kinds: number[]): string => {
    let found: NameRecord | null = null;
    for (const kind of kinds)
      for (const record of records)
        if (record.kind === kind && (found === null || record.rank < found.rank)) found = record;
    return found?.text ?? '';
  };
  const postScript = best(POSTSCRIPT);
  const family = best(TYPOGRAPHIC_FAMILY, FAMILY);
  return {
    family: family === '' ? postScript : family,
    full: best(FULL) || family || postScript,
    postScript,
    all: [...new Set(records.map(({ text }) => text))],
  };
};
