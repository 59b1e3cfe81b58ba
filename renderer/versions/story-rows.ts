/**
 * One story of a comparison as rows of two columns: each part of the text as it was and as it is, with the stretches
 * that were taken out and put in; paragraphs that are the same stand beside each other or are counted. Pure.
 */
import type { PartChange, StoryChange, StoryPartName } from '../../core/file/compare-issues.ts';
import type { DiffSpan } from '../../core/file/text-diff.ts';
import type { Story } from '../../core/issue/issue.ts';

export interface StoryRow {
  readonly part: StoryPartName;
  /** Null: that side has no such paragraph, picture or story. */
  readonly before: readonly DiffSpan[] | null;
  readonly after: readonly DiffSpan[] | null;
  /** Paragraphs that are the same and not shown; 0 for a row that says something. */
  readonly skipped: number;
}

const plain = (text: string): readonly DiffSpan[] => (text === '' ? [] : [{ kind: 'same', text }]);

const changedRow = ({ part, before, after, spans }: PartChange): StoryRow => ({
  part,
  before: before === null ? null : spans.filter(({ kind }) => kind !== 'added'),
  after: after === null ? null : spans.filter(({ kind }) => kind !== 'removed'),
  skipped: 0,
});

const wholeText = (story: Story): readonly (readonly [StoryPartName, string])[] =>
  [
    ['kicker', story.kicker] as const,
    ['headline', story.headline] as const,
    ['deck', story.deck] as const,
    ['standfirst', story.standfirst] as const,
    ...story.paragraphs.map(({ text, byline }) => ['paragraph', text + byline] as const),
    ['byline', story.byline] as const,
    ['credit', story.credit] as const,
    ...story.pictures.map(({ caption, credit }) => ['caption', caption + credit] as const),
  ].filter(([, text]) => text !== '');

const HEADING = ['kicker', 'headline', 'deck', 'standfirst'] as const;

/** `before` and `after` are the story on each side; undefined where it is not there. */
export const storyRows = (
  { kind, parts }: Pick<StoryChange, 'kind' | 'parts'>,
  before: Story | undefined,
  after: Story | undefined,
): readonly StoryRow[] => {
  if (kind !== 'changed' || !before || !after) {
    const story = before ?? after;
    return wholeText(story ?? EMPTY).map(([part, text]) => ({
      part,
      before: before ? plain(text) : null,
      after: after ? plain(text) : null,
      skipped: 0,
    }));
  }
  const heading = HEADING.flatMap((part): readonly StoryRow[] => {
    const change = parts.find((each) => each.part === part);
    if (change) return [changedRow(change)];
    const text = plain(after[part]);
    // The headline is shown in any case: it says what story this is.
    return part === 'headline' ? [{ part, before: text, after: text, skipped: 0 }] : [];
  });
  const rest = parts.filter(({ part }) => part !== 'paragraph' && !HEADING.some((name) => name === part));
  return [...heading, ...paragraphRows(parts, before.paragraphs.length), ...rest.map(changedRow)];
};

const EMPTY: Pick<Story, keyof Story> = {
  id: '',
  kind: 'article',
  kicker: '',
  headline: '',
  deck: '',
  standfirst: '',
  breaks: { kicker: [], headline: [], deck: [] },
  paragraphs: [],
  byline: '',
  credit: '',
  pictures: [],
  refersTo: null,
  tracking: 0,
};

/** Changed paragraphs in their order, with the numbers of equal ones between them. `count`: of the earlier story. */
const paragraphRows = (parts: readonly PartChange[], count: number): readonly StoryRow[] => {
  const changes = parts.filter(({ part }) => part === 'paragraph');
  if (changes.length === 0) return [];
  const rows: StoryRow[] = [];
  const skip = (skipped: number): void => {
    if (skipped > 0) rows.push({ part: 'paragraph', before: [], after: [], skipped });
  };
  /** Paragraphs of each side that rows were made of. */
  let [was, is] = [0, 0];
  for (const change of changes) {
    const same = change.before === null ? change.after! - is : change.before - was;
    skip(same);
    was += same + (change.before === null ? 0 : 1);
    is += same + (change.after === null ? 0 : 1);
    rows.push(changedRow(change));
  }
  skip(count - was);
  return rows;
};
