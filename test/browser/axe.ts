/** What axe finds serious or critical within an element of the page; a sentence each. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const script = (): string => readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

export const seriousFaults = async (page: Page, selector: string): Promise<readonly string[]> => {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(script());
  return page.evaluate(async (within) => {
    const { axe } = window as unknown as { axe: { run: (at: string) => Promise<AxeResult> } };
    return (await axe.run(within)).violations.flatMap(({ id, impact, nodes }) =>
      impact === 'serious' || impact === 'critical'
        ? nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`)
        : [],
    );
  }, selector);
};
