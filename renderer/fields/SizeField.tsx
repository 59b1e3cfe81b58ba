/** A type size, shown in 号 and points, typed as either; arrows go along the 号 table. */
import { LARGEST_SIZE, parseSize, SMALLEST_SIZE, sizeText, stepSize } from '../../core/units.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { CommitField } from './CommitField.tsx';

/** `sizeText` as it is typed back: 小五（9 磅）. */
const SHOWN = /^.+（([\d.]+) 磅）$/;
const read = (text: string): number | null => parseSize(SHOWN.exec(text)?.[1] ?? text);

export const SizeField = ({
  label,
  points,
  onCommit,
}: {
  readonly label: string;
  readonly points: number;
  /** Makes the edit; answers why it makes none, null where it is made. */
  readonly onCommit: (points: number, group: string | null) => string | null;
}) => (
  <CommitField
    className="size-field"
    label={label}
    value={sizeText(points)}
    placeholder={say.sizeHint}
    commit={(text, group) => {
      const size = read(text);
      return size === null ? say.badSize(text) : onCommit(size, group);
    }}
    step={(text, by) => {
      const size = read(text);
      if (size === null) return null;
      const next = Math.max(SMALLEST_SIZE, Math.min(LARGEST_SIZE, stepSize(size, by)));
      return next === size ? null : String(next);
    }}
  />
);
