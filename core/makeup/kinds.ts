/**
 * Which make-up answers for a kind of publication. A kind is one folder beside this file and one line in the table.
 * The booklet and the bulletin have profiles to come and are made up as newspapers until then.
 */
import type { Publication } from '../publication/publication.ts';
import type { MakeUp } from './make-up.ts';
import { NEWSPAPER } from './newspaper/newspaper.ts';

const KINDS: Readonly<Record<Publication['kind'], MakeUp>> = {
  newspaper: NEWSPAPER,
  booklet: NEWSPAPER,
  bulletin: NEWSPAPER,
};

export const makeUpOf = ({ kind }: Pick<Publication, 'kind'>): MakeUp => KINDS[kind];
