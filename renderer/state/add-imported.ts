/**
 * What imported files become in the issue, as one edit: stories with ids of their own, pictures at the story that
 * they were dropped on or that names them, else as a story of their own (图片新闻), facts of the masthead only where
 * the issue has none; and the notes of the import, which come and go with it. Nothing that stands is replaced; what finds no place on the page waits in the tray. Pure.
 */
import type { ImportedFile } from '../../core/contract/ipc.ts';
import type { Engine } from '../../core/engine/engine.ts';
import { storyAwaiting } from '../../core/issue/awaited-pictures.ts';
import { type EditedIssue, inTurn } from '../../core/issue/edit.ts';
import {
  addImportNotes,
  addPicture,
  addStory,
  addStoryPicture,
  frameAt,
  type NewImportNote,
  nextStoryId,
  placePicture,
  setMasthead,
  withNoteIds,
} from '../../core/issue/edits.ts';
import {
  emptyStory,
  type FrameId,
  type GridBox,
  type Issue,
  type MastheadFacts,
  type PictureInfo,
  type Story,
  type StoryId,
  type StoryPicture,
  storyOf,
} from '../../core/issue/issue.ts';
import { cellAt } from '../../core/makeup/column-grid.ts';
import { frameGeometry } from '../../core/makeup/frame-geometry.ts';
import { pictureBox } from '../../core/makeup/story/picture-block.ts';
import { formatOf } from '../../core/publication/publication.ts';
import type { Typesetting } from '../../core/typeset/typesetting.ts';
import { importStrings } from '../strings/panels.ts';

export type ImportTarget =
  | { readonly kind: 'tray' }
  | { readonly kind: 'story'; readonly story: StoryId }
  | { readonly kind: 'frame'; readonly frame: FrameId }
  /** `page` from 0; points from its top left corner. */
  | { readonly kind: 'page'; readonly page: number; readonly at: { readonly x: number; readonly y: number } };

export interface Addition {
  readonly edited: EditedIssue;
  /** Import notes that came with it. */
  readonly notes: number;
  readonly stories: number;
  readonly pictures: number;
  /** Pictures that their frame had no room for: the story has them. */
  readonly withoutRoom: number;
  /** The stories that were added, in order. */
  readonly added: readonly StoryId[];
}

type Step = (issue: Issue) => EditedIssue;

/** Fewest lines that a picture is shown in. */
const LEAST_PICTURE = 3;

/** Where the picture of that index goes in the frame: below those that stand there; null where no room is left. */
const roomInFrame = (issue: Issue, id: FrameId, index: number, typesetting: Typesetting): GridBox | null => {
  const { frame } = frameAt(issue, id);
  const picture = storyOf(issue, frame.story).pictures[index];
  const info = issue.pictures.find((p) => p.id === picture?.picture);
  if (!picture || !info) return null;
  const format = formatOf(issue.publication, issue.format);
  const { columns, rows } = frameGeometry(format, frame);
  const box = pictureBox(info, picture, columns, format, issue.publication.stylebook, typesetting);
  const line = frame.pictures
    .filter(
      ({ box: other }) => other.column < box.column + box.span && box.column < other.column + other.span,
    )
    .reduce((foot, { box: other }) => Math.max(foot, other.line + other.lines), 0);
  const lines = Math.min(box.lines, rows - line);
  return lines < LEAST_PICTURE ? null : { ...box, line, lines };
};

const missingFacts = (has: MastheadFacts, files: readonly ImportedFile[]): Partial<MastheadFacts> => {
  const stated = files.flatMap((file) => (file.kind === 'stories' && file.facts ? [file.facts] : []));
  const first = <Field extends keyof MastheadFacts>(field: Field) =>
    has[field] === null ? stated.find((facts) => facts[field] !== null) : undefined;
  const date = first('date')?.date;
  const number = first('number')?.number;
  const totalNumber = first('totalNumber')?.totalNumber;
  return {
    ...(date == null ? {} : { date }),
    ...(number == null ? {} : { number }),
    ...(totalNumber == null ? {} : { totalNumber }),
  };
};

/** The frame and the story that a dropped picture belongs to; nulls for a story of its own. */
const picturesGoTo = (
  issue: Issue,
  target: ImportTarget,
): { readonly frame: FrameId | null; readonly story: StoryId | null } => {
  const frames = issue.pages.flatMap((page) => page.frames);
  if (target.kind === 'frame') {
    const frame = frames.find(({ id }) => id === target.frame);
    return { frame: frame?.id ?? null, story: frame?.story ?? null };
  }
  if (target.kind !== 'story' || !issue.stories.some(({ id }) => id === target.story))
    return { frame: null, story: null };
  return { frame: firstFrameOf(issue, target.story), story: target.story };
};

const firstFrameOf = ({ pages }: Issue, story: StoryId): FrameId | null =>
  pages.flatMap(({ frames }) => frames).find((frame) => frame.story === story)?.id ?? null;

/** A file that was not taken stays in the list until somebody has dealt with it. */
const failureNote = (message: string): NewImportNote => ({
  file: '',
  line: null,
  severity: 'warning',
  message: message.replaceAll('\n', ' '),
  story: null,
  words: '',
  paragraph: null,
});

const pageStep =
  (engine: Engine, { page, at }: ImportTarget & { kind: 'page' }, story: StoryId): Step =>
  (issue) => {
    const format = formatOf(issue.publication, issue.format);
    const { column, line } = cellAt(format, at);
    // A margin belongs to the column or line beside it.
    const within = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
    const cell = { column: within(column, format.columns), line: within(line, format.lines) };
    const placing = engine.placing(issue);
    const suggested = page < issue.pages.length ? placing.suggestFrame(page, story, cell) : null;
    return suggested ? placing.placeSuggested(page, suggested) : inTurn(issue, '', []);
  };

export const addImported = (
  engine: Engine,
  issue: Issue,
  given: readonly ImportedFile[],
  target: ImportTarget,
  failures: readonly string[] = [],
): Addition => {
  const steps: Step[] = [];
  const notes: NewImportNote[] = [];
  const added: Story[] = [];
  const pictures = new Set<string>();
  let texts = 0;
  let withoutRoom = 0;
  const goesTo = picturesGoTo(issue, target);
  const nextPicture = new Map<StoryId, number>(
    issue.stories.map(({ id, pictures: own }) => [id, own.length]),
  );
  // Stories come before pictures: a picture goes to the story that names it.
  const files = [
    ...given.filter(({ kind }) => kind === 'stories'),
    ...given.filter(({ kind }) => kind === 'picture'),
  ];

  let wanted: Pick<Issue, 'importNotes'> = issue;
  const newId = () => nextStoryId({ ...issue, stories: [...issue.stories, ...added] });
  const addNew = (story: Story): void => {
    added.push(story);
    steps.push((at) => addStory(at, story));
  };
  const know = (picture: PictureInfo): void => {
    pictures.add(picture.id);
    steps.push((at) => addPicture(at, picture));
  };
  const attach = (story: StoryId, picture: StoryPicture, frame: FrameId | null): void => {
    steps.push((at) => addStoryPicture(at, story, picture));
    const index = nextPicture.get(story) ?? 0;
    nextPicture.set(story, index + 1);
    if (frame !== null)
      steps.push((at) => {
        const box = roomInFrame(at, frame, index, engine);
        if (box) return placePicture(at, frame, { index, box });
        withoutRoom++;
        return inTurn(at, '', []);
      });
  };

  for (const file of files) {
    const ids = new Map<StoryId, StoryId>();
    if (file.kind === 'stories') {
      file.pictures.forEach(know);
      for (const story of file.stories) {
        const id = newId();
        ids.set(story.id, id);
        nextPicture.set(id, story.pictures.length);
        addNew({ ...story, id });
        texts++;
      }
      const own = file.notes.map((note) => ({
        ...note,
        story: note.story === null ? null : (ids.get(note.story) ?? null),
      }));
      notes.push(...own);
      // Before the pictures, which answer them.
      if (own.length > 0) steps.push((at) => addImportNotes(at, own));
      wanted = { importNotes: [...wanted.importNotes, ...withNoteIds(wanted, own)] };
      continue;
    }
    know(file.picture);
    // A file's name is no caption: the story's own words are, where they wait for it.
    const picture = { picture: file.picture.id, caption: '', credit: '' };
    const named = goesTo.story === null ? storyAwaiting(wanted, file.name) : null;
    const story = goesTo.story ?? named;
    if (story !== null) attach(story, picture, goesTo.frame ?? firstFrameOf(issue, story));
    else addNew({ ...emptyStory(newId()), pictures: [picture] });
    const own = file.notes.map((note) => ({ ...note, story: story ?? added.at(-1)!.id }));
    notes.push(...own);
    if (own.length > 0) steps.push((at) => addImportNotes(at, own));
  }
  const failed = failures.map(failureNote);
  if (failed.length > 0) steps.push((at) => addImportNotes(at, failed));
  const facts = missingFacts(issue.masthead, files);
  if (Object.keys(facts).length > 0) steps.push((at) => setMasthead(at, facts));
  const only = added[0];
  // Several stories have no place under one pointer.
  if (target.kind === 'page' && only && added.length === 1) steps.push(pageStep(engine, target, only.id));

  const name =
    texts > 0
      ? importStrings.addStories
      : pictures.size > 0
        ? importStrings.addPictures
        : importStrings.addNotes;
  const edited = inTurn(issue, name, steps);
  return {
    edited,
    notes: notes.length,
    stories: texts,
    pictures: pictures.size,
    withoutRoom,
    added: added.map(({ id }) => id),
  };
};
