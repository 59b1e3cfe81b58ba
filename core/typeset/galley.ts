/**
 * The galley 毛样: a story's body as lines of one measure, before they are placed. Each galley line is one line of
 * the page's grid and may hold two set lines (a paragraph's end with the byline set right on the same line).
 * Pure; paragraphs already set are kept in a `GalleyCache`, by the paragraph value itself, so that an edit costs
 * its own paragraph.
 */
import type { FontSet } from '../font/font-set.ts';
import { type Mark, type Paragraph, paragraph as plainParagraph, type Story } from '../issue/issue.ts';
import { chineseNumeral } from '../numerals.ts';
import type { Stylebook, TextStyle } from '../publication/publication.ts';
import type { SetStyle } from './analysis.ts';
import type { SetLine } from './set-line.ts';
import { type SetParagraph, typesetParagraph } from './typeset-paragraph.ts';

export type GalleyRole = 'standfirst' | 'body' | 'subhead' | 'byline' | 'credit';

export interface GalleyPart {
  readonly line: SetLine;
  /** Points added to the line's x. */
  readonly shift: number;
  readonly role: GalleyRole;
  /** Paragraph index in the body; 0 in the other parts. */
  readonly paragraph: number;
  /** What to add to a run's offset to get the offset in the story's text (a set-in ● is not in the text). */
  readonly offset: number;
  /** True where the program made the text (（详见二版）): it stands nowhere in the story. */
  readonly made: boolean;
}

export interface GalleyLine {
  readonly parts: readonly GalleyPart[];
  /** First and last line of a paragraph, for widows and orphans; subheads stay with the next line. */
  readonly first: boolean;
  readonly last: boolean;
  readonly keepWithNext: boolean;
}

export interface Galley {
  /** em. */
  readonly measure: number;
  readonly lines: readonly GalleyLine[];
  /** Code points that no face has. */
  readonly missing: readonly number[];
}

/** Where a story's text is taken up again: in a frame of another measure. */
export interface Resume {
  readonly paragraph: number;
  /** UTF-16 offset; 0 at a paragraph's start. */
  readonly offset: number;
}

/** Paragraphs set before, by value. Weak: what the issue no longer holds is forgotten. */
export type GalleyCache = WeakMap<Paragraph, Map<string, SetParagraph>>;
export const newGalleyCache = (): GalleyCache => new WeakMap();

const BULLET = '●';
/** Names in a byline stand half an em apart; between words of copy a full space is a full em. */
const BYLINE_SPACE = 0.5;
/** Least distance between a paragraph's end and a byline on the same line, em. */
const BYLINE_DISTANCE = 1;

const setStyle = (book: Stylebook, style: TextStyle, indent: number, fullSpace = 1): SetStyle => ({
  face: style.face,
  boldFace: book.bold.face,
  size: style.size,
  indent,
  hanLatinGap: book.hanLatinGap,
  kinsoku: 'basic',
  fullSpace,
});

const opensWithBullet = (text: string): boolean => /^[●○■□▲△◆◇★☆·•]/u.test(text);

/** Sets a story's body to `measure` em, from `resume` on. */
export const setGalley = (
  story: Story,
  book: Stylebook,
  measure: number,
  fonts: FontSet,
  cache: GalleyCache,
  resume: Resume = { paragraph: 0, offset: 0 },
): Galley => {
  const lines: GalleyLine[] = [];
  const missing: number[] = [];
  const width = measure * book.body.size;

  const setKept = (
    p: Paragraph,
    text: string,
    style: SetStyle,
    key: string,
    marks: readonly Mark[] = p.marks,
  ): SetParagraph => {
    const kept = cache.get(p) ?? new Map<string, SetParagraph>();
    const known = kept.get(key);
    if (known) return known;
    const set = typesetParagraph(text, style, measure, fonts, marks);
    kept.set(key, set);
    cache.set(p, kept);
    return set;
  };

  const push = (set: SetParagraph, role: GalleyRole, index: number, offset: number, keepWithNext = false) => {
    for (const line of set.lines)
      lines.push({
        parts: [{ line, shift: 0, role, paragraph: index, offset, made: false }],
        first: line.first,
        last: line.last,
        keepWithNext,
      });
    for (const codePoint of set.missing) missing.push(codePoint);
  };

  const pushRight = (text: string, role: 'byline' | 'credit', index: number, made = false) => {
    if (text === '') return;
    const style: SetStyle = {
      ...setStyle(book, book.byline, 0, BYLINE_SPACE),
      breakAtSpacesOnly: true,
      ragged: true,
    };
    const set = typesetParagraph(text, style, measure, fonts);
    for (const codePoint of set.missing) missing.push(codePoint);
    const only = set.lines[0];
    if (!only) return;
    const last = lines[lines.length - 1];
    const tail = last?.parts[last.parts.length - 1];
    const ends = tail ? tail.shift + tail.line.indent + tail.line.width : 0;
    const room = width - ends - BYLINE_DISTANCE * book.body.size;
    const rightOf = (line: SetLine) => width - line.width - line.indent;
    if (set.lines.length === 1 && last && tail && !last.keepWithNext && only.width <= room) {
      lines[lines.length - 1] = {
        ...last,
        parts: [...last.parts, { line: only, shift: rightOf(only), role, paragraph: index, offset: 0, made }],
      };
      return;
    }
    set.lines.forEach((line, i) => {
      lines.push({
        parts: [{ line, shift: rightOf(line), role, paragraph: index, offset: 0, made }],
        /* A byline belongs to the paragraph's end: it never stands alone at a column's head. */
        first: false,
        last: i === set.lines.length - 1,
        keepWithNext: false,
      });
    });
  };

  const atStart = resume.paragraph === 0 && resume.offset === 0;
  if (story.standfirst !== '' && atStart)
    push(
      typesetParagraph(story.standfirst, setStyle(book, book.standfirst, book.indent), measure, fonts),
      'standfirst',
      0,
      0,
    );

  story.paragraphs.forEach((p, index) => {
    if (index < resume.paragraph) return;
    const offset = index === resume.paragraph ? resume.offset : 0;
    if (offset > 0) {
      const rest: Paragraph = {
        ...plainParagraph(p.text.slice(offset), p.role),
        marks: p.marks
          .filter((m) => m.to > offset)
          .map((m) => ({ ...m, from: Math.max(0, m.from - offset), to: m.to - offset })),
      };
      const style = setStyle(book, p.role === 'subhead' ? book.subhead : book.body, 0);
      push(typesetParagraph(rest.text, style, measure, fonts, rest.marks), 'body', index, offset);
    } else {
      switch (p.role) {
        case 'body':
          push(setKept(p, p.text, setStyle(book, book.body, book.indent), `b${measure}`), 'body', index, 0);
          break;
        case 'subhead':
          push(
            setKept(p, p.text, setStyle(book, book.subhead, book.indent), `s${measure}`),
            'subhead',
            index,
            0,
            true,
          );
          break;
        case 'item': {
          const prefix = opensWithBullet(p.text) ? '' : BULLET;
          const moved = p.marks.map((m) => ({
            ...m,
            from: m.from + prefix.length,
            to: m.to + prefix.length,
          }));
          const set = setKept(p, prefix + p.text, setStyle(book, book.body, 0), `i${measure}`, moved);
          push(set, 'body', index, -prefix.length);
          break;
        }
      }
    }
    pushRight(p.byline, 'byline', index);
  });
  pushRight(story.byline, 'byline', 0);
  pushRight(story.credit, 'credit', 0);
  if (story.refersTo !== null) pushRight(`（详见${chineseNumeral(story.refersTo)}版）`, 'credit', 0, true);
  return { measure, lines, missing };
};
