/**
 * Notes the pictures that the copy asks for, ![caption](file), and captions that stand as lines of their own. The
 * bytes come from elsewhere, so the story gets its pictures later; here they go to the list of wanted pictures.
 */
import { captionCreditAt, isCaption } from './captions.ts';
import type { Element } from './elements.ts';
import { withScriptCharacters } from './script-characters.ts';
import type { StoryDesk } from './story-desk.ts';
import { type TracedText, untouched } from './traced-text.ts';

/** Captions have no marks. */
const withScripts = (desk: StoryDesk, text: TracedText, line: number): TracedText =>
  withScriptCharacters(text, desk.file, line, (signs) => desk.remove('markup', signs, line));

export const placePicture = (desk: StoryDesk, e: Element & { readonly kind: 'picture' }): void => {
  const { text } = withScripts(desk, e.text, e.line);
  const at = captionCreditAt(text);
  const caption = text.slice(0, at).trim();
  const credit = text.slice(at).trim();
  desk.addPicture({ file: e.file, caption, credit, story: desk.current, from: desk.file.name, line: e.line });
  desk.remove('markup', e.mark, e.line);
  desk.note('picture', e.file, e.line, 0.98);
};

/** A line such as 图为…; false where it is none. `before` is the element above it. */
export const placeCaption = (
  desk: StoryDesk,
  source: string,
  e: Element,
  before: Element | undefined,
): boolean => {
  if (!isCaption(source)) return false;
  const { text } = withScripts(desk, untouched(source), e.line);
  const at = captionCreditAt(text);
  const caption = text.slice(0, at).trim();
  const credit = text.slice(at).trim();
  const above = before?.kind === 'picture' ? desk.assembly.pictures.at(-1) : undefined;
  desk.note('caption', text, e.line, above ? 0.95 : 0.75);
  if (!above) {
    desk.addPicture({ file: '', caption, credit, story: desk.current, from: desk.file.name, line: e.line });
    return true;
  }
  // The caption is often typed twice, in the picture's mark and below it.
  if (above.caption === caption) desk.remove('duplicate', caption, e.line, above.story);
  else above.caption = above.caption === '' ? caption : `${above.caption}\u3000${caption}`;
  if (above.credit === '') above.credit = credit;
  else desk.remove('duplicate', credit, e.line, above.story);
  return true;
};
