/** Two issues beside each other: facts and pages in sentences, then each story that differs in two columns. */
import { type ReactNode, useMemo } from 'react';
import type { ComparedIssues } from '../../core/contract/version-channels.ts';
import { isSame, type StoryChange } from '../../core/file/compare-issues.ts';
import type { DiffSpan } from '../../core/file/text-diff.ts';
import type { Story, StoryId } from '../../core/issue/issue.ts';
import { versionStrings } from '../strings/versions.ts';
import { type StoryRow, storyRows } from './story-rows.ts';

const said = versionStrings.comparison;

const Side = ({
  spans,
  onlyLook,
}: {
  readonly spans: readonly DiffSpan[] | null;
  readonly onlyLook: boolean;
}) => {
  if (spans === null) return <td className="missing" />;
  return (
    <td>
      {onlyLook && <span className="quiet">{said.onlyLook}</span>}
      {spans.map(({ kind, text }, index) => {
        if (kind === 'removed') return <del key={index}>{text}</del>;
        if (kind === 'added') return <ins key={index}>{text}</ins>;
        return <span key={index}>{text}</span>;
      })}
    </td>
  );
};

const Row = ({ part, before, after, skipped }: StoryRow) =>
  skipped > 0 ? (
    <tr className="same-paragraphs">
      <td />
      <td colSpan={2}>{said.sameParagraphs(skipped)}</td>
    </tr>
  ) : (
    <tr data-part={part}>
      <th scope="row">{said.parts[part]}</th>
      <Side spans={before} onlyLook={!before?.length && !after?.length} />
      <Side spans={after} onlyLook={!before?.length && !after?.length} />
    </tr>
  );

const storyOf = (stories: readonly Story[], id: StoryId): Story | undefined =>
  stories.find((story) => story.id === id);

const StoryTable = ({
  change,
  compared,
  names,
  children,
}: {
  readonly change: StoryChange;
  readonly compared: ComparedIssues;
  readonly names: SideNames;
  readonly children: ReactNode;
}) => {
  const rows = useMemo(
    () =>
      storyRows(
        change,
        storyOf(compared.before.stories, change.story),
        storyOf(compared.after.stories, change.story),
      ),
    [change, compared],
  );
  return (
    <section aria-label={change.sentence} className="compared-story">
      <h4>{change.sentence}</h4>
      {children}
      <table>
        <colgroup>
          <col className="part-column" />
          <col span={2} />
        </colgroup>
        <thead>
          <tr>
            <td />
            <th scope="col">{names.before}</th>
            <th scope="col">{names.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} {...row} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

export interface SideNames {
  readonly before: string;
  readonly after: string;
}

const Sentences = ({ title, list }: { readonly title: string; readonly list: readonly string[] }) =>
  list.length === 0 ? null : (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {list.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );

/** What is longer than its dialog; the arrows and PageDown scroll it. */
export const Scroller = ({
  label,
  className = 'comparison',
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) => (
  <section
    className={className}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a stop for the keys that scroll
    tabIndex={0}
    aria-label={label}
    data-first
  >
    {children}
  </section>
);

/** `choice`: what is asked of a story over its columns. */
export const ComparisonView = ({
  compared,
  names,
  choice = () => null,
}: {
  readonly compared: ComparedIssues;
  readonly names: SideNames;
  readonly choice?: (story: StoryId) => ReactNode;
}) => {
  const { comparison } = compared;
  if (isSame(comparison)) return <p role="status">{said.same}</p>;
  return (
    <>
      <Sentences title={said.facts} list={comparison.facts} />
      <Sentences title={said.pages} list={comparison.pages.map(({ sentence }) => sentence)} />
      {comparison.stories.length > 0 && <h3>{said.stories}</h3>}
      {comparison.stories.map((change) => (
        <StoryTable key={change.story} change={change} compared={compared} names={names}>
          {choice(change.story)}
        </StoryTable>
      ))}
    </>
  );
};
