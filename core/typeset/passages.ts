/**
 * A story's body as passages in the order in which they are set: standfirst, paragraphs with their bylines, byline,
 * credit, the page that refers point to. One list, so that a galley can be taken up again anywhere. Pure.
 */
import { type Cache, family, kept } from '../cache.ts';
import type { Mark, Paragraph, Story, StoryKind } from '../issue/issue.ts';
import { chineseNumeral } from '../numerals.ts';
import type { Stylebook } from '../publication/publication.ts';
import { type PassageStyles, passageStyles } from './passage-styles.ts';
import type { SetStyle } from './set-style.ts';

export type GalleyRole = 'standfirst' | 'body' | 'subhead' | 'byline' | 'credit';
/** Which text of the story: bylines of briefs and the story's own are told apart. */
export type GalleyPart = 'standfirst' | 'body' | 'item-byline' | 'byline' | 'credit';

export interface Passage {
  readonly role: GalleyRole;
  readonly part: GalleyPart;
  /** Index of the paragraph in the body; 0 in the other parts. */
  readonly paragraph: number;
  /** As it is set. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Characters at the head of `text` that the program made (●) and the story has not; all of it where `made`. */
  readonly prefix: number;
  readonly made: boolean;
  readonly style: SetStyle;
  /** Set right, on the last line of what stands before it where there is room. */
  readonly right: boolean;
  readonly keepWithNext: boolean;
  /** An item of a list: a brief, a refer. */
  readonly item: boolean;
  /** The paragraph that the passage is the whole of: what it is kept by. */
  readonly kept: Paragraph | null;
}

const BULLET = '●';
const opensWithBullet = (text: string): boolean => /^[●○■□▲△◆◇★☆·•]/u.test(text);

const plain = {
  marks: [],
  prefix: 0,
  made: false,
  right: false,
  keepWithNext: false,
  item: false,
  kept: null,
} as const;

const LISTS = family<Story, readonly Passage[]>('passages of stories');
const PASSAGES = family<Paragraph, Passage>('passages of paragraphs');

/** The same list while story and styles are the same: a story is set many times over. */
export const passagesOf = (story: Story, book: Stylebook, cache: Cache): readonly Passage[] => {
  const styles = passageStyles(book, story.tracking, cache);
  return kept(cache, LISTS, story, [styles], () => listPassages(story, styles, cache));
};

const listPassages = (story: Story, styles: PassageStyles, cache: Cache): readonly Passage[] => {
  const passages: Passage[] = [];
  const right = (
    role: 'byline' | 'credit',
    part: GalleyPart,
    paragraph: number,
    text: string,
    made = false,
  ) => {
    if (text === '') return;
    passages.push({ ...plain, role, part, paragraph, text, style: styles.byline, made, right: true });
  };
  if (story.standfirst !== '')
    passages.push({
      ...plain,
      role: 'standfirst',
      part: 'standfirst',
      paragraph: 0,
      text: story.standfirst,
      style: styles.standfirst,
    });
  story.paragraphs.forEach((paragraph, index) => {
    const { kind } = story;
    if (paragraph.text !== '')
      passages.push(
        kept(cache, PASSAGES, paragraph, [index, kind, styles], () =>
          bodyPassage(paragraph, index, kind, styles),
        ),
      );
    right('byline', 'item-byline', index, paragraph.byline);
  });
  right('byline', 'byline', 0, story.byline);
  right('credit', 'credit', 0, story.credit);
  if (story.refersTo !== null)
    right('credit', 'credit', 0, `（详见${chineseNumeral(story.refersTo)}版）`, true);
  return passages;
};

const bodyPassage = (
  paragraph: Paragraph,
  index: number,
  kind: StoryKind,
  styles: PassageStyles,
): Passage => {
  const common = { ...plain, part: 'body', paragraph: index, kept: paragraph } as const;
  switch (paragraph.role) {
    case 'body':
      return {
        ...common,
        role: 'body',
        text: paragraph.text,
        marks: paragraph.marks,
        style: styles.body,
      };
    case 'subhead':
      return {
        ...common,
        role: 'subhead',
        text: paragraph.text,
        style: styles.subhead,
        keepWithNext: true,
      };
    case 'item': {
      const prefix = opensWithBullet(paragraph.text) ? 0 : BULLET.length;
      return {
        ...common,
        role: 'body',
        text: BULLET.slice(0, prefix) + paragraph.text,
        marks: paragraph.marks.map((m) => ({ ...m, from: m.from + prefix, to: m.to + prefix })),
        prefix,
        item: true,
        style: kind === 'refers' || kind === 'notice' ? styles.listed : styles.item,
      };
    }
  }
};
