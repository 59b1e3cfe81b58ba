/** 稿件 of the tray: what it is and how much, before it is placed. */
import { setHeadline, setRefersTo, setStoryKind } from '../../core/issue/edits.ts';
import type { Story } from '../../core/issue/issue.ts';
import { IssueText } from '../fields/IssueText.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { choicesOf, SelectField } from '../fields/SelectField.tsx';
import type { OpenDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { useView } from '../state/view-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { panelStrings } from '../strings/panels.ts';
import { onStory } from './places.ts';
import { Fact, Section } from './Section.tsx';
import { StoryPicturesSection } from './StoryPicturesSection.tsx';

/** Pages that a refer may name; an issue has at most as many. */
const MOST_PAGES = 999;

export const StorySections = ({ open, story }: { readonly open: OpenDesk; readonly story: Story }) => {
  const text = say.story;
  const { characters, lines } = open.engine.placing(open.issue).storyMeasure(story.id, 1);
  return (
    <>
      <Section title={text.title}>
        <SelectField
          label={text.kind}
          value={story.kind}
          choices={choicesOf(panelStrings.kinds)}
          onChoose={(kind) => edit(onStory(story.id, (issue) => setStoryKind(issue, story.id, kind)))}
        />
        <IssueText
          label={text.headline}
          value={story.headline}
          multiline
          make={(issue, typed) => onStory(story.id, (from) => setHeadline(from, story.id, typed))(issue)}
        />
        <Fact label={text.count}>{text.countText(characters, story.paragraphs.length, lines)}</Fact>
        <NumberField
          label={text.refersTo}
          value={story.refersTo}
          least={1}
          most={MOST_PAGES}
          onClear={() => edit(onStory(story.id, (issue) => setRefersTo(issue, story.id, null)))}
          onCommit={(page, group) =>
            void edit(
              onStory(story.id, (issue) => setRefersTo(issue, story.id, page)),
              group,
            )
          }
        />
        <button type="button" onClick={() => useView.getState().showRight('story')}>
          {text.open}
        </button>
      </Section>
      <StoryPicturesSection open={open} story={story} frame={null} />
    </>
  );
};
