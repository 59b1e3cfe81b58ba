/**
 * The JSON of prints and versions in an issue file, version 1 each, and how it is read. Strict, as issue.json is:
 * an unknown field is an error, so nothing that a file says is silently dropped. An issue inside a version is a
 * document of its own with its own version, so it migrates as issue.json does.
 */
import * as z from 'zod';
import { isCleanLine, isCleanText } from '../issue/edit.ts';
import type { PrintedFace, Version } from './issue-file.ts';
import { IssueFileError } from './issue-file-error.ts';
import { parseIssue } from './issue-schema.ts';
import { issueDocument, migrate } from './migrations.ts';

export const FILE_LIMITS = {
  prints: 50,
  versions: 500,
  faces: 200,
  /** Parts of newer programs. */
  others: 200,
} as const;

const line = (most: number) =>
  z.string().max(most).refine(isCleanLine, '含有换行、控制字符或不成对的代理字符');
const note = z.string().max(10_000).refine(isCleanText, '含有控制字符或不成对的代理字符');
/** In a zone's own time, because that is what stood on the clock of the room. */
const timestamp = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const milestone = { at: timestamp, by: line(200), engine: line(100) };

const printSchema = z.strictObject({
  format: z.literal('zuban-print'),
  version: z.literal(1),
  ...milestone,
  issueHash: digest,
});

const facesSchema: z.ZodType<{
  readonly format: 'zuban-fonts';
  readonly version: 1;
  readonly faces: readonly PrintedFace[];
}> = z.strictObject({
  format: z.literal('zuban-fonts'),
  version: z.literal(1),
  faces: z
    .array(
      z.strictObject({
        face: line(200).min(1),
        name: line(200),
        package: line(200).nullable(),
        version: line(100).nullable(),
        sha256: digest.nullable(),
      }),
    )
    .max(FILE_LIMITS.faces),
});

const versionSchema = z.strictObject({
  format: z.literal('zuban-version'),
  version: z.literal(1),
  name: line(200).min(1),
  note,
  ...milestone,
  document: z.unknown(),
});

/** What print.json says. */
export type PrintFacts = Omit<z.infer<typeof printSchema>, 'format' | 'version'>;

const checked = <T>(schema: z.ZodType<T>, json: unknown, what: string): T => {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new IssueFileError(`${what}的记录有误${field === '' ? '' : `（${field.slice(0, 80)}）`}`, {
    advice: '请改用备份',
  });
};

export const printDocument = ({ at, by, engine, issueHash }: PrintFacts): unknown =>
  checked(
    printSchema,
    { format: 'zuban-print', version: 1, at, by, engine, issueHash },
    `${at.slice(0, 10)}付印`,
  );

/** Throws IssueFileError. */
export const parsePrint = (json: unknown, number: number): PrintFacts => {
  const { at, by, engine, issueHash } = checked(printSchema, json, `第${number}次付印`);
  return { at, by, engine, issueHash };
};

export const facesDocument = (faces: readonly PrintedFace[]): unknown =>
  checked(facesSchema, { format: 'zuban-fonts', version: 1, faces }, '付印所用字体');

/** Throws IssueFileError. */
export const parseFaces = (json: unknown, number: number): readonly PrintedFace[] =>
  checked(facesSchema, json, `第${number}次付印所用字体`).faces;

export const versionDocument = ({ name, note: own, at, by, engine, issue }: Version): unknown => {
  const document = issueDocument(parseIssue(issue));
  return checked(
    versionSchema,
    { format: 'zuban-version', version: 1, name, note: own, at, by, engine, document },
    `版本“${name.slice(0, 40)}”`,
  );
};

/** Throws IssueFileError. */
export const parseVersion = (json: unknown, number: number): Version => {
  const what = `第${number}个版本`;
  const { name, note: own, at, by, engine, document } = checked(versionSchema, json, what);
  return { number, name, note: own, at, by, engine, issue: parseIssue(migrate(document)) };
};
