/** How the selected frame looks: box, rules between columns, re-divided columns, size and place of its headline. */
import type { EditedIssue } from '../../core/issue/edit.ts';
import {
  setColumnRule,
  setFrameBorder,
  setFrameColumns,
  setFrameHead,
  setHeadStep,
} from '../../core/issue/edits.ts';
import { widestStrip } from '../../core/issue/frame-grid.ts';
import type { Frame, Issue } from '../../core/issue/issue.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { edit } from '../state/edit-issue.ts';
import { frameStrings } from '../strings/pages.ts';
import type { Command } from './command.ts';
import { frameSelected } from './selected.ts';

/** Characters of the strip that a vertical headline is given at first. */
const STRIP = 4;

const look = (
  id: string,
  label: string,
  change: (issue: Issue, frame: Frame) => EditedIssue,
  more: Pick<Command, 'keys' | 'checked'> & {
    readonly possible?: (frame: Frame, issue: Issue) => boolean;
  } = {},
): Command => {
  const { possible, ...rest } = more;
  return {
    id,
    label: () => label,
    ...rest,
    enabled: () => {
      const target = frameSelected();
      return target !== null && (possible?.(target.frame, target.issue) ?? true);
    },
    run: () => {
      const target = frameSelected();
      if (target) edit((issue) => change(issue, target.frame));
    },
  };
};

const isIt = (test: (frame: Frame) => boolean) => () => {
  const target = frameSelected();
  return target !== null && test(target.frame);
};

const stripOf = (issue: Issue, frame: Frame): number =>
  Math.min(STRIP, widestStrip(formatOf(issue.publication, issue.format), frame.box.span));

export const lookCommands: readonly Command[] = [
  look(
    'box',
    frameStrings.box,
    (issue, frame) => setFrameBorder(issue, frame.id, frame.border === 'box' ? 'none' : 'box'),
    { keys: ['Mod+Alt+B'], checked: isIt((frame) => frame.border === 'box') },
  ),
  look(
    'column-rule',
    frameStrings.columnRule,
    (issue, frame) => setColumnRule(issue, frame.id, !frame.style.columnRule),
    { checked: isIt((frame) => frame.style.columnRule) },
  ),
  look(
    'more-columns',
    frameStrings.moreColumns,
    (issue, frame) => setFrameColumns(issue, frame.id, frame.columns + 1),
    { keys: ['Mod+Alt+ArrowRight'], possible: (frame) => frame.columns < frame.box.span * 2 },
  ),
  look(
    'fewer-columns',
    frameStrings.fewerColumns,
    (issue, frame) => setFrameColumns(issue, frame.id, frame.columns - 1),
    { keys: ['Mod+Alt+ArrowLeft'], possible: (frame) => frame.columns > 1 },
  ),
  look(
    'bigger-head',
    frameStrings.biggerHead,
    (issue, frame) => setHeadStep(issue, frame.id, frame.style.headStep + 1),
    { keys: ['Mod+Shift+.'], possible: (frame) => frame.style.headStep < 12 },
  ),
  look(
    'smaller-head',
    frameStrings.smallerHead,
    (issue, frame) => setHeadStep(issue, frame.id, frame.style.headStep - 1),
    { keys: ['Mod+Shift+,'], possible: (frame) => frame.style.headStep > -12 },
  ),
  look(
    'vertical-head',
    frameStrings.verticalHead,
    (issue, frame) =>
      setFrameHead(
        issue,
        frame.id,
        frame.style.head.place === 'vertical'
          ? { place: 'above' }
          : { place: 'vertical', side: 'right', chars: stripOf(issue, frame) },
      ),
    {
      checked: isIt((frame) => frame.style.head.place === 'vertical'),
      possible: (frame, issue) => frame.style.head.place === 'vertical' || stripOf(issue, frame) >= 1,
    },
  ),
];
