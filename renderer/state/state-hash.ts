/** SHA-256 of the issue's state (core/file/state-json.ts), hexadecimal: what both sides compare at every save and export. */
import { stateJson } from '../../core/file/state-json.ts';
import type { Issue } from '../../core/issue/issue.ts';

export const stateHash = async (issue: Issue): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(stateJson(issue)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
