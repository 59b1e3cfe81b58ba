/**
 * Types one character into a paragraph and takes it away again, in turn, so that the text does not grow however long
 * it is measured. Edits go through the program's own functions, patches and all.
 */
import type { Issue, Story } from '../../core/issue/issue.ts';
import { replaceText } from '../../core/issue/story-edits.ts';

export interface Place {
  readonly story: string;
  readonly paragraph: number;
  /** UTF-16 offset. */
  readonly at: number;
}

const lengthOf = (story: Story): number => story.paragraphs.reduce((sum, { text }) => sum + text.length, 0);

/** The middle of the first, the middle and the last paragraph of body in the longest story. */
export const placesIn = (
  issue: Issue,
): { readonly first: Place; readonly middle: Place; readonly last: Place } => {
  const longest = issue.stories.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  const body = longest.paragraphs.flatMap(({ role, text }, index) =>
    role === 'body' && text.length > 1 ? [index] : [],
  );
  if (body.length === 0) throw new Error(`the longest story has no body: ${longest.id}`);
  const place = (paragraph: number): Place => {
    const { text } = longest.paragraphs[paragraph]!;
    let at = text.length >> 1;
    while (at > 0 && !(isHan(text[at - 1]!) && isHan(text[at]!))) at--;
    return { story: longest.id, paragraph, at };
  };
  return { first: place(body[0]!), middle: place(body[body.length >> 1]!), last: place(body.at(-1)!) };
};

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

export class Typist {
  private typed = false;

  constructor(
    private now: Issue,
    private readonly place: Place,
    private readonly character: string,
  ) {}

  get issue(): Issue {
    return this.now;
  }

  /** The issue after the next edit. */
  edit(): Issue {
    const { story, paragraph, at } = this.place;
    const to = this.typed ? at + this.character.length : at;
    this.now = replaceText(this.now, story, paragraph, at, to, this.typed ? '' : this.character).issue;
    this.typed = !this.typed;
    return this.now;
  }
}
