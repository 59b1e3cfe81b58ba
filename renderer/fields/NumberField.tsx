/** A number between bounds, typed or stepped with the arrows. Out of bounds it is refused with a sentence. */
import type { ReactNode } from 'react';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { CommitField } from './CommitField.tsx';
import { isWithinBounds, readNumber, steppedNumber } from './read-number.ts';

export const NumberField = ({
  label,
  value,
  least,
  most,
  step = 1,
  onCommit,
  onClear,
  after,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  /** Makes the edit; may answer why it makes none. */
  readonly onCommit: (value: number, group: string | null) => string | null | undefined;
  /** Takes the number away; without it an empty field is refused. */
  readonly onClear?: () => void;
  readonly after?: ReactNode;
}) => {
  const bounds = { least, most, step };
  const fault = (Number.isInteger(step) ? say.integer : say.number)(label, least, most);
  return (
    <CommitField
      className="number-field"
      label={label}
      value={value === null ? '' : String(value)}
      range={{ now: value, least, most }}
      after={after}
      commit={(text, group) => {
        const number = readNumber(text);
        if (number === null && onClear) {
          onClear();
          return null;
        }
        if (number == null || !isWithinBounds(number, bounds)) return onClear ? say.emptyOr(fault) : fault;
        return onCommit(number, group) ?? null;
      }}
      step={(text, by) => {
        const now = readNumber(text);
        if (now === undefined) return null;
        const next = now === null ? least : steppedNumber(now, by, bounds);
        return next === null ? null : String(next);
      }}
    />
  );
};
