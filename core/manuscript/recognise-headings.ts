/**
 * Headings without a mark, by place and shape: a short line without a closing stop, set apart, with finished text
 * before it and body text after it. A contents list, where there is one, settles the question. Copy that marks its
 * headings has few without: there an unmarked line must follow a byline. Confidence says how sure it is.
 */

import { isColumnHead, takeReferTarget } from './briefs-and-refers.ts';
import { trailingAttribution, wholeAttribution } from './bylines.ts';
import { isCaption } from './captions.ts';
import { countCharacters } from './character-kinds.ts';
import { type ContentsList, headingKey } from './contents-list.ts';
import type { Element } from './elements.ts';
import type { FileReading } from './file-reading.ts';
import { SURNAMES } from './headline-word-classes.ts';
import type { ManuscriptProblem } from './import-report.ts';
import { takeJumpLines } from './jump-lines.ts';
import { isOrganiserLine } from './organisers.ts';
import { standsForPicture } from './picture-line.ts';
import { isLabelled } from './place-heading.ts';
import { DATELINE, isEnumerated, isReport, isUnfinished, opensNote } from './sentence-ends.ts';
import { endsSignOff, isInSignOff } from './sign-offs.ts';

/** Real headlines run 10 to 38 characters (docs/typesetting.md §7); short column heads and a few longer ones beside. */
const SHORTEST = 4;
const LONGEST = 60;
/** Body text is at least this long, or ends with a stop. */
const BODY = 40;

/** A line that the colon above it leads to, or words in another tongue between Chinese ones: quoted, no heading. */
const isIntroduced = (text: string, before: Element | undefined, after: Element): boolean => {
  if (before?.kind !== 'text') return false;
  const above = before.text.text;
  if (above.endsWith('：') && !isLabelled(above) && !wholeAttribution(above)) return true;
  return !/\p{Script=Han}/u.test(text) && /\p{Script=Han}/u.test(above + after.text.text);
};

/** 修路忙, set apart above its report; a name of as many characters may be a signature. */
const headsReport = (elements: readonly Element[], at: number, text: string): boolean => {
  const after = elements[at + 1];
  const e = elements[at]!;
  if (after?.kind !== 'text' || !isReport(after.text.text) || !/^\p{Script=Han}{2,3}$/u.test(text))
    return false;
  if (at === 0 || endsSignOff(elements, at - 1)) return true;
  return e.gap > 0 && after.gap > 0 && !SURNAMES.has(text[0]!);
};

/** In [0, 1]; 0 where the shape excludes a heading. */
export const headingConfidence = (elements: readonly Element[], at: number): number => {
  const e = elements[at]!;
  if (e.kind !== 'text') return 0;
  const bold = e.text.text.replace(/^\*\*(.+)\*\*$/u, '$1');
  const text = bold.includes('<su') ? bold.replace(/<\/?su[bp]>/gu, '') : bold;
  const before = elements[at - 1];
  const after = elements[at + 1];
  // 简讯 and 导读 are shorter than any headline, and known by what they stand over.
  if (isColumnHead(text, after)) return 0.9;
  const length = countCharacters(text.slice(0, LONGEST * 2 + 2));
  if (length > LONGEST || (length < SHORTEST && !headsReport(elements, at, text))) return 0;
  if (/[。；：，、,;]\s*$/u.test(text) || text.startsWith('（') || text.startsWith('——')) return 0;
  // A heading may begin with a date; with a comma soon after it is a body's first sentence.
  if (/^\d{1,2}月\d{1,2}日[^，]{0,6}，/u.test(text) || isEnumerated(text) || isCaption(text, true)) return 0;
  if (/^\d{4}年\d{1,2}月\d{1,2}日$/u.test(text) || isLabelled(text) || opensNote(text)) return 0;
  if (wholeAttribution(text) || takeJumpLines(e.text).jumps.length > 0) return 0;
  if (!after || after.kind === 'rule' || before?.kind === 'heading') return 0;
  if (takeReferTarget(e.text) || isIntroduced(text, before, after)) return 0;
  if (isOrganiserLine(text) || standsForPicture(text) || isInSignOff(elements, at)) return 0;
  let confidence = 0.5;
  if (bold !== e.text.text) confidence += 0.2;
  // The first line of the copy has nothing above it to be set apart from.
  const isFirst = at === 0 && after.kind === 'text' && !DATELINE.test(text);
  if ((e.gap > 0 || isFirst) && after.gap > 0) confidence += 0.15;
  const closed =
    before?.kind !== 'text' ||
    wholeAttribution(before.text.text) !== null ||
    endsSignOff(elements, at - 1) ||
    trailingAttribution(before.text.text)?.strong === true ||
    takeReferTarget(before.text) !== null ||
    takeJumpLines(before.text).jumps.some((jump) => jump.direction === 'to');
  if (closed) confidence += 0.15;
  if (after.kind === 'text') {
    const body = after.text.text;
    if (body.length >= BODY || /[。！？”）]$/u.test(body)) confidence += 0.1;
    if (DATELINE.test(body)) confidence += 0.1;
  } else if (after.kind === 'item' || after.kind === 'list') confidence += 0.1;
  if (text.includes('，') || text.includes('；')) confidence -= 0.2;
  if (text.includes('。')) confidence -= 0.4;
  if (!closed && before?.kind === 'text' && isUnfinished(before.text.text)) confidence -= 0.35;
  return Math.max(0, Math.min(0.9, confidence));
};

/** What a heading without a mark needs: copy with marked headings has few others. */
const THRESHOLD = 0.6;
const THRESHOLD_IN_MARKED_COPY = 0.85;

const alike = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 6 && long.includes(short)) return true;
  let common = 0;
  while (common < short.length && short[short.length - 1 - common] === long[long.length - 1 - common])
    common++;
  return common >= 6 && common >= long.length * 0.6;
};

/** The elements with headings and section heads told from text. What does not agree with the contents is a problem. */
export const recogniseHeadings = (
  file: FileReading,
  elements: readonly Element[],
  contents: ContentsList | null,
  problems: ManuscriptProblem[],
): Element[] => {
  const marked = elements.some((e) => e.kind === 'heading');
  const threshold = marked ? THRESHOLD_IN_MARKED_COPY : THRESHOLD;
  const entryAt = new Map<string, number>();
  contents?.entries.forEach((entry, i) => {
    if (!entryAt.has(entry.key)) entryAt.set(entry.key, i);
  });
  const met = new Set<number>();
  let expected = 0;
  const read = elements.map((e, at): Element => {
    if (e.kind === 'heading' && contents?.sections.has(headingKey(e.text.text)))
      return { kind: 'section', line: e.line, gap: e.gap, mark: e.mark, text: e.text };
    if (e.kind !== 'text') return e;
    if (contents && e.text.text.length <= LONGEST * 2) {
      const key = headingKey(e.text.text);
      if (contents.sections.has(key)) return { ...e, kind: 'section' };
      const entry = entryAt.get(key);
      if (entry !== undefined) {
        met.add(entry);
        expected = entry + 1;
        return { ...e, kind: 'heading', level: 0, confidence: 0.97 };
      }
    }
    const confidence = headingConfidence(elements, at);
    if (confidence < threshold) return e;
    const entry = contents?.entries[expected];
    if (entry && !met.has(expected) && alike(entry.key, headingKey(e.text.text))) {
      met.add(expected);
      expected++;
      problems.push(
        mismatch(
          file,
          e.line,
          `目录写作“${entry.text}”（第${entry.line}行），正文标题是“${e.text.text}”，请核对。`,
        ),
      );
    }
    return { ...e, kind: 'heading', level: 0, confidence };
  });
  contents?.entries.forEach((entry, i) => {
    if (met.has(i)) return;
    problems.push(mismatch(file, entry.line, `目录里的“${entry.text}”在正文中没有找到，请核对。`));
  });
  return read;
};

const mismatch = (file: FileReading, line: number, message: string): ManuscriptProblem => ({
  kind: 'recognition',
  severity: 'warning',
  message: `${file.name} 第${line}行：${message}`,
  file: file.name,
  line,
});
