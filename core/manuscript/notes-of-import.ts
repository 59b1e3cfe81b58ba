/**
 * The import notes 导入提示 of a reading: what the report tells that the issue cannot tell of itself. Words that were
 * taken out, so that they can be put back; guesses and gaps; what the reader of a source had to say. What is told
 * from the issue at any time (a headline that is missing, an empty date) is no note: it goes when it is mended.
 */
import type { NewImportNote } from '../issue/import-notes.ts';
import type { NoteSubject, StoryId } from '../issue/issue.ts';
import type { CopyNote } from './copy-note.ts';
import type { ImportReport, ManuscriptProblem, RemovedPassage, WantedPicture } from './import-report.ts';

/** Where a line of a file stands in the issue. */
export interface LinePlace {
  readonly story: StoryId | null;
  /** Null before the story's first. */
  readonly paragraph: number | null;
}

export interface NoteSource {
  readonly name: string;
  readonly notes: readonly CopyNote[];
  /** False: its lines are the reader's own (Word, the clipboard), and mean nothing to an editor. */
  readonly numbered: boolean;
  readonly placeOf: (line: number | null) => LinePlace;
}

/** Reasons of removal whose words an editor may want back; the others are marks of the copy. */
const KEPT_WORDS: Readonly<Partial<Record<RemovedPassage['reason'], (text: string) => string>>> = {
  'jump-line': (text) => `手写的“${text}”已从正文取出；转版由程序排出。`,
  duplicate: (text) => `重复的“${short(text)}”只留一处，取出的可以放回。`,
};

/** Notes of one import; a list of more is no list. */
const MOST_NOTES = 2_000;
/** UTF-16 units of a message, a caption. */
const LONGEST = 1_000;
const LONGEST_FILE = 255;

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** The reading's notes, file by file, in the order of the lines. */
export const notesOfImport = (
  { files, problems }: Pick<ImportReport, 'files' | 'problems'>,
  sources: readonly NoteSource[],
): readonly NewImportNote[] => {
  const told = problems.filter(({ live }) => live !== true);
  const names = new Set(sources.map(({ name }) => name));
  const whole = told.filter(({ file }) => file === undefined || !names.has(file));
  const seen = new Set<string>();
  const notes = sources.flatMap((source, index) => {
    // Of two files of one name the first has the problems that name it.
    const own = seen.has(source.name) ? [] : told.filter(({ file }) => file === source.name);
    seen.add(source.name);
    return inLineOrder([
      ...own.map((problem) => ofProblem(problem, source)),
      ...ofRemovals(files[index]?.removed ?? [], own, source),
      ...source.notes.map((note) => ofCopyNote(note, source)),
    ]);
  });
  return folded([...whole.map((problem) => ofProblem(problem, null)), ...notes]);
};

/** What becomes a note: made only where the list is not full, for hostile copy has a hundred thousand jump lines. */
interface Told {
  readonly line: number;
  readonly words: string;
  readonly make: () => NewImportNote;
}

const inLineOrder = (told: readonly Told[]): readonly Told[] => [...told].sort((a, b) => a.line - b.line);

const NOWHERE: LinePlace = { story: null, paragraph: null };

const ofProblem = (problem: ManuscriptProblem, source: NoteSource | null): Told => ({
  line: problem.line ?? 0,
  words: problem.words ?? '',
  make: () => noteOfProblem(problem, source),
});

const noteOfProblem = (problem: ManuscriptProblem, source: NoteSource | null): NewImportNote => {
  const isOfHead = problem.about?.kind === 'nameplate' || problem.about?.kind === 'date';
  const at = (isOfHead ? null : source?.placeOf(problem.line ?? null)) ?? NOWHERE;
  const own =
    problem.story !== undefined && problem.story !== at.story ? { ...at, story: problem.story } : at;
  return made(source, problem.line ?? null, own, {
    severity: problem.severity === 'note' ? 'note' : 'warning',
    message: problem.message,
    words: problem.words ?? '',
    ...(problem.about === undefined ? {} : { about: problem.about }),
  });
};

const ofRemovals = (
  removed: readonly RemovedPassage[],
  told: readonly ManuscriptProblem[],
  source: NoteSource,
): readonly Told[] => {
  const known = new Set(told.map(({ line, words }) => `${line} ${words ?? ''}`));
  return removed.flatMap(({ reason, text, line, story, paragraph }) => {
    const sentence = KEPT_WORDS[reason];
    if (!sentence || known.has(`${line} ${text}`)) return [];
    const make = () => {
      const at = story === null ? source.placeOf(line) : { story, paragraph };
      const message = `${source.name} 第${line}行：${sentence(text)}`;
      return made(source, line, at, { severity: 'note', message, words: text });
    };
    return [{ line, words: text, make }];
  });
};

const ofCopyNote = ({ severity, message, words, line }: CopyNote, source: NoteSource): Told => ({
  line: line ?? 0,
  words,
  make: () =>
    made(source, line, source.placeOf(line), {
      severity,
      message: message.includes(source.name) ? message : `${source.name}：${message}`,
      words,
    }),
});

const made = (
  source: NoteSource | null,
  line: number | null,
  { story, paragraph }: LinePlace,
  note: Pick<NewImportNote, 'severity' | 'message' | 'words' | 'about'>,
): NewImportNote => {
  const numbered = source?.numbered !== false;
  const message = numbered ? note.message : note.message.replace(/ 第\d+行(?=[：的要])/u, '');
  return {
    ...note,
    // Marks would be put back as asterisks and tags; a power must not become a digit.
    words: note.words
      .replaceAll('**', '')
      .replaceAll('<sup>', '^')
      .replace(/<\/?su[bp]>/gu, ''),
    file: (source?.name ?? '').slice(0, LONGEST_FILE),
    line: numbered ? line : null,
    message: message.replaceAll('\n', ' ').slice(0, LONGEST),
    story,
    paragraph: story === null ? null : paragraph,
  };
};

/** What is beyond the list is told as one, with all its words. */
const folded = (told: readonly Told[]): readonly NewImportNote[] => {
  if (told.length <= MOST_NOTES) return told.map(({ make }) => make());
  const rest = told.slice(MOST_NOTES - 1);
  const { about: _, ...first } = rest[0]!.make();
  const words = rest.map((note) => note.words).filter((text) => text !== '');
  const message = `这次导入的提示太多，其余${rest.length}条并作一条，取出的文字都在这里。`;
  return [
    ...told.slice(0, MOST_NOTES - 1).map(({ make }) => make()),
    { ...first, severity: 'warning', message, words: words.join('\n') },
  ];
};

/** What the story waits for: a picture that the copy names or only captions, and that did not come. */
export const awaitedOf = ({ file, caption, credit }: WantedPicture): NoteSubject => {
  const fits = caption.length <= LONGEST && credit.length <= LONGEST;
  return {
    kind: 'picture',
    file: file.slice(-LONGEST_FILE),
    caption: fits ? caption : '',
    credit: fits ? credit : '',
  };
};

/** A caption as it stood in the copy. */
export const captionWords = ({ caption, credit }: WantedPicture): string =>
  [caption, credit].filter((text) => text !== '').join('\u3000');

/** The caption within a sentence, its end left out where it is long. */
export const captionExcerpt = (picture: WantedPicture): string => `图注“${short(captionWords(picture))}”`;

/** What goes with a picture that did not come. */
const withCaption = (picture: WantedPicture, message: string): string =>
  captionWords(picture) === '' ? message : `${message}${captionExcerpt(picture)}也没有排。`;

/** The note of a picture that did not come. `message` says why; `numbered` as NoteSource's. */
export const missingPictureNote = (
  picture: WantedPicture,
  message: string,
  numbered: boolean,
): NewImportNote => ({
  ...takenPictureNote(picture, withCaption(picture, message), numbered),
  severity: 'warning',
  words: captionWords(picture),
  about: awaitedOf(picture),
});

/** The note of a picture that came: that it was converted, say. */
export const takenPictureNote = (
  { from, line, story, paragraph }: WantedPicture,
  message: string,
  numbered: boolean,
): NewImportNote => ({
  file: from.slice(0, LONGEST_FILE),
  line: numbered ? line : null,
  severity: 'note',
  message: message.replaceAll('\n', ' ').slice(0, LONGEST),
  story,
  words: '',
  paragraph: story === null ? null : paragraph,
});
