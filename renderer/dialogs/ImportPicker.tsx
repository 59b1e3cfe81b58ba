/** 导入稿件和图片: the system's own file picker. Pictures go to the story that is selected, if one is. */
import { useEffect, useRef } from 'react';
import { openDesk } from '../state/desk-store.ts';
import { closeDialog, useDialog } from '../state/dialog-store.ts';
import { type ImportTarget, importFiles } from '../state/import-files.ts';
import { selected, selectedFrame, selectedStory } from '../state/selection-store.ts';
import { importStrings as said } from '../strings.ts';

/** .wps is offered although it cannot be read: choosing one says how to save it as .docx. */
const KINDS = '.txt,.md,.docx,.doc,.wps,.jpg,.jpeg,.png,.webp,.tif,.tiff';

const targetOfSelection = (): ImportTarget => {
  const issue = openDesk()?.issue;
  if (!issue) return { kind: 'tray' };
  const frame = selectedFrame(issue, selected());
  if (frame !== null) return { kind: 'frame', frame };
  const story = selectedStory(issue, selected());
  return story === null ? { kind: 'tray' } : { kind: 'story', story };
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
        if (files.length > 0) void importFiles(files, targetOfSelection());
      }}
    />
  );
};
