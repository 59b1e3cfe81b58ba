/**
 * Edits of the stylebook 样式表 and of the profile as a whole, in this issue's copy. The size of what stands in the body
 * columns is the grid's (`PageFormat.bodySize`): another one would set lines wider or narrower than their column, so
 * it changes with the format only. Faces are free everywhere.
 */
import {
  type Composition,
  formatOf,
  KINSOKU_LEVELS,
  type Publication,
  type TextStyle,
} from '../publication/publication.ts';
import { STYLE_ENTRIES, type StyleEntry, stylePath, textStyleOf } from '../publication/style-entries.ts';
import { LARGEST_SIZE, SMALLEST_SIZE, sizeText } from '../units.ts';
import { checkedText, type EditedIssue, editWith } from './edit.ts';
import { isOnPage, styleFault } from './frame-grid.ts';
import type { Issue } from './issue.ts';

export {
  headlineEntries,
  type NamedStyle,
  STYLE_ENTRIES,
  type StyleEntry,
  styleEntries,
  textStyleOf,
} from '../publication/style-entries.ts';

/** Styles whose lines fill a body column, which is measured in body characters. */
const GRID_SIZED: ReadonlySet<StyleEntry> = new Set<StyleEntry>(['body', 'bold', 'subhead', 'standfirst']);
/** Styles whose lines stand on the body's line grid: larger than the body they would run into each other. */
const WITHIN_GRID: ReadonlySet<StyleEntry> = new Set<StyleEntry>(['byline', 'caption', 'jumpLine']);

/** True where the style's size is the format's body size, and only the face can be chosen. */
export const isGridSized = (entry: StyleEntry): boolean => GRID_SIZED.has(entry);

/** Why the style cannot have that size, one sentence for the editor; null where it can. */
export const sizeFault = (issue: Issue, entry: StyleEntry, size: number): string | null => {
  if (!(size >= SMALLEST_SIZE && size <= LARGEST_SIZE))
    return `字号要在 ${SMALLEST_SIZE} 到 ${LARGEST_SIZE} 磅之间，请改一个字号。`;
  const { bodySize } = formatOf(issue.publication, issue.format);
  const name = STYLE_ENTRIES.find((known) => known.entry === entry)?.name ?? '标题';
  if (GRID_SIZED.has(entry) && size !== bodySize)
    return `${name}排在基本栏里，字号随开本的网格定为${sizeText(bodySize)}，不能单独改；要改请换开本。`;
  if (WITHIN_GRID.has(entry) && size > bodySize)
    return `${name}排在正文的行格上，字号不能大于正文的${sizeText(bodySize)}，请改小。`;
  return null;
};

/** Throws on a size that `sizeFault` refuses: ask it first. */
export const setTextStyle = (issue: Issue, entry: StyleEntry, change: Partial<TextStyle>): EditedIssue => {
  const { stylebook } = issue.publication;
  const now = textStyleOf(stylebook, entry);
  const { face = now.face, size = now.size } = change;
  if (checkedText(face, 'one-line') === '') throw new Error(`no face for ${entry}`);
  if (size !== now.size && sizeFault(issue, entry, size) !== null)
    throw new Error(`size of ${entry}: ${size}`);
  const path = stylePath(stylebook, entry);
  return editWith(issue, '修改样式', (draft) => {
    const book = draft.publication.stylebook;
    const style = path.list === null ? book[path.entry] : book[path.list][path.index]![path.part];
    style.face = face;
    style.size = size;
  });
};

/** Bounds of what is set in em; the schema of issue files has the same. */
const MOST_INDENT = 20;
const MOST_GAP = 2;

/** 排版规则; what is left out stays. */
export const setComposition = (issue: Issue, change: Partial<Composition>): EditedIssue => {
  const { kinsoku, indent = 0, hanLatinGap = 0 } = change;
  if (kinsoku !== undefined && !KINSOKU_LEVELS.includes(kinsoku))
    throw new Error(`no such level: ${kinsoku}`);
  if (!(indent >= 0 && indent <= MOST_INDENT)) throw new Error(`indent: ${indent}`);
  if (!(hanLatinGap >= 0 && hanLatinGap <= MOST_GAP)) throw new Error(`gap: ${hanLatinGap}`);
  return editWith(issue, '修改排版规则', (draft) => {
    Object.assign(draft.publication.stylebook.composition, change);
  });
};

/** Why the issue cannot take that profile, one sentence for the editor; null where it can. */
export const publicationFault = (issue: Issue, publication: Publication): string | null => {
  const format = publication.formats.find((f) => f.id === issue.format);
  if (!format) return `“${publication.name}”没有“${issue.format}”这种开本，本期不能改用它的样式。`;
  for (const [index, page] of issue.pages.entries())
    for (const frame of page.frames)
      if (!isOnPage(frame.box, format) || styleFault(format, frame) !== null)
        return `“${publication.name}”的版心容不下第${index + 1}版的版位，请先调整版位，再改用它的样式。`;
  return null;
};

/** Gives the issue another profile as a whole. Throws on one that `publicationFault` refuses: ask it first. */
export const setPublication = (issue: Issue, publication: Publication): EditedIssue => {
  if (publicationFault(issue, publication) !== null)
    throw new Error(`profile does not fit the issue: ${publication.id}`);
  const name = '更换刊物样式';
  if (publication === issue.publication) return { issue, patches: [], inverse: [], name };
  const path = ['publication'];
  return {
    issue: { ...issue, publication },
    patches: [{ op: 'replace', path, value: publication }],
    inverse: [{ op: 'replace', path, value: issue.publication }],
    name,
  };
};
