/**
 * True for a click that assistive technology makes on an element that it found by its name. The pointer's own clicks
 * are answered when they are presses (pointer/pointer-router.ts) and count from one.
 */
export const isByName = (event: { readonly detail: number }): boolean => event.detail === 0;
