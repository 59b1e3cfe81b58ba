/** The fields of a page's head in the order in which the Tab key goes through them. Pure. */
import type { FieldBox } from '../../core/display/field-boxes.ts';
import { PAGE_FIELD_NAMES, type PageField } from '../../core/issue/page-field.ts';
import type { Publication } from '../../core/publication/publication.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';

/** True for a field that is one text and printed as text: the others are edited in the inspector. */
export const isTypedInPlace = (field: PageField, { masthead }: Publication): boolean =>
  field !== 'ear' &&
  field !== 'staff' &&
  field !== 'imprint' &&
  (field !== 'nameplate' || masthead.nameplatePicture === undefined);

/** The next one that is typed in place, `by` further; null beyond the last and before the first. */
export const nextField = (
  boxes: readonly FieldBox[],
  now: PageField,
  by: 1 | -1,
  publication: Publication,
): PageField | null => {
  const typed = boxes.map(({ field }) => field).filter((field) => isTypedInPlace(field, publication));
  const at = typed.indexOf(now);
  return at < 0 ? null : (typed[at + by] ?? null);
};

export const nameOfBox = ({ field, side }: Pick<FieldBox, 'field' | 'side'>): string =>
  side === undefined ? PAGE_FIELD_NAMES[field] : say.head.ears[side];

/** Names the box's outline among the others of its page. */
export const boxKey = ({ field, side }: Pick<FieldBox, 'field' | 'side'>): string =>
  side === undefined ? field : `${field}-${side}`;
