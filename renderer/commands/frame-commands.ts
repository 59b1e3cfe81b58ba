/** 版位: the menu of the selected frame, as the menu bar and its context menu show it. */
import type { Command } from './command.ts';
import { jumpCommands as jump } from './jump-commands.ts';
import { lookCommands } from './look-commands.ts';
import { pictureCommands as picture } from './picture-commands.ts';
import { placeCommands as place } from './place-commands.ts';
import { stepCommands } from './step-commands.ts';

export const FRAME_GROUPS: readonly (readonly Command[])[] = [
  [jump.jump, jump.cutJump, jump.otherEnd],
  [place.fitToText, place.moveToPage, place.swap],
  [picture.putPicture, picture.nextPicture],
  lookCommands,
  [place.unplace, place.remove],
];

/** The arrows: too many for the context menu. */
export const FRAME_STEPS: readonly Command[] = stepCommands;
