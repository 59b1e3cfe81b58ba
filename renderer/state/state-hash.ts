/** SHA-256 of the issue's canonical JSON, hexadecimal: what both sides compare at every save and export. */
import { canonicalJson } from '../../core/file/canonical-json.ts';
import type { Issue } from '../../core/issue/issue.ts';

export const stateHash = async (issue: Issue): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(issue)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
