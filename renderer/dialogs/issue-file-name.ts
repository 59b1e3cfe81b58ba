/**
 * The name of an issue's file in the archive folder: what is proposed, and what an editor is told at once of a name
 * that cannot be used. The host checks again, by the whole of its rules. Pure.
 */
import type { MastheadFacts } from '../../core/issue/issue.ts';
import { dialogStrings } from '../strings.ts';

const said = dialogStrings.saveAs;
const EXTENSION = '.zuban';

/** e.g. `2020/2020-03-15 第9期 总第636期.zuban`; what is not known is left out. A copy says that it is one. */
export const proposedFileName = ({ date, number, totalNumber }: MastheadFacts, isCopy = false): string => {
  const parts = [
    date,
    number === null ? null : `第${number}期`,
    totalNumber === null ? null : `总第${totalNumber}期`,
  ].filter((part) => part !== null);
  const folder = date === null ? '' : `${date.slice(0, 4)}/`;
  const name = parts.length === 0 ? said.unnamed : parts.join(' ');
  return `${folder}${name}${isCopy ? said.copy : ''}${EXTENSION}`;
};

/** With the extension that the host adds. */
export const wholeName = (name: string): string =>
  name.toLowerCase().endsWith(EXTENSION) ? name : `${name}${EXTENSION}`;

/** What is wrong with the name; null for nothing. `taken`: names in the archive, without the issue's own. */
export const fileNameFault = (name: string, taken: readonly string[]): string | null => {
  const asked = name.trim();
  if (asked === '' || asked.toLowerCase() === EXTENSION) return said.empty;
  const forbidden = /[<>:"\\|?*\u0000-\u001f\u007f]/.exec(asked)?.[0];
  if (forbidden !== undefined) return said.forbidden(forbidden);
  if (asked.split('/').some((part) => part === '' || part === '.' || part === '..')) return said.badFolder;
  // Windows and macOS tell no two names apart by capitals alone.
  const folded = wholeName(asked).toLowerCase();
  return taken.some((other) => other.toLowerCase() === folded) ? said.taken : null;
};
