/**
 * Finds the masthead 报头 at the head of a manuscript and takes it out: the leading lines that are masthead fields
 * through and through (masthead-fields.ts), however scattered. A few such lines without a nameplate or a number are
 * no masthead but a press release's date line, and stay in the copy.
 */
import type { Publication } from '../publication/publication.ts';
import { labelledParts, readImprint } from './end-matter.ts';
import type { FileReading } from './file-reading.ts';
import type { MastheadField, ReadFact } from './import-report.ts';
import { type FieldReading, readLoneDay, readMastheadLine } from './masthead-fields.ts';
import { isPaperName } from './other-paper.ts';
import type { SourceLine } from './source-lines.ts';

/** Lines tried: a masthead of one field a line has about fifteen. */
const LONGEST_MASTHEAD = 40;

const TITLE_ENDING = /(?:报|信息|简报|动态|通讯|快讯|专报|要情|月刊|通报)$/;

const bare = (text: string): string => text.replace(/\s/g, '');
const withoutMark = (text: string): string => text.replace(/^\s*#{1,6}\s*/, '');

const nameplateConfidence = (
  lines: readonly SourceLine[],
  at: number,
  publications: readonly Publication[],
): number => {
  const line = lines[at]!;
  const text = bare(withoutMark(line.text));
  if (publications.some((p) => bare(p.name) === text || bare(p.masthead.nameplate) === text)) return 0.99;
  if (at > 0) return 0;
  if (readMastheadLine(withoutMark(line.text)) !== null) return 0;
  // The name of a paper alone at the head of a file, another's too.
  if (isPaperName(line.text)) return 0.8;
  const next = lines[at + 1];
  const isField = (l: SourceLine | undefined): boolean =>
    l !== undefined && readMastheadLine(l.text) !== null;
  const likeAName = /^[\p{Script=Han}]{2,10}$/u.test(text);
  if (!likeAName || !isField(next)) return 0;
  // A short headline over its date line looks the same: a name unlike a paper's needs two fields below it.
  if (!TITLE_ENDING.test(text)) return isField(lines[at + 2]) ? 0.7 : 0;
  return 0.9;
};

interface TakenLine {
  readonly line: SourceLine;
  readonly fields: readonly (FieldReading & { readonly confidence: number })[];
  readonly separators: string;
  readonly mark: string;
}

/** Facts of the paper with labels that no field has: its address, who edits it. */
const LABELLED_FACT =
  /^(?:投稿)?(?:邮箱|网址|网站|地址|社址|邮编|微信|公众号|微信公众号|总编辑|总编|主编|副主编|责任编辑|责编|编辑|校对|美编|版式|审核|签发|值班编委|值班主任|法律顾问|定价|零售价|印刷)[：:]/u;
const LONGEST_FACT = 60;

/** A line of labelled facts below the nameplate: those of the imprint, and others that are kept as they are. */
const readHeadParts = (source: string): TakenLine['fields'] | null => {
  const text = source.trim();
  const parts = labelledParts(text);
  if (parts.length > 0 && text.length <= 2 * LONGEST_FACT) {
    const { used } = readImprint(parts);
    return parts.map((part) => ({
      field: used.has(part) ? 'imprint' : 'unread',
      text: text.slice(part.from, part.to).trim(),
      confidence: 0.9,
    }));
  }
  return text.length <= LONGEST_FACT && LABELLED_FACT.test(text)
    ? [{ field: 'unread', text, confidence: 0.7 }]
    : null;
};

const readLine = (
  lines: readonly SourceLine[],
  at: number,
  seen: ReadonlySet<MastheadField>,
  publications: readonly Publication[],
): TakenLine | null => {
  const line = lines[at]!;
  const mark = /^\s*(#{1,6})\s/.exec(line.text)?.[1] ?? '';
  const one = (field: MastheadField, confidence: number): TakenLine => ({
    line,
    fields: [{ field, text: withoutMark(line.text).trim(), confidence }],
    separators: '',
    mark,
  });
  if (!seen.has('nameplate')) {
    const confidence = nameplateConfidence(lines, at, publications);
    if (confidence > 0) return one('nameplate', confidence);
  }
  if (mark !== '') return null;
  const reading = readMastheadLine(line.text, seen.has('nameplate'));
  if (reading)
    return {
      line,
      fields: reading.fields.map((f) => ({ ...f, confidence: f.field === 'unread' ? 0.5 : 0.95 })),
      separators: reading.separators,
      mark,
    };
  if (seen.has('nameplate') || seen.has('number')) {
    const parts = readHeadParts(line.text);
    if (parts) return { line, fields: parts, separators: '', mark };
  }
  if (readLoneDay(line.text) !== null && (seen.has('year-month') || seen.has('nameplate')))
    return one('day', 0.9);
  // The issuing office of a bulletin has no verb: its place, between number and date, tells it.
  const office = /^[\p{Script=Han}（）()]{4,36}(?:办公室|委员会|中心|人民政府|局|部)$/u.test(
    line.text.trim(),
  );
  const next = lines[at + 1];
  if (office && (seen.has('number') || seen.has('nameplate')) && next && readMastheadLine(next.text))
    return one('publisher', 0.8);
  return null;
};

/** What it takes and the number of lines that it took from the head of the file. */
export const takeMasthead = (
  file: FileReading,
  publications: readonly Publication[],
): { facts: readonly ReadFact[]; taken: number } => {
  const seen = new Set<MastheadField>();
  const taken: TakenLine[] = [];
  for (let at = 0; at < Math.min(file.lines.length, LONGEST_MASTHEAD); at++) {
    const reading = readLine(file.lines, at, seen, publications);
    if (!reading) break;
    taken.push(reading);
    for (const { field } of reading.fields) seen.add(field);
  }
  const proven = seen.has('nameplate') || seen.has('number') || seen.has('total-number') || seen.size >= 3;
  if (!proven) return { facts: [], taken: 0 };
  const facts: ReadFact[] = [];
  for (const { line, fields, separators, mark } of taken) {
    if (mark !== '') file.removed.push({ reason: 'markup', text: mark, line: line.number, story: null });
    if (separators !== '')
      file.removed.push({ reason: 'separator', text: separators, line: line.number, story: null });
    for (const { field, text, confidence } of fields) {
      facts.push({ field, text, file: file.name, line: line.number });
      file.recognitions.push({
        kind: 'masthead-field',
        field,
        text,
        line: line.number,
        confidence,
        story: null,
      });
    }
  }
  return { facts, taken: taken.length };
};
