/**
 * The reference: Chromium lays the same text in CSS columns, in the same run on the same machine, so that a figure can
 * be told as a share of it. Layout is forced by asking for boxes. Afresh means new elements, styled and laid out, with
 * whatever the browser keeps of its fonts and words; an edit is one character in one text node.
 */
import type { Browser, Page } from 'playwright-core';
import { canLaunch, launchBrowser } from '../../test/browser/launch.ts';
import { serveFonts } from '../../test/browser/serve-fonts.ts';
import type { ReferenceId } from './goals.ts';
import { IN_TURN, type ReferenceText } from './reference-text.ts';
import { type Spread, spreadOf } from './spread.ts';

/**
 * Columns of one story balanced, which is what CSS does unless told otherwise and what we do; and filled in turn to
 * a given height, which spares the browser trying heights.
 */
export interface ReferenceFigures extends Readonly<Record<ReferenceId, Spread>> {
  readonly inTurn: Readonly<Record<ReferenceId, Spread>>;
}

/** Rounds that count, and rounds before them. */
const FRESH = { rounds: 40, warmUp: 10 };
/** A page's clock counts tenths of a millisecond: so many edits are one sample. An even number leaves the text as it was. */
const EDIT = { rounds: 40, warmUp: 5, batch: 20 };
const QUICK_FRESH = { rounds: 10, warmUp: 3 };
const QUICK_EDIT = { ...EDIT, rounds: 10 };

/** A browser, or why there is none. */
export const openReference = async (): Promise<Browser | string> => {
  if (!canLaunch()) return 'no Chromium on this machine';
  try {
    return await launchBrowser();
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
  }
};

export const referenceFigures = async (
  browser: Browser,
  text: ReferenceText,
  quick: boolean,
): Promise<ReferenceFigures> => {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1200 } });
  try {
    await serveFonts(page, text.html);
    await page.evaluate(
      async ([families, characters]) => {
        for (const family of families) await document.fonts.load(`16px "${family}"`, characters);
        await document.fonts.ready;
      },
      [text.families, text.characters] as const,
    );
    const balanced = await measureIn(page, text, quick);
    await page.evaluate((name) => document.querySelector('main')!.classList.add(name), IN_TURN);
    return { ...balanced, inTurn: await measureIn(page, text, quick) };
  } finally {
    await page.close();
  }
};

const measureIn = async (
  page: Page,
  { editedId, at }: ReferenceText,
  quick: boolean,
): Promise<Record<ReferenceId, Spread>> => {
  const samples = await page.evaluate(
    ({ editedId, at, fresh, edit }) => {
      const main = document.querySelector('main')!;
      /* The whole one's box and one at the very end: no part of the page can be left for later. */
      const layOut = () =>
        main.getBoundingClientRect().height + (main.lastElementChild as HTMLElement | null)!.offsetHeight;
      const template = main.cloneNode(true) as HTMLElement;
      const freshTimes: number[] = [];
      for (let round = -fresh.warmUp; round < fresh.rounds; round++) {
        const copies = (template.cloneNode(true) as HTMLElement).childNodes;
        main.replaceChildren();
        main.getBoundingClientRect();
        main.replaceChildren(...copies);
        const started = performance.now();
        layOut();
        if (round >= 0) freshTimes.push(performance.now() - started);
      }
      const node = document.getElementById(editedId)!.firstChild as Text;
      const editTimes: number[] = [];
      for (let round = -edit.warmUp; round < edit.rounds; round++) {
        const started = performance.now();
        for (let i = 0; i < edit.batch; i++) {
          if (i % 2 === 0) node.insertData(at, '的');
          else node.deleteData(at, 1);
          layOut();
        }
        if (round >= 0) editTimes.push((performance.now() - started) / edit.batch);
      }
      return { freshTimes, editTimes };
    },
    {
      editedId,
      at,
      fresh: quick ? QUICK_FRESH : FRESH,
      edit: quick ? QUICK_EDIT : EDIT,
    },
  );
  return { fresh: spreadOf(samples.freshTimes), edit: spreadOf(samples.editTimes) };
};
