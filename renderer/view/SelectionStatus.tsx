/** What is selected, said to screen readers when it changes. */
import { assertNever } from '../../core/assert-never.ts';
import type { FrameId } from '../../core/issue/issue.ts';
import { PAGE_FIELD_NAMES } from '../../core/issue/page-field.ts';
import { frameMarks } from '../pasteboard/frame-marks.ts';
import { type OpenDesk, useOpen } from '../state/desk-store.ts';
import { type Selection, useSelection } from '../state/selection-store.ts';
import { viewStrings } from '../strings/pages.ts';
import { frameName } from './FrameBox.tsx';

const titleOf = (headline: string): string => headline.replaceAll('\n', '') || viewStrings.untitled;

const headlineOfStory = ({ shown }: OpenDesk, id: string): string =>
  titleOf(shown.stories.find((story) => story.id === id)?.headline ?? '');

const nameOfFrame = ({ layout }: OpenDesk, id: FrameId): string => {
  const page = layout.pages.find(({ frames }) => frames.some(({ frame }) => frame === id));
  const mark = page && frameMarks(page).find((frame) => frame.id === id);
  return mark ? frameName(mark) : '';
};

const nameOfPicture = (open: OpenDesk, frame: FrameId, index: number): string => {
  const report = open.layout.pages.flatMap(({ frames }) => frames).find((own) => own.frame === frame);
  return report ? viewStrings.pictureOf(index + 1, titleOf(report.headline)) : '';
};

export const selectionText = (open: OpenDesk, selection: Selection): string => {
  switch (selection.kind) {
    case 'none':
      return viewStrings.nothing;
    case 'page':
      return viewStrings.pageSelected(selection.page + 1);
    case 'head':
      return selection.field === null
        ? viewStrings.head(selection.page + 1)
        : viewStrings.headField(PAGE_FIELD_NAMES[selection.field]);
    case 'story':
      return titleOf(headlineOfStory(open, selection.story));
    case 'frame':
      return nameOfFrame(open, selection.frame);
    case 'picture':
      return nameOfPicture(open, selection.frame, selection.index);
    case 'text':
      return viewStrings.textOf(headlineOfStory(open, selection.focus.story));
    default:
      return assertNever(selection);
  }
};

export const SelectionStatus = () => {
  const selection = useSelection((s) => s.selection);
  const text = useOpen((open) => selectionText(open, selection), '');
  return (
    <div role="status" className="hidden-status">
      {text}
    </div>
  );
};
