/**
 * A field of the head typed in its place on the page. What is typed is a draft that the element holds, so that no
 * input method is disturbed; Enter and leaving the field make the edit, Escape takes it back, Tab goes on.
 */
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { FieldBox } from '../../core/display/field-boxes.ts';
import { setPageField } from '../../core/issue/edits.ts';
import { attempt } from '../fields/attempt.ts';
import { cleanText } from '../fields/clean-text.ts';
import { pasteIntoField } from '../fields/paste-into-field.ts';
import { useView } from '../state/view-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { nameOfBox } from './field-order.ts';

/** Below this a text cannot be read while it is typed, CSS pixels. */
const LEAST_SIZE = 12;
/** Room for what is longer than what it replaces. */
const LEAST_WIDTH = 96;

/** `away`: the focus has gone elsewhere, and stays there. */
export type Leave = 'next' | 'previous' | 'done' | 'away';

export const FieldEditor = ({
  page,
  box,
  scale,
  text,
  onLeave,
}: {
  readonly page: number;
  readonly box: FieldBox;
  readonly scale: number;
  readonly text: string;
  readonly onLeave: (how: Leave) => void;
}) => {
  const own = useId();
  const place = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  /** True from the moment that it was left: the element's going blurs it once more. */
  const left = useRef(false);
  const [fault, setFault] = useState<string | null>(null);
  const lines = box.field === 'permit';

  /** Makes the edit that the element's text means; answers why there is none, null where it was made. */
  const commit = (element: HTMLInputElement | null): string | null => {
    const typed = cleanText(element?.value ?? text, lines ? 'lines' : 'one-line');
    return typed === text ? null : attempt((issue) => setPageField(issue, page, box.field, typed));
  };
  const commitAndTell = (element: HTMLInputElement | null): void => {
    const refused = commit(element);
    if (refused !== null) useView.getState().say(refused, 'fault');
  };
  const atEnd = useRef(commitAndTell);
  atEnd.current = commitAndTell;

  useLayoutEffect(() => {
    const element = input.current;
    element?.focus({ preventScroll: true });
    element?.select();
    // A press on the page selects another thing, and the field goes before it could be left.
    return () => {
      if (!left.current) atEnd.current(element);
    };
  }, []);
  useEffect(() => {
    // The page under the field would take a press for one of its own.
    const element = place.current;
    const hold = (event: Event) => event.stopPropagation();
    const kinds = ['pointerdown', 'mousedown', 'dblclick', 'contextmenu'];
    for (const kind of kinds) element?.addEventListener(kind, hold);
    return () => {
      for (const kind of kinds) element?.removeEventListener(kind, hold);
    };
  }, []);

  const leave = (how: Leave): void => {
    left.current = true;
    onLeave(how);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // In composition every key is the input method's.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const { key } = event;
    if (key !== 'Escape' && key !== 'Tab' && (key !== 'Enter' || (lines && event.shiftKey))) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') {
      leave('done');
      return;
    }
    const refused = commit(input.current);
    setFault(refused);
    if (refused === null) leave(key === 'Enter' ? 'done' : event.shiftKey ? 'previous' : 'next');
  };
  const onBlur = (): void => {
    // Of the window's focus: the field keeps its own.
    if (left.current || !document.hasFocus()) return;
    commitAndTell(input.current);
    leave('away');
  };

  const size = Math.max(LEAST_SIZE, box.size * scale);
  const shared = {
    ref: input,
    id: own,
    defaultValue: text,
    'aria-label': say.head.edit(nameOfBox(box)),
    'aria-invalid': fault !== null,
    'aria-describedby': fault === null ? undefined : `${own}-fault`,
    'data-own-undo': true,
    spellCheck: false,
    autoComplete: 'off',
    onKeyDown,
    onBlur,
    onPaste: pasteIntoField,
    style: { fontSize: size, width: Math.max(LEAST_WIDTH, box.rect.width * scale + size) },
  };
  return (
    <div ref={place} className="field-editor" style={{ left: box.rect.x * scale, top: box.rect.y * scale }}>
      {lines ? (
        <textarea {...shared} rows={text.split('\n').length + 1} />
      ) : (
        <input {...shared} type="text" />
      )}
      {fault !== null && (
        <p id={`${own}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};
