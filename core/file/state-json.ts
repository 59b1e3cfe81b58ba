/**
 * What the hash of an issue's state is made of: its canonical JSON, without the fields that came to the schema later
 * where they are empty. So the hashes that old prints and journals hold stay those of their issues. Pure.
 */
import type { Issue } from '../issue/issue.ts';
import { canonicalJson } from './canonical-json.ts';

export const stateJson = ({ importNotes, ...issue }: Issue): string =>
  canonicalJson(importNotes.length === 0 ? issue : { ...issue, importNotes });
