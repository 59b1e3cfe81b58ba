/** What a kind of publication answers, asked as the rest of the program asks: through the table of kinds. */
import { describe, expect, it } from 'vitest';
import { isFaultOf } from '../../../core/fault.ts';
import { makeUpOf } from '../../../core/makeup/kinds.ts';
import { layOutPages } from '../../../core/makeup/lay-out-pages.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { fonts } from '../typeset/fonts.ts';
import { issue, story } from './issue-builder.ts';

const stories = Array.from({ length: 30 }, (_, i) => story(`s${i}`, `第${i}渠修好了`, [400, 300]));
const copyOfIt = issue(stories);
const newspaper = makeUpOf(copyOfIt.publication);

describe('a kind of publication', () => {
  it('tells after each page that is made up how many there are', () => {
    const told: number[] = [];
    const made = newspaper.makeUp(copyOfIt, newTypesetting(fonts), { progress: (pages) => told.push(pages) });
    expect(made.pages.length).toBeGreaterThan(2);
    expect(told).toEqual(made.pages.map((_, i) => i + 1));
  });

  it('ends at the next page once it is cancelled, with a fault that says so', () => {
    const told: number[] = [];
    const cancel = { aborted: false };
    const progress = (pages: number) => {
      told.push(pages);
      cancel.aborted = true;
    };
    let thrown: unknown;
    try {
      newspaper.makeUp(copyOfIt, newTypesetting(fonts), { progress, cancel });
    } catch (error) {
      thrown = error;
    }
    expect(isFaultOf(thrown, 'cancelled')).toBe(true);
    expect(told).toEqual([1]);
  });

  it('names every field that its furniture and imprint show', () => {
    const staff = { editor: '张　伟', proofreader: '李　娜', designer: '王　芳' };
    const imprint = {
      compiler: '县融媒体中心',
      recipients: '本县各乡镇',
      printer: '县印刷厂',
      printDate: '2020年3月15日',
      printRun: '2000份',
    };
    const made = newspaper.makeUp(copyOfIt, newTypesetting(fonts));
    const full = { ...made, imprint, pages: made.pages.map((page) => ({ ...page, staff })) };
    const shown = layOutPages(full, fonts)
      .pages.flatMap(({ parts }) => parts.flat())
      .flatMap((item) => ('field' in item && item.field !== undefined ? [item.field] : []));
    expect(new Set(shown).size).toBeGreaterThan(5);
    for (const field of shown) expect(newspaper.fields).toContain(field);
  });

  it('asks of an issue whose head and imprint are empty every fact that the law wants printed', () => {
    const bare = { ...copyOfIt, masthead: { date: null, number: null, totalNumber: null } };
    const fields = newspaper.checks(bare).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['date', 'number', 'total-number', 'imprint']));
  });
});
