/** The newspaper as a kind of publication: 报头 over page 1, 报眉 over the others, stories in frames, 版记 at the end. */
import { family, kept } from '../../cache.ts';
import type { MastheadFacts, Page } from '../../issue/issue.ts';
import type { MakeUp } from '../make-up.ts';
import type { PlacedItem } from '../page-layout.ts';
import { layOutStory } from '../story/lay-out-story.ts';
import { setFolio } from './folio.ts';
import { setImprintLines } from './imprint-line.ts';
import { makeUpIssue } from './make-up-issue.ts';
import { setMasthead } from './masthead-block.ts';
import { newspaperChecks } from './newspaper-checks.ts';
import { newspaperPlacing } from './newspaper-placing.ts';
import { rulesBetween } from './rules-between.ts';

const MASTHEADS = family<MastheadFacts, readonly PlacedItem[]>('mastheads');
const FOLIOS = family<Page, readonly PlacedItem[]>('folios');
const RULES = family<Page, readonly PlacedItem[]>('rules and imprints');

export const NEWSPAPER: MakeUp = {
  makeUp: makeUpIssue,
  furniture: ({ issue, format, fonts, cache }, page, number) => {
    const { publication, pictures, masthead } = issue;
    return number === 1
      ? kept(cache, MASTHEADS, masthead, [publication, format, pictures], () =>
          setMasthead(issue, format, fonts),
        )
      : kept(cache, FOLIOS, page, [publication, format, masthead, number], () =>
          setFolio(issue, page, number, format, fonts),
        );
  },
  between: ({ issue, format, fonts, cache }, page, number) => {
    const { publication, masthead, imprint, pages } = issue;
    const from = [publication, format, masthead, imprint, number, number === pages.length];
    return kept(cache, RULES, page, from, () => [
      ...rulesBetween(page, format, number),
      ...setImprintLines(issue, page, number, format, fonts),
    ]);
  },
  layOutStory,
  placing: newspaperPlacing,
  fields: [
    'permit',
    'number',
    'total-number',
    'notice',
    'hotline',
    'ear',
    'nameplate',
    'english-line',
    'publisher',
    'date',
    'page-name',
    'staff',
    'imprint',
  ],
  checks: newspaperChecks,
};
