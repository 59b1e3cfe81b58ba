/** A button that asks for a picture file and hands on what came of it; a failure is told in the foot. */
import { useRef, useState } from 'react';
import type { PictureInfo } from '../../core/issue/issue.ts';
import { messageOf } from '../host/host.ts';
import { useView } from '../state/view-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { importPicture, PICTURE_FILES } from './choose-picture.ts';

export const PictureButton = ({
  label,
  onPicture,
}: {
  readonly label: string;
  readonly onPicture: (picture: PictureInfo) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File): Promise<void> => {
    setBusy(true);
    try {
      onPicture(await importPicture(file));
    } catch (error) {
      useView.getState().say(say.picture.failed(messageOf(error)), 'fault');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" disabled={busy} aria-busy={busy} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={PICTURE_FILES}
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file again is a choice again.
          target.value = '';
          if (file) void take(file);
        }}
      />
    </>
  );
};
