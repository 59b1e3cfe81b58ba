/** An edit that a typed text may not mean: it is made, or answered with a sentence for the editor. */
import type { EditedIssue } from '../../core/issue/edit.ts';
import type { Issue } from '../../core/issue/issue.ts';
import type { FieldFault } from '../../core/issue/page-field-edits.ts';
import { edit, showProvisional } from '../state/edit-issue.ts';

/** Null where what the edit is about is gone. */
export type MakeAttempt = (issue: Issue) => EditedIssue | FieldFault | null;

/** Makes the edit. Answers why it was not made; null where it was, or changed nothing. */
export const attempt = (make: MakeAttempt, group: string | null = null): string | null => {
  let fault: string | null = null;
  edit((issue) => {
    const made = make(issue);
    if (made === null || !('fault' in made)) return made;
    fault = made.fault;
    return null;
  }, group);
  return fault;
};

/** Shows the issue as the edit would make it, or as it is where it would make none. */
export const attemptProvisionally = (make: MakeAttempt): void =>
  showProvisional((issue) => {
    const made = make(issue);
    return made !== null && 'fault' in made ? null : made;
  });
