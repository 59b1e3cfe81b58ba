/**
 * What goes to paper: PDFs to look at, and printings 付印, which the file keeps for ever with the pages as they were
 * drawn. An issue that is as it was printed is exported as it was printed, whatever the engine would make of it now.
 */
import type { ExportPdfRequest, StatedIssue } from '../../core/contract/ipc.ts';
import type { MadePrint, PrintedFacts } from '../../core/contract/version-channels.ts';
import { roundedDisplayList } from '../../core/display/display-json.ts';
import { displayToJson } from '../../core/display/display-json.ts';
import { type Print, withPrint, withVersion } from '../../core/file/issue-file.ts';
import { InputError } from '../input-error.ts';
import { stateHash } from '../state-hash.ts';
import { checkComplete, checkStated, type Desk, fileOf } from './desk.ts';
import { printedFacts, printFacts, stateOfDesk } from './printed-facts.ts';
import type { SessionDesk } from './session-desk.ts';
import type { SessionFiles } from './session-files.ts';
import type { SessionVersions } from './session-versions.ts';

export interface MadePdf {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export class SessionPrints {
  private made: (MadePdf & { readonly desk: Desk }) | null = null;
  private current: Desk | null = null;

  constructor(
    private readonly desk: SessionDesk,
    private readonly files: SessionFiles,
    private readonly versions: SessionVersions,
  ) {}
}
