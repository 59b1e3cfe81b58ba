/** Numbers as an editor types them, full-width digits of an input method among them. Pure. */

const halfWidth = (text: string): string =>
  text
    .replace(/[０-９．－＋]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s−]/g, (c) => (c === '−' ? '-' : ''));

/** Null where nothing is typed, undefined where it is no number. */
export const readNumber = (text: string): number | null | undefined => {
  const typed = halfWidth(text).replace(/[%％]$/, '');
  if (typed === '') return null;
  return /^[+-]?\d{1,7}(\.\d{1,4})?$/.test(typed) ? Number(typed) : undefined;
};

export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  /** What an arrow adds. Fractions are taken where it is one. */
  readonly step: number;
}

export const isWithinBounds = (value: number, { least, most, step }: NumberBounds): boolean =>
  value >= least && value <= most && (!Number.isInteger(step) || Number.isInteger(value));

/** One step on, on the steps' own scale and within the bounds; null where it is at the end already. */
export const steppedNumber = (
  now: number,
  by: 1 | -1,
  { least, most, step }: NumberBounds,
): number | null => {
  const places = by === 1 ? Math.floor(now / step + 1e-6) : Math.ceil(now / step - 1e-6);
  const next = Math.max(least, Math.min(most, Math.round((places + by) * step * 10_000) / 10_000));
  return next === now ? null : next;
};
