/**
 * From elements to stories. A heading opens a story; a byline or credit closes it, so that a paragraph after one
 * begins a story without a head; ● items make briefs, a list with 详见…版 refers; 上接 takes up the story that 下转
 * left. The order of the copy, which is an order of rank, is kept. Drafts only: paragraphs are made whole later.
 */
import { takeReferTarget } from './briefs-and-refers.ts';
import { trailingAttribution, wholeAttribution } from './bylines.ts';
import type { Element } from './elements.ts';
import type { FileReading } from './file-reading.ts';
import { withClauseSpaces } from './headline-spaces.ts';
import { takeJumpLines } from './jump-lines.ts';
import { placeHeading, placeLabelled, storyLevelOf } from './place-heading.ts';
import { placeItem, placeList, placeReferTarget } from './place-lists.ts';
import { placeCaption, placePicture } from './place-pictures.ts';
import { isReport } from './sentence-ends.ts';
import { isOfficeName, isSoleDay } from './sign-offs.ts';
import { type Assembly, StoryDesk } from './story-desk.ts';
import { joinTraced, sliceTraced, trimTraced, untouched } from './traced-text.ts';
import { recordJumps, takeUpJump } from './typed-jumps.ts';

/** A run-in headline: bold at the head of its paragraph, without a stop of its own. */
const RUN_IN = /^\*\*(?<head>[^*]{4,80}[^*：。，；、])\*\*\s*(?=\S)/u;
const QUOTED = /^[“‘「『《〈].*[”’」』》〉]$/u;
/** A deck typed as a line with a dash below the headline is no longer than this. */
const LONGEST_DECK = 60;

/** A headline and the page that it is on. */
const LONGEST_REFER = 80;

/** Bylines of a story altogether; what would make them longer is a list of names, and text. */
const LONGEST_ATTRIBUTION = 400;

/** Reads the elements of one file into `assembly`. */
export const assembleStories = (
  file: FileReading,
  elements: readonly Element[],
  assembly: Assembly,
): void => {
  const marked = elements.filter((e) => e.kind === 'heading' && e.level > 0).length >= 2;
  const runIns = elements.filter((e) => e.kind === 'text' && RUN_IN.test(e.text.text)).length;
  const desk = new StoryDesk(file, assembly, storyLevelOf(elements), marked, runIns);
  for (let i = 0; i < elements.length; i++) {
    const e = elements[i]!;
    switch (e.kind) {
      case 'heading': {
        const level = e.level === 0 && marked ? desk.storyLevel : e.level;
        placeHeading(desk, {
          text: e.text,
          level,
          confidence: e.confidence,
          element: e,
          next: elements[i + 1],
        });
        break;
      }
      case 'section':
        placeSection(desk, e);
        break;
      case 'rule':
        desk.remove('separator', e.mark, e.line);
        desk.apart = true;
        break;
      case 'picture':
        placePicture(desk, e);
        break;
      case 'item': {
        // □ and the like before a byline are no list's.
        const whole = desk.headed ? wholeAttribution(e.text.text) : null;
        if (desk.headed && whole?.strong) {
          desk.remove('markup', e.mark, e.line);
          desk.attribute(desk.headed, e.text, whole, e.line);
        } else placeItem(desk, e);
        break;
      }
      case 'list': {
        let to = i + 1;
        while (elements[to]?.kind === 'list') to++;
        placeList(desk, elements.slice(i, to), elements[to]);
        i = to - 1;
        break;
      }
      case 'leader': {
        const story = desk.ensure(e.line, e.text.text);
        desk.addParagraph(story, joinTraced([e.text, untouched(`\u3000${e.page}`)]), 'item', e);
        desk.remove('markup', e.mark, e.line);
        desk.remove('leader', e.leader, e.line);
        break;
      }
      case 'text': {
        let to = i;
        while (isRefer(desk, elements[to])) to++;
        if (to > i) {
          placeList(desk, elements.slice(i, to), elements[to]);
          i = to - 1;
        } else placeText(desk, e, elements[i - 1], elements[i + 1]);
        break;
      }
    }
  }
  desk.finish();
};

/** A line with 详见…版 below the head of the refers, typed without a list's mark. */
const isRefer = ({ current }: StoryDesk, e: Element | undefined): boolean =>
  current?.kind === 'refers' &&
  !current.closed &&
  e?.kind === 'text' &&
  e.text.text.length <= LONGEST_REFER &&
  (takeReferTarget(e.text)?.text.text ?? '') !== '';

/** A column head 栏目: it stands over the next story as its kicker. */
const placeSection = (desk: StoryDesk, e: Element): void => {
  desk.finish();
  desk.remove('markup', e.mark, e.line, null);
  desk.section = { text: withClauseSpaces(e.text), line: e.line };
  if (desk.current) desk.current.closed = true;
};

/** The copy breaks before `next`, so that a weak byline above it counts. */
const breaksBefore = (next: Element | undefined): boolean =>
  next?.kind !== 'text' || wholeAttribution(next.text.text) !== null || RUN_IN.test(next.text.text);

const placeText = (
  desk: StoryDesk,
  e: Element,
  before: Element | undefined,
  next: Element | undefined,
): void => {
  if (placeReferTarget(desk, e)) return;
  const { text, jumps } = takeJumpLines(e.text);
  const answered = jumps.some((jump) => jump.direction === 'from') && takeUpJump(desk);
  if (text.text !== '') {
    const open = desk.current;
    const whole = wholeAttribution(text.text);
    const takes = whole && open && open[whole.kind].text.length <= LONGEST_ATTRIBUTION;
    if (takes && (whole.strong || breaksBefore(next))) desk.attribute(open, text, whole, e.line);
    else if (placeLabelled(desk, text, e, next) || placeCaption(desk, { ...e, text }, before, next)) {
      // Placed outside the body.
    } else if (
      desk.headed?.deck.text === '' &&
      text.text.startsWith('——') &&
      text.text.length <= LONGEST_DECK
    ) {
      desk.headed.deck = withClauseSpaces(text);
      desk.note('deck', desk.headed.deck.text, e.line, 0.85);
    } else placeBody(desk, { ...e, text }, next);
  }
  recordJumps(desk, jumps, e.line, answered);
};

/** Text, who signs it, and a date: what opens with 本报讯 behind them is another story. */
const beginsReport = ({ current }: StoryDesk, text: string): boolean => {
  const [office, date] = current?.paragraphs.slice(-2) ?? [];
  if (!current || current.paragraphs.length < 3 || !office || !date || !isReport(text)) return false;
  return isOfficeName(office.text.text) && isSoleDay(date.text.text);
};

const placeBody = (desk: StoryDesk, e: Element, next: Element | undefined): void => {
  let text = e.text;
  const runIn = desk.marksHeadings ? null : RUN_IN.exec(text.text);
  const bold = runIn?.groups?.head;
  // Words in quotation marks are emphasis; so is what opens the text below a headline where nothing else is run in.
  const isEmphasis = bold !== undefined && (QUOTED.test(bold) || (desk.headed !== null && desk.runIns < 2));
  const head = isEmphasis ? undefined : bold;
  if (runIn && head !== undefined) {
    const opened = desk.open(e.line);
    opened.headline = withClauseSpaces(trimTraced(sliceTraced(text, 2, 2 + head.length)));
    desk.remove('markup', '****', e.line);
    desk.note('heading', opened.headline.text, e.line, 0.9);
    text = sliceTraced(text, runIn[0].length);
    desk.apart = true;
  }
  if (beginsReport(desk, text.text)) desk.current!.closed = true;
  const story = desk.ensure(e.line, text.text);
  const trailing = trailingAttribution(text.text);
  const takes = trailing !== null && (trailing.strong || breaksBefore(next));
  desk.addParagraph(story, takes ? trimTraced(sliceTraced(text, 0, trailing.at)) : text, 'body', e);
  if (takes) desk.attribute(story, sliceTraced(text, trailing.at), trailing, e.line);
};
