/**
 * Every edit of an issue, from one door: `edit(issue, …) → { issue, patches, inverse, name }`. All are pure; they
 * throw on a programmer's error and leave editorial faults to the checks. What undoes them is history.ts.
 */
export { applyPatches, type EditedIssue, type IssuePatch, inTurn } from './edit.ts';
export * from './frame-edits.ts';
export * from './frame-style-edits.ts';
export * from './issue-edits.ts';
export * from './picture-edits.ts';
export * from './story-edits.ts';
