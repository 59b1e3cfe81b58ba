/** Two people's files of one issue beside each other, and made one again: a choice for every story that both changed. */
import { useMemo, useState } from 'react';
import type { ComparedFile } from '../../core/contract/version-channels.ts';
import { isSame } from '../../core/file/compare-issues.ts';
import { type MergeQuestion, mergeByStory, mergeQuestions, type Side } from '../../core/file/merge-issues.ts';
import type { StoryId } from '../../core/issue/issue.ts';
import { ModalDialog } from '../dialogs/ModalDialog.tsx';
import { isReadOnly, useOpen } from '../state/desk-store.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { compareFile, mergeFile } from '../state/versions.ts';
import { versionStrings } from '../strings/versions.ts';
import { useAnswer, Waiting } from './CompareDialog.tsx';
import { ComparisonView, Scroller } from './ComparisonView.tsx';

const said = versionStrings.merge;
type Choice = Side | 'both';

const Choices = <C extends Choice>({
  name,
  legend,
  choices,
  chosen,
  choose,
}: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly { readonly value: C; readonly label: string }[];
  readonly chosen: C;
  readonly choose: (value: C) => void;
}) => (
  <fieldset className="merge-choice">
    <legend>{legend}</legend>
    {choices.map(({ value, label }) => (
      <label key={value}>
        <input type="radio" name={name} checked={chosen === value} onChange={() => choose(value)} />
        {label}
      </label>
    ))}
  </fieldset>
);

const SIDES = [
  { value: 'mine', label: said.mine },
  { value: 'theirs', label: said.theirs },
] as const satisfies readonly { readonly value: Side; readonly label: string }[];

/** A side that took the story out can be chosen as well. */
const storyChoices = ({ mine, theirs }: MergeQuestion) => [
  { value: 'mine' as const, label: mine ? said.mine : `${said.mine}${said.gone}` },
  { value: 'theirs' as const, label: theirs ? said.theirs : `${said.theirs}${said.gone}` },
  ...(mine && theirs ? [{ value: 'both' as const, label: said.both }] : []),
];

const Merge = ({ compared, file }: { readonly compared: ComparedFile; readonly file: string }) => {
  const mine = useOpen((open) => open.issue, compared.before);
  const mayEdit = useOpen((open) => !isReadOnly(open), false);
  const [stories, setStories] = useState<ReadonlyMap<StoryId, Choice>>(new Map());
  const [layout, setLayout] = useState<Side>('mine');
  const [facts, setFacts] = useState<Side>('mine');
  const questions = useMemo(
    () => new Map(mergeQuestions(compared.base, mine, compared.after).map((each) => [each.story, each])),
    [compared, mine],
  );
  // Undecided stories keep both; of the others the side that changed them is taken.
  const merged = useMemo(
    () => new Map(mergeByStory(compared.base, mine, compared.after).stories.map((each) => [each.id, each])),
    [compared, mine],
  );
  const takenFrom = (story: StoryId): Side =>
    merged.get(story) === mine.stories.find(({ id }) => id === story) ? 'mine' : 'theirs';
  const differs = !isSame(compared.comparison);
  const merge = () => {
    // First: an edit that must be asked about opens a dialog of its own.
    closeDialog();
    mergeFile(compared, {
      // What is asked and not answered is kept twice: nothing that anybody wrote is lost.
      stories: new Map([...questions.keys()].map((story) => [story, stories.get(story) ?? 'both'])),
      ...(compared.comparison.pages.length > 0 ? { layout } : {}),
      ...(compared.comparison.facts.length > 0 ? { facts } : {}),
    });
  };
  const choice = (story: StoryId) => {
    const question = questions.get(story);
    if (!question) return <p className="quiet">{said.taken[takenFrom(story)]}</p>;
    return (
      <Choices
        name={`merge-${story}`}
        legend={question.sentence}
        choices={storyChoices(question)}
        chosen={stories.get(story) ?? 'both'}
        choose={(value) => setStories(new Map([...stories, [story, value]]))}
      />
    );
  };
  return (
    <>
      <Scroller label={file}>
        {differs && <p>{said.intro}</p>}
        {compared.comparison.pages.length > 0 && (
          <Choices
            name="merge-layout"
            legend={said.layout}
            choices={SIDES}
            chosen={layout}
            choose={setLayout}
          />
        )}
        {compared.comparison.facts.length > 0 && (
          <Choices name="merge-facts" legend={said.facts} choices={SIDES} chosen={facts} choose={setFacts} />
        )}
        <ComparisonView
          compared={compared}
          names={{ before: said.mine, after: said.theirs }}
          choice={choice}
        />
      </Scroller>
      <div className="dialog-buttons">
        <button type="button" onClick={closeDialog}>
          {versionStrings.comparison.close}
        </button>
        <button type="button" className="primary" disabled={!differs || !mayEdit} onClick={merge}>
          {said.merge}
        </button>
      </div>
    </>
  );
};

/** Two issues: what is alike is shown beside each other, and nothing can be merged. */
const OtherIssue = ({ compared }: { readonly compared: ComparedFile }) => {
  const { publication, masthead } = compared.after;
  const { date, number, totalNumber } = masthead;
  const name = said.issueName(publication.name, date, number, totalNumber);
  return (
    <>
      <Scroller label={compared.fileName}>
        <p>{said.otherIssue(compared.fileName, name)}</p>
        <ComparisonView compared={compared} names={{ before: said.mine, after: said.theirs }} />
      </Scroller>
      <div className="dialog-buttons">
        <button type="button" onClick={closeDialog}>
          {versionStrings.comparison.close}
        </button>
      </div>
    </>
  );
};

export const MergeDialog = ({ file }: { readonly file: string }) => {
  const { answer, failure } = useAnswer(() => compareFile(file));
  const title = versionStrings.comparison.title(said.mine, file.slice(file.lastIndexOf('/') + 1));
  return (
    <ModalDialog wide title={title} cancel={closeDialog}>
      {answer?.areCopies && <Merge compared={answer} file={file} />}
      {answer?.areCopies === false && <OtherIssue compared={answer} />}
      {answer === null && (
        <>
          <Waiting failure={failure} />
          <div className="dialog-buttons">
            <button type="button" onClick={closeDialog}>
              {versionStrings.comparison.close}
            </button>
          </div>
        </>
      )}
    </ModalDialog>
  );
};
