/**
 * Arrows: the selected frame by a column or a line, the selected picture within its frame; with Shift its size. A row
 * of steps of one kind is one step to undo.
 */
import { type GridStep, growFrameBy, moveFrameBy, setPictureBox } from '../../core/issue/edits.ts';
import { grownPicture, movedPicture } from '../drag/picture-targets.ts';
import { edit } from '../state/edit-issue.ts';
import { frameStrings } from '../strings.ts';
import type { Command } from './command.ts';
import { objectSelected } from './selected.ts';

const move = (by: GridStep): void => {
  const target = objectSelected();
  if (!target) return;
  const { frame, picture } = target;
  edit(
    (issue) =>
      picture === null
        ? moveFrameBy(issue, frame.id, by)
        : setPictureBox(issue, frame.id, picture, movedPicture(issue, frame.id, picture, by)),
    `move ${frame.id} ${picture}`,
  );
};

const grow = (by: GridStep): void => {
  const target = objectSelected();
  if (!target) return;
  const { frame, picture } = target;
  edit(
    (issue) =>
      picture === null
        ? growFrameBy(issue, frame.id, by)
        : setPictureBox(issue, frame.id, picture, grownPicture(issue, frame.id, picture, by)),
    `grow ${frame.id} ${picture}`,
  );
};

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
