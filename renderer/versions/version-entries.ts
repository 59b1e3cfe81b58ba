/** Versions and printings in one list, the newest first; and what a moment on the file's clock is called. Pure. */

import type { ArchivedIssue } from '../../core/contract/ipc.ts';
import type { KeptVersions, PrintFacts, VersionFacts } from '../../core/contract/version-channels.ts';

export type VersionEntry =
  | { readonly kind: 'version'; readonly version: VersionFacts }
  | { readonly kind: 'print'; readonly print: PrintFacts };

const timeOf = (entry: VersionEntry): number =>
  Date.parse(entry.kind === 'version' ? entry.version.at : entry.print.at);

/** Of the same second the print stands over its version, and a later number over an earlier one. */
export const versionEntries = ({ versions, prints }: KeptVersions): readonly VersionEntry[] =>
  [
    ...versions.map((version): VersionEntry => ({ kind: 'version', version })),
    ...prints.map((print): VersionEntry => ({ kind: 'print', print })),
  ]
    .reverse()
    .sort((a, b) => timeOf(b) - timeOf(a));

/** 2026年11月20日 17:30, as the clock of the room showed it. */
export const momentName = (at: string): string => {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(at) ?? [];
  return year === undefined ? at : `${dayName(`${year}-${month}-${day}`)} ${time}`;
};

/** 2026年11月20日 of an ISO date or moment. */
export const dayName = (at: string): string => {
  const [, year, month, day] = /^(\d+)-(\d+)-(\d+)/.exec(at) ?? [];
  return year === undefined ? at : `${year}年${Number(month)}月${Number(day)}日`;
};

/** What stands before （某某的版本）: the name that both people's files have. */
const commonName = (file: string): string =>
  file.replace(/\.zuban$/i, '').replace(/（[^（）]*的版本\d*）$/, '');

/** Other files of the archive to compare with, those of the same issue first. */
export const otherFiles = (issues: readonly ArchivedIssue[], own: string | null): readonly string[] => {
  const name = own === null ? null : commonName(own);
  const files = issues.map(({ file }) => file).filter((file) => file !== own);
  const isSame = (file: string) => commonName(file) === name;
  return [...files.filter(isSame), ...files.filter((file) => !isSame(file)).reverse()];
};
