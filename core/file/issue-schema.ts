/**
 * The shape of an issue that comes from outside (a file, a message), version 2. Strict: an unknown field is an
 * error, so nothing that a file says is silently dropped. Limits are far above any newspaper and keep a hostile file
 * from exhausting memory. What a shape cannot say (ids that name each other, frames on the grid) is in
 * issue-invariants.ts; `parseIssue` checks both.
 */
import * as z from 'zod';
import { parseDate } from '../calendar/lunar-date.ts';
import { isCleanLine, isCleanText } from '../issue/edit.ts';
import { MOST_TINT } from '../issue/frame-grid.ts';
import { type FrameStyle, type Issue, MARK_KINDS, PLAIN_FRAME } from '../issue/issue.ts';
import { MOST_HEAD_LINES } from '../issue/masthead-edits.ts';
import { KINSOKU_LEVELS, type Publication } from '../publication/publication.ts';
import { IssueFileError } from './issue-file-error.ts';
import { brokenInvariant } from './issue-invariants.ts';
import { placeName } from './place-name.ts';

/** The most of each that an issue may hold. */
export const ISSUE_LIMITS = {
  stories: 5_000,
  paragraphs: 50_000,
  /** UTF-16 units of one paragraph; the import takes 5 MB at most. */
  text: 6_000_000,
  heading: 100_000,
  name: 1_000,
  marks: 100_000,
  pictures: 2_000,
  pages: 200,
  frames: 2_000,
  styles: 50,
  importNotes: 20_000,
} as const;

const line = (most: number) =>
  z.string().max(most).refine(isCleanLine, '含有换行、控制字符或不成对的代理字符');
const lines = (most: number) => z.string().max(most).refine(isCleanText, '含有控制字符或不成对的代理字符');
const name = line(ISSUE_LIMITS.name);
const id = line(200).min(1);
const heading = lines(ISSUE_LIMITS.heading);
const count = z.int().min(0).max(100_000);
const points = z.number().min(0).max(20_000);
const size = z.number().gt(0).max(2_000);

export const PICTURE_ID = /^sha256-[0-9a-f]{64}\.(jpg|png)$/;

export const formatId = z.enum(['对开', '四开', '八开', 'A3']);
const textStyle = z.strictObject({ face: id, size });

const pageFormat = z.strictObject({
  id: formatId,
  trim: z.strictObject({ width: size.max(20_000), height: size.max(20_000) }),
  origin: z.strictObject({ x: points, y: points }),
  columns: z.int().min(1).max(100),
  columnChars: z.int().min(1).max(1_000),
  gapChars: z.number().min(0).max(100),
  bodySize: size,
  pitch: size,
  lines: z.int().min(1).max(10_000),
  mastheadLines: count,
  folioLines: count,
});

const headlineStyle = z.strictObject({
  span: count,
  headline: textStyle,
  kicker: textStyle,
  deck: textStyle,
});

const composition = z.strictObject({
  kinsoku: z.enum(KINSOKU_LEVELS),
  indent: z.number().min(0).max(20),
  hanLatinGap: z.number().min(0).max(2),
  hanging: z.boolean(),
  adjacentMarksInOneEm: z.boolean(),
  stopsWhole: z.boolean(),
  openerTrimmedAfterIndent: z.boolean(),
  widowControl: z.boolean(),
});

const stylebook = z.strictObject({
  body: textStyle,
  bold: textStyle,
  subhead: textStyle,
  standfirst: textStyle,
  byline: textStyle,
  caption: textStyle,
  jumpLine: textStyle,
  briefsTitle: textStyle,
  refersTitle: textStyle,
  folio: textStyle,
  imprint: textStyle,
  headlines: z.array(headlineStyle).min(1).max(ISSUE_LIMITS.styles),
  leadHeadlines: z.array(headlineStyle).min(1).max(ISSUE_LIMITS.styles),
  composition,
});

export const publicationSchema: z.ZodType<Publication> = z.strictObject({
  id,
  kind: z.enum(['newspaper', 'booklet', 'bulletin']),
  name,
  masthead: z.strictObject({
    nameplate: name,
    nameplateFace: id,
    englishLine: name,
    publisher: name,
    permit: z.array(name).max(MOST_HEAD_LINES),
    notice: name,
    hotline: name,
    nameplatePicture: z.string().regex(PICTURE_ID).exactOptional(),
    ears: z
      .strictObject({ left: z.array(name).max(MOST_HEAD_LINES), right: z.array(name).max(MOST_HEAD_LINES) })
      .exactOptional(),
  }),
  formats: z.array(pageFormat).min(1).max(20),
  defaultFormat: formatId,
  stylebook,
});

const mark = z.strictObject({ from: z.int().min(0), to: z.int().min(1), kind: z.enum(MARK_KINDS) });

const paragraph = z.strictObject({
  role: z.enum(['body', 'subhead', 'item']),
  text: line(ISSUE_LIMITS.text),
  marks: z.array(mark).max(ISSUE_LIMITS.marks),
  byline: line(ISSUE_LIMITS.heading),
});

const breaks = z
  .array(z.int().min(1))
  .max(ISSUE_LIMITS.heading)
  .refine((offsets) => offsets.every((at, i) => i === 0 || at > offsets[i - 1]!), '次序不对')
  .default([]);

const share = z.number().min(0).max(1);

export const storySchema = z.strictObject({
  id,
  kind: z.enum(['article', 'briefs', 'refers', 'notice']),
  kicker: heading,
  headline: heading,
  deck: heading,
  standfirst: heading,
  /** Files of before there were any have none: their lines are broken evenly, as they were. */
  breaks: z
    .strictObject({ kicker: breaks, headline: breaks, deck: breaks })
    .default(() => ({ kicker: [], headline: [], deck: [] })),
  paragraphs: z.array(paragraph).max(ISSUE_LIMITS.paragraphs),
  byline: line(ISSUE_LIMITS.heading),
  credit: line(ISSUE_LIMITS.heading),
  pictures: z
    .array(
      z.strictObject({
        picture: name,
        caption: line(ISSUE_LIMITS.heading),
        credit: line(ISSUE_LIMITS.heading),
        focus: z.strictObject({ x: share, y: share }).exactOptional(),
      }),
    )
    .max(ISSUE_LIMITS.pictures),
  refersTo: z.int().min(1).max(10_000).nullable(),
  tracking: z.number().min(-0.1).max(0.1).default(0),
});

const gridBox = z.strictObject({
  column: count,
  span: z.int().min(1).max(100),
  line: count,
  lines: z.int().min(1).max(10_000),
});

const columnCount = z.int().min(1).max(100);

const frameStyle: z.ZodType<FrameStyle> = z.strictObject({
  head: z.discriminatedUnion('place', [
    z.strictObject({ place: z.literal('above') }),
    z.strictObject({
      place: z.enum(['beside', 'vertical']),
      side: z.enum(['left', 'right']),
      chars: columnCount,
    }),
  ]),
  headStep: z.int().min(-12).max(12),
  columnChars: z.array(columnCount).min(1).max(100).nullable(),
  remainder: z.enum(['gaps', 'columns']),
  columnRule: z.boolean(),
  tint: z.number().min(0).max(MOST_TINT),
});

const frame = z.strictObject({
  id,
  story: id,
  box: gridBox,
  columns: z.int().min(1).max(100),
  headLines: count,
  next: id.nullable(),
  pictures: z
    .array(z.strictObject({ index: count, box: gridBox, captionBeside: z.boolean().exactOptional() }))
    .max(ISSUE_LIMITS.pictures),
  border: z.enum(['none', 'box', 'top-rule']),
  style: frameStyle.default(() => PLAIN_FRAME),
});

export const pageSchema = z.strictObject({
  name,
  staff: z.strictObject({ editor: name, proofreader: name, designer: name }),
  frames: z.array(frame).max(ISSUE_LIMITS.frames),
});

const number = z.int().min(1).max(1_000_000).nullable();

export const mastheadSchema = z.strictObject({
  date: z
    .string()
    .refine((date) => parseDate(date) !== null, '不是1900年到2100年之间的日期')
    .nullable(),
  number,
  totalNumber: number,
});

export const imprintSchema = z.strictObject({
  compiler: name,
  recipients: name,
  printer: name,
  printDate: name,
  printRun: name,
});

export const pictureSchema = z
  .strictObject({
    id: z.string().regex(PICTURE_ID),
    mime: z.enum(['image/jpeg', 'image/png']),
    width: z.int().min(1).max(100_000),
    height: z.int().min(1).max(100_000),
    name,
    lost: z.literal(true).exactOptional(),
    /** What files of November 2026 claim of a picture: nobody believes it, and it is not written again. */
    whole: z.literal(true).exactOptional(),
  })
  .transform(({ whole: _, ...picture }) => picture);

const noteSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['text', 'nameplate']), text: lines(10_000) }),
  z.strictObject({ kind: z.literal('picture'), file: name, caption: line(10_000), credit: line(10_000) }),
  z.strictObject({ kind: z.literal('date') }),
]);

export const importNote = z.strictObject({
  id,
  file: name,
  line: z.int().min(1).max(10_000_000).nullable(),
  severity: z.enum(['warning', 'note']),
  message: line(10_000),
  story: id.nullable(),
  words: lines(ISSUE_LIMITS.text),
  paragraph: z.int().min(0).max(ISSUE_LIMITS.paragraphs).nullable(),
  about: noteSubject.exactOptional(),
});

export const issueSchema: z.ZodType<Issue> = z.strictObject({
  publication: publicationSchema,
  format: formatId,
  masthead: mastheadSchema,
  imprint: imprintSchema,
  stories: z.array(storySchema).max(ISSUE_LIMITS.stories),
  pages: z.array(pageSchema).max(ISSUE_LIMITS.pages),
  pictures: z.array(pictureSchema).max(ISSUE_LIMITS.pictures),
  importNotes: z.array(importNote).max(ISSUE_LIMITS.importNotes),
});

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  array: '列表',
  object: '一组字段',
  boolean: '是或否',
  null: '空',
};

/** Why, in Chinese, to stand after the place. */
const reason = (fault: z.core.$ZodIssue): string => {
  switch (fault.code) {
    case 'invalid_type':
      return fault.input === undefined && fault.message.includes('undefined')
        ? '缺少'
        : `应是${KINDS[fault.expected] ?? fault.expected}`;
    case 'unrecognized_keys':
      return `有本程序不认得的字段“${fault.keys.join('、').slice(0, 60)}”`;
    case 'invalid_value':
      return `只能是${fault.values.map((value) => `“${String(value)}”`).join('、')}之一`;
    case 'too_big':
      return fault.origin === 'string' || fault.origin === 'array'
        ? `超过上限${fault.maximum}`
        : `不能大于${fault.maximum}`;
    case 'too_small':
      return fault.origin === 'string' || fault.origin === 'array' ? '不能为空' : `不能小于${fault.minimum}`;
    case 'invalid_format':
      return '写法不对';
    case 'custom':
      return fault.message;
    default:
      return '内容不对';
  }
};

/** What of a value is wrong and where, a Chinese phrase; `at` is where in the issue the value stands. */
export const faultPhrase = (error: z.ZodError, at: readonly PropertyKey[] = []): string => {
  const fault = error.issues[0]!;
  return `${placeName([...at, ...fault.path])}${reason(fault)}`;
};

/** An issue of the present version from JSON, or what is wrong with it, a Chinese phrase that names the place. */
export const readIssue = (json: unknown): { readonly issue: Issue } | { readonly fault: string } => {
  const parsed = issueSchema.safeParse(json);
  if (!parsed.success) return { fault: faultPhrase(parsed.error) };
  const broken = brokenInvariant(parsed.data);
  return broken === null ? { issue: parsed.data } : { fault: broken };
};

/** The same for a file. Throws IssueFileError, one sentence that names the place. */
export const parseIssue = (json: unknown): Issue => {
  const read = readIssue(json);
  if ('fault' in read) throw new IssueFileError(`期的内容有误：${read.fault}`, { advice: '请改用备份' });
  return read.issue;
};
