/**
 * The text of one dropped file as stories, by the manuscript reader that the command line uses; pictures that came
 * with it are given to the stories that name them. What the reader says of a whole issue's masthead is left out: a
 * dropped manuscript is a part of an issue.
 */
import type { ImportedFile } from '../../core/contract/ipc.ts';
import type { NewImportNote } from '../../core/issue/import-notes.ts';
import type { Issue, PictureId, PictureInfo, Story } from '../../core/issue/issue.ts';
import { withHeadlineBreaks } from '../../core/manuscript/headline-breaks.ts';
import type { WantedPicture } from '../../core/manuscript/import-report.ts';
import { missingPictureNote, takenPictureNote } from '../../core/manuscript/notes-of-import.ts';
import { readManuscripts } from '../../core/manuscript/read-manuscripts.ts';
import { PUBLICATIONS } from '../../core/publication/profiles/profiles.ts';
import type { Copy } from './read-copy.ts';
import { readPicture } from './read-picture.ts';
import { withoutGuards } from './run-in-guard.ts';
import { segmentWords } from './word-segmenter.ts';

export interface ImportResult {
  readonly imported: ImportedFile;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
}

/** Throws ManuscriptError where there is no text. */
export const readStories = async (
  name: string,
  { text, pictures, notes, numbered = true }: Copy,
): Promise<ImportResult> => {
  const read = readManuscripts([{ name, text, notes, numbered }], PUBLICATIONS);
  const { report } = read;
  const issue = withHeadlineBreaks(withoutGuards(read.issue), segmentWords);
  const { stories } = issue;
  const found = await readPictures(report.pictures, pictures, numbered);
  const { date, number, totalNumber } = issue.masthead;
  const { other } = report.publication;
  const unique = new Map([...found.infos.values()].map((info) => [info.id, info]));
  return {
    imported: {
      kind: 'stories',
      name,
      stories: stories.map((story, index) => withPictures(story, index === 0, report.pictures, found.infos)),
      facts:
        other !== null || (date === null && number === null && totalNumber === null) ? null : issue.masthead,
      paper: other,
      pictures: [...unique.values()],
      notes: [...ofStories(issue), ...found.notes],
    },
    pictures: found.bytes,
  };
};

/** The window asks what is to become of another paper's nameplate. */
const ofStories = ({ importNotes }: Issue): readonly NewImportNote[] =>
  importNotes.filter(({ about }) => about?.kind !== 'nameplate').map(({ id: _, ...note }) => note);

const readPictures = async (
  wanted: readonly WantedPicture[],
  given: ReadonlyMap<string, Uint8Array>,
  numbered: boolean,
) => {
  const infos = new Map<WantedPicture, PictureInfo>();
  const bytes = new Map<PictureId, Uint8Array>();
  const notes: NewImportNote[] = [];
  for (const picture of wanted) {
    if (picture.file === '') continue;
    const place = numbered ? `${picture.from} 第${picture.line}行` : picture.from;
    const warn = (message: string) => notes.push(missingPictureNote(picture, message, numbered));
    const content = given.get(picture.file);
    if (!content) {
      warn(`${place}要用的图片“${picture.file.slice(0, 80)}”没有随稿件来，请另行拖入。`);
      continue;
    }
    try {
      const read = await readPicture(content, picture.file);
      infos.set(picture, read.info);
      bytes.set(read.info.id, read.bytes);
      for (const note of read.notes) notes.push(takenPictureNote(picture, `${place}：${note}`, numbered));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      warn(`${place}的图片没有带过来：${error.message}`);
    }
  }
  return { infos, bytes, notes };
};

/** A picture above the first headline goes with the first story. */
const withPictures = (
  story: Story,
  isFirst: boolean,
  wanted: readonly WantedPicture[],
  infos: ReadonlyMap<WantedPicture, PictureInfo>,
): Story => ({
  ...story,
  pictures: wanted.flatMap((picture) => {
    const info = infos.get(picture);
    const isIts = picture.story === story.id || (picture.story === null && isFirst);
    return info && isIts ? [{ picture: info.id, caption: picture.caption, credit: picture.credit }] : [];
  }),
});
