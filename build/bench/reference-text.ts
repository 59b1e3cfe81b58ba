/**
 * The same text as a web page: every story with its headlines over its body in CSS columns, as many and as wide as the
 * frame has that the story begins in, at the same sizes, justified. HTML for the reference; pure.
 */
import { screenFamily } from '../../core/display/svg-page.ts';
import type { Frame, Issue, Story } from '../../core/issue/issue.ts';
import { joinedChars } from '../../core/makeup/column-grid.ts';
import {
  formatOf,
  type HeadlineStyle,
  type PageFormat,
  type Stylebook,
  type TextStyle,
} from '../../core/publication/publication.ts';
import type { Place } from './typist.ts';

export interface ReferenceText {
  readonly html: string;
  /** Families to load before anything is measured, each with the characters to load it for. */
  readonly families: readonly string[];
  readonly characters: string;
  /** Where a character is typed: the paragraph with this id. */
  readonly editedId: string;
  readonly at: number;
}

const EDITED_ID = 'edited';
/** Class of the whole under which columns are filled one after the other instead of balanced. */
export const IN_TURN = 'in-turn';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** A style as CSS; 楷 stands in for what a face lacks, as in the engine. */
const css = ({ face, size }: TextStyle): string =>
  `font:400 ${size}pt '${screenFamily(face)}','${screenFamily('kai')}'`;

const frameOf = (issue: Issue, story: Story): Frame | null => {
  for (const page of issue.pages) for (const frame of page.frames) if (frame.story === story.id) return frame;
  return null;
};

const line = (tag: string, style: TextStyle, text: string): string =>
  text === '' ? '' : `<${tag} style="${css(style)}">${escaped(text)}</${tag}>`;

/** The style of the widest span not above the frame's. */
const headsOver = ({ headlines }: Stylebook, span: number): HeadlineStyle => {
  const fitting = headlines.filter((style) => style.span <= span);
  return (fitting.length > 0 ? fitting : headlines).reduce((a, b) => (b.span > a.span ? b : a));
};

const articleOf = (issue: Issue, format: PageFormat, story: Story, edited: Place): string => {
  const book = issue.publication.stylebook;
  const frame = frameOf(issue, story);
  const span = frame?.box.span ?? 1;
  const heads = headsOver(book, span);
  const paragraphs = story.paragraphs.map(({ text, byline, role }, index) => {
    const id = story.id === edited.story && index === edited.paragraph ? ` id="${EDITED_ID}"` : '';
    const style = role === 'subhead' ? ` style="${css(book.subhead)}"` : '';
    return `<p${id}${style}>${escaped(text)}</p>${line('address', book.byline, byline)}`;
  });
  /* Without a height there is one column to fill in turn; balanced columns are as high as they need. */
  const height = `--height:${(frame?.box.lines ?? format.lines) * format.pitch}pt`;
  const width = joinedChars(format, span) * format.bodySize;
  return [
    `<article style="width:${width}pt">`,
    line('h3', heads.kicker, story.kicker),
    line('h2', heads.headline, story.headline),
    line('h3', heads.deck, story.deck),
    `<div style="columns:${frame?.columns ?? 1};column-gap:${format.gapChars * format.bodySize}pt;${height}">`,
    line('p', book.standfirst, story.standfirst),
    ...paragraphs,
    line('address', book.byline, story.byline),
    line('address', book.byline, story.credit),
    '</div></article>',
  ].join('');
};

export const referenceText = (issue: Issue, edited: Place): ReferenceText => {
  const format = formatOf(issue.publication, issue.format);
  const book = issue.publication.stylebook;
  const sheet = [
    'body,h2,h3,p,address{margin:0}',
    `article{${css(book.body)};line-height:${format.pitch}pt}`,
    'h2,h3{text-align:center;line-height:1.25}',
    'div{text-align:justify}',
    `.${IN_TURN} div{column-fill:auto;height:var(--height)}`,
    `p{text-indent:${book.composition.indent}em;line-height:${format.pitch}pt}`,
    `address{text-align:right;line-height:${format.pitch}pt}`,
  ].join('');
  const html = issue.stories.map((story) => articleOf(issue, format, story, edited)).join('');
  const styles = [
    book.body,
    book.subhead,
    book.byline,
    book.standfirst,
    ...book.headlines.flatMap(({ headline, kicker, deck }) => [headline, kicker, deck]),
  ];
  return {
    html: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="stylesheet" href="/fonts/fonts.css"><style>${sheet}</style><body><main>${html}</main>`,
    families: [...new Set([...styles.map(({ face }) => screenFamily(face)), screenFamily('kai')])],
    characters: [...new Set(html)].join(''),
    editedId: EDITED_ID,
    at: edited.at,
  };
};
