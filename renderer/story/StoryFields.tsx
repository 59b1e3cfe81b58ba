/** The texts of a story beside its body, each a labelled field. Headline parts keep the breaks proposed for them. */
import { type StoryPart, setCaption, setStoryKind, setStoryPart } from '../../core/issue/edits.ts';
import { isHeadlinePart } from '../../core/issue/headline-break-offsets.ts';
import type { Issue, Story, StoryKind, StoryPicture } from '../../core/issue/issue.ts';
import { TextField } from '../fields/TextField.tsx';
import { edit, showProvisional } from '../state/edit-issue.ts';
import { storyStrings } from '../strings/story.ts';
import { proposedBreaks } from '../text/word-segmenter.ts';
import { caretIn } from './field-caret.ts';

const KINDS: readonly StoryKind[] = ['article', 'briefs', 'refers', 'notice'];

export const StoryKindField = ({ story }: { readonly story: Story }) => (
  <label className="story-kind">
    {storyStrings.kind}
    <select
      value={story.kind}
      onChange={(event) => {
        const kind = KINDS.find((one) => one === event.target.value);
        if (kind) edit((issue) => setStoryKind(issue, story.id, kind));
      }}
    >
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {storyStrings.kinds[kind]}
        </option>
      ))}
    </select>
  </label>
);

export const PartField = ({ story, part }: { readonly story: Story; readonly part: StoryPart }) => {
  const { id } = story;
  const change = (text: string) => (issue: Issue) =>
    setStoryPart(issue, id, part, text, isHeadlinePart(part) ? proposedBreaks(text) : undefined);
  return (
    <TextField
      className={`story-${part}`}
      label={storyStrings.parts[part]}
      value={story[part]}
      multiline={part === 'standfirst' || isHeadlinePart(part)}
      onEdit={(text, group) => edit(change(text), group)}
      onCompose={(text) => showProvisional(change(text))}
      onCaret={caretIn(id, part)}
    />
  );
};

export const PictureFields = ({
  story,
  index,
  picture,
}: {
  readonly story: Story;
  readonly index: number;
  readonly picture: StoryPicture;
}) => {
  const { id } = story;
  const count = story.pictures.length;
  const caption = (text: string) => (issue: Issue) => setCaption(issue, id, index, text, picture.credit);
  const credit = (text: string) => (issue: Issue) => setCaption(issue, id, index, picture.caption, text);
  return (
    <>
      <TextField
        label={storyStrings.captionOf(index + 1, count)}
        value={picture.caption}
        onEdit={(text, group) => edit(caption(text), group)}
        onCompose={(text) => showProvisional(caption(text))}
        onCaret={caretIn(id, 'caption', index)}
      />
      <TextField
        label={storyStrings.photoCreditOf(index + 1, count)}
        value={picture.credit}
        onEdit={(text, group) => edit(credit(text), group)}
        onCompose={(text) => showProvisional(credit(text))}
      />
    </>
  );
};
