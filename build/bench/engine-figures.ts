/**
 * Figures of the engine in a process of its own, from the code as it is shipped: opens one text as the command line
 * does, then edits it, lays it out and writes it. Prints one line of JSON.
 */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createEngine } from '../../core/engine/engine.ts';
import type { Issue } from '../../core/issue/issue.ts';
import { readManuscripts } from '../../core/manuscript/read-manuscripts.ts';
import { PUBLICATIONS } from '../../core/publication/profiles/profiles.ts';
import { GlyphStores, loadFontSet } from '../../electron/fonts/font-files.ts';
import { openSources } from '../../electron/import/open-sources.ts';
import { writePdf } from '../../electron/pdf/pdf-writer.ts';
import type { BenchText } from './bench-text.ts';
import { distinctIssues } from './distinct-issue.ts';
import type { Measured } from './measured.ts';
import { type ReferenceText, referenceText } from './reference-text.ts';
import { type Sampling, sample } from './sampling.ts';
import { exactly } from './spread.ts';
import { placesIn, Typist } from './typist.ts';

export interface EngineTask {
  readonly text: BenchText;
  readonly quick: boolean;
}

export interface EngineFigures {
  readonly figures: Measured;
  readonly stories: number;
  readonly pages: number;
  readonly reference: ReferenceText;
}

/** A character that every Chinese text has already, so that an edit brings no new glyph. */
const USUAL = '的';
/** Characters of the fonts that hardly any text has. */
const RARE = [...'饕餮囍魑魅'];

const KIB = 1024;

const bodyFace = (face: string): string => (/-(?:700|900)$/.test(face) ? 'serif-700' : 'serif-400');

/** The issue in one serif in two weights: what the peers' sizes were measured with. */
const inOneSerif = (issue: Issue): Issue =>
  JSON.parse(
    JSON.stringify(issue, (key, value: unknown) =>
      (key === 'face' || key === 'nameplateFace') && typeof value === 'string' ? bodyFace(value) : value,
    ),
  ) as Issue;

const measure = async ({ text, quick }: EngineTask): Promise<EngineFigures> => {
  const often: Sampling = { time: quick ? 400 : 2000, fewest: 10 };
  const seldom: Sampling = { time: quick ? 500 : 3000, fewest: quick ? 3 : 7 };
  const fonts = loadFontSet();
  const engine = createEngine(fonts);
  const { issue, pictures } = await openSources(text.paths, engine, { format: text.format });
  engine.layOut(issue);

  const places = placesIn(issue);
  const editing = (place: (typeof places)['first']) => {
    const typist = new Typist(issue, place, USUAL);
    return sample(often, () => engine.layOut(typist.edit()));
  };
  const first = await editing(places.first);
  const middle = await editing(places.middle);
  const last = await editing(places.last);
  const typist = new Typist(issue, places.middle, USUAL);
  const editAlone = await sample(often, () => typist.edit());

  const distinct = distinctIssues(issue);
  let next = issue;
  const prepare = () => {
    next = distinct();
  };
  const fresh = await sample(seldom, () => createEngine(fonts).layOut(next), prepare);

  const manuscripts = await Promise.all(
    text.paths.map(async (path) => ({ name: basename(path), text: await readFile(path, 'utf8') })),
  );
  const reading = await sample(seldom, () => readManuscripts(manuscripts, PUBLICATIONS));
  const makeUp = await sample(seldom, () => createEngine(fonts).makeUp({ ...next, pages: [] }), prepare);

  const stores = new GlyphStores();
  const pdfOf = (from: Issue) => writePdf(engine.layOut(from).displayList, stores, pictures);
  const printing = (character: string) => {
    const typing = new Typist(issue, places.middle, character);
    return sample(seldom, () => pdfOf(typing.edit()));
  };
  const printed = JSON.stringify(issue.stories);
  const editToPdf = await printing(USUAL);
  const newCharacterToPdf = await printing(RARE.find((character) => !printed.includes(character)) ?? USUAL);

  const ofPictures = [...pictures.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const size = (of: Issue) => exactly((pdfOf(of).length - ofPictures) / KIB);
  return {
    figures: {
      'edit-first': first,
      'edit-middle': middle,
      'edit-last': last,
      'edit-alone': editAlone,
      fresh,
      reading,
      'make-up': makeUp,
      'edit-to-pdf': editToPdf,
      'new-character-to-pdf': newCharacterToPdf,
      'pdf-size': size(issue),
      'pdf-size-one-serif': size(inOneSerif(issue)),
    },
    stories: issue.stories.length,
    pages: issue.pages.length,
    reference: referenceText(issue, places.middle),
  };
};

process.stdout.write(JSON.stringify(await measure(JSON.parse(process.argv[2] ?? '') as EngineTask)));
