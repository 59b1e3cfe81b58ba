/** What a page is told of the versions and the printings that its file holds. */

import type { PrintedFacts, PrintFacts, VersionFacts } from '../../core/contract/version-channels.ts';
import type { Print, Version } from '../../core/file/issue-file.ts';
import type { PrintedState } from '../../core/file/printed-issue.ts';
import { stateOfFile } from '../files/pages-to-show.ts';
import { type Desk, fileOf } from './desk.ts';

export const versionFacts = ({ number, name, note, at, by, engine }: Version): VersionFacts => ({
  number,
  name,
  note,
  at,
  by,
  engine,
});

export const printFacts = ({ number, at, by, engine, displayList, pdf }: Print): PrintFacts => ({
  number,
  at,
  by,
  engine,
  hasPages: displayList !== null,
  hasPdf: pdf !== null,
});

export const stateOfDesk = (desk: Desk): PrintedState => stateOfFile(fileOf(desk));

export const printedFacts = (desk: Desk): PrintedFacts => {
  const state = stateOfDesk(desk);
  return state.kind === 'never-printed'
    ? state
    : { kind: state.kind, print: printFacts(state.print), sameEngine: state.sameEngine };
};
