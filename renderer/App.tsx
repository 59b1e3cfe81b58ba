/** The window: head with the issue's name, pages at the left, the page view, problems at the right, foot. */
import { useEffect } from 'react';
import { toMm } from '../core/units.ts';
import { type OpenIssue, type Theme, useApp } from './state/app-store.ts';
import { strings } from './strings.ts';
import { PageTabs } from './view/PageTabs.tsx';
import { PageView } from './view/PageView.tsx';
import { ProblemList } from './view/ProblemList.tsx';
import { ZoomControls } from './view/ZoomControls.tsx';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const Head = ({ open }: { readonly open: OpenIssue | null }) => {
  const theme = useApp((s) => s.theme);
  const problemsShown = useApp((s) => s.problemsShown);
  const { setTheme, toggleProblems, exportPdf } = useApp.getState();
  const facts = open?.issue.masthead;
  return (
    <header className="head">
      <h1>{open ? open.issue.publication.name : strings.application}</h1>
      {open && facts && (
        <p className="issue-name">
          {strings.issueNumber(facts.number, facts.totalNumber)}
          {facts.date !== null && <time>{facts.date}</time>}
          <span className="quiet">{open.fileName}</span>
        </p>
      )}
      <div className="head-tools">
        {open && (
          <>
            <ZoomControls />
            <button type="button" aria-pressed={problemsShown} onClick={toggleProblems}>
              {strings.problemCount(open.problems.length)}
            </button>
            <button type="button" className="primary" onClick={() => void exportPdf()}>
              {strings.exportPdf}
            </button>
          </>
        )}
        <select
          aria-label={strings.themeLabel}
          value={theme}
          onChange={(event) => setTheme(THEMES.find((t) => t === event.target.value) ?? 'system')}
        >
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {strings.theme[name]}
            </option>
          ))}
        </select>
      </div>
    </header>
  );
};

const Foot = ({ open }: { readonly open: OpenIssue }) => {
  const index = useApp((s) => s.page);
  const zoom = useApp((s) => s.zoom);
  const notice = useApp((s) => s.notice);
  const page = open.pages[index];
  return (
    <footer className="foot">
      <span>{strings.pageOf(page?.number ?? 0, open.pages.length)}</span>
      {page && <span>{page.name}</span>}
      <span>{open.issue.format}</span>
      {page && <span>{strings.size(Math.round(toMm(page.width)), Math.round(toMm(page.height)))}</span>}
      <output>{notice}</output>
      <span className="foot-zoom">{Math.round(zoom * 100)}%</span>
    </footer>
  );
};

export const App = () => {
  const opening = useApp((s) => s.opening);
  const theme = useApp((s) => s.theme);
  const problemsShown = useApp((s) => s.problemsShown);
  const { openIssue } = useApp.getState();

  useEffect(() => void openIssue(), [openIssue]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  const open = opening.phase === 'open' ? opening.open : null;
  useEffect(() => {
    if (open) document.title = `${open.issue.publication.name} — ${strings.application}`;
  }, [open]);

  return (
    <div className="app">
      <Head open={open} />
      {open ? (
        <div className={problemsShown ? 'desk' : 'desk without-problems'}>
          <PageTabs pages={open.pages} />
          <PageView pages={open.pages} />
          {problemsShown && <ProblemList problems={open.problems} pages={open.pages} />}
        </div>
      ) : (
        <div className="waiting" role="status">
          {opening.phase === 'opening' && strings.opening}
          {opening.phase === 'laying-out' && strings.layingOut}
          {opening.phase === 'failed' && (
            <>
              <h2>{strings.failedToOpen}</h2>
              <p>{opening.message}</p>
              <button type="button" onClick={() => void openIssue()}>
                {strings.retry}
              </button>
            </>
          )}
        </div>
      )}
      {open && <Foot open={open} />}
    </div>
  );
};
