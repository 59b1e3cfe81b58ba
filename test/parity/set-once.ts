/**
 * Whether a layout sets every character of every story exactly once, in order: each part's text is put together
 * again from the sources of the display list's runs. Blanks at line ends and invisible characters, which are not
 * printed, may be missing; a character that no face has stands as 〓; what the program adds (the ● of a brief) stands before its text's start.
 * The headline over a continuation is set again on purpose and is not counted.
 */
import type { DisplayList, GlyphRun, JoinedDash } from '../../core/display/display-list.ts';
import type { Issue, Story } from '../../core/issue/issue.ts';
import { captionText } from '../../core/makeup/story/picture-block.ts';
import { isInvisible } from '../../core/typeset/invisible.ts';

type Text = GlyphRun | JoinedDash;

const BLANK = /\s/u;
const GETA = '〓';

/** True where the text has something that is printed. */
const isPrinted = (text: string): boolean =>
  [...text].some((character) => !BLANK.test(character) && !isInvisible(character.codePointAt(0)!));

/** Texts of a story by part and paragraph. */
const textsOf = (story: Story): Map<string, string[]> => {
  const texts = new Map<string, string[]>();
  const add = (part: string, paragraph: number, text: string) => {
    if (text === '') return;
    const key = `${part} ${paragraph}`;
    texts.set(key, [...(texts.get(key) ?? []), text]);
  };
  add('kicker', 0, story.kicker);
  add('headline', 0, story.headline);
  add('deck', 0, story.deck);
  add('standfirst', 0, story.standfirst);
  story.paragraphs.forEach(({ text, byline }, index) => {
    add('body', index, text);
    add('item-byline', index, byline);
  });
  add('byline', 0, story.byline);
  add('credit', 0, story.credit);
  story.pictures.forEach((picture, index) => {
    add('caption', index, captionText(picture));
  });
  return texts;
};

/** What of `text` the runs do not set, or set twice, or set elsewhere: null where all is well. */
const faultOf = (text: string, runs: readonly Text[]): string | null => {
  let at = 0;
  for (const run of runs) {
    let from = run.source!.from;
    let printed = run.text;
    if (from < 0) {
      printed = printed.slice(-from);
      from = 0;
    }
    if (from < at) return `“${printed}”排在${from}，前面已排到${at}`;
    if (isPrinted(text.slice(at, from))) return `漏排“${text.slice(at, from)}”`;
    at = from;
    for (const character of printed) {
      const wanted = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (character !== wanted && character !== GETA && !(BLANK.test(character) && BLANK.test(wanted)))
        return `应为“${wanted}”，排成“${character}”（${at}）`;
      at += wanted.length;
    }
  }
  return isPrinted(text.slice(at)) ? `漏排“${text.slice(at)}”` : null;
};

/** Where the offsets start again, another text of the same name begins. */
const split = (runs: readonly Text[], count: number): Text[][] => {
  const groups: Text[][] = [[]];
  for (const run of runs) {
    const group = groups[groups.length - 1]!;
    const previous = group[group.length - 1];
    if (previous && run.source!.from <= previous.source!.from && groups.length < count) groups.push([run]);
    else group.push(run);
  }
  return groups;
};

/** Every fault found, as sentences; none where all is set once and in order. */
export const setOnceFaults = (issue: Issue, list: DisplayList): string[] => {
  const found = new Map<string, Text[]>();
  for (const page of list.pages)
    for (const item of page.items) {
      if ((item.kind !== 'glyphs' && item.kind !== 'dash') || item.source === null) continue;
      if (item.role === 'jump-line') continue;
      const { story, part, paragraph } = item.source;
      const key = `${story} ${part} ${paragraph}`;
      found.set(key, [...(found.get(key) ?? []), item]);
    }
  const faults: string[] = [];
  for (const story of issue.stories) {
    for (const [key, texts] of textsOf(story)) {
      const runs = found.get(`${story.id} ${key}`) ?? [];
      found.delete(`${story.id} ${key}`);
      const groups = split(runs, texts.length);
      texts.forEach((text, i) => {
        const fault = faultOf(text, groups[i] ?? []);
        if (fault !== null) faults.push(`${story.id} ${key}：${fault}`);
      });
    }
    faults.push(...disorder(story, list));
  }
  for (const key of found.keys()) faults.push(`${key}：稿件里没有`);
  return faults;
};

/** The paragraphs of a story follow each other on the pages as in the copy. */
const disorder = (story: Story, list: DisplayList): string[] => {
  let last = -1;
  for (const page of list.pages)
    for (const item of page.items) {
      if (item.source?.story !== story.id || item.source.part !== 'body') continue;
      if (item.source.paragraph < last)
        return [`${story.id}：第${item.source.paragraph}段排在第${last}段之后`];
      last = item.source.paragraph;
    }
  return [];
};
