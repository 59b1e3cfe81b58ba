/** A box on a grid as four numbers, counted from 1 as an editor counts: where it begins and what it spans. */
import type { GridBox } from '../../core/issue/issue.ts';
import { NumberField } from '../fields/NumberField.tsx';

/** Answers why the change cannot be made; null or nothing where it was. */
type Change = (change: Partial<GridBox>, group: string | null) => string | null | undefined;

export const GridBoxFields = ({
  labels,
  box,
  columns,
  lines,
  onMove,
  onResize = onMove,
}: {
  readonly labels: { readonly [side in keyof GridBox]: string };
  readonly box: GridBox;
  /** Of the grid that the box stands on. */
  readonly columns: number;
  readonly lines: number;
  readonly onMove: Change;
  readonly onResize?: Change;
}) => (
  <div className="field-pair">
    <NumberField
      label={labels.column}
      value={box.column + 1}
      least={1}
      most={columns - box.span + 1}
      onCommit={(value, group) => onMove({ column: value - 1 }, group)}
    />
    <NumberField
      label={labels.line}
      value={box.line + 1}
      least={1}
      most={Math.max(1, lines - box.lines + 1)}
      onCommit={(value, group) => onMove({ line: value - 1 }, group)}
    />
    <NumberField
      label={labels.span}
      value={box.span}
      least={1}
      most={columns - box.column}
      onCommit={(value, group) => onResize({ span: value }, group)}
    />
    <NumberField
      label={labels.lines}
      value={box.lines}
      least={1}
      most={Math.max(1, lines - box.line)}
      onCommit={(value, group) => onResize({ lines: value }, group)}
    />
  </div>
);
