/** The foot: page, 余 and 缺 of the page and of what is selected, problems, saved or not, the last notice. */
import { isSaved, useDesk, useOpen } from '../state/desk-store.ts';
import { useImportNotes, useProblems } from '../state/problems.ts';
import { selectedStory, useSelection } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { strings } from '../strings/window.ts';

export const Foot = () => {
  const index = useView((s) => s.page);
  const zoom = useView((s) => s.zoom);
  const notice = useView((s) => s.notice);
  const showRight = useView((s) => s.showRight);
  const selection = useSelection((s) => s.selection);
  const desk = useDesk((s) => s.desk);
  const problems = useProblems();
  const notes = useImportNotes();
  const count = useOpen((open) => open.shown.pages.length, 0);
  if (desk.phase !== 'open') return null;
  const { open } = desk;
  const report = open.layout.pages[index];
  const story = selectedStory(open.shown, selection);
  const own = open.layout.pages.flatMap((page) => page.frames).filter((frame) => frame.story === story);
  const overset = own.reduce((sum, frame) => sum + frame.overset, 0);
  const free = own.reduce((sum, frame) => sum + frame.free, 0);
  return (
    <footer className="foot">
      <span>{strings.pageOf(index + 1, count)}</span>
      <span>{open.shown.format}</span>
      {report && (
        <span className={report.overset > 0 ? 'fault' : undefined}>
          {strings.pageFit(report.overset, report.free, report.freeLines, report.emptyLines)}
        </span>
      )}
      {story !== null && own.length > 0 && (
        <span className={overset > 0 ? 'fault' : undefined}>{strings.selectionFit(overset, free)}</span>
      )}
      <output className={notice.kind === 'fault' ? 'fault' : undefined}>
        <span>{notice.text}</span>
      </output>
      <button type="button" className="foot-problems" onClick={() => showRight('problems')}>
        {strings.problemCount(problems.length, notes.length)}
      </button>
      <span data-saved={isSaved(open)}>{isSaved(open) ? strings.isSaved : strings.isUnsaved}</span>
      <span className="foot-zoom">{Math.round(zoom * 100)}%</span>
    </footer>
  );
};
