/**
 * The faces of a publication: where each is used, and a publication with other faces for its headlines and
 * nameplate (an editor's own fonts stand in these places only: body type is the grid's). Pure.
 */

import type { FaceId } from '../font/face.ts';
import { PART_NAMES } from './part-names.ts';
import type { HeadlineStyle, Publication } from './publication.ts';

/** Places for which an editor may choose a face, with what the editor calls them. */
export const FACE_PLACES = {
  nameplate: '报头',
  headline: PART_NAMES.headline,
  kicker: PART_NAMES.kicker,
  deck: PART_NAMES.deck,
} as const;
export type FacePlace = keyof typeof FACE_PLACES;
export type FaceChoices = Readonly<Partial<Record<FacePlace, FaceId>>>;

export interface FaceUse {
  readonly face: FaceId;
  /** Where it stands, e.g. 主题. */
  readonly places: readonly string[];
}

const headlineStyles = ({ stylebook }: Publication): readonly HeadlineStyle[] => [
  ...stylebook.headlines,
  ...stylebook.leadHeadlines,
];

/** Every face that the stylebook and the masthead name, in the order of first use. */
export const facesOf = (publication: Publication): readonly FaceUse[] => {
  const { stylebook: book, masthead } = publication;
  const uses = new Map<FaceId, Set<string>>();
  const use = (face: FaceId, place: string): void => {
    const places = uses.get(face);
    if (places) places.add(place);
    else uses.set(face, new Set([place]));
  };
  use(masthead.nameplateFace, FACE_PLACES.nameplate);
  for (const style of headlineStyles(publication)) {
    use(style.headline.face, FACE_PLACES.headline);
    use(style.kicker.face, FACE_PLACES.kicker);
    use(style.deck.face, FACE_PLACES.deck);
  }
  use(book.body.face, '正文');
  use(book.bold.face, '正文');
  use(book.subhead.face, '小标题');
  use(book.standfirst.face, '提要');
  use(book.byline.face, '署名');
  use(book.caption.face, '图注');
  use(book.jumpLine.face, '转版');
  use(book.briefsTitle.face, '简讯标题');
  use(book.refersTitle.face, '导读标题');
  use(book.folio.face, '报眉');
  use(book.imprint.face, '版记');
  return [...uses].map(([face, places]) => ({ face, places: [...places] }));
};

/** The publication with these faces in these places; sizes stay. */
export const withFaces = (publication: Publication, choices: FaceChoices): Publication => {
  const { stylebook, masthead } = publication;
  const faced = (style: HeadlineStyle): HeadlineStyle => ({
    ...style,
    headline: { ...style.headline, face: choices.headline ?? style.headline.face },
    kicker: { ...style.kicker, face: choices.kicker ?? style.kicker.face },
    deck: { ...style.deck, face: choices.deck ?? style.deck.face },
  });
  return {
    ...publication,
    masthead: { ...masthead, nameplateFace: choices.nameplate ?? masthead.nameplateFace },
    stylebook: {
      ...stylebook,
      headlines: stylebook.headlines.map(faced),
      leadHeadlines: stylebook.leadHeadlines.map(faced),
    },
  };
};
