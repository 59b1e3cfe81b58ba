/** 转版: an overset frame goes on on another page in one step; the jump is followed, and undone whole. */

import { inTurn } from '../../core/issue/edit.ts';
import { addPage, cutJump, frameAt, otherEnd } from '../../core/issue/edits.ts';
import { EMPTY_STAFF, type FrameId, type Issue } from '../../core/issue/issue.ts';
import { boxRect } from '../../core/makeup/column-grid.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { openDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { select } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { frameStrings } from '../strings/pages.ts';
import type { Command } from './command.ts';
import { frameSelected } from './selected.ts';

/** Lines that the story of the selected frame has left over. */
const leftOver = (): number => {
  const target = frameSelected();
  if (!target) return 0;
  return target.open.layout.pages
    .flatMap((page) => page.frames)
    .filter((frame) => frame.story === target.frame.story)
    .reduce((sum, frame) => sum + frame.overset, 0);
};

/** Goes to a frame: its page, with the frame in sight, and selects it. */
export const goToFrame = (id: FrameId): void => {
  const open = openDesk();
  if (!open) return;
  const { page, frame } = frameAt(open.issue, id);
  const rect = boxRect(formatOf(open.issue.publication, open.issue.format), frame.box);
  useView.getState().goTo(page, { x: rect.x, y: rect.y });
  select({ kind: 'frame', frame: id });
};

/** 转版 to a page of the issue (index), or to a new one behind the last. */
export const jumpTo = (page: number | 'new'): void => {
  const target = frameSelected();
  if (!target) return;
  const { open, frame } = target;
  const goal = page === 'new' ? open.issue.pages.length : page;
  const withPage = (issue: Issue) =>
    page === 'new' ? addPage(issue, { name: '', staff: EMPTY_STAFF, frames: [] }) : null;
  const made = edit((issue) => {
    const added = withPage(issue);
    const from = added ? added.issue : issue;
    const jump = open.engine.placing(from).jumpFrame(frame.id, goal);
    if (!jump) return null;
    return added ? inTurn(issue, jump.name, [() => added, () => jump]) : jump;
  });
  if (!made) useView.getState().say(frameStrings.noRoomOnPage(goal + 1), 'fault');
};

const otherFrame = (): FrameId | null => {
  const target = frameSelected();
  if (!target) return null;
  return otherEnd(target.issue, target.frame.id, 'to') ?? otherEnd(target.issue, target.frame.id, 'from');
};

export const jumpCommands = {
  jump: {
    id: 'jump',
    label: () => frameStrings.jumpTo,
    enabled: () => leftOver() > 0,
    submenu: () => {
      const target = frameSelected();
      const pages = target?.issue.pages ?? [];
      return [
        ...pages.flatMap(({ name }, page): Command[] =>
          page === target?.page
            ? []
            : [
                {
                  id: `jump-${page}`,
                  label: () => frameStrings.jumpToPage(page + 1, name),
                  run: () => jumpTo(page),
                },
              ],
        ),
        { id: 'jump-new', label: () => frameStrings.jumpToNewPage, run: () => jumpTo('new') },
      ];
    },
    run: () => undefined,
  },
  cutJump: {
    id: 'cut-jump',
    label: () => frameStrings.cutJump,
    enabled: () => otherFrame() !== null,
    run: () => {
      const target = frameSelected();
      if (target) edit((issue) => cutJump(issue, target.frame.id));
    },
  },
  otherEnd: {
    id: 'other-end',
    label: () => frameStrings.otherEnd,
    keys: ['Mod+J'],
    enabled: () => otherFrame() !== null,
    run: () => {
      const other = otherFrame();
      if (other !== null) goToFrame(other);
    },
  },
} as const satisfies Record<string, Command>;
