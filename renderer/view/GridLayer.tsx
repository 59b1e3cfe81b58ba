/**
 * The page's grid over the drawing: type area 版心, basic columns and their gaps, the em boxes of the body lines with
 * every fifth stronger, the foot of the masthead or folio. Two SVG patterns, whatever the number of lines.
 */
import { memo, useId } from 'react';
import { firstLineOf } from '../../core/issue/free-space.ts';
import { lineY, typeArea } from '../../core/makeup/column-grid.ts';
import type { PageFormat } from '../../core/publication/publication.ts';
import { useFormat } from './use-format.ts';

/** Lines closer than this on screen would run into a grey: then only every fifth is drawn, CSS pixels. */
const LEAST_PITCH = 4;
const STRONG_EVERY = 5;

const Grid = memo(({ page, scale, format }: { page: number; scale: number; format: PageFormat }) => {
  const id = useId();
  const area = typeArea(format);
  const hair = 1 / scale;
  const { bodySize, pitch, trim } = format;
  const column = format.columnChars * bodySize;
  const gap = format.gapChars * bodySize;
  const head = lineY(format, firstLineOf(format, page));
  const isFine = pitch * scale >= LEAST_PITCH;
  const period = pitch * STRONG_EVERY;
  return (
    <svg
      className="grid-layer"
      viewBox={`0 0 ${trim.width} ${trim.height}`}
      width={trim.width * scale}
      height={trim.height * scale}
      aria-hidden="true"
    >
      <defs>
        <pattern
          id={`${id}-lines`}
          patternUnits="userSpaceOnUse"
          x={area.x}
          y={area.y}
          width={area.width}
          height={period}
        >
          {isFine &&
            Array.from({ length: STRONG_EVERY - 1 }, (_, line) => (
              <rect key={line} className="grid-line" y={line * pitch} width={area.width} height={bodySize} />
            ))}
          <rect
            className="grid-line-strong"
            y={(STRONG_EVERY - 1) * pitch}
            width={area.width}
            height={bodySize}
          />
        </pattern>
        <pattern
          id={`${id}-gaps`}
          patternUnits="userSpaceOnUse"
          x={area.x}
          y={area.y}
          width={column + gap}
          height={area.height}
        >
          <rect className="grid-gap" x={column} width={gap} height={area.height} />
          <rect className="grid-edge" x={column} width={hair} height={area.height} />
          <rect className="grid-edge" x={column + gap - hair} width={hair} height={area.height} />
        </pattern>
      </defs>
      <rect {...area} fill={`url(#${id}-lines)`} />
      <rect {...area} fill={`url(#${id}-gaps)`} />
      <rect {...area} className="grid-area" strokeWidth={hair} />
      <path
        className="grid-head"
        d={`M${area.x} ${head}h${area.width}`}
        strokeWidth={hair}
        strokeDasharray={`${4 * hair} ${3 * hair}`}
      />
    </svg>
  );
});

/** @param page index; @param scale CSS pixels to a point */
export const GridLayer = ({ page, scale }: { readonly page: number; readonly scale: number }) => {
  const format = useFormat();
  return format && <Grid page={page} scale={scale} format={format} />;
};
