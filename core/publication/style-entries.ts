/**
 * The stylebook 样式表 as a list: every style by an id that a list or an edit can name, with what an editor calls it.
 * The headline styles depend on the stylebook, which has one for each width that it tells apart. Pure.
 */
import { PART_NAMES } from './part-names.ts';
import type { HeadlineStyle, Stylebook, TextStyle } from './publication.ts';

export type PlainEntry = Exclude<keyof Stylebook, 'headlines' | 'leadHeadlines' | 'composition'>;
/** List, index in it, part: `headlines.0.kicker`. */
export type HeadlineEntry =
  `${'headlines' | 'leadHeadlines'}.${number}.${Exclude<keyof HeadlineStyle, 'span'>}`;
export type StyleEntry = PlainEntry | HeadlineEntry;

export interface NamedStyle {
  readonly entry: StyleEntry;
  /** e.g. 正文, 2栏主题, 头条4–5栏引题. */
  readonly name: string;
}

/** Every style but the headlines', in the stylebook's order. */
export const STYLE_ENTRIES: readonly (NamedStyle & { readonly entry: PlainEntry })[] = [
  { entry: 'body', name: '正文' },
  { entry: 'bold', name: '加粗' },
  { entry: 'subhead', name: '小标题' },
  { entry: 'standfirst', name: '提要' },
  { entry: 'byline', name: '署名' },
  { entry: 'caption', name: '图注' },
  { entry: 'jumpLine', name: '转版行' },
  { entry: 'briefsTitle', name: '简讯题' },
  { entry: 'refersTitle', name: '导读题' },
  { entry: 'folio', name: '报眉' },
  { entry: 'imprint', name: '版记' },
];

const LISTS = [
  ['headlines', ''],
  ['leadHeadlines', '头条'],
] as const;
const PARTS = [
  ['kicker', PART_NAMES.kicker],
  ['headline', PART_NAMES.headline],
  ['deck', PART_NAMES.deck],
] as const;

/** The widths that a headline style serves: from its own span up to the next style's. */
const spanName = (styles: readonly HeadlineStyle[], { span }: HeadlineStyle): string => {
  const wider = styles.flatMap((style) => (style.span > span ? [style.span] : []));
  if (wider.length === 0) return `${span}栏以上`;
  const last = Math.min(...wider) - 1;
  return last === span ? `${span}栏` : `${span}–${last}栏`;
};

/** The headlines' styles by width, then the lead's 头条. */
export const headlineEntries = (stylebook: Stylebook): readonly NamedStyle[] =>
  LISTS.flatMap(([list, prefix]) =>
    stylebook[list].flatMap((style, index) =>
      PARTS.map(([part, name]) => ({
        entry: `${list}.${index}.${part}` as const,
        name: `${prefix}${spanName(stylebook[list], style)}${name}`,
      })),
    ),
  );

export const styleEntries = (stylebook: Stylebook): readonly NamedStyle[] => [
  ...STYLE_ENTRIES,
  ...headlineEntries(stylebook),
];

/** Where the entry stands in the stylebook. Throws where this one has no such entry. */
export const stylePath = (
  stylebook: Stylebook,
  entry: StyleEntry,
):
  | { readonly list: null; readonly entry: PlainEntry }
  | {
      readonly list: 'headlines' | 'leadHeadlines';
      readonly index: number;
      readonly part: Exclude<keyof HeadlineStyle, 'span'>;
    } => {
  const plain = STYLE_ENTRIES.find((known) => known.entry === entry);
  if (plain) return { list: null, entry: plain.entry };
  const [list, number, part] = entry.split('.');
  const known = LISTS.find(([name]) => name === list)?.[0];
  const own = PARTS.find(([name]) => name === part)?.[0];
  const index = Number(number);
  if (known === undefined || own === undefined || !stylebook[known][index])
    throw new Error(`no style ${entry}`);
  return { list: known, index, part: own };
};

export const textStyleOf = (stylebook: Stylebook, entry: StyleEntry): TextStyle => {
  const path = stylePath(stylebook, entry);
  return path.list === null ? stylebook[path.entry] : stylebook[path.list][path.index]![path.part];
};
