/**
 * The shape of a kept display list (core/display/display-json.ts) that comes from a file. Strict, with limits far
 * above any newspaper; what a shape cannot say (a position for every character, a line for every source) is checked
 * too, so that what passes can be drawn.
 */
import * as z from 'zod';
import {
  DISPLAY_FORMAT,
  DISPLAY_VERSION,
  type DisplayListJson,
  displayFromJson,
  type ItemJson,
} from '../display/display-json.ts';
import type { DisplayList, Role } from '../display/display-list.ts';
import { PAGE_FIELD_NAMES, type PageField } from '../issue/page-field.ts';
import type { TextPart } from '../issue/text-place.ts';
import { IssueFileError } from './issue-file-error.ts';

export const DISPLAY_LIMITS = {
  pages: 200,
  parts: 10_000,
  items: 500_000,
  /** UTF-16 units of one run: a line's. */
  text: 20_000,
  name: 1_000,
} as const;

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(table) as [K, ...K[]];

const ROLES: Readonly<Record<Role, true>> = {
  nameplate: true,
  masthead: true,
  folio: true,
  imprint: true,
  kicker: true,
  headline: true,
  deck: true,
  standfirst: true,
  subhead: true,
  body: true,
  byline: true,
  credit: true,
  caption: true,
  'jump-line': true,
  artifact: true,
};

const PARTS: Readonly<Record<TextPart, true>> = {
  kicker: true,
  headline: true,
  deck: true,
  standfirst: true,
  body: true,
  'item-byline': true,
  byline: true,
  credit: true,
  caption: true,
};

/** Thousandths of a point; a hundred metres either way. */
const length = z.int().min(-300_000_000).max(300_000_000);
const offset = z.int().min(-1_000).max(10_000_000);
const id = z.string().min(1).max(200);
const rect = z.tuple([length, length, length, length]);
const share = z.number().min(0).max(1);
const ink = z.tuple([share, share, share, share]).exactOptional();
const field: z.ZodType<PageField> = z.enum(keysOf(PAGE_FIELD_NAMES));

const owned = {
  role: z.enum(keysOf(ROLES)),
  frame: id.exactOptional(),
  source: z.tuple([id, z.enum(keysOf(PARTS)), offset, offset, offset]).exactOptional(),
  line: z.tuple([offset, offset, z.union([z.literal(0), z.literal(1)])]).exactOptional(),
  field: field.exactOptional(),
};

const text = {
  ...owned,
  face: id,
  size: z.number().gt(0).max(2_000),
  ink,
  text: z.string().min(1).max(DISPLAY_LIMITS.text),
  xs: z.array(length).min(1).max(DISPLAY_LIMITS.text),
  y: length,
  cell: rect.exactOptional(),
};

const item: z.ZodType<ItemJson> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...text,
    kind: z.literal('glyphs'),
    script: z.literal([1, 2]).exactOptional(),
    turned: z.literal(true).exactOptional(),
    turn: z.tuple([field, offset]).exactOptional(),
  }),
  z.strictObject({ ...text, kind: z.literal('dash'), stroke: rect }),
  z.strictObject({ ...owned, kind: z.literal('rect'), rect, ink }),
  z.strictObject({
    ...owned,
    kind: z.literal('picture'),
    picture: id,
    rect,
    crop: z.tuple([share, share, share, share]),
  }),
]);

const side = z.number().gt(0).max(20_000);

const displaySchema: z.ZodType<DisplayListJson> = z.strictObject({
  format: z.literal(DISPLAY_FORMAT),
  version: z.literal(DISPLAY_VERSION),
  title: z.string().max(10_000),
  pages: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(10_000),
        name: z.string().max(DISPLAY_LIMITS.name),
        width: side,
        height: side,
        parts: z.array(z.array(item).max(DISPLAY_LIMITS.items)).max(DISPLAY_LIMITS.parts),
      }),
    )
    .max(DISPLAY_LIMITS.pages),
});

const codePoints = (value: string): number => {
  let count = 0;
  for (const _ of value) count++;
  return count;
};

/** True where every character has its position and every source its line. */
const canBeDrawn = (part: readonly ItemJson[]): boolean => {
  let hasLine = false;
  return part.every((one) => {
    hasLine ||= one.line !== undefined;
    if (one.source && !hasLine) return false;
    return one.kind === 'rect' || one.kind === 'picture' || one.xs.length === codePoints(one.text);
  });
};

/** A display list from JSON. Throws IssueFileError, one sentence. */
export const parseDisplayList = (json: unknown): DisplayList => {
  const parsed = displaySchema.safeParse(json);
  const pages = parsed.success ? parsed.data.pages : [];
  const wrong = pages.find(({ parts }) => !parts.every(canBeDrawn));
  if (!parsed.success || wrong)
    throw new IssueFileError(`印样${wrong ? `第${wrong.number}版` : ''}的版面数据有误，画不出来`, {
      advice: '请改用备份，或看文件里的印样 PDF',
    });
  return displayFromJson(parsed.data);
};
