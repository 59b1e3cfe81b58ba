/** 版: name, staff, what is left over or free, and its frames to choose from. */
import { setPageField, setPageStaff } from '../../core/issue/edits.ts';
import type { PageStaff } from '../../core/issue/issue.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { formatOf } from '../../core/publication/publication.ts';
import { IssueText } from '../fields/IssueText.tsx';
import type { OpenDesk } from '../state/desk-store.ts';
import { select } from '../state/selection-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { frameStrings } from '../strings/pages.ts';
import { strings } from '../strings/window.ts';
import { storyIn } from './places.ts';
import { Fact, Section } from './Section.tsx';

const STAFF: readonly (keyof PageStaff)[] = ['editor', 'proofreader', 'designer'];

export const PageSection = ({ open, page }: { readonly open: OpenDesk; readonly page: number }) => {
  const { issue, layout } = open;
  const own = issue.pages[page];
  if (!own) return null;
  const format = formatOf(issue.publication, issue.format);
  const report = layout.pages[page];
  const text = say.page;
  return (
    <>
      <Section
        title={text.title(page + 1)}
        aside={report && strings.pageFit(report.overset, report.free, report.freeLines, report.emptyLines)}
      >
        <IssueText
          label={text.name}
          value={own.name}
          field="page-name"
          make={(from, typed) => (from.pages[page] ? setPageField(from, page, 'page-name', typed) : null)}
        />
        {STAFF.map((field) => (
          <IssueText
            key={field}
            label={text[field]}
            value={own.staff[field]}
            field={field === 'editor' ? 'staff' : `staff-${field}`}
            make={(from, typed) => (from.pages[page] ? setPageStaff(from, page, { [field]: typed }) : null)}
          />
        ))}
        <Fact label={text.format}>
          {text.formatText(format.id, format.columns, format.columnChars, format.lines)}
        </Fact>
      </Section>
      <Section title={text.frames}>
        {own.frames.length === 0 && <p className="quiet">{text.noFrames}</p>}
        <ul className="choose-list">
          {own.frames.map(({ id, story, box }) => {
            const fit = report?.frames.find(({ frame }) => frame === id);
            const shown = storyIn(issue, story);
            return (
              <li key={id}>
                <button type="button" onClick={() => select({ kind: 'frame', frame: id })}>
                  <span>{shown && headlineOf(shown)}</span>
                  <small data-over={fit !== undefined && fit.overset > 0}>
                    {frameStrings.boxSize(box.span, box.lines)}
                    {fit && `，${frameStrings.fit(fit.overset, fit.free)}`}
                  </small>
                </button>
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
};
