/**
 * Arrows: the selected frame by a column or a line, the selected picture within its frame; with Shift its size. A row
 * of steps of one kind is one step to undo.
 */
import type { EditedIssue } from '../../core/issue/edit.ts';
import { type GridStep, growFrameBy, moveFrameBy, setPictureBox } from '../../core/issue/edits.ts';
import type { FrameId, GridBox, Issue } from '../../core/issue/issue.ts';
import { grownPicture, movedPicture } from '../drag/picture-targets.ts';
import { edit } from '../state/edit-issue.ts';
import { frameStrings } from '../strings/pages.ts';
import type { Command } from './command.ts';
import { objectSelected } from './selected.ts';

type FrameStep = (issue: Issue, frame: FrameId, by: GridStep) => EditedIssue;
type PictureStep = (issue: Issue, frame: FrameId, index: number, by: GridStep) => GridBox;

/** A change by columns and lines of the selected frame, or of the selected picture in it. */
const stepper =
  (group: string, ofFrame: FrameStep, ofPicture: PictureStep) =>
  (by: GridStep): void => {
    const target = objectSelected();
    if (!target) return;
    const { frame, picture } = target;
    edit(
      (issue) =>
        picture === null
          ? ofFrame(issue, frame.id, by)
          : setPictureBox(issue, frame.id, picture, ofPicture(issue, frame.id, picture, by)),
      `${group} ${frame.id} ${picture}`,
    );
  };

const move = stepper('move', moveFrameBy, movedPicture);
const grow = stepper('grow', growFrameBy, grownPicture);

const step = (id: string, label: string, keys: string, run: () => void): Command => ({
  id,
  label: () => label,
  keys: [keys],
  enabled: () => objectSelected() !== null,
  run,
});

export const stepCommands: readonly Command[] = [
  step('move-left', frameStrings.moveLeft, 'ArrowLeft', () => move({ columns: -1, lines: 0 })),
  step('move-right', frameStrings.moveRight, 'ArrowRight', () => move({ columns: 1, lines: 0 })),
  step('move-up', frameStrings.moveUp, 'ArrowUp', () => move({ columns: 0, lines: -1 })),
  step('move-down', frameStrings.moveDown, 'ArrowDown', () => move({ columns: 0, lines: 1 })),
  step('narrower', frameStrings.narrower, 'Shift+ArrowLeft', () => grow({ columns: -1, lines: 0 })),
  step('wider', frameStrings.wider, 'Shift+ArrowRight', () => grow({ columns: 1, lines: 0 })),
  step('shorter', frameStrings.shorter, 'Shift+ArrowUp', () => grow({ columns: 0, lines: -1 })),
  step('taller', frameStrings.taller, 'Shift+ArrowDown', () => grow({ columns: 0, lines: 1 })),
];
