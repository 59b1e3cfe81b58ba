/** 文字: which text the caret or the selection stands in, the paragraph's role, the marks of what is selected. */
import { setParagraphRole, toggleMarkOver } from '../../core/issue/edits.ts';
import { type Issue, MARK_KINDS, type Story } from '../../core/issue/issue.ts';
import type { TextPlace } from '../../core/issue/text-place.ts';
import { choicesOf, SelectField } from '../fields/SelectField.tsx';
import { edit } from '../state/edit-issue.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { onStory } from './places.ts';
import { Section } from './Section.tsx';
import { hasMark, markedRange } from './text-marks.ts';

const text = say.text;
const KINDS = MARK_KINDS;

export const TextSection = ({
  story,
  anchor,
  focus,
}: {
  readonly story: Story;
  readonly anchor: TextPlace;
  readonly focus: TextPlace;
}) => {
  const { part, paragraph: index } = focus;
  const paragraph = part === 'body' || part === 'item-byline' ? story.paragraphs[index] : undefined;
  const range = markedRange(anchor, focus);
  return (
    <Section title={text.title} aside={text.parts[part]}>
      {paragraph && <p className="quiet">{text.paragraph(index + 1, story.paragraphs.length)}</p>}
      {paragraph && part === 'body' && (
        <SelectField
          label={text.role}
          value={paragraph.role}
          choices={choicesOf(text.roles)}
          onChoose={(role) =>
            edit(
              onStory(story.id, (issue, now) =>
                now.paragraphs[index] ? setParagraphRole(issue, story.id, index, role) : null,
              ),
            )
          }
        />
      )}
      <div className="buttons">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className={`mark-${kind}`}
            disabled={range === null}
            title={range === null ? text.selectFirst : undefined}
            aria-pressed={range !== null && hasMark(story, range, kind)}
            onClick={() => range && edit((issue: Issue) => toggleMarkOver(issue, range.from, range.to, kind))}
          >
            {text[kind]}
          </button>
        ))}
      </div>
    </Section>
  );
};
