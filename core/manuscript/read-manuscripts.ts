/**
 * Manuscripts 稿件 to an issue: plain text or Markdown, as offices send it and scans give it. The copy is read in
 * phases: lines, masthead, elements, headings, stories, whole paragraphs. Nothing is lost on the way: what does not
 * stand in the issue stands in the report. Recognition goes by form and place and says how sure it is; it never
 * rewrites wording. Linear in the length of the copy.
 */
import { withNoteIds } from '../issue/import-notes.ts';
import type { Issue, StoryId } from '../issue/issue.ts';
import type { Publication, PublicationId } from '../publication/publication.ts';
import { assembleStories } from './assemble-stories.ts';
import { type ContentsList, takeContents } from './contents-list.ts';
import type { CopyNote } from './copy-note.ts';
import { type DraftStory, draftStory } from './draft-story.ts';
import { type Element, readElements } from './elements.ts';
import { type EndLine, endMatterAt, takeImprint } from './end-matter.ts';
import { type FileReading, openManuscript } from './file-reading.ts';
import type {
  FileReport,
  ImportReport,
  ManuscriptProblem,
  NormalisationRule,
  TextPlace,
  WantedPicture,
} from './import-report.ts';
import { readLeaderLine } from './leader-lines.ts';
import { ManuscriptError } from './manuscript-error.ts';
import { settleMasthead } from './masthead-facts.ts';
import {
  awaitedOf,
  captionExcerpt,
  captionWords,
  type NoteSource,
  notesOfImport,
} from './notes-of-import.ts';
import { oddCharacters } from './odd-characters.ts';
import { type OtherPaper, otherPaper } from './other-paper.ts';
import { keepPictureStories, keepRunningText } from './place-pictures.ts';
import { recogniseHeadings } from './recognise-headings.ts';
import { takeMasthead } from './recognise-masthead.ts';
import { choosePublication } from './recognise-publication.ts';
import type { LedgerEntry } from './source-lines.ts';
import type { Assembly } from './story-desk.ts';
import { EMPTY_TEXT } from './traced-text.ts';
import { makeWhole, type WholeStory } from './whole-stories.ts';

export interface Manuscript {
  readonly name: string;
  readonly text: string;
  /** What the reader of the source has to tell; their lines are those of `text`. */
  readonly notes?: readonly CopyNote[];
  /** False where the source has no lines of its own: Word, the clipboard. */
  readonly numbered?: boolean;
}

export interface ManuscriptOptions {
  /** Without it the publication is recognised from the copy. */
  readonly publication?: PublicationId;
}

export interface ImportResult {
  /** Stories in the order of the copy, with the notes of the import; no pages, no pictures yet (`report.pictures` lists those wanted). */
  readonly issue: Issue;
  readonly report: ImportReport;
}

/**
 * Throws ManuscriptError where there is no copy at all, or `options.publication` names none. Files are read in the
 * order given, which is the order of rank. The first masthead that states a fact settles it.
 */
export const readManuscripts = (
  manuscripts: readonly Manuscript[],
  publications: readonly Publication[],
  options: ManuscriptOptions = {},
): ImportResult => {
  if (manuscripts.length === 0) throw new ManuscriptError('稿件', '没有给出文件，请至少选一份稿件。');
  const files = manuscripts.map(({ name, text }) => openManuscript(name, text));
  const mastheads = files.map((file) => takeMasthead(file, publications));
  const facts = mastheads.flatMap((masthead) => masthead.facts);
  const { profile, recognised } = choosePublication(files, facts, publications, options.publication);
  const other = recognised.kind === profile.kind ? otherPaper(files, facts, profile, publications) : null;
  // Whoever names the publication means it.
  const isMeant = options.publication !== undefined;
  const masthead = settleMasthead(profile, facts, recognised.kind, isMeant ? null : other);
  const { nameplate } = masthead.publication.masthead;
  const problems: ManuscriptProblem[] = [
    ...masthead.problems,
    ...(other ? [otherPaperProblem(other, profile, nameplate, isMeant)] : []),
  ];
  const assembly: Assembly = { stories: [], pictures: [], waiting: new Set(), waitingByHeadline: new Map() };
  const endLines: EndLine[] = [];
  files.forEach((file, i) => {
    for (const line of readCopy(file, mastheads[i]!.taken, assembly, problems)) endLines.push(line);
  });

  const isPrinted =
    profile.kind === 'newspaper' &&
    recognised.kind === 'newspaper' &&
    assembly.stories.some(({ kind }) => kind !== 'notice');
  const imprint = takeImprint(endLines, masthead.imprint, isPrinted);
  const left = assembly.stories.filter((draft) => draft.kind !== 'notice' || draft.paragraphs.length > 0);
  keepPictureStories(assembly.pictures);
  keepRunningText(assembly.pictures);
  const places = new Map<LedgerEntry, TextPlace>();
  const ids = new Map<DraftStory, StoryId>(assembly.stories.map((draft, i) => [draft, `s${i + 1}`]));
  const whole = new Map(left.map((draft) => [draft, makeWhole(draft, ids.get(draft)!, places)]));
  const pictures = assembly.pictures.map(
    ({ story, paragraph: _, ...picture }): WantedPicture => ({
      ...picture,
      story: story ? (ids.get(story) ?? null) : null,
      paragraph: paragraphOf(story && whole.get(story), picture.line),
    }),
  );

  const fileReports = files.map((file) => reportOf(file, ids, whole, places));
  const allProblems = problems.concat(
    oddCharacters(files),
    [...whole.values()].flatMap((story) => story.problems),
    pictures.filter((picture) => picture.file === '').map(pictureProblem),
  );
  const sources = manuscripts.map(
    ({ name, notes = [], numbered = true }, i): NoteSource => ({
      name,
      notes,
      numbered,
      placeOf: placesIn(files[i]!, whole),
    }),
  );
  const notes = notesOfImport({ files: fileReports, problems: allProblems }, sources);
  return {
    issue: {
      publication: masthead.publication,
      format: profile.defaultFormat,
      masthead: masthead.facts,
      imprint,
      stories: [...whole.values()].map(({ story }) => story),
      pages: [],
      pictures: [],
      importNotes: withNoteIds({ importNotes: [] }, notes),
    },
    report: {
      publication: { ...recognised, other: other?.name ?? null },
      readFacts: facts,
      date: masthead.facts.date,
      files: fileReports,
      pictures,
      problems: allProblems,
      counts: countRules(fileReports),
    },
  };
};

const otherPaperProblem = (
  { name, what, file, line }: OtherPaper,
  { id, name: own }: Publication,
  nameplate: string,
  isMeant: boolean,
): ManuscriptProblem => {
  const told = `${file} 第${line}行：稿件的${what}是“${name.slice(0, 40)}”，不是“${own}”${what === '报头' ? '' : '的'}`;
  const printed = nameplate === '' ? '报名空着' : `报名照稿件排“${nameplate}”`;
  return {
    kind: 'masthead-contradiction',
    severity: 'warning',
    message: isMeant
      ? `${told}；照指定仍用“${own}”的报头，请核对。`
      : `${told}，没有套用“${own}”的报头：${printed}，编印单位、准印证号等请核对补填；确要用“${own}”，请加 --publication ${id}。`,
    file,
    line,
    about: { kind: 'nameplate', text: nameplate },
  };
};

/** Reads the copy below the masthead into `assembly`; the lines of the end matter are returned. */
const readCopy = (
  file: FileReading,
  skip: number,
  assembly: Assembly,
  problems: ManuscriptProblem[],
): readonly EndLine[] => {
  // As many leaders as make a contents list (contents-list.ts).
  const leaders = file.lines.filter((line) => readLeaderLine(line.text) !== null).length;
  const elements = readElements(file, skip, { contents: leaders >= 4 });
  const end = endMatterAt(elements);
  const contents = takeContents(file, elements.slice(0, end));
  const copy = contents ? elements.slice(contents.to, end) : elements.slice(0, end);
  const lead = contents ? elements.slice(0, contents.from) : [];
  const read = (part: readonly Element[], list: ContentsList | null): void =>
    assembleStories(file, recogniseHeadings(file, part, list, problems), assembly);
  if (lead.length > 0) read(lead, null);
  if (contents) assembly.stories.push(contents.story);
  read(copy, contents);
  return addEndMatter(file, elements.slice(end), assembly);
};

const addEndMatter = (
  file: FileReading,
  elements: readonly Element[],
  assembly: Assembly,
): readonly EndLine[] => {
  const first = elements[0];
  if (!first) return [];
  const story = draftStory(file, first.line, 'notice');
  for (const e of elements) {
    if (e.kind === 'rule') {
      file.removed.push({ reason: 'separator', text: e.mark, line: e.line, story });
      continue;
    }
    story.paragraphs.push({
      role: 'body',
      text: e.text,
      byline: EMPTY_TEXT,
      line: e.line,
      gap: e.gap,
      apart: true,
    });
    file.recognitions.push({ kind: 'end-matter', text: e.text.text, line: e.line, confidence: 0.9, story });
  }
  assembly.stories.push(story);
  return story.paragraphs.map((paragraph) => ({ story, paragraph }));
};

const pictureProblem = (picture: WantedPicture): ManuscriptProblem => ({
  kind: 'missing-picture',
  severity: 'warning',
  message: `${picture.from} 第${picture.line}行：有${captionExcerpt(picture)}，没有图片文件，请补图。`,
  file: picture.from,
  line: picture.line,
  words: captionWords(picture),
  about: awaitedOf(picture),
  ...(picture.story === null ? {} : { story: picture.story }),
});

/** Index of the last of ascending line numbers that is not beyond `line`; -1 for none. */
const lastUpTo = (lines: readonly number[], line: number): number => {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** The paragraph of the story that a line stood in or after. */
const paragraphOf = (story: WholeStory | null | undefined, line: number): number | null => {
  const index = lastUpTo(story?.lines ?? [], line);
  return index < 0 ? null : index;
};

/** The story of the file that a line belongs to: the last that begins at or before it, else the first. */
const placesIn = (file: FileReading, whole: ReadonlyMap<DraftStory, WholeStory>): NoteSource['placeOf'] => {
  const own = [...whole].filter(([draft]) => draft.file === file).sort(([a], [b]) => a.line - b.line);
  const starts = own.map(([draft]) => draft.line);
  return (line) => {
    const at = own[Math.max(0, line === null ? 0 : lastUpTo(starts, line))];
    if (!at) return { story: null, paragraph: null };
    return { story: at[1].story.id, paragraph: line === null ? null : paragraphOf(at[1], line) };
  };
};

const reportOf = (
  file: FileReading,
  ids: ReadonlyMap<DraftStory, StoryId>,
  whole: ReadonlyMap<DraftStory, WholeStory>,
  places: ReadonlyMap<LedgerEntry, TextPlace>,
): FileReport => {
  const idOf = (story: DraftStory | null): StoryId | null => (story ? (ids.get(story) ?? null) : null);
  const byLine = <T extends { line: number }>(entries: readonly T[]): T[] =>
    [...entries].sort((a, b) => a.line - b.line);
  return {
    file: file.name,
    lines: file.total,
    recognitions: byLine(file.recognitions).map((entry) => ({ ...entry, story: idOf(entry.story) })),
    normalisations: file.ledger
      .map((entry) => ({ ...entry, place: places.get(entry) ?? null }))
      .sort((a, b) => a.line - b.line || a.column - b.column),
    removed: byLine(file.removed).map((entry) => ({
      ...entry,
      story: idOf(entry.story),
      paragraph: paragraphOf(entry.story && whole.get(entry.story), entry.line),
    })),
  };
};

const countRules = (reports: readonly FileReport[]): ImportReport['counts'] => {
  const counts: Partial<Record<NormalisationRule, number>> = {};
  for (const { normalisations } of reports)
    for (const { rule } of normalisations) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
};
