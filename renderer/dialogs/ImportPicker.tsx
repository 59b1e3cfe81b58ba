/** 导入稿件和图片: the system's own file picker. */
import { useEffect, useRef } from 'react';
import type { Story, StoryId } from '../../core/issue/issue.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { openDesk } from '../state/desk-store.ts';
import { ask, closeDialog, useDialog } from '../state/dialog-store.ts';
import { type ImportTarget, importFiles } from '../state/import-files.ts';
import { selected, selectedFrame, selectedStory } from '../state/selection-store.ts';
import { importStrings as said } from '../strings/panels.ts';

/** .wps is offered although it cannot be read: choosing one says how to save it as .docx. */
const KINDS = '.txt,.md,.docx,.doc,.wps,.jpg,.jpeg,.png,.webp,.tif,.tiff';

const isPictureName = ({ name }: File): boolean => /\.(?:jpe?g|png|webp|tiff?|svg|gif|bmp|heic)$/i.test(name);

/** The story that is selected; null for none. */
const storySelected = (): Story | null => {
  const issue = openDesk()?.issue;
  const id = issue ? selectedStory(issue, selected()) : null;
  return id === null ? null : (issue?.stories.find((story) => story.id === id) ?? null);
};

const targetIn = (story: StoryId): ImportTarget => {
  const issue = openDesk()?.issue;
  const frame = issue ? selectedFrame(issue, selected()) : null;
  const own = issue?.pages.flatMap(({ frames }) => frames).find(({ id }) => id === frame);
  return own?.story === story ? { kind: 'frame', frame: own.id } : { kind: 'story', story };
};

/** What a picker gives is no pointing at a story: where one is selected, pictures go to it only if that is meant. */
const take = (files: readonly File[]): void => {
  const story = storySelected();
  const pictures = files.filter(isPictureName).length;
  if (story === null || pictures === 0) return void importFiles(files, { kind: 'tray' });
  ask({
    kind: 'pictures-to',
    headline: headlineOf(story),
    count: pictures,
    answer: (into) => void importFiles(files, into ? targetIn(story.id) : { kind: 'tray' }),
  });
};

export const ImportPicker = () => {
  const input = useRef<HTMLInputElement>(null);
  const isAsked = useDialog((s) => s.dialog?.kind === 'import');
  useEffect(() => {
    if (!isAsked) return;
    closeDialog();
    input.current?.click();
  }, [isAsked]);
  return (
    <input
      ref={input}
      className="import-picker"
      type="file"
      multiple
      accept={KINDS}
      aria-label={said.picker}
      tabIndex={-1}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // The same file may be chosen again.
        event.target.value = '';
        if (files.length > 0) take(files);
      }}
    />
  );
};
