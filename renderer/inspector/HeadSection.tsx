/** 标题 of a frame: where it stands, how large, how many lines, and where its parts are broken. */
import { setFrameHead, setHeadLines, setHeadStep } from '../../core/issue/edits.ts';
import { widestStrip } from '../../core/issue/frame-grid.ts';
import { isLead } from '../../core/issue/issue.ts';
import { headStyles } from '../../core/makeup/story/headline-block.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { sizeText } from '../../core/units.ts';
import { nameOfPlace, placeOfName } from '../commands/frame-choices.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { choicesOf, SelectField } from '../fields/SelectField.tsx';
import type { OpenDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { HeadlineBreaks } from './HeadlineBreaks.tsx';
import { type FramePlace, onFrame } from './places.ts';
import { Section } from './Section.tsx';

const text = say.frame;
const MOST_STEPS = 12;
const PARTS = ['kicker', 'headline', 'deck'] as const;

export const HeadSection = ({ open, place }: { readonly open: OpenDesk; readonly place: FramePlace }) => {
  const { frame, story } = place;
  const { issue } = open;
  const { publication } = issue;
  const continued = issue.pages.some(({ frames }) => frames.some(({ next }) => next === frame.id));
  if (continued)
    return (
      <Section title={text.headTitle}>
        <p className="quiet">{text.continuation}</p>
      </Section>
    );
  const { head, headStep } = frame.style;
  const widest = widestStrip(formatOf(publication, issue.format), frame.box.span);
  const styles = headStyles(story, publication.stylebook, {
    lead: isLead(issue, story),
    span: frame.box.span,
    step: headStep,
  });
  return (
    <Section title={text.headTitle}>
      <SelectField
        label={text.headPlace}
        value={nameOfPlace(head)}
        choices={choicesOf(text.headPlaces)}
        onChoose={(name) =>
          edit(
            onFrame(frame.id, (from, now) =>
              name !== 'above' && widest < 1
                ? null
                : setFrameHead(from, frame.id, placeOfName(name, now.frame.style.head, widest)),
            ),
          )
        }
      />
      {widest < 1 && <p className="quiet">{text.stripNarrow}</p>}
      {head.place !== 'above' && (
        <NumberField
          label={text.stripChars}
          value={head.chars}
          least={1}
          most={widest}
          onCommit={(chars, group) =>
            void edit(
              onFrame(frame.id, (from) => setFrameHead(from, frame.id, { ...head, chars })),
              group,
            )
          }
        />
      )}
      <div className="field-pair">
        <NumberField
          label={text.headStep}
          value={headStep}
          least={-MOST_STEPS}
          most={MOST_STEPS}
          onCommit={(step, group) =>
            void edit(
              onFrame(frame.id, (from) => setHeadStep(from, frame.id, step)),
              group,
            )
          }
        />
        <NumberField
          label={text.headLines}
          value={frame.headLines}
          least={0}
          most={frame.box.lines}
          onCommit={(lines, group) =>
            void edit(
              onFrame(frame.id, (from) => setHeadLines(from, frame.id, lines)),
              group,
            )
          }
        />
      </div>
      <output className="resulting">{text.headSize(sizeText(styles.headline.size))}</output>
      {PARTS.map((part) =>
        story[part] === '' ? null : <HeadlineBreaks key={part} story={story} part={part} />,
      )}
    </Section>
  );
};
