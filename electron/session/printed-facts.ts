/** What a page is told of the versions and the printings that its file holds. */
import type { PrintedFacts, PrintFacts, VersionFacts } from '../../core/contract/version-channels.ts';
import { ENGINE_VERSION } from '../../core/engine-version.ts';
import type { Print, Version } from '../../core/file/issue-file.ts';
import { type PrintedState, printedState } from '../../core/file/printed-issue.ts';
import { stateHash } from '../base/state-hash.ts';
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

/** An issue that was never printed costs no hash. */
export const stateOfDesk = (desk: Desk): PrintedState =>
  desk.besides.prints.length === 0
    ? { kind: 'never-printed' }
    : printedState(fileOf(desk), stateHash(desk.issue), ENGINE_VERSION);

export const printedFacts = (desk: Desk): PrintedFacts => {
  const state = stateOfDesk(desk);
  return state.kind === 'never-printed'
    ? state
    : { kind: state.kind, print: printFacts(state.print), sameEngine: state.sameEngine };
};
