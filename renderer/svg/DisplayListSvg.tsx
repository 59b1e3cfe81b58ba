/**
 * A page of the display list on screen. Every character stands where the engine put it; nothing is measured
 * or flowed here. Drawn again only when the page itself is another one: zooming changes the outer size alone.
 */
import { memo } from 'react';
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { DisplayPage } from '../../core/display/display-list.ts';
import { type SvgContext, screenFamily, svgItems, svgNumber } from '../../core/display/svg-page.ts';
import { svgElement } from './SvgTree.tsx';

const SCREEN: SvgContext = { fontFamily: screenFamily, pictureHref: ADDRESSES.picture };

const PageItems = memo(({ page }: { readonly page: DisplayPage }) => svgElement(svgItems(page, SCREEN)));

export const DisplayListSvg = ({
  page,
  width,
  height,
  label,
}: {
  readonly page: DisplayPage;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly label: string;
}) => (
  <svg
    className="page-drawing"
    role="img"
    aria-label={label}
    viewBox={`0 0 ${svgNumber(page.width)} ${svgNumber(page.height)}`}
    width={width}
    height={height}
  >
    <PageItems page={page} />
  </svg>
);
