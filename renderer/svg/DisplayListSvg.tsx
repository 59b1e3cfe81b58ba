/**
 * A page of the display list on screen. Every character stands where the engine put it; nothing is measured
 * or flowed here. An edit leaves most parts and items of a page the same values, and those are not drawn again:
 * a keystroke costs its lines. Zooming changes the outer size alone.
 */
import { memo } from 'react';
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { DisplayItem, DisplayPage } from '../../core/display/display-list.ts';
import {
  type SvgContext,
  screenFamily,
  svgItem,
  svgNumber,
  TEXT_STYLE,
} from '../../core/display/svg-page.ts';
import { reactStyle, svgElement } from './SvgTree.tsx';

const SCREEN: SvgContext = { fontFamily: screenFamily, pictureHref: ADDRESSES.picture };
const STYLE = reactStyle(TEXT_STYLE);

const Item = memo(({ item, index }: { readonly item: DisplayItem; readonly index: number }) =>
  svgElement(svgItem(item, index, SCREEN)),
);

const Part = memo(({ items, index }: { readonly items: readonly DisplayItem[]; readonly index: number }) => (
  <g data-part={index}>
    {items.map((item, at) => (
      <Item key={at} item={item} index={at} />
    ))}
  </g>
));

const PageItems = memo(({ page, items }: { readonly page: DisplayPage; readonly items: number }) => {
  let before = 0;
  return (
    <g style={STYLE}>
      {page.parts.map((part, index) => {
        const room = items - before;
        before += part.length;
        if (room <= 0) return null;
        return <Part key={index} items={room < part.length ? part.slice(0, room) : part} index={index} />;
      })}
    </g>
  );
});

export const DisplayListSvg = ({
  page,
  width,
  height,
  label,
  items = Number.POSITIVE_INFINITY,
}: {
  readonly page: DisplayPage;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly label: string;
  /** How many of the page's items are drawn, in its order. */
  readonly items?: number;
}) => (
  <svg
    className="page-drawing"
    role="img"
    aria-label={label}
    viewBox={`0 0 ${svgNumber(page.width)} ${svgNumber(page.height)}`}
    width={width}
    height={height}
  >
    <PageItems page={page} items={items} />
  </svg>
);
