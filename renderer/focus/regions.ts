/**
 * F6 and Shift+F6: the keys' way round the window, from region to region, each at the place where the focus was last.
 * Within a region Tab goes on. A region that is hidden is passed over.
 */
import { flushSync } from 'react-dom';

/** In the order of Tab, each with what has the focus in it at first; null: the region itself. */
const REGIONS = [
  { region: '.menu-bar', start: '[tabindex="0"]' },
  { region: '.tool-bar', start: '[tabindex="0"]' },
  { region: '.left-side', start: '[role="tab"][aria-selected="true"]' },
  { region: '.page-view', start: null },
  { region: '.right-side', start: '[role="tab"][aria-selected="true"]' },
  { region: '.foot', start: 'button' },
] as const;

const lastIn = new Map<string, Element>();

const elementOf = (region: string): HTMLElement | null => document.querySelector(region);

const regionNow = (): number => REGIONS.findIndex(({ region }) => document.activeElement?.closest(region));

/** Remembers where the focus is, before it goes elsewhere. Listens until the answer is called. */
export const rememberFocus = (): (() => void) => {
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    const own = REGIONS.find(({ region }) => target.closest(region));
    // A menu's entry is gone with its menu.
    if (own && target.closest('[role="menu"]') === null) lastIn.set(own.region, target);
  };
  window.addEventListener('focusin', onFocus);
  return () => window.removeEventListener('focusin', onFocus);
};

const focusRegion = ({ region, start }: (typeof REGIONS)[number]): boolean => {
  const element = elementOf(region);
  if (!element) return false;
  const last = lastIn.get(region);
  const first = start === null ? element : element.querySelector<HTMLElement>(start);
  for (const goal of [last, first]) {
    // Scrolling would take the pages from where they were left.
    if (goal instanceof HTMLElement && element.contains(goal)) goal.focus({ preventScroll: start === null });
    if (element.contains(document.activeElement)) return true;
  }
  return false;
};

export const goToRegion = (step: 1 | -1): void => {
  const now = regionNow();
  // A focus that is nowhere counts as the pages'.
  const from = now < 0 ? REGIONS.findIndex(({ start }) => start === null) : now;
  for (let i = 1; i < REGIONS.length; i++) {
    const next = REGIONS[(from + step * i + REGIONS.length * i) % REGIONS.length];
    if (next && focusRegion(next)) return;
  }
};

/** Shows a side's panel and goes into it: to its list, where it has one, else to its tab. */
export const goToPanel = (side: 'left' | 'right', show: () => void): void => {
  // The key that is pressed next is the panel's already.
  flushSync(show);
  const panel = elementOf(`.${side}-side`);
  const goal =
    panel?.querySelector<HTMLElement>('[role="tabpanel"] [role="listbox"] [tabindex="0"]') ??
    panel?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  goal?.focus();
};
