/**
 * The paragraph styles of a story's passages, from the stylebook. The same stylebook gives the same objects, so that
 * a style can be told from another by identity. Pure.
 */
import { type Cache, family, KEY_ALONE, kept } from '../cache.ts';
import type { Stylebook, TextStyle } from '../publication/publication.ts';
import type { SetStyle } from './set-style.ts';

export interface PassageStyles {
  readonly standfirst: SetStyle;
  readonly body: SetStyle;
  readonly subhead: SetStyle;
  /** A brief, run on without an indent. */
  readonly item: SetStyle;
  /** A refer, a line of a notice: too short to be justified. */
  readonly listed: SetStyle;
  readonly byline: SetStyle;
}

/** Names in a byline stand half an em apart; between words of copy a full space is a full em. */
const BYLINE_SPACE = 0.5;

/** Of a stylebook by tracking: the stories of one issue are tracked differently. */
const STYLES = family<Stylebook, Map<number, PassageStyles>>('passage styles');

const noTracking = () => new Map<number, PassageStyles>();

/** `tracking` in em, as copyfitting set it. */
export const passageStyles = (book: Stylebook, tracking: number, cache: Cache): PassageStyles => {
  const ofBook = kept(cache, STYLES, book, KEY_ALONE, noTracking);
  let styles = ofBook.get(tracking);
  if (!styles) {
    styles = makeStyles(book, tracking);
    ofBook.set(tracking, styles);
  }
  return styles;
};

const makeStyles = (book: Stylebook, tracking: number): PassageStyles => {
  const { indent } = book.composition;
  const style = (text: TextStyle, first: number): SetStyle => ({
    ...book.composition,
    face: text.face,
    boldFace: book.bold.face,
    size: text.size,
    indent: first,
    fullSpace: 1,
    tracking,
  });
  const item = style(book.body, 0);
  return {
    standfirst: style(book.standfirst, indent),
    body: style(book.body, indent),
    subhead: style(book.subhead, indent),
    item,
    listed: { ...item, ragged: true },
    byline: {
      ...style(book.byline, 0),
      fullSpace: BYLINE_SPACE,
      breakAtSpacesOnly: true,
      ragged: true,
      tracking: 0,
    },
  };
};
