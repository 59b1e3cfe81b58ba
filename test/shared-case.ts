import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The path of a case among those shared beside the repository, or null where they are absent: its test is skipped. */
export const sharedCase = (name: string): string | null => {
  const path = fileURLToPath(new URL(`../../shared/cases/${name}`, import.meta.url));
  return existsSync(path) ? path : null;
};
