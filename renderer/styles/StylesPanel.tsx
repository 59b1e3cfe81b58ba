/** 样式: the stylebook's entries with face and size, the composition rules, and how they become the publication's. */

import { screenFamily } from '../../core/display/svg-page.ts';
import { isGridSized, type StyleEntry, setTextStyle, sizeFault } from '../../core/issue/edits.ts';
import type { Issue } from '../../core/issue/issue.ts';
import {
  headlineEntries,
  type NamedStyle,
  STYLE_ENTRIES,
  textStyleOf,
} from '../../core/publication/style-entries.ts';
import { sizeText } from '../../core/units.ts';
import { attempt } from '../fields/attempt.ts';
import { FaceField } from '../fields/FaceField.tsx';
import { SizeField } from '../fields/SizeField.tsx';
import { Section } from '../inspector/Section.tsx';
import { savePublication } from '../inspector/save-publication.ts';
import { useOpen } from '../state/desk-store.ts';
import { edit } from '../state/edit-issue.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { strings } from '../strings/window.ts';
import { CompositionFields } from './CompositionFields.tsx';

const text = say.styles;

/** The largest that a sample is drawn, CSS pixels: a headline's real size would fill the panel. */
const LARGEST_SAMPLE = 26;
const SMALLEST_SAMPLE = 11;

const setSize = (entry: StyleEntry, size: number, group: string | null): string | null =>
  attempt((issue) => {
    const fault = sizeFault(issue, entry, size);
    return fault === null ? setTextStyle(issue, entry, { size }) : { fault };
  }, group);

const StyleRow = ({
  issue,
  style: { entry, name },
}: {
  readonly issue: Issue;
  readonly style: NamedStyle;
}) => {
  const { face, size } = textStyleOf(issue.publication.stylebook, entry);
  return (
    <li className="style-row">
      <p>
        <strong>{name}</strong>
        <span
          className="style-sample"
          style={{
            fontFamily: `"${screenFamily(face)}", serif`,
            fontSize: Math.max(SMALLEST_SAMPLE, Math.min(LARGEST_SAMPLE, size)),
          }}
        >
          {text.sample}
        </span>
      </p>
      <div className="field-pair">
        <FaceField
          label={text.face(name)}
          face={face}
          onChoose={(chosen) => edit((from) => setTextStyle(from, entry, { face: chosen }))}
        />
        {isGridSized(entry) ? (
          <span className="grid-size" title={text.gridSized}>
            {sizeText(size)}
          </span>
        ) : (
          <SizeField
            label={text.size(name)}
            points={size}
            onCommit={(points, group) => setSize(entry, points, group)}
          />
        )}
      </div>
    </li>
  );
};

const StyleList = ({
  title,
  issue,
  styles,
}: {
  readonly title: string;
  readonly issue: Issue;
  readonly styles: readonly NamedStyle[];
}) => (
  <Section title={title}>
    <ul className="style-list">
      {styles.map((style) => (
        <StyleRow key={style.entry} issue={issue} style={style} />
      ))}
    </ul>
  </Section>
);

export const StylesPanel = () => {
  const issue = useOpen<Issue | null>((open) => open.issue, null);
  if (!issue) return null;
  const headlines = headlineEntries(issue.publication.stylebook);
  const isLeads = ({ entry }: NamedStyle) => entry.startsWith('leadHeadlines');
  return (
    <div className="inspector styles">
      <h2 className="visually-hidden">{strings.rightTabs.styles}</h2>
      <StyleList title={text.body} issue={issue} styles={STYLE_ENTRIES} />
      <StyleList title={text.headlines} issue={issue} styles={headlines.filter((style) => !isLeads(style))} />
      <StyleList title={text.lead} issue={issue} styles={headlines.filter(isLeads)} />
      <CompositionFields composition={issue.publication.stylebook.composition} />
      <Section title={say.publication.title}>
        <p className="quiet">{say.publication.note}</p>
        <button type="button" onClick={() => void savePublication()}>
          {say.publication.saveStyles}
        </button>
      </Section>
    </div>
  );
};
