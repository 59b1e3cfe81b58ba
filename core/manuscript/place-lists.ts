/**
 * Puts lists in their place: ● items become briefs 简讯, a list with 详见…版 refers 导读, any other list items of the
 * story that it stands in.
 */
import { takeReferTarget } from './briefs-and-refers.ts';
import { trailingAttribution } from './bylines.ts';
import type { DraftStory } from './draft-story.ts';
import type { Element } from './elements.ts';
import { takeJumpLines } from './jump-lines.ts';
import type { StoryDesk } from './story-desk.ts';
import { sliceTraced, trimTraced } from './traced-text.ts';
import { recordJumps } from './typed-jumps.ts';

/** A line with ● or the like. */
export const placeItem = (desk: StoryDesk, e: Element): void => {
  const story = desk.current;
  const last = story?.paragraphs.at(-1);
  // Within an article only a colon, or the item before, makes an item one of the article's own.
  const within =
    story &&
    !story.closed &&
    story.kind === 'article' &&
    last &&
    (last.role === 'item' || last.text.text.endsWith('：'));
  if (story && within) {
    addItem(desk, story, e, 'list-item');
  } else if (story?.kind === 'briefs') {
    addItem(desk, story, e, 'brief');
  } else if (desk.headed) {
    desk.headed.kind = 'briefs';
    addItem(desk, desk.current!, e, 'brief');
  } else {
    addItem(desk, desk.open(e.line, 'briefs'), e, 'brief');
  }
};

const addItem = (desk: StoryDesk, story: DraftStory, e: Element, kind: 'brief' | 'list-item'): void => {
  const { text, jumps } = takeJumpLines(e.text);
  const trailing = kind === 'brief' ? trailingAttribution(text.text) : null;
  desk.remove('markup', e.mark, e.line, story);
  desk.apart = true;
  desk.addParagraph(story, trailing ? trimTraced(sliceTraced(text, 0, trailing.at)) : text, 'item', e);
  desk.note(kind, text.text.slice(0, 20), e.line, 0.95, story);
  if (trailing) desk.attribute(story, sliceTraced(text, trailing.at), trailing, e.line);
  recordJumps(desk, jumps, e.line);
};

/** Lines with - one after another, and the element below them. */
export const placeList = (desk: StoryDesk, run: readonly Element[], below: Element | undefined): void => {
  const targets = run.map((e) => takeReferTarget(e.text));
  const common = below?.kind === 'text' && takeReferTarget(below.text)?.text.text === '';
  const each = targets.every((target) => target !== null);
  const headed = desk.current?.kind === 'refers' && !desk.current.closed ? desk.current : null;
  if (!headed && !common && !each) {
    for (const e of run) addItem(desk, desk.ensure(e.line, e.text.text), e, 'list-item');
    return;
  }
  const story = headed ?? desk.open(run[0]!.line, 'refers');
  // Refers to several pages keep 详见…版 in their text: a story points to one page.
  const page = each && targets.every((target) => target!.page === targets[0]!.page) ? targets[0]!.page : null;
  if (page !== null) story.refersTo = page;
  run.forEach((e, i) => {
    const target = page === null ? null : targets[i]!;
    desk.remove('markup', e.mark, e.line, story);
    if (target) desk.remove('refer-target', target.target, e.line, story);
    desk.apart = true;
    desk.addParagraph(story, target ? target.text : e.text, 'item', e);
    desk.note('refer', e.text.text, e.line, common || each ? 0.97 : 0.7, story);
  });
  if (!common) story.closed = true;
};

/** A line that is nothing but 详见…版 under refers; false where it is something else. */
export const placeReferTarget = (desk: StoryDesk, e: Element): boolean => {
  const story = desk.current;
  if (story?.kind !== 'refers' || story.closed) return false;
  const target = takeReferTarget(e.text);
  if (target?.text.text === '' && story.refersTo === null) {
    story.refersTo = target.page;
    desk.remove('refer-target', target.target, e.line);
    story.closed = true;
    return true;
  }
  if (story.paragraphs.length > 0) story.closed = true;
  return false;
};
