/**
 * A labelled field whose text means something only when it is whole: a number, a date, a size. What is typed is a
 * draft until Enter or until the field is left; arrows step at once. A text that means nothing stays with its
 * sentence, and changes nothing; Escape takes the draft back. A draft outlives its field only as an edit: one that is
 * open when another thing is selected is committed then.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { endBurst } from '../state/edit-issue.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';

export type Step = 1 | -1;

export interface CommitFieldProps {
  readonly label: string;
  readonly value: string;
  /** Makes the edit that the text means; answers why it means none, null where it was made. */
  readonly commit: (text: string, group: string | null) => string | null;
  /** The text that is one step away from it; null at an end. */
  readonly step?: (text: string, by: Step) => string | null;
  /** For a number: its bounds, as the accessibility tree tells them. */
  readonly range?: { readonly now: number | null; readonly least: number; readonly most: number };
  readonly className?: string;
  readonly placeholder?: string;
  /** Stands behind the field: a unit, a button. */
  readonly after?: ReactNode;
}

export const CommitField = (props: CommitFieldProps) => {
  const { label, value, step, range, className = '', placeholder, after } = props;
  const own = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(null);
    setFault(null);
  }

  const latest = useRef({ draft, value, commit: props.commit });
  latest.current = { draft, value, commit: props.commit };
  useEffect(
    () => () => {
      const { draft: left, value: before, commit } = latest.current;
      if (left !== null && left !== before) commit(left, null);
    },
    [],
  );

  const take = (text: string, group: string | null): void => {
    const refused = text === value ? null : props.commit(text, group);
    setFault(refused);
    setDraft(refused === null ? null : text);
  };
  const finish = (): void => {
    if (draft !== null) take(draft, null);
  };
  const stepBy = (by: Step): void => {
    const text = step?.(draft ?? value, by);
    if (text != null) take(text, `step ${own}`);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // In composition every key is the input method's.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') finish();
    else if (event.key === 'Escape' && (draft !== null || fault !== null)) {
      setDraft(null);
      setFault(null);
    } else if (step && event.key === 'ArrowUp') stepBy(1);
    else if (step && event.key === 'ArrowDown') stepBy(-1);
    else return;
    event.preventDefault();
  };

  const spin = range && {
    role: 'spinbutton',
    'aria-valuemin': range.least,
    'aria-valuemax': range.most,
    ...(range.now === null ? {} : { 'aria-valuenow': range.now }),
    inputMode: 'decimal' as const,
  };
  return (
    <div className={`commit-field ${className}`}>
      <label htmlFor={`${own}-field`}>{label}</label>
      <span className="commit-row">
        <input
          {...spin}
          id={`${own}-field`}
          data-own-undo={draft === null ? undefined : true}
          type="text"
          value={draft ?? value}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${own}-fault`}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            finish();
            endBurst();
          }}
        />
        {step && (
          <span className="steppers">
            {/* For the pointer; the keyboard has the arrows. */}
            <button
              type="button"
              tabIndex={-1}
              aria-label={say.stepUp(label)}
              onClick={() => stepBy(1)}
              onBlur={endBurst}
            >
              ▴
            </button>
            <button
              type="button"
              tabIndex={-1}
              aria-label={say.stepDown(label)}
              onClick={() => stepBy(-1)}
              onBlur={endBurst}
            >
              ▾
            </button>
          </span>
        )}
        {after}
      </span>
      {fault !== null && (
        <p id={`${own}-fault`} className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};
