/**
 * A page in small: headlines as text, lines of body as bars, pictures as fields. At this size glyphs of body
 * text are a grey, and drawing each of them again would double the window's weight.
 */
import { memo } from 'react';
import { type DisplayItem, type DisplayPage, inkToHex } from '../../core/display/display-list.ts';
import { screenFamily, svgNumber } from '../../core/display/svg-page.ts';

/** Text of this size (points) and above can be told apart in a thumbnail. */
const LEGIBLE = 18;

const bars = (items: readonly DisplayItem[]): string => {
  const parts: string[] = [];
  for (const item of items) {
    if (item.kind !== 'glyphs' || item.size >= LEGIBLE) continue;
    const from = item.xs[0];
    const to = item.xs.at(-1);
    if (from === undefined || to === undefined) continue;
    const width = to + item.size - from;
    parts.push(`M${svgNumber(from)} ${svgNumber(item.y - item.size * 0.35)}h${svgNumber(width)}`);
  }
  return parts.join('');
};

const Item = ({ item }: { readonly item: DisplayItem }) => {
  if (item.kind === 'rect') return <rect {...item.rect} fill={inkToHex(item.ink)} />;
  if (item.kind === 'picture') return <rect {...item.rect} fill="#a9b0b8" />;
  if (item.kind === 'dash' || item.size < LEGIBLE) return null;
  return (
    <text
      x={item.xs[0]}
      y={item.y}
      fontFamily={`"${screenFamily(item.face)}", serif`}
      fontSize={item.size}
      fill={inkToHex(item.ink)}
      textLength={(item.xs.at(-1) ?? 0) + item.size - (item.xs[0] ?? 0)}
    >
      {item.text}
    </text>
  );
};

export const PageThumbnail = memo(
  ({ page, width }: { readonly page: DisplayPage; readonly width: number }) => (
    <svg
      className="thumbnail"
      viewBox={`0 0 ${svgNumber(page.width)} ${svgNumber(page.height)}`}
      width={width}
      height={(width * page.height) / page.width}
      aria-hidden="true"
    >
      <path d={bars(page.items)} stroke="#8a8d92" strokeWidth="4" fill="none" />
      {page.items.map((item, index) => (
        <Item key={index} item={item} />
      ))}
    </svg>
  ),
);
