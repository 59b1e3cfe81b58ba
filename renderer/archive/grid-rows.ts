/** Arithmetic of the grid of front pages: which rows are in view, and where the arrows lead. Pure. */

/** CSS pixels; archive.css draws the cards to this size. */
export const CARD = { width: 164, height: 262 } as const;
/** Rows drawn above and below what is seen. */
const AROUND = 1;

export const columnsIn = (width: number): number => Math.max(1, Math.floor(width / CARD.width));

/** Rows to draw, from `first` to `last`; none where there are no issues. */
export const rowsInView = (
  top: number,
  height: number,
  rows: number,
): { readonly first: number; readonly last: number } => ({
  first: Math.max(0, Math.min(rows - 1, Math.floor(top / CARD.height) - AROUND)),
  last: Math.min(rows - 1, Math.ceil((top + height) / CARD.height) - 1 + AROUND),
});

/** The card that a key leads to; null for a key that leads nowhere. */
export const cardAfter = (
  key: string,
  withMod: boolean,
  at: number,
  {
    count,
    columns,
    rowsSeen,
  }: { readonly count: number; readonly columns: number; readonly rowsSeen: number },
): number | null => {
  const row = at - (at % columns);
  const page = columns * Math.max(1, rowsSeen - 1);
  const goals: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    PageUp: at - page,
    PageDown: at + page,
    Home: withMod ? 0 : row,
    End: withMod ? count - 1 : row + columns - 1,
  };
  const goal = goals[key];
  if (goal === undefined) return null;
  // The arrows stop at the first and last row instead of changing the column.
  if ((key === 'ArrowUp' && goal < 0) || (key === 'ArrowDown' && goal >= count && row + columns >= count))
    return at;
  return Math.max(0, Math.min(count - 1, goal));
};
