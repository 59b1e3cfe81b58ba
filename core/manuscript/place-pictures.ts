/**
 * Notes the pictures that the copy asks for, ![caption](file), and captions that stand as lines of their own, below
 * their picture or above one without words. The bytes come from elsewhere, so the story gets its pictures later; here
 * they go to the list of wanted pictures.
 */
import { captionCreditAt, isCaption, isPictureStory, mayBeRunningText } from './captions.ts';
import type { Element } from './elements.ts';
import { withScriptCharacters } from './script-characters.ts';
import type { DraftPicture, StoryDesk } from './story-desk.ts';
import { EMPTY_TEXT, type TracedText } from './traced-text.ts';

/** Captions have no marks. */
const withScripts = (desk: StoryDesk, text: TracedText, line: number): TracedText =>
  withScriptCharacters(text, desk.file, line, (signs) => desk.remove('markup', signs, line));

export const placePicture = (desk: StoryDesk, e: Element & { readonly kind: 'picture' }): void => {
  const { text } = withScripts(desk, e.text, e.line);
  const above = desk.captionAbove;
  desk.captionAbove = null;
  const at = captionCreditAt(text);
  const own = { caption: text.slice(0, at).trim(), credit: text.slice(at).trim() };
  const { caption, credit } = above ?? own;
  desk.addPicture({ file: e.file, caption, credit, story: desk.current, from: desk.file.name, line: e.line });
  desk.remove('markup', e.mark, e.line);
  desk.note('picture', e.file, e.line, 0.98);
};

/** A line such as 图为…; false where it is none. `before` and `next` are the elements about it. */
export const placeCaption = (
  desk: StoryDesk,
  e: Element,
  before: Element | undefined,
  next: Element | undefined,
): boolean => {
  const above = before?.kind === 'picture' ? desk.assembly.pictures.at(-1) : undefined;
  const isAboveOne = above === undefined && next?.kind === 'picture' && next.text.text === '';
  if (!isCaption(e.text.text, above !== undefined || isAboveOne)) return false;
  const text = withScripts(desk, e.text, e.line);
  const at = captionCreditAt(text.text);
  const caption = text.text.slice(0, at).trim();
  const credit = text.text.slice(at).trim();
  desk.note('caption', text.text, e.line, above ? 0.95 : 0.75);
  if (isAboveOne) {
    desk.captionAbove = { caption, credit };
    return true;
  }
  if (!above) {
    const place = { story: desk.current, from: desk.file.name, line: e.line };
    desk.addPicture({ file: '', caption, credit, ...place, paragraph: { text, line: e.line, gap: e.gap } });
    return true;
  }
  // The caption is often typed twice, in the picture's mark and below it.
  if (above.caption === caption) desk.remove('duplicate', caption, e.line, above.story);
  else above.caption = above.caption === '' ? caption : `${above.caption}\u3000${caption}`;
  if (above.credit === '') above.credit = credit;
  else desk.remove('duplicate', credit, e.line, above.story);
  return true;
};

/**
 * A headline over nothing but a sentence with its photographer is a story in itself until its picture comes: the
 * sentence is printed.
 */
export const keepPictureStories = (pictures: DraftPicture[]): void => {
  const empty = new Set(
    pictures.flatMap(({ story }) =>
      story && story.kind === 'article' && story.paragraphs.length === 0 ? [story] : [],
    ),
  );
  for (const { story, file } of pictures) if (story && file !== '') empty.delete(story);
  for (let i = pictures.length - 1; i >= 0; i--) {
    const { story, paragraph } = pictures[i]!;
    if (!story || !paragraph || !empty.has(story) || !isPictureStory(paragraph.text.text)) continue;
    story.paragraphs.unshift({ role: 'body', byline: EMPTY_TEXT, apart: true, ...paragraph });
    pictures.splice(i, 1);
  }
};

/**
 * What opens as a caption, between paragraphs of a story that has no picture at all, goes back to its place among them
 * where it is longer than captions are.
 */
export const keepRunningText = (pictures: DraftPicture[]): void => {
  const illustrated = new Set(pictures.flatMap(({ story, file }) => (story && file !== '' ? [story] : [])));
  for (let i = pictures.length - 1; i >= 0; i--) {
    const { story, paragraph, credit, line } = pictures[i]!;
    if (!story || !paragraph || credit !== '' || illustrated.has(story)) continue;
    if (story.kind !== 'article' || !mayBeRunningText(paragraph.text.text)) continue;
    const at = story.paragraphs.findIndex((other) => other.line > line);
    if (at <= 0) continue;
    story.paragraphs.splice(at, 0, { role: 'body', byline: EMPTY_TEXT, apart: true, ...paragraph });
    pictures.splice(i, 1);
  }
};
