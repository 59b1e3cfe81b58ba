/**
 * Puts a heading in its place: a story's headline, its kicker 引题 or deck 副题, or a subhead 小标题 within it. Levels
 * of #, neighbours and labels (引题：) decide; two unmarked heads without text between are read as kicker and headline.
 */
import type { StoryKind } from '../issue/issue.ts';
import { isBriefsHeading, isRefersHeading } from './briefs-and-refers.ts';
import type { DraftStory } from './draft-story.ts';
import type { Element } from './elements.ts';
import { withClauseSpaces } from './headline-spaces.ts';
import type { StoryDesk } from './story-desk.ts';
import { joinTraced, sliceTraced, type TracedText, trimTraced, untouched } from './traced-text.ts';

export interface Heading {
  readonly text: TracedText;
  /** Number of #; 0 for none. */
  readonly level: number;
  readonly confidence: number;
  readonly element: Element;
  readonly next: Element | undefined;
}

export const placeHeading = (desk: StoryDesk, heading: Heading): void => {
  const { element, level, confidence } = heading;
  const bold = /^\*\*(.+)\*\*$/u.exec(heading.text.text);
  const plain = bold ? trimTraced(sliceTraced(heading.text, 2, heading.text.text.length - 2)) : heading.text;
  const marks = bold ? `${element.mark}****` : element.mark;
  const place = (kind: 'deck' | 'subhead' | 'heading', text: TracedText, sure: number): void => {
    desk.remove('markup', marks, element.line);
    desk.note(kind, text.text, element.line, sure);
  };
  const story = desk.current;
  const headed = desk.headed;
  const lower = level > desk.storyLevel;
  if (lower && heading.next?.kind === 'heading' && heading.next.level === desk.storyLevel) {
    desk.remove('markup', marks, element.line, null);
    placeKicker(desk, plain, element.line);
  } else if (headed && (lower || plain.text.startsWith('——')) && headed.deck.text === '') {
    headed.deck = withClauseSpaces(plain);
    place('deck', headed.deck, lower ? 0.9 : 0.85);
  } else if (story && lower && !story.closed && story.kind === 'article') {
    desk.addParagraph(story, plain, 'subhead', element);
    place('subhead', plain, 0.9);
  } else if (headed && level === 0 && headed.kicker.text === '' && confidence < 0.95) {
    headed.kicker = headed.headline;
    headed.headline = withClauseSpaces(plain);
    desk.note('kicker', headed.kicker.text, headed.line, 0.5);
    place('heading', headed.headline, Math.min(confidence, 0.6));
  } else {
    const opened = desk.open(element.line, kindUnder(plain.text, heading.next));
    opened.headline = withClauseSpaces(plain);
    place('heading', opened.headline, confidence);
    desk.apart = true;
  }
};

const kindUnder = (head: string, next: Element | undefined): StoryKind =>
  isRefersHeading(head) ? 'refers' : isBriefsHeading(head) && next?.kind === 'item' ? 'briefs' : 'article';

/** A kicker for the next story; one that waits already is kept before it. */
const placeKicker = (desk: StoryDesk, plain: TracedText, line: number): void => {
  const text = withClauseSpaces(plain);
  const before = desk.kicker;
  desk.kicker = before
    ? { ...before, text: joinTraced([before.text, untouched('\n'), text]) }
    : { text, line };
};

/** Labelled lines of one kind are joined up to this length; a longer heap of them is text. */
const LONGEST_HEAD_TEXT = 1000;

const LABEL = /^(?<label>引题|眉题|肩题|副题|副标题|主题|主标题|标题|提要|摘要|内容提要|导语)：\s*(?=\S)/u;

/** The label of a headline without the headline. */
const EMPTY_HEADLINE = /^(?:主标题|标题)：\s*$/u;

/** A line such as 副题：… */
export const isLabelled = (text: string): boolean => LABEL.test(text) || EMPTY_HEADLINE.test(text);

/** Places a line such as 副题：…; false where the text has no label. */
export const placeLabelled = (
  desk: StoryDesk,
  text: TracedText,
  element: Element,
  next: Element | undefined,
): boolean => {
  if (EMPTY_HEADLINE.test(text.text)) {
    desk.remove('label', text.text, element.line, null);
    if (next?.kind !== 'heading') desk.open(element.line);
    return true;
  }
  const match = LABEL.exec(text.text);
  const label = match?.groups?.label;
  if (!match || !label) return false;
  const value = sliceTraced(text, match[0].length);
  const { line } = element;
  if (/^(?:主|标)/u.test(label)) {
    desk.remove('label', match[0], line, null);
    placeHeading(desk, { text: value, level: desk.storyLevel, confidence: 0.98, element, next });
    return true;
  }
  const fresh =
    desk.current && !desk.current.closed && desk.current.paragraphs.length === 0 ? desk.current : null;
  if (/^(?:引|眉|肩)/u.test(label)) {
    if (desk.kicker && desk.kicker.text.text.length > LONGEST_HEAD_TEXT) return false;
    desk.remove('label', match[0], line, fresh);
    if (fresh && fresh.kicker.text === '') {
      fresh.kicker = withClauseSpaces(value);
      desk.note('kicker', fresh.kicker.text, line, 0.98);
    } else placeKicker(desk, value, line);
    return true;
  }
  const part = label.startsWith('副') ? 'deck' : 'standfirst';
  const story: DraftStory = fresh ?? desk.ensure(line, value.text);
  if (story[part].text.length > LONGEST_HEAD_TEXT) return false;
  const set = part === 'deck' ? withClauseSpaces(value) : value;
  story[part] = story[part].text === '' ? set : joinTraced([story[part], untouched('\n'), set]);
  desk.remove('label', match[0], line, story);
  desk.note(part, set.text, line, 0.98, story);
  return true;
};

/** The level of # that heads stories: the highest, but for a single one that is not the copy's first. */
export const storyLevelOf = (elements: readonly Element[]): number => {
  const count = new Map<number, number>();
  let first = 0;
  for (const e of elements) {
    if (e.kind !== 'heading' || e.level === 0) continue;
    if (first === 0) first = e.level;
    count.set(e.level, (count.get(e.level) ?? 0) + 1);
  }
  const [highest, second] = [...count.keys()].sort((a, b) => a - b);
  if (highest === undefined) return 2;
  return second !== undefined && count.get(highest) === 1 && first !== highest && count.get(second)! > 1
    ? second
    : highest;
};
