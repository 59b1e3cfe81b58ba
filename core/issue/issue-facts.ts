/**
 * The texts of an issue that are no story's and hold no caret: photographers' names at pictures, names of pages and of
 * their staff, what the masthead and the imprint say. Each with what an editor calls it, where it stands, and how a new
 * text for it is set; null where it is made of other facts. Pure.
 */
import { lunarDate, weekday } from '../calendar/lunar-date.ts';
import { keysOf } from '../keys-of.ts';
import { IMPRINT_NAMES, STAFF_NAMES } from '../publication/part-names.ts';
import { type EditedIssue, isCleanLine } from './edit.ts';
import { type Issue, type StoryId, storyOf } from './issue.ts';
import { setImprint, setPageStaff } from './issue-edits.ts';
import { earsOf, setEar } from './masthead-edits.ts';
import { PAGE_FIELD_NAMES, type PageField } from './page-field.ts';
import { type FieldFault, pageFieldText, setPageField } from './page-field-edits.ts';
import { setCaption } from './picture-edits.ts';

export type FactPlace =
  | { readonly kind: 'picture'; readonly story: StoryId; readonly index: number }
  /** `input` names the field of 属性 that edits it. */
  | {
      readonly kind: 'page';
      readonly page: number;
      readonly field: PageField;
      readonly input: string;
    };

export interface IssueFact {
  readonly place: FactPlace;
  readonly name: string;
  readonly text: string;
  readonly set: ((issue: Issue, text: string) => EditedIssue | FieldFault) | null;
}

const HEAD: readonly PageField[] = ['nameplate', 'english-line', 'publisher', 'permit', 'notice', 'hotline'];
/** What the schema of issue files takes of a name. */
const LONGEST = 1_000;

const checked = (text: string, edit: () => EditedIssue): EditedIssue | FieldFault =>
  isCleanLine(text) && text.length <= LONGEST
    ? edit()
    : { fault: `“${text.slice(0, 20)}”放不进一行，请写短一些。` };

/** In the order of the pages, head first, imprint last; empty ones are left out. */
export const factsOf = (issue: Issue): readonly IssueFact[] =>
  [
    ...headFacts(issue),
    ...issue.pages.flatMap((_, page) => pageFacts(issue, page)),
    ...pictureFacts(issue),
    ...imprintFacts(issue),
  ].filter(({ text }) => text !== '');

const headFacts = (issue: Issue): readonly IssueFact[] => {
  if (issue.pages.length === 0) return [];
  const { date, number, totalNumber } = issue.masthead;
  const place = (field: PageField, input: string = field) =>
    ({ kind: 'page', page: 0, field, input }) as const;
  const ears = (['left', 'right'] as const).flatMap((side) =>
    earsOf(issue.publication.masthead)[side].map(
      (text, line): IssueFact => ({
        place: place('ear', `ear-${side}`),
        name: PAGE_FIELD_NAMES.ear,
        text,
        set: (at, changed) =>
          checked(changed, () =>
            setEar(
              at,
              side,
              earsOf(at.publication.masthead)[side].map((own, i) => (i === line ? changed : own)),
            ),
          ),
      }),
    ),
  );
  const stated = (field: PageField, text: string): IssueFact => ({
    place: place(field),
    name: PAGE_FIELD_NAMES[field],
    text,
    set: null,
  });
  return [
    ...HEAD.map(
      (field): IssueFact => ({
        place: place(field),
        name: PAGE_FIELD_NAMES[field],
        text: pageFieldText(issue, 0, field) ?? '',
        set: (at, text) => setPageField(at, 0, field, text),
      }),
    ),
    ...ears,
    stated('number', number === null ? '' : `第${number}期`),
    stated('total-number', totalNumber === null ? '' : `总第${totalNumber}期`),
    stated('date', date === null ? '' : `${dateText(date)}　${weekday(date)}　${lunarDate(date)}`),
  ];
};

const dateText = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const pageFacts = (issue: Issue, page: number): readonly IssueFact[] => {
  const { staff } = issue.pages[page]!;
  return [
    {
      place: { kind: 'page', page, field: 'page-name', input: 'page-name' },
      name: PAGE_FIELD_NAMES['page-name'],
      text: issue.pages[page]!.name,
      set: (at, text) => setPageField(at, page, 'page-name', text),
    },
    ...keysOf(STAFF_NAMES).map(
      (role): IssueFact => ({
        place: { kind: 'page', page, field: 'staff', input: role === 'editor' ? 'staff' : `staff-${role}` },
        name: STAFF_NAMES[role],
        text: staff[role],
        set: (at, text) => checked(text, () => setPageStaff(at, page, { [role]: text })),
      }),
    ),
  ];
};

const pictureFacts = (issue: Issue): readonly IssueFact[] =>
  issue.stories.flatMap(({ id, pictures }) =>
    pictures.map(
      ({ credit }, index): IssueFact => ({
        place: { kind: 'picture', story: id, index },
        name: '摄影署名',
        text: credit,
        set: (at, text) =>
          checked(text, () => setCaption(at, id, index, storyOf(at, id).pictures[index]!.caption, text)),
      }),
    ),
  );

const imprintFacts = (issue: Issue): readonly IssueFact[] =>
  issue.pages.length === 0
    ? []
    : keysOf(IMPRINT_NAMES).map((field) => ({
        place: {
          kind: 'page',
          page: issue.pages.length - 1,
          field: 'imprint',
          input: field === 'compiler' ? 'imprint' : `imprint-${field}`,
        },
        name: `版记${IMPRINT_NAMES[field]}`,
        text: issue.imprint[field],
        set: (at, text) => checked(text, () => setImprint(at, { [field]: text })),
      }));
