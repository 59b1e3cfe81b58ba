/** 版位: its place, its text columns, its look. What its box has no room for is refused with a sentence. */
import {
  moveFrame,
  resizeFrame,
  setColumnRule,
  setColumnWidths,
  setFrameBorder,
  setFrameColumns,
  setRemainder,
  setTint,
  setTracking,
} from '../../core/issue/edits.ts';
import { HANGING_LINES, MOST_TINT } from '../../core/issue/frame-grid.ts';
import type { Frame, GridBox } from '../../core/issue/issue.ts';
import { MOST_TRACKING } from '../../core/issue/story-edits.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { formatOf, type PageFormat } from '../../core/publication/publication.ts';
import { evenWidths, widthsTooMuch } from '../commands/frame-choices.ts';
import { placeCommands } from '../commands/place-commands.ts';
import { CheckField } from '../fields/CheckField.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { choicesOf, SelectField } from '../fields/SelectField.tsx';
import type { OpenDesk } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { frameStrings } from '../strings/pages.ts';
import { strings } from '../strings/window.ts';
import { GridBoxFields } from './GridBoxFields.tsx';
import { HeadSection } from './HeadSection.tsx';
import { ProblemLines } from './ProblemLines.tsx';
import { type FramePlace, onFrame, onStory, reportOf } from './places.ts';
import { Section } from './Section.tsx';
import { StoryPicturesSection } from './StoryPicturesSection.tsx';
import { ThreadSection } from './ThreadSection.tsx';

const text = say.frame;

const PlaceSection = ({ open, place }: { readonly open: OpenDesk; readonly place: FramePlace }) => {
  const { frame, page, story } = place;
  const { box } = frame;
  const format = formatOf(open.issue.publication, open.issue.format);
  const report = reportOf(open.layout.pages, frame.id);
  const fit = report && frameStrings.fit(report.overset, report.free);
  const problems = open.layout.problems.filter((problem) => problem.frame === frame.id);
  const move = (to: Partial<GridBox>, group: string | null) =>
    void edit(
      onFrame(frame.id, (issue, now) => {
        const { column, line } = { ...now.frame.box, ...to };
        return moveFrame(issue, frame.id, { column, line });
      }),
      group,
    );
  const resize = (size: Partial<GridBox>, group: string | null) =>
    void edit(
      onFrame(frame.id, (issue, now) => resizeFrame(issue, frame.id, { ...now.frame.box, ...size })),
      group,
    );
  return (
    <Section
      title={`${text.title} ${strings.page(page + 1, open.issue.pages[page]!.name)}`}
      aside={fit && <span data-over={report.overset > 0}>{fit}</span>}
    >
      <p className="what">{headlineOf(story)}</p>
      <GridBoxFields
        labels={text}
        box={box}
        columns={format.columns}
        lines={format.lines + HANGING_LINES}
        onMove={move}
        onResize={resize}
      />
      <ProblemLines problems={problems} />
      <button type="button" onClick={placeCommands.fitToText.run}>
        {frameStrings.fitToText}
      </button>
    </Section>
  );
};

const ColumnWidths = ({ format, frame }: { readonly format: PageFormat; readonly frame: Frame }) => {
  const widths = frame.style.columnChars;
  const even = evenWidths(format, frame);
  if (frame.columns < 2) return null;
  return (
    <>
      <CheckField
        label={text.unequal}
        checked={widths !== null}
        disabled={widths === null && even === null}
        onChange={(on) =>
          edit(
            onFrame(frame.id, (issue, now) =>
              setColumnWidths(issue, frame.id, on ? evenWidths(format, now.frame) : null),
            ),
          )
        }
      />
      {widths === null && even === null && <p className="quiet">{text.notDividable}</p>}
      {widths !== null && (
        <div className="field-pair">
          {widths.map((chars, column) => (
            <NumberField
              key={column}
              label={text.columnChars(column + 1)}
              value={chars}
              least={4}
              most={99}
              onCommit={(value, group) => {
                const wanted = widths.map((own, at) => (at === column ? value : own));
                const much = widthsTooMuch(format, frame, wanted);
                if (much) return text.columnsTooWide(much.sum, much.room);
                edit(
                  onFrame(frame.id, (issue, now) =>
                    now.frame.columns === wanted.length ? setColumnWidths(issue, frame.id, wanted) : null,
                  ),
                  group,
                );
                return null;
              }}
            />
          ))}
        </div>
      )}
    </>
  );
};

const TextSection = ({ open, place }: { readonly open: OpenDesk; readonly place: FramePlace }) => {
  const { frame, story } = place;
  const format = formatOf(open.issue.publication, open.issue.format);
  return (
    <Section title={text.textTitle}>
      <NumberField
        label={text.columns}
        value={frame.columns}
        least={1}
        most={Math.max(frame.columns, frame.box.span * 2)}
        onCommit={(value, group) =>
          void edit(
            onFrame(frame.id, (issue) => setFrameColumns(issue, frame.id, value)),
            group,
          )
        }
      />
      <ColumnWidths format={format} frame={frame} />
      {frame.columns !== frame.box.span && frame.style.columnChars === null && (
        <SelectField
          label={text.remainder}
          value={frame.style.remainder}
          choices={choicesOf(text.remainders)}
          onChoose={(remainder) =>
            edit(onFrame(frame.id, (issue) => setRemainder(issue, frame.id, remainder)))
          }
        />
      )}
      <CheckField
        label={text.columnRule}
        checked={frame.style.columnRule}
        onChange={(on) => edit(onFrame(frame.id, (issue) => setColumnRule(issue, frame.id, on)))}
      />
      <NumberField
        label={text.tracking}
        value={Math.round(story.tracking * 10_000) / 100}
        least={-MOST_TRACKING * 100}
        most={MOST_TRACKING * 100}
        step={0.5}
        onCommit={(value, group) =>
          void edit(
            onStory(story.id, (issue) => setTracking(issue, story.id, value / 100)),
            group,
          )
        }
      />
    </Section>
  );
};

const LookSection = ({ frame }: { readonly frame: Frame }) => (
  <Section title={text.lookTitle}>
    <SelectField
      label={text.border}
      value={frame.border}
      choices={choicesOf(text.borders)}
      onChoose={(border) => edit(onFrame(frame.id, (issue) => setFrameBorder(issue, frame.id, border)))}
    />
    <NumberField
      label={text.tint}
      value={Math.round(frame.style.tint * 1000) / 10}
      least={0}
      most={MOST_TINT * 100}
      step={5}
      onCommit={(value, group) =>
        void edit(
          onFrame(frame.id, (issue) => setTint(issue, frame.id, value / 100)),
          group,
        )
      }
    />
  </Section>
);

export const FrameSections = ({ open, place }: { readonly open: OpenDesk; readonly place: FramePlace }) => (
  <>
    <PlaceSection open={open} place={place} />
    <TextSection open={open} place={place} />
    <HeadSection open={open} place={place} />
    <LookSection frame={place.frame} />
    <ThreadSection open={open} place={place} />
    <StoryPicturesSection open={open} story={place.story} frame={place.frame} />
  </>
);
