/** Who has the file to edit, in words. */
import type { IssueLock } from '../../core/contract/ipc.ts';
import { lockStrings as said } from '../strings/archive.ts';
import { clockTime } from './clock-time.ts';

export const lockSentence = ({ who, since }: IssueLock): string =>
  said.readOnly(who, since === null ? null : clockTime(Date.parse(since), Date.now()));
