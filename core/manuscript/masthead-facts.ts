/**
 * From the fields read to the masthead: date, number and total number, and the publication's head as it
 * was printed then (an old issue keeps its own publisher, permit, hotline). Facts that are missing, contradict each
 * other or cannot be (30 February) become problems and stay open; nothing is guessed from the calendar.
 */
import { EMPTY_IMPRINT, type Imprint, type MastheadFacts } from '../issue/issue.ts';
import type { MastheadTemplate, Publication } from '../publication/publication.ts';
import { labelledParts, readImprint } from './end-matter.ts';
import type { ManuscriptProblem, MastheadField, PublicationKind, ReadFact } from './import-report.ts';
import { isoDate, readDateNumbers, readFieldNumber } from './masthead-fields.ts';
import type { OtherPaper } from './other-paper.ts';

export interface SettledMasthead {
  readonly facts: MastheadFacts;
  readonly publication: Publication;
  readonly imprint: Imprint;
  readonly problems: readonly ManuscriptProblem[];
}

const bare = (text: string): string => text.replace(/[\s：:]/g, '');

const settleDate = (facts: readonly ReadFact[], problems: ManuscriptProblem[]): string | null => {
  const first = (field: MastheadField): ReadFact | undefined => facts.find((fact) => fact.field === field);
  const whole = first('date');
  const month = first('year-month');
  const day = first('day');
  const source = whole ?? month;
  if (!source) return null;
  const numbers = whole
    ? readDateNumbers(whole.text)
    : [...readDateNumbers(source.text), ...(day ? readDateNumbers(day.text) : [])];
  if (numbers.length < 3) return null;
  const date = isoDate(numbers[0]!, numbers[1]!, numbers[2]!);
  if (date === null)
    problems.push({
      kind: 'missing-masthead-fact',
      severity: 'error',
      message: `${source.file} 第${source.line}行：没有${numbers[0]}年${numbers[1]}月${numbers[2]}日这一天，报头的日期留空，请改正。`,
      file: source.file,
      line: source.line,
      about: { kind: 'date' },
    });
  return date;
};

const settleNumber = (
  facts: readonly ReadFact[],
  field: 'number' | 'total-number',
  name: string,
  problems: ManuscriptProblem[],
): number | null => {
  const read = facts.filter((fact) => fact.field === field);
  const value = read[0] ? readFieldNumber(read[0].text) : null;
  for (const other of read.slice(1)) {
    if (readFieldNumber(other.text) === value) continue;
    problems.push({
      kind: 'masthead-contradiction',
      severity: 'warning',
      message: `${other.file} 第${other.line}行：${name}“${other.text}”与前面的“${read[0]!.text}”不一致，用了前面的，请核对。`,
      file: other.file,
      line: other.line,
    });
  }
  return value;
};

/** Who runs the paper, one a line: they stand side by side, those of the first file that names any. */
const publishers = (facts: readonly ReadFact[]): string | undefined => {
  const read = facts.filter(({ field }) => field === 'publisher');
  const names = read.filter(({ file }) => file === read[0]!.file).map(({ text }) => text);
  return names.length === 0 ? undefined : [...new Set(names)].join(' ');
};

const settleTemplate = (
  profile: MastheadTemplate,
  facts: readonly ReadFact[],
  ownKind: boolean,
): MastheadTemplate => {
  const all = (field: MastheadField): string[] => facts.filter((f) => f.field === field).map((f) => f.text);
  // Where the profile is another kind's, its publisher, permit and hotline would be false: only what was read stands.
  const own = ownKind
    ? profile
    : { ...profile, nameplate: '', englishLine: '', publisher: '', permit: [], notice: '', hotline: '' };
  const settle = (current: string, field: MastheadField, read = all(field)[0]): string => {
    return read === undefined || bare(read) === bare(current) ? current : read;
  };
  const permit = all('permit');
  return {
    ...own,
    nameplate: settle(own.nameplate, 'nameplate').replace(/^《(.+)》$/u, '$1'),
    englishLine: settle(own.englishLine, 'english-line'),
    publisher: settle(own.publisher, 'publisher', publishers(facts)),
    permit: permit.length === 0 || bare(permit.join('')) === bare(own.permit.join('')) ? own.permit : permit,
    notice: settle(own.notice, 'notice'),
    hotline: settle(own.hotline, 'hotline'),
  };
};

export const settleMasthead = (
  profile: Publication,
  facts: readonly ReadFact[],
  kind: PublicationKind,
  other: OtherPaper | null = null,
): SettledMasthead => {
  const problems: ManuscriptProblem[] = [];
  const settled: MastheadFacts = {
    date: settleDate(facts, problems),
    number: settleNumber(facts, 'number', '期号', problems),
    totalNumber: settleNumber(facts, 'total-number', '总期号', problems),
  };
  const missing = (name: string): void => {
    problems.push({
      kind: 'missing-masthead-fact',
      severity: 'warning',
      message: `稿件里没有${name}，报头相应位置留空，请补填。`,
      live: true,
    });
  };
  if (settled.date === null && problems.length === 0) missing('日期（年月日）');
  if (settled.number === null && kind !== 'booklet') missing('期号');
  if (settled.totalNumber === null && kind !== 'bulletin') missing('总期号');
  const isOwn = profile.kind === kind && other === null;
  const masthead = settleTemplate(profile.masthead, facts, isOwn);
  if (masthead.nameplate === '') missing('刊名');
  for (const { file, line, text } of facts.filter(({ field }) => field === 'unread'))
    problems.push({
      kind: 'recognition',
      severity: 'note',
      message: `${file} 第${line}行：报头里的“${text}”没有排，要用请放回。`,
      words: text,
      file,
      line,
    });
  const parts = facts.filter(({ field }) => field === 'imprint').flatMap(({ text }) => labelledParts(text));
  const printed = facts.find((fact) => fact.field === 'print-date');
  return {
    facts: settled,
    publication: { ...profile, name: isOwn ? profile.name : masthead.nameplate, masthead },
    imprint: readImprint(parts, {
      ...EMPTY_IMPRINT,
      printDate: printed ? printed.text.replace(/\s*印.*$/, '') : '',
    }).imprint,
    problems,
  };
};
