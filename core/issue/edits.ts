/**
 * Every edit of an issue, from one door: `edit(issue, …) → { issue, patches, inverse, name }`. All are pure; they
 * throw on a programmer's error and leave editorial faults to the checks. With them, what is asked of an issue
 * before an edit: free space, threads, new ids. What undoes them is history.ts.
 */
export { applyPatches, type EditedIssue, type IssuePatch, inTurn } from './edit.ts';
export * from './find-text.ts';
export * from './frame-edits.ts';
export * from './frame-steps.ts';
export * from './frame-style-edits.ts';
export * from './free-space.ts';
export * from './import-notes.ts';
export * from './issue-edits.ts';
export * from './masthead-edits.ts';
export * from './new-ids.ts';
export * from './page-field-edits.ts';
export * from './picture-edits.ts';
export * from './story-edits.ts';
export * from './style-edits.ts';
export * from './text-edits.ts';
export * from './text-steps.ts';
export * from './thread-edits.ts';
