/** The keyboard as an editor uses it who has no pointer: nothing is clicked, nothing is focused by a script. */
import type { Page } from 'playwright-core';

export interface Focus {
  /** As a screen reader would call it, more or less: its label, else its text. */
  readonly name: string;
  readonly role: string;
  readonly value: string;
  /** The class of the region that it stands in. */
  readonly region: string;
}

const REGIONS = ['dialog', 'menu-bar', 'tool-bar', 'left-side', 'page-view', 'right-side', 'foot'];

export interface Keyboard {
  readonly press: (keys: string, times?: number) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly focus: () => Promise<Focus>;
  /** Presses the key until what has the focus is called so; throws where it never is. */
  readonly until: (name: string | RegExp, keys: string) => Promise<void>;
  /** Writes a field anew: all of it selected, then typed over. */
  readonly fill: (text: string) => Promise<void>;
  /** Along the menu bar into a menu and its submenus, and chooses the last one named. */
  readonly choose: (...names: readonly string[]) => Promise<void>;
  /** What the system's picker, opened by those keys, is given. */
  readonly pickFiles: (keys: string, paths: readonly string[]) => Promise<void>;
}

/** More stops than this no region has. */
const MOST_STOPS = 90;

export const keyboardOf = (page: Page): Keyboard => {
  const press = async (keys: string, times = 1): Promise<void> => {
    for (let i = 0; i < times; i++) await page.keyboard.press(keys);
  };
  const focus = (): Promise<Focus> =>
    page.evaluate((regions) => {
      const element = document.activeElement as HTMLElement & {
        labels?: NodeListOf<HTMLLabelElement>;
        value?: string;
      };
      const label = element.labels?.[0];
      return {
        name: (
          element.getAttribute('aria-label') ??
          (label ? (label.querySelector('span') ?? label) : element).textContent ??
          ''
        ).trim(),
        role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
        value: element.value ?? '',
        region: regions.find((name) => element.closest(name === 'dialog' ? 'dialog' : `.${name}`)) ?? '',
      };
    }, REGIONS);
  const isCalled = (name: string, wanted: string | RegExp) =>
    typeof wanted === 'string' ? name === wanted : wanted.test(name);
  const until = async (wanted: string | RegExp, keys: string): Promise<void> => {
    const passed: string[] = [];
    for (let i = 0; i < MOST_STOPS; i++) {
      const { name } = await focus();
      if (isCalled(name, wanted)) return;
      passed.push(name);
      await press(keys);
    }
    throw new Error(`${keys} never comes to ${wanted}: ${[...new Set(passed)].join(' | ')}`);
  };
  const startsWith = (name: string) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  return {
    press,
    type: (text) => page.keyboard.type(text),
    focus,
    until,
    fill: async (text) => {
      await press('Control+A');
      await page.keyboard.type(text);
    },
    choose: async (menu, ...entries) => {
      await press('F10');
      await until(menu, 'ArrowRight');
      await press('ArrowDown');
      for (const [depth, entry] of entries.entries()) {
        if (depth > 0) await press('ArrowRight');
        await until(startsWith(entry), 'ArrowDown');
      }
      await press('Enter');
    },
    pickFiles: async (keys, paths) => {
      const chooser = page.waitForEvent('filechooser');
      await press(keys);
      await (await chooser).setFiles([...paths]);
    },
  };
};
