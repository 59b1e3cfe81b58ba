/** 图片 shown in a frame: how it prints, where it stands, its caption, what a crop keeps, another file for it. */
import { type EditedIssue, inTurn } from '../../core/issue/edit.ts';
import {
  addPicture,
  doOverlap,
  removeStoryPicture,
  replaceStoryPicture,
  setCaption,
  setCaptionBeside,
  setPictureBox,
  setPictureFocus,
  takePicture,
} from '../../core/issue/edits.ts';
import type { GridBox, Issue, PictureInfo, Story } from '../../core/issue/issue.ts';
import { frameGeometry } from '../../core/makeup/frame-geometry.ts';
import { LEAST_DPI } from '../../core/makeup/page-report.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { IssueText } from '../fields/IssueText.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { choicesOf, SelectField } from '../fields/SelectField.tsx';
import type { OpenDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { select } from '../state/selection-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { type Focus, FocusPicker } from './FocusPicker.tsx';
import { GridBoxFields } from './GridBoxFields.tsx';
import { PictureButton } from './PictureButton.tsx';
import { type FramePlace, onFrame, onStory, reportOf } from './places.ts';
import { Fact, Section } from './Section.tsx';

const text = say.picture;

/** An edit of the story's picture as it is then; none where it is gone. */
const onPicture = (story: Story, index: number, make: (issue: Issue, now: Story) => EditedIssue) =>
  onStory(story.id, (issue, now) => (now.pictures[index] ? make(issue, now) : null));

const BoxFields = ({
  open,
  place,
  index,
}: {
  readonly open: OpenDesk;
  readonly place: FramePlace;
  readonly index: number;
}) => {
  const { frame } = place;
  const placed = frame.pictures.find((own) => own.index === index);
  if (!placed) return null;
  const { box } = placed;
  const { columns, rows } = frameGeometry(formatOf(open.issue.publication, open.issue.format), frame);
  const set = (change: Partial<GridBox>, group: string | null): string | null => {
    const wanted = { ...box, ...change };
    const over = frame.pictures.some((own) => own.index !== index && doOverlap(own.box, wanted));
    if (over) return text.overlaps;
    edit(
      onFrame(frame.id, (issue, now) =>
        now.frame.pictures.some((own) => own.index === index)
          ? setPictureBox(issue, frame.id, index, wanted)
          : null,
      ),
      group,
    );
    return null;
  };
  return <GridBoxFields labels={text} box={box} columns={columns.length} lines={rows} onMove={set} />;
};

const FocusSection = ({
  story,
  index,
  picture,
}: {
  readonly story: Story;
  readonly index: number;
  readonly picture: PictureInfo;
}) => {
  const set = story.pictures[index]?.focus;
  const focus = set ?? { x: 0.5, y: 0.5 };
  const onFocus = (wanted: Focus | null, group: string | null) =>
    void edit(
      onPicture(story, index, (issue) => setPictureFocus(issue, story.id, index, wanted)),
      group,
    );
  const percent = (at: number) => Math.round(at * 100);
  return (
    <Section title={text.focus}>
      <FocusPicker picture={picture} focus={focus} onFocus={onFocus} />
      <div className="field-pair">
        <NumberField
          label={text.focusX}
          value={percent(focus.x)}
          least={0}
          most={100}
          step={1}
          onCommit={(value, group) => onFocus({ ...focus, x: value / 100 }, group)}
        />
        <NumberField
          label={text.focusY}
          value={percent(focus.y)}
          least={0}
          most={100}
          step={1}
          onCommit={(value, group) => onFocus({ ...focus, y: value / 100 }, group)}
        />
      </div>
      {set && (
        <button type="button" onClick={() => onFocus(null, null)}>
          {text.focusCentre}
        </button>
      )}
    </Section>
  );
};

export const PictureSections = ({
  open,
  place,
  index,
}: {
  readonly open: OpenDesk;
  readonly place: FramePlace;
  readonly index: number;
}) => {
  const { frame, story } = place;
  const own = story.pictures[index];
  const info = open.issue.pictures.find(({ id }) => id === own?.picture);
  const placed = frame.pictures.find((known) => known.index === index);
  if (!own || !placed) return null;
  const printed = reportOf(open.layout.pages, frame.id)?.pictures.find((p) => p.picture === own.picture);
  const dpi = printed ? Math.floor(printed.dpi) : null;
  return (
    <>
      <Section title={text.title} aside={info && text.pixels(info.width, info.height)}>
        <p className="what">{info?.name}</p>
        <Fact label={text.dpi}>{dpi === null ? text.notPrinted : text.dpiText(dpi)}</Fact>
        {dpi !== null && dpi < LEAST_DPI && <p className="field-fault">{text.dpiLow(dpi, LEAST_DPI)}</p>}
        <BoxFields open={open} place={place} index={index} />
        <IssueText
          label={text.caption}
          value={own.caption}
          make={(from, typed) =>
            onPicture(story, index, (issue, now) =>
              setCaption(issue, story.id, index, typed, now.pictures[index]!.credit),
            )(from)
          }
        />
        <IssueText
          label={text.credit}
          value={own.credit}
          make={(from, typed) =>
            onPicture(story, index, (issue, now) =>
              setCaption(issue, story.id, index, now.pictures[index]!.caption, typed),
            )(from)
          }
        />
        {placed.box.span > 1 ? (
          <SelectField
            label={text.captionPlace}
            value={placed.captionBeside ? 'beside' : 'under'}
            choices={choicesOf(text.captionPlaces)}
            onChoose={(chosen) =>
              edit(
                onFrame(frame.id, (issue) => setCaptionBeside(issue, frame.id, index, chosen === 'beside')),
              )
            }
          />
        ) : (
          <p className="quiet">{text.besideNeedsTwo}</p>
        )}
        <div className="buttons">
          <PictureButton
            label={text.replace}
            onPicture={(picture) =>
              edit(
                onPicture(story, index, (issue) =>
                  inTurn(issue, text.replaceName, [
                    (from) => addPicture(from, picture),
                    (from) => replaceStoryPicture(from, story.id, index, picture.id),
                  ]),
                ),
              )
            }
          />
          <button
            type="button"
            onClick={() => {
              edit(onFrame(frame.id, (issue) => takePicture(issue, frame.id, index)));
              select({ kind: 'frame', frame: frame.id });
            }}
          >
            {text.takeOut}
          </button>
          <button
            type="button"
            onClick={() => {
              select({ kind: 'frame', frame: frame.id });
              edit(onPicture(story, index, (issue) => removeStoryPicture(issue, story.id, index)));
            }}
          >
            {text.removeFromStory}
          </button>
        </div>
      </Section>
      {info && <FocusSection story={story} index={index} picture={info} />}
    </>
  );
};
