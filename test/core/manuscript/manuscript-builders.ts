/** Builders for manuscript tests: a stub profile, and one line a case. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accountForCharacters, type CharacterAccount } from '../../../core/manuscript/character-account.ts';
import {
  type ImportResult,
  type Manuscript,
  type ManuscriptOptions,
  readManuscripts,
} from '../../../core/manuscript/read-manuscripts.ts';
import { type Publication, USUAL_COMPOSITION } from '../../../core/publication/publication.ts';

const style = { face: 'serif-400', size: 9 };

export const stubPublication = (overrides: Partial<Publication> = {}): Publication => ({
  id: 'shangjie-shibao',
  kind: 'newspaper',
  name: '上街时报',
  masthead: {
    nameplate: '上街时报',
    nameplateFace: 'brush',
    englishLine: 'SHANGJIE NEWSLETTER',
    publisher: '郑州市上街区融媒体中心编印',
    permit: ['河南省连续性内资', '【审郑州连】00015号'],
    notice: '内部资料 免费交流',
    hotline: '监督电话 67183172',
  },
  formats: [],
  defaultFormat: '对开',
  stylebook: {
    body: style,
    bold: style,
    subhead: style,
    standfirst: style,
    byline: style,
    caption: style,
    jumpLine: style,
    briefsTitle: style,
    refersTitle: style,
    folio: style,
    imprint: style,
    headlines: [],
    leadHeadlines: [],
    composition: USUAL_COMPOSITION,
  },
  ...overrides,
});

/** Reads lines as one manuscript; '' is a blank line. */
export const readLines = (...lines: string[]): ImportResult => readText(lines.join('\n'));
export const readText = (text: string, options?: ManuscriptOptions): ImportResult =>
  readManuscripts([{ name: '稿件.md', text }], [stubPublication()], options);

export const balanceOf = (text: string): CharacterAccount =>
  accountForCharacters([{ name: '稿件.md', text }], readText(text));

/** Body text of at least `length` characters with a stop at its end. */
export const bodyText = (seed: string, length = 60): string => {
  const sentence = `${seed}，大家早早来到广场，把新栽的树苗一棵一棵扶正，又提来清水浇透。`;
  return sentence.repeat(Math.max(1, Math.ceil(length / sentence.length)));
};

/** A seed's manuscript, or null where the folder of the seeds is absent. */
export const seed = (name: string): Manuscript | null => {
  try {
    const path = fileURLToPath(new URL(`../../../../shared/seeds/${name}`, import.meta.url));
    return { name, text: readFileSync(path, 'utf8') };
  } catch {
    return null;
  }
};
