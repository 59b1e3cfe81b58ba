/**
 * A labelled text field whose value is a field of the issue. What is typed is a draft that the element itself holds;
 * each input outside a composition is an edit at once, and the edits of a burst (until a pause, or the field is left)
 * carry one group, so that they are one step to undo. While an input method composes, nothing is edited: `onCompose`
 * may show the text provisionally, and its end is one edit of its own, so that a word is a step. The value is never
 * set during a composition, which would break it. Undo is the application's: the element's own is refused.
 */
import { type Ref, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { textReplacement } from '../../core/issue/marks.ts';
import { endBurst, redo, undo } from '../state/edit-issue.ts';
import { cleanText } from './clean-text.ts';
import { pasteIntoField } from './paste-into-field.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Makes the edit; `group` as `edit` of state/edit-issue.ts takes it, null for a word of an input method. */
  readonly onEdit: (text: string, group: string | null) => void;
  /** Shows the text while it is composed. Every composition ends with a call of `onEdit`, a cancelled one too. */
  readonly onCompose?: (text: string) => void;
  /** Where the caret or the ends of the selection stand, in UTF-16 units of the value. Not during a composition. */
  readonly onCaret?: (anchor: number, focus: number) => void;
  /** Line breaks are part of the value; the field grows with them. */
  readonly multiline?: boolean;
  /** Proposals to choose from. */
  readonly list?: readonly string[];
  readonly className?: string;
  readonly placeholder?: string;
  /** The element that tells what is wrong with the text. */
  readonly describedBy?: string;
  readonly onKeyDown?: (event: React.KeyboardEvent<Field>) => void;
  /** The element, to give it the focus. */
  readonly fieldRef?: Ref<Field | null>;
}

/** Sets the element's text and keeps its caret at the same characters. */
const setText = (element: Field, text: string): void => {
  const { from, to, insert } = textReplacement(element.value, text);
  const moved = (at: number) => (at <= from ? at : at >= to ? at - (to - from) + insert.length : from);
  const [start, end] = [element.selectionStart ?? 0, element.selectionEnd ?? 0];
  element.value = text;
  if (document.activeElement === element) element.setSelectionRange(moved(start), moved(end));
};

export const TextField = ({
  label,
  value,
  onEdit,
  onCompose,
  onCaret,
  multiline = false,
  list,
  className,
  placeholder,
  describedBy,
  onKeyDown,
  fieldRef,
}: TextFieldProps) => {
  const own = useId();
  const field = useRef<Field | null>(null);
  const composing = useRef(false);
  // Constant, or React would hand the element each new value behind the draft's back.
  const [first] = useState(value);
  const lines = multiline ? 'lines' : 'one-line';
  useImperativeHandle<Field | null, Field | null>(fieldRef, () => field.current);

  useLayoutEffect(() => {
    const element = field.current;
    if (element && !composing.current && element.value !== value) setText(element, value);
  }, [value]);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const ownUndo = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      // A text that is not the takes back its own typing.
      if (element.closest('[data-own-undo]')) return;
      event.preventDefault();
      if (event.inputType === 'historyUndo') undo();
      else redo();
    };
    const listener = ownUndo as EventListener;
    element.addEventListener('beforeinput', listener);
    return () => element.removeEventListener('beforeinput', listener);
  }, []);

  const onInput = () => {
    const element = field.current;
    if (!element) return;
    const text = cleanText(element.value, lines);
    if (composing.current) {
      onCompose?.(text);
      return;
    }
    onEdit(text, `field ${own}`);
  };

  const onCompositionEnd = () => {
    composing.current = false;
    const element = field.current;
    if (element) onEdit(cleanText(element.value, lines), null);
  };

  const onBlur = () => {
    composing.current = false;
    endBurst();
    // What the issue did not take as it was typed is not left standing.
    const element = field.current;
    if (element && element.value !== value) setText(element, value);
  };

  const onSelect = () => {
    const element = field.current;
    if (!element || composing.current || document.activeElement !== element) return;
    const [start, end] = [element.selectionStart ?? 0, element.selectionEnd ?? 0];
    if (element.selectionDirection === 'backward') onCaret?.(end, start);
    else onCaret?.(start, end);
  };

  const shared = {
    id: `${own}-field`,
    defaultValue: first,
    placeholder,
    'aria-describedby': describedBy,
    spellCheck: false,
    autoComplete: 'off',
    onInput,
    onBlur,
    onPaste: pasteIntoField,
    onSelect: onCaret ? onSelect : undefined,
    onKeyDown,
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd,
  };
  return (
    <div className={className === undefined ? 'text-field' : `text-field ${className}`}>
      <label htmlFor={shared.id}>{label}</label>
      {multiline ? (
        <textarea
          {...shared}
          rows={1}
          ref={(element) => {
            field.current = element;
          }}
        />
      ) : (
        <input
          {...shared}
          type="text"
          list={list ? `${own}-list` : undefined}
          ref={(element) => {
            field.current = element;
          }}
        />
      )}
      {list && (
        <datalist id={`${own}-list`}>
          {list.map((proposal) => (
            <option key={proposal} value={proposal} />
          ))}
        </datalist>
      )}
    </div>
  );
};
