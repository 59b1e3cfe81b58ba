/** A press of the pointer on a page: where it is on the page, and the event that it came with. */
export interface PagePoint {
  /** Index of the page. */
  readonly page: number;
  /** Points from the page's top left corner. */
  readonly x: number;
  readonly y: number;
}

export interface Press {
  readonly at: PagePoint;
  readonly event: PointerEvent;
  /** Where the pointer is at a later event, on whatever page it is then; null off all pages. */
  readonly follow: (event: PointerEvent | MouseEvent) => PagePoint | null;
}
