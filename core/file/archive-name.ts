/**
 * Names of issue files in the archive folder: which are allowed, which an issue gets by itself, and what one says.
 * A name must do on every system that the folder may be copied to, so Windows' rules hold everywhere. Pure.
 */
import { type IsoDate, parseDate } from '../calendar/lunar-date.ts';
import type { MastheadFacts } from '../issue/issue.ts';

/** An issue file in the archive folder, by its name; null where the name does not say. */
export interface NamedIssue {
  /** Relative to the archive folder, with `/`. */
  readonly file: string;
  readonly date: IsoDate | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
}

export const ISSUE_EXTENSION = '.zuban';

const FORBIDDEN = /[<>:"\\|?*\u0000-\u001f\u007f]/;
/** Devices of Windows, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
/** Bytes in UTF-8: file systems take 255, of which the name beside it while writing needs some. */
const LONGEST_PART = 200;
const MOST_PARTS = 6;

const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

const partFault = (part: string): string | null => {
  if (part === '' || part === '.' || part === '..') return '文件夹写得不对，不能有空的一段或“..”';
  const forbidden = FORBIDDEN.exec(part)?.[0];
  if (forbidden !== undefined)
    return /[\u0000-\u001f\u007f]/.test(forbidden)
      ? '文件名里有控制字符'
      : `文件名里不能有“${forbidden}”，Windows 不允许`;
  if (DEVICE.test(part)) return `“${part}”是 Windows 的设备名，不能用作文件名`;
  if (part.startsWith('.') || /[. ]$/.test(part) || part.startsWith(' '))
    return '文件名不能以点或空格开头、结尾';
  if (utf8Length(part) > LONGEST_PART) return '文件名过长';
  return null;
};

/** With `.zuban`, as the file is called. */
export const wholeName = (asked: string): string =>
  asked.toLowerCase().endsWith(ISSUE_EXTENSION) ? asked : `${asked}${ISSUE_EXTENSION}`;

/** Why a path within the archive folder, with `/`, cannot be an issue's; null where it can. */
export const archiveNameFault = (asked: string): string | null => {
  const name = wholeName(asked);
  if (name.toLowerCase() === ISSUE_EXTENSION) return '没有写名字';
  if (/^([/\\]|[A-Za-z]:)/.test(name)) return '它要写归档文件夹里的位置，不能是完整路径';
  const parts = name.split('/');
  if (parts.length > MOST_PARTS) return `文件夹最多${MOST_PARTS - 1}层`;
  for (const part of parts) {
    const fault = partFault(part);
    if (fault !== null) return fault;
  }
  return null;
};

/** e.g. `2026/2026-11-20 第43期 总第958期.zuban`; what is not known is left out. */
export const issueFileName = ({ date, number, totalNumber }: MastheadFacts): string => {
  const parts = [
    date,
    number === null ? null : `第${number}期`,
    totalNumber === null ? null : `总第${totalNumber}期`,
  ].filter((part) => part !== null);
  const folder = date === null ? '' : `${date.slice(0, 4)}/`;
  return `${folder}${parts.length === 0 ? '未命名' : parts.join(' ')}${ISSUE_EXTENSION}`;
};

/** What the file's name says; null for what it does not. */
export const factsOfName = (file: string): NamedIssue => {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const date = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(name)?.[0] ?? null;
  const count = (pattern: RegExp): number | null => {
    const digits = pattern.exec(name)?.[1];
    const value = digits === undefined ? 0 : Number(digits);
    return value >= 1 && value <= 1_000_000 ? value : null;
  };
  return {
    file,
    date: date !== null && parseDate(date) ? date : null,
    number: count(/(?<!总)第(\d{1,7})期/),
    totalNumber: count(/总第(\d{1,7})期/),
  };
};
