import { describe, expect, it } from 'vitest';
import { drawnPages, type OpenDesk } from '../../../renderer/state/desk-store.ts';
import { smallIssue } from '../../core/issue/small-issue.ts';
import { list, page } from '../../electron/pdf/display-builders.ts';

const printedList = list(page());
const laidOut = list(page());
const issue = smallIssue();
const edited = { ...issue };

const desk = (change: Partial<OpenDesk>): OpenDesk =>
  ({
    shown: issue,
    layout: { displayList: laidOut },
    printed: { issue, displayList: printedList },
    ...change,
  }) as unknown as OpenDesk;

describe('the pages that are drawn', () => {
  it('are the printed ones as long as the printed issue is shown', () => {
    expect(drawnPages(desk({}))).toBe(printedList.pages);
  });

  it('are the layout’s from the first edit, and while one is only shown', () => {
    expect(drawnPages(desk({ issue: edited, shown: edited }))).toBe(laidOut.pages);
    expect(drawnPages(desk({ issue, shown: edited }))).toBe(laidOut.pages);
  });

  it('are the layout’s where nothing was printed', () => {
    expect(drawnPages(desk({ printed: null }))).toBe(laidOut.pages);
  });
});
