/**
 * The contents 目录 of a booklet: entries with leaders and page numbers under section heads, some broken in two by
 * the line's end. It becomes one story of its own; its entries then tell the headings in the text, which carry no
 * mark. A non-leader line is a section head if the text repeats it word for word, else the first half of an entry.
 */
import { countCharacters } from './character-kinds.ts';
import { type DraftStory, draftStory } from './draft-story.ts';
import type { Element } from './elements.ts';
import type { FileReading } from './file-reading.ts';
import { EMPTY_TEXT, joinTraced, type TracedText, untouched } from './traced-text.ts';

export interface ContentsList {
  readonly story: DraftStory;
  /** Elements `from` ≤ i < `to` are the list's. */
  readonly from: number;
  readonly to: number;
  /** In order, by `headingKey`. */
  readonly entries: readonly { readonly key: string; readonly text: string; readonly line: number }[];
  readonly sections: ReadonlySet<string>;
}

/** Leader entries that make a list. */
const FEWEST_ENTRIES = 4;
/** Longest section head, in characters. */
const SECTION_HEAD = 12;
/** Lines without a leader between two entries: a section head and the halves of a broken entry. */
const WIDEST_GAP = 3;

const isTitle = (e: Element): boolean =>
  (e.kind === 'text' || e.kind === 'heading') && /^目\s*[录次]$/u.test(e.text.text);

/** Heading and contents entry compare without spaces and punctuation. */
export const headingKey = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

export const takeContents = (file: FileReading, elements: readonly Element[]): ContentsList | null => {
  let first = elements.findIndex((e) => e.kind === 'leader');
  if (first < 0) return null;
  let last = first;
  let count = 1;
  for (let i = first + 1; i < elements.length && i - last <= WIDEST_GAP + 1; i++) {
    if (elements[i]!.kind === 'picture') break;
    if (elements[i]!.kind !== 'leader') continue;
    last = i;
    count++;
  }
  if (count < FEWEST_ENTRIES) return null;
  const later = new Set(
    elements
      .slice(last + 1)
      .filter((e) => e.kind === 'text')
      .map((e) => headingKey(e.text.text)),
  );
  const isSection = (e: Element): boolean =>
    e.kind === 'text' && countCharacters(e.text.text) <= SECTION_HEAD && later.has(headingKey(e.text.text));
  // The head of the first section, and 目录 above it, stand before the first entry.
  while (first > 0) {
    const before = elements[first - 1]!;
    if (!isSection(before) && !isTitle(before)) break;
    first--;
  }
  const story = draftStory(file, elements[first]!.line, 'notice');
  const entries: { key: string; text: string; line: number }[] = [];
  const sections = new Set<string>();
  const removed = (reason: 'markup' | 'leader', text: string, line: number): void => {
    if (text !== '') file.removed.push({ reason, text, line, story });
  };
  let half = null as { text: TracedText; line: number; gap: number } | null;
  const push = (text: TracedText, role: 'item' | 'subhead', e: { line: number; gap: number }): void => {
    story.paragraphs.push({ role, text, byline: EMPTY_TEXT, line: e.line, gap: e.gap, apart: true });
  };
  for (let i = first; i <= last; i++) {
    const e = elements[i]!;
    removed('markup', e.mark, e.line);
    if (e.kind === 'rule') continue;
    if (e.kind === 'heading' || isSection(e) || isTitle(e)) {
      if (half) push(half.text, 'item', half);
      half = null;
      sections.add(headingKey(e.text.text));
      push(e.text, 'subhead', e);
    } else if (e.kind === 'leader') {
      removed('leader', e.leader, e.line);
      const title: TracedText = half ? joinTraced([half.text, e.text]) : e.text;
      const line = half?.line ?? e.line;
      if (half) {
        file.recognitions.push({
          kind: 'paragraph-joined',
          text: title.text,
          line: e.line,
          confidence: 0.85,
          story,
        });
        half = null;
      }
      entries.push({ key: headingKey(title.text), text: title.text, line });
      file.recognitions.push({ kind: 'contents', text: title.text, line, confidence: 0.95, story });
      push(joinTraced([title, untouched(`\u3000${e.page}`)]), 'item', { line, gap: e.gap });
    } else {
      half = {
        text: half ? joinTraced([half.text, e.text]) : e.text,
        line: half?.line ?? e.line,
        gap: e.gap,
      };
    }
  }
  return { story, from: first, to: last + 1, entries, sections };
};
