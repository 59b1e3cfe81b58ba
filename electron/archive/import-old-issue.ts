/**
 * An issue from before this program: scanned text, or a PDF with a text layer, becomes an issue file named by its facts.
 * The PDF itself is kept in the file as the printed page. What was read without being sure is listed for a person;
 * nothing is guessed from the file's name, and no file of the archive is overwritten.
 */

import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { lunarDate, weekday } from '../../core/calendar/lunar-date.ts';
import { createEngine } from '../../core/engine/engine.ts';
import { issueFileName } from '../../core/file/archive-name.ts';
import { type IssueFile, issueFileOf, withPrint } from '../../core/file/issue-file.ts';
import { readIssue } from '../../core/file/issue-schema.ts';
import type { FontSet } from '../../core/font/font-set.ts';
import { EMPTY_STAFF, type Frame, type Issue, PLAIN_FRAME } from '../../core/issue/issue.ts';
import { withHeadlineBreaks } from '../../core/manuscript/headline-breaks.ts';
import type { ImportReport } from '../../core/manuscript/import-report.ts';
import { readManuscripts } from '../../core/manuscript/read-manuscripts.ts';
import { HEADLINE_NAME, PART_NAMES } from '../../core/publication/part-names.ts';
import { PUBLICATIONS } from '../../core/publication/profiles/profiles.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { fileFault, InputError } from '../base/input-error.ts';
import { stateHash } from '../base/state-hash.ts';
import { nodeDisk } from '../files/disk.ts';
import { diskFault } from '../files/disk-fault.ts';
import { packIssueFile } from '../files/issue-container.ts';
import { openSources } from '../import/open-sources.ts';
import { segmentWords } from '../import/word-segmenter.ts';
import { oldPdfText } from './old-pdf-text.ts';
import { pdfManuscripts } from './pdf-manuscript.ts';
import { saveNewFile } from './save-new-file.ts';

export interface ImportedOldIssue {
  readonly source: string;
  /** Relative to the archive folder, with `/`. */
  readonly file: string;
  readonly publication: string;
  readonly date: string | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
  readonly pages: number;
  readonly stories: number;
  /** For a person to look at, a sentence each. */
  readonly uncertain: readonly string[];
}

const LARGEST_PDF = 200_000_000;
/** What a recognition must be to pass without a look. */
const SURE = 0.75;
/** Of one issue; more come of a mistake. */
const MOST_COPIES = 1000;
const UNKNOWN_FOLDER = '待定';

/** Throws InputError, ManuscriptError or IssueFileError, one sentence. */
export const importOldIssue = async (
  source: string,
  archive: string,
  fonts: FontSet,
  publication: string | null = null,
  signal?: AbortSignal,
): Promise<ImportedOldIssue> => {
  const isPdf = extname(source).toLowerCase() === '.pdf';
  const { file, report, doubts } = isPdf
    ? await fromPdf(source, publication, signal)
    : await fromText(source, fonts, publication);
  const { issue } = file;
  const checked = readIssue(issue);
  if ('fault' in checked) throw new InputError(`“${basename(source)}”没有导入：${checked.fault}。`);
  const wanted = wantedName(issue, source);
  const name = await saveUnderFreeName(archive, wanted, packIssueFile(file));
  const taken = name === wanted ? [] : [`归档里已有“${wanted}”，这一份另存为“${name}”，请核对是否重复。`];
  return {
    source,
    file: name,
    publication: issue.publication.name,
    ...issue.masthead,
    pages: issue.pages.length,
    stories: issue.stories.length,
    uncertain: [...taken, ...doubts, ...uncertainties(report, issue)],
  };
};

interface ReadOldIssue {
  readonly file: IssueFile;
  readonly report: ImportReport | null;
  /** Beside those that the report gives cause for. */
  readonly doubts: readonly string[];
}

const fromText = async (
  source: string,
  fonts: FontSet,
  publication: string | null,
): Promise<ReadOldIssue> => {
  const { issue, pictures, report, problems } = await openSources([source], createEngine(fonts), {
    publication,
  });
  return { file: issueFileOf(issue, pictures), report: report && { ...report, problems }, doubts: [] };
};

const fromPdf = async (
  source: string,
  publication: string | null,
  signal: AbortSignal | undefined,
): Promise<ReadOldIssue> => {
  await checkPdf(source);
  const { pages, total } = await oldPdfText(source, signal);
  const manuscripts = pdfManuscripts(basename(source), pages, PUBLICATIONS);
  if (manuscripts.length === 0)
    throw new InputError(`“${basename(source)}”没有文字层，只有图像，没有导入，请先做文字识别。`);
  const options = publication === null ? {} : { publication };
  const { issue: read, report } = readManuscripts(manuscripts, PUBLICATIONS, options);
  const issue = withHeadlineBreaks(withPages(read, report, pages.length), segmentWords);
  const day = issue.masthead.date ?? '1900-01-01';
  // The hour of printing is not known; 0 h of its day stands for it.
  const print = {
    at: `${day}T00:00:00+08:00`,
    by: '',
    engine: '',
    issueHash: stateHash(issue),
    displayList: null,
    faces: [],
    pdf: await readPdf(source),
  };
  const left =
    total === pages.length
      ? []
      : [
          `“${basename(source)}”有${total}页，只读了前${pages.length}页的文字，其余的只在留下的 PDF 里，请分成几份再导入。`,
        ];
  return { file: withPrint(issueFileOf(issue, new Map()), print), report, doubts: left };
};

/** Before anything of it is read. */
const checkPdf = async (source: string): Promise<void> => {
  const { size } = await stat(source).catch((error: unknown) => {
    throw fileFault(error, source) ?? error;
  });
  if (size > LARGEST_PDF)
    throw new InputError(
      `“${basename(source)}”有${Math.round(size / 1e6)} MB，超过200 MB，没有导入，请分开。`,
    );
};

const readPdf = async (source: string): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await readFile(source));
  } catch (error) {
    throw fileFault(error, source) ?? error;
  }
};

/**
 * Stories stand on the page that they were read from, one under another: the page that is shown is the printed one, and
 * a frame says no more than on which page a story is.
 */
const withPages = (issue: Issue, report: ImportReport, pages: number): Issue => {
  const pageOf = new Map<string, number>();
  for (const { file, recognitions } of report.files) {
    const page = Number(/第(\d+)版$/.exec(file)?.[1] ?? 1);
    for (const { story } of recognitions) if (story !== null && !pageOf.has(story)) pageOf.set(story, page);
  }
  const { columns, lines, mastheadLines, folioLines } = formatOf(issue.publication, issue.format);
  return {
    ...issue,
    pages: Array.from({ length: pages }, (_, index) => {
      const own = issue.stories.filter(({ id }) => (pageOf.get(id) ?? 1) === index + 1);
      const top = index === 0 ? mastheadLines : folioLines;
      const height = Math.max(1, Math.floor((lines - top) / Math.max(1, own.length)));
      const frames = own.map(
        ({ id }, i): Frame => ({
          id: `f-${id}`,
          story: id,
          box: { column: 0, span: columns, line: Math.min(lines - height, top + i * height), lines: height },
          columns,
          headLines: Math.min(4, height),
          next: null,
          pictures: [],
          border: 'none',
          style: PLAIN_FRAME,
        }),
      );
      return { name: '', staff: EMPTY_STAFF, frames };
    }),
  };
};

const wantedName = (issue: Issue, source: string): string => {
  const { date, number, totalNumber } = issue.masthead;
  if (date !== null || number !== null || totalNumber !== null) return issueFileName(issue.masthead);
  const stem = basename(source, extname(source)).replace(/[<>:"\\|?*\u0000-\u001f\u007f]/g, '_');
  return `${UNKNOWN_FOLDER}/${stem.slice(0, 60).replace(/^[. ]+|[. ]+$/g, '') || '未命名'}.zuban`;
};

/** Under the first name that nobody has or takes at this moment: two imports of one issue make two files. */
const saveUnderFreeName = async (archive: string, wanted: string, bytes: Uint8Array): Promise<string> => {
  const stem = wanted.replace(/\.zuban$/, '');
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? wanted : `${stem}（${copy}）.zuban`;
    const path = join(archive, ...name.split('/'));
    try {
      await nodeDisk.makeFolder(dirname(path));
      if (await saveNewFile(path, bytes)) return name;
    } catch (error) {
      throw diskFault('存不下', path, error);
    }
    if (copy >= MOST_COPIES)
      throw new InputError(`“${wanted}”在归档里已有${MOST_COPIES}份，没有再导入，请先整理归档。`);
  }
};

const uncertainties = (report: ImportReport | null, issue: Issue): readonly string[] => {
  if (!report) return [];
  const unsure = report.files.flatMap(({ file, recognitions }) =>
    recognitions
      .filter(({ confidence, kind }) => confidence < SURE && UNSURE[kind] !== undefined)
      .map(({ kind, text, line }) => {
        const said = text.length > 30 ? `${text.slice(0, 30)}…` : text;
        return `${file} 第${line}行：“${said}”可能是${UNSURE[kind]}，请核对。`;
      }),
  );
  const problems = report.problems
    .filter(({ severity }) => severity !== 'note')
    .map(({ message }) => message);
  return [...problems, ...calendarDoubts(report, issue), ...unsure];
};

const UNSURE: Readonly<Record<string, string>> = {
  'masthead-field': '报头的一项',
  heading: HEADLINE_NAME,
  kicker: PART_NAMES.kicker,
  deck: PART_NAMES.deck,
  'story-without-heading': '没有标题的稿件',
  'paragraph-joined': '被栏断开又接上的段落',
  'duplicate-removed': '重复的段落',
};

/** Weekday and Chinese calendar as typed, against the date. */
const calendarDoubts = (report: ImportReport, issue: Issue): readonly string[] => {
  const { date } = issue.masthead;
  if (date === null) return [];
  const compare = (field: 'weekday' | 'lunar-date', computed: string): readonly string[] => {
    const read = report.readFacts.find((fact) => fact.field === field);
    const typed = read?.text
      .replace(/\s|农历|夏历/g, '')
      .replace(/^(?:礼拜|周)/, '星期')
      .replace('星期天', '星期日');
    /* The Chinese date is often given without its year. */
    if (!read || typed === undefined || (typed !== '' && computed.endsWith(typed))) return [];
    return [`${read.file} 第${read.line}行：写着“${read.text}”，${date}应是“${computed}”，请核对日期。`];
  };
  return [...compare('weekday', weekday(date)), ...compare('lunar-date', lunarDate(date))];
};
