/**
 * What of the pages is set in another face than the stylebook asks for: faces that this machine lacks, and single
 * characters that another face had to lend. Read off the finished pages, so that it tells what is really printed.
 * Pure.
 *
 * Not told: quotes, dash and ellipsis, which a rule gives to a face that makes them one em (docs/typesetting.md §2),
 * and 〓, which is reported as a missing character.
 */
import { family, KEY_ALONE, kept } from '../cache.ts';
import { BUILT_IN_FACES, type FaceId } from '../font/face.ts';
import type { FontSet } from '../font/font-set.ts';
import { isUserFace, userFaceName } from '../font/user-face.ts';
import type { Issue } from '../issue/issue.ts';
import type { Problem } from '../issue/problem.ts';
import { facesOf } from '../publication/faces.ts';
import type { Publication } from '../publication/publication.ts';
import type { Typesetting } from '../typeset/typesetting.ts';
import type { DisplayItem, DisplayPage, GlyphRun, Role } from './display-list.ts';

/** Of many lent characters a message names so many: by then another font is wanted, not another character. */
const MOST_NAMED = 20;
const BY_RULE = new Set('‘’“”—…〓');

/** The characters, with the mark that closes the quotation. */
const named = (characters: ReadonlySet<string>): string =>
  characters.size > MOST_NAMED
    ? `${[...characters].slice(0, MOST_NAMED).join('')}”等 ${characters.size} 字`
    : `${[...characters].join('')}”`;

/** What an editor calls the face. */
const faceName = (id: FaceId): string =>
  BUILT_IN_FACES.find((face) => face.id === id)?.name ?? userFaceName(id) ?? id;

/** Faces that the roles of copy may be set in; what the program words itself is in built-in faces. */
const wantedFaces = ({ masthead, stylebook: book }: Publication, fonts: FontSet): WantedFaces => {
  const styles = [...book.headlines, ...book.leadHeadlines];
  const faces: readonly (readonly [Role, readonly FaceId[]])[] = [
    ['nameplate', [masthead.nameplateFace]],
    [
      'headline',
      [...styles.map((s) => s.headline.face), book.briefsTitle.face, book.refersTitle.face, book.bold.face],
    ],
    ['kicker', styles.map((s) => s.kicker.face)],
    ['deck', styles.map((s) => s.deck.face)],
    ['standfirst', [book.standfirst.face, book.bold.face]],
    ['subhead', [book.subhead.face, book.bold.face]],
    ['body', [book.body.face, book.bold.face]],
    ['byline', [book.byline.face]],
    ['credit', [book.byline.face]],
    ['caption', [book.caption.face]],
  ];
  return new Map(faces.map(([role, ids]) => [role, new Set(ids.map((id) => fonts.resolve(id)))]));
};

const missingFonts = (publication: Publication, fonts: FontSet): Problem[] =>
  facesOf(publication).flatMap(({ face, places }): Problem[] => {
    const used = fonts.resolve(face);
    if (used === face) return [];
    const [wanted, stand] = [faceName(face), faceName(used)];
    return [
      {
        kind: 'missing-font',
        severity: 'error',
        message: `样式表里${places.join('、')}用的字体“${wanted}”本机没有，暂以“${stand}”代替，版面与原来不同：请把该字体文件放进字体文件夹后重新打开，或另选字体。`,
      },
    ];
  });

type WantedFaces = ReadonlyMap<Role, ReadonlySet<FaceId>>;

const WANTED = family<Publication, WantedFaces>('faces that are wanted');
const MISSING = family<Publication, readonly Problem[]>('fonts that are missing');
/* Pages and their parts are made anew with their publication: which faces are wanted follows from them. */
const LENT = family<readonly DisplayItem[], readonly GlyphRun[]>('runs in other faces than wanted');
const SUBSTITUTES = family<DisplayPage, readonly Problem[]>('characters in other faces than wanted');

const NONE: readonly GlyphRun[] = [];

/** Runs that stand in a face that their role does not ask for. */
const lentRuns = (items: readonly DisplayItem[], wanted: WantedFaces): readonly GlyphRun[] => {
  const lent: GlyphRun[] = [];
  for (const item of items)
    if (item.kind === 'glyphs' && wanted.get(item.role)?.has(item.face) === false) lent.push(item);
  return lent.length === 0 ? NONE : lent;
};

/** Characters lent on one page, by the face that lacks them and the one that sets them. */
const substitutesOnPage = (
  page: number,
  runs: readonly GlyphRun[],
  wanted: WantedFaces,
  fonts: FontSet,
): Problem[] => {
  const lent = new Map<string, { lacking: FaceId; run: GlyphRun; characters: Set<string> }>();
  for (const item of runs) {
    const faces = wanted.get(item.role)!;
    for (const character of item.text) {
      if (BY_RULE.has(character) || character.trim() === '') continue;
      const lacking = [...faces].find((face) => !fonts.has(face, character.codePointAt(0)!));
      if (lacking === undefined) continue;
      const key = `${lacking}/${item.face}`;
      const known = lent.get(key);
      if (known) known.characters.add(character);
      else lent.set(key, { lacking, run: item, characters: new Set([character]) });
    }
  }
  return [...lent.values()].map(({ lacking, run, characters }) => ({
    kind: 'substituted-glyph',
    severity: isUserFace(lacking) ? 'warning' : 'note',
    message: `第${page}版的“${named(characters)}，字体“${faceName(lacking)}”里没有，改用“${faceName(run.face)}”。`,
    page,
  }));
};

export const faceProblems = (
  { publication }: Issue,
  { fonts, cache }: Typesetting,
  pages: readonly DisplayPage[],
): readonly Problem[] => {
  const wanted = kept(cache, WANTED, publication, KEY_ALONE, () => wantedFaces(publication, fonts));
  const problems = [...kept(cache, MISSING, publication, KEY_ALONE, () => missingFonts(publication, fonts))];
  for (const page of pages)
    for (const problem of kept(cache, SUBSTITUTES, page, KEY_ALONE, () => {
      const runs = page.parts.flatMap((part) =>
        kept(cache, LENT, part, KEY_ALONE, () => lentRuns(part, wanted)),
      );
      return substitutesOnPage(page.number, runs, wanted, fonts);
    }))
      problems.push(problem);
  return problems;
};
