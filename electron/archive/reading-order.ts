/**
 * Lines of a page in reading order. A page is cut where white runs through it, down and across, and each piece again,
 * until a column is left (recursive X-Y cut, Nagy and Seth 1984). A headline stands over more than it covers, centred
 * as a rule: so where heads stand at the top of a piece, what is below is divided among them by their centres
 * before any gutter is cut. Limits: columns that interlock around a picture may come in a wrong order, so whatever is
 * made of this is for a person to look through. Pure.
 */
import { bodySizeOf, type PdfLine } from './read-pdf-text.ts';

/** White between bands, in lines of the region's common pitch, and between columns, in em. */
const BAND_PITCHES = 1.7;
const GUTTER_EM = 0.7;
/** Bands of a page are fewer. */
const DEEPEST = 300;

/** What is larger than the body by a step of the type scale. */
const HEAD_SIZE = 1.25;

/** Columns in the order in which they are read; a head is a column of its own. */
export const inReadingOrder = (lines: readonly PdfLine[], depth = 0): readonly (readonly PdfLine[])[] => {
  if (lines.length === 0) return [];
  if (lines.length === 1 || depth > DEEPEST) return [byPlace(lines)];
  const size = bodySizeOf(lines);
  const bands = cutAt(
    lines,
    (line) => [line.y - line.size, line.y],
    Math.max(0.3 * size, BAND_PITCHES * pitchOf(lines) - size),
  );
  const headed = bands.findIndex((band) => !band.every((line) => line.size > HEAD_SIZE * size));
  const head = bands[headed - 1];
  if (head)
    return [
      ...bands.slice(0, headed - 1).map(byPlace),
      ...underHeads(head, bands.slice(headed).flat(), depth),
    ];
  const gutters = cutAt(lines, ({ x, width }) => [x, x + width], GUTTER_EM * size);
  if (gutters.length > 1) return gutters.flatMap((part) => inReadingOrder(part, depth + 1));
  // One band at a time: what is left may fall apart into columns that the band held together.
  const [first, ...others] = bands;
  if (first && others.length > 0)
    return [...inReadingOrder(first, depth + 1), ...inReadingOrder(others.flat(), depth + 1)];
  return [byPlace(lines)];
};

/** Each head with what is below it: as far to its right as there is to its left. */
const underHeads = (
  heads: readonly PdfLine[],
  rest: readonly PdfLine[],
  depth: number,
): readonly (readonly PdfLine[])[] => {
  const groups = cutAt(heads, ({ x, width }) => [x, x + width], Math.max(...heads.map(({ size }) => size)));
  let left = rest;
  return groups.flatMap((group, i) => {
    const from = Math.min(...left.map(({ x }) => x));
    const headFrom = Math.min(...group.map(({ x }) => x));
    const headTo = Math.max(...group.map(({ x, width }) => x + width));
    const to = Math.max(headTo, headFrom + headTo - from);
    const isOwn = ({ x, width }: PdfLine): boolean => i === groups.length - 1 || x + width / 2 < to;
    const own = left.filter(isOwn);
    left = left.filter((line) => !isOwn(line));
    return [byPlace(group), ...inReadingOrder(own, depth + 1)];
  });
};

const byPlace = (lines: readonly PdfLine[]): readonly PdfLine[] =>
  [...lines].sort((a, b) => a.y - b.y || a.x - b.x);

/** Groups that white of at least `least` parts, in order. */
const cutAt = (
  lines: readonly PdfLine[],
  extent: (line: PdfLine) => readonly [number, number],
  least: number,
): readonly (readonly PdfLine[])[] => {
  const sorted = lines
    .map((line) => ({ line, extent: extent(line) }))
    .sort((a, b) => a.extent[0] - b.extent[0]);
  const groups: PdfLine[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const {
    line,
    extent: [from, to],
  } of sorted) {
    if (from - end >= least || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(line);
    end = Math.max(end, to);
  }
  return groups;
};

/** The commonest distance from one baseline to the next. */
const pitchOf = (lines: readonly PdfLine[]): number => {
  const baselines = [...new Set(lines.map(({ y }) => Math.round(y * 2) / 2))].sort((a, b) => a - b);
  const counts = new Map<number, number>();
  for (let i = 1; i < baselines.length; i++) {
    const gap = Math.round((baselines[i]! - baselines[i - 1]!) * 2) / 2;
    if (gap > 3) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? bodySizeOf(lines) * 1.25;
};
