/**
 * Makes drafts into the stories: repeated passages are taken out, cut paragraphs rejoined, bold marks read,
 * and what is missing (a head, an end, the other half of a jump) becomes a problem. Where each normalisation now
 * stands is noted on the way.
 */
import {
  type Mark,
  NO_BREAKS,
  type NoteSubject,
  type Paragraph,
  type Story,
  type StoryId,
} from '../issue/issue.ts';
import type { DraftParagraph, DraftStory } from './draft-story.ts';
import type { ManuscriptProblem, TextPlace } from './import-report.ts';
import { takeMarks } from './inline-marks.ts';
import { rejoinParagraphs } from './rejoin-paragraphs.ts';
import { removeRepetitions } from './repeated-passages.ts';
import { withScriptCharacters } from './script-characters.ts';
import { isUnfinished } from './sentence-ends.ts';
import type { LedgerEntry } from './source-lines.ts';
import { isCutShort } from './story-ends.ts';
import type { TracedText } from './traced-text.ts';

export interface WholeStory {
  readonly story: Story;
  readonly problems: readonly ManuscriptProblem[];
  /** First source line of each paragraph. */
  readonly lines: readonly number[];
}

const excerpt = (text: string): string => (text.length > 16 ? `${text.slice(0, 16)}…` : text);

const headlineProblem = (draft: DraftStory, id: StoryId, first: string): ManuscriptProblem[] => {
  const place = { story: id, file: draft.file.name, line: draft.line, live: true } as const;
  if (draft.headline.text.trim() === '' && draft.kind === 'article')
    return [
      {
        kind: 'missing-headline',
        severity: 'warning',
        message: `${draft.file.name} 第${draft.line}行：从“${excerpt(first)}”起的稿件没有标题，标题留空，请补写。`,
        ...place,
      },
    ];
  if (draft.paragraphs.length === 0)
    return [
      {
        kind: 'recognition',
        severity: 'warning',
        message: `${draft.file.name} 第${draft.line}行：标题“${excerpt(draft.headline.text || draft.kicker.text)}”下面没有正文，请核对。`,
        ...place,
      },
    ];
  return [];
};

const jumpProblems = (draft: DraftStory, id: StoryId): ManuscriptProblem[] =>
  draft.jumps
    .filter((jump) => !jump.answered)
    .map((jump) => ({
      kind: 'unanswered-jump',
      severity: 'note',
      message: `${jump.file} 第${jump.line}行：手写的“${jump.text}”没有稿件${jump.direction === 'to' ? '承接' : '转来'}，已从正文取出；转版由程序排出。`,
      words: jump.text,
      story: id,
      file: jump.file,
      line: jump.line,
    }));

/** A paragraph that ends so; its bold marks are no text. */
const endingIn = (text: string): NoteSubject => ({ kind: 'text', text: `${text.replaceAll('*', '')}\n` });

/** The last paragraph stops in mid-sentence, and is no row of lines that all do: a list, a verse, a signature. */
const stopsShort = ({ endsWithPicture }: DraftStory, whole: readonly DraftParagraph[]): boolean => {
  const last = whole.at(-1)!.text.text;
  if (!isCutShort(last) || (endsWithPicture && last.endsWith('：'))) return false;
  const before = whole.at(-2);
  return before?.role !== 'body' || !isLine(before.text.text) || last.length > 2 * before.text.text.length;
};

/** Neither ends nor breaks off: one of several lines. */
const isLine = (text: string): boolean => isUnfinished(text) && !isCutShort(text);

const wholeParagraphs = (
  draft: DraftStory,
  id: StoryId,
  problems: ManuscriptProblem[],
): readonly DraftParagraph[] => {
  const { file } = draft;
  if (draft.kind === 'notice' || draft.kind === 'refers') return draft.paragraphs;
  const at = (line: number): { story: StoryId; file: string; line: number } => ({
    story: id,
    file: file.name,
    line,
  });
  const { kept, removed } = removeRepetitions(draft.paragraphs, { jumps: draft.jumps.length > 0 });
  for (const { text, line } of removed) {
    file.removed.push({ reason: 'duplicate', text, line, story: draft });
    file.recognitions.push({ kind: 'duplicate-removed', text, line, confidence: 0.95, story: draft });
    const message = `${file.name} 第${line}行：与前文重复的一段（${text.length}字）只留一处，取出的可以放回。`;
    problems.push({ kind: 'recognition', severity: 'note', message, words: text, ...at(line) });
  }
  const { whole, junctions, openEnds } = rejoinParagraphs(kept);
  for (const { line, text, confidence, doubled } of junctions) {
    file.recognitions.push({ kind: 'paragraph-joined', text, line, confidence, story: draft });
    if (doubled === '') continue;
    const message = `${file.name} 第${line}行：断开的段落已接上，接缝两边都是“${doubled}”字（${text}），请核对是否重复。`;
    const about = { kind: 'text', text: text.replace('｜', '') } as const;
    problems.push({ kind: 'recognition', severity: 'warning', message, about, ...at(line) });
  }
  for (const { line, text } of openEnds) {
    const message = `${file.name} 第${line}行：段落停在“${text}”，下一段另起，中间可能缺字，请补全。`;
    problems.push({
      kind: 'unfinished-story',
      severity: 'warning',
      message,
      about: endingIn(text),
      ...at(line),
    });
  }
  const last = whole.at(-1);
  if (last && draft.kind === 'article' && last.role === 'body' && stopsShort(draft, whole)) {
    const line = kept.at(-1)!.line;
    const end = last.text.text.slice(-12);
    const message = `${file.name} 第${line}行：稿件停在“${end}”，没有写完，请补全。`;
    problems.push({
      kind: 'unfinished-story',
      severity: 'warning',
      message,
      about: endingIn(end),
      ...at(line),
    });
  }
  return whole;
};

/** The story of a draft; its lists of removals and recognitions grow, `places` learns where each change stands. */
export const makeWhole = (
  draft: DraftStory,
  id: StoryId,
  places: Map<LedgerEntry, TextPlace>,
): WholeStory => {
  const problems: ManuscriptProblem[] = [];
  const settle = (text: TracedText, part: TextPlace['part'], paragraph: number | null = null): string => {
    for (const { entry, at } of text.changes) places.set(entry, { story: id, part, paragraph, offset: at });
    return text.text;
  };
  const remove = (line: number) => (signs: string) =>
    draft.file.removed.push({ reason: 'markup', text: signs, line, story: draft });
  const unmark = (text: TracedText, line: number): { text: TracedText; marks: readonly Mark[] } => {
    const marked = takeMarks(text);
    marked.removed.forEach(remove(line));
    return marked;
  };
  /** A text that has no marks. */
  const plain = (text: TracedText, line: number): TracedText =>
    unmark(withScriptCharacters(text, draft.file, line, remove(line)), line).text;
  const whole = wholeParagraphs(draft, id, problems);
  const paragraphs = whole.map((draftParagraph, index): Paragraph => {
    const { text, marks } = unmark(draftParagraph.text, draftParagraph.line);
    return {
      role: draftParagraph.role,
      text: settle(text, 'paragraph', index),
      marks,
      byline: settle(plain(draftParagraph.byline, draftParagraph.line), 'paragraph-byline', index),
    };
  });
  const part = (name: 'kicker' | 'headline' | 'deck' | 'standfirst' | 'byline' | 'credit'): string =>
    settle(plain(draft[name], draft.line), name);
  const story: Story = {
    id,
    kind: draft.kind,
    kicker: part('kicker'),
    headline: part('headline'),
    deck: part('deck'),
    standfirst: part('standfirst'),
    breaks: NO_BREAKS,
    paragraphs,
    byline: part('byline'),
    credit: part('credit'),
    pictures: [],
    refersTo: draft.refersTo,
    tracking: 0,
  };
  const more = [headlineProblem(draft, id, paragraphs[0]?.text ?? ''), jumpProblems(draft, id)];
  return { story, problems: problems.concat(...more), lines: whole.map((p) => p.line) };
};
