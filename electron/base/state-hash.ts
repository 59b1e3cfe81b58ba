/** What both sides compare at every save and export (core/contract/ipc.ts). */
import { createHash } from 'node:crypto';
import { stateJson } from '../../core/file/state-json.ts';
import type { Issue } from '../../core/issue/issue.ts';

export const stateHash = (issue: Issue): string =>
  createHash('sha256').update(stateJson(issue)).digest('hex');
