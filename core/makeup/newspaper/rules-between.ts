/**
 * The thin rules between stories: above a frame within the page, and at its left. Boxes need none, nor do frames of
 * one story. Pure.
 */
import { isInset } from '../../issue/frame-grid.ts';
import type { Frame, Page } from '../../issue/issue.ts';
import type { PageFormat } from '../../publication/publication.ts';
import { boxRect } from '../column-grid.ts';
import type { PlacedItem } from '../page-layout.ts';
import { ruleItem, THIN_RULE } from '../story/frame-decor.ts';

export const rulesBetween = (page: Page, format: PageFormat, number: number): PlacedItem[] => {
  const head = number === 1 ? format.mastheadLines : format.folioLines;
  return page.frames.flatMap((frame) => {
    if (isInset(frame)) return [];
    const box = boxRect(format, frame.box);
    const items: PlacedItem[] = [];
    const above = format.pitch - (format.pitch - format.bodySize) / 2;
    if (
      frame.box.line > head &&
      frame.border !== 'top-rule' &&
      isRuled(
        frame,
        page.frames.filter((other) => abuts(other, frame)),
      )
    )
      items.push(
        ruleItem(
          { x: box.x, y: box.y - above / 2 - THIN_RULE, width: box.width, height: THIN_RULE },
          frame.id,
        ),
      );
    const left = page.frames.filter((other) => besides(other, frame));
    if (frame.box.column > 0 && isRuled(frame, left)) {
      const gap = format.gapChars * format.bodySize;
      const height = box.height - format.pitch - (format.pitch - format.bodySize);
      items.push(
        ruleItem({ x: box.x - gap / 2 - THIN_RULE / 2, y: box.y, width: THIN_RULE, height }, frame.id),
      );
    }
    return items;
  });
};

/** True where a rule parts a frame from what stands on one side of it: a box has its own, one story needs none. */
const isRuled = (frame: Frame, others: readonly Frame[]): boolean =>
  !others.some(isInset) && (others.length === 0 || others.some((other) => other.story !== frame.story));

/** True where `upper` ends on the line on which `lower` begins, over a column of it. */
const abuts = ({ box: upper }: Frame, { box: lower }: Frame): boolean =>
  upper.line + upper.lines === lower.line &&
  upper.column < lower.column + lower.span &&
  lower.column < upper.column + upper.span;

/** True where `left` ends at the column at which `right` begins, on a line of it. */
const besides = ({ box: left }: Frame, { box: right }: Frame): boolean =>
  left.column + left.span === right.column &&
  left.line < right.line + right.lines &&
  right.line < left.line + left.lines;
