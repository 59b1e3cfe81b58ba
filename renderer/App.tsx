/** The window: menu bar and toolbar, stories and pages at the left, the desk, properties at the right, the foot. */
import { useEffect } from 'react';
import { ArchivePage } from './archive/ArchivePage.tsx';
import { commandsAtHand } from './commands/command-table.ts';
import { listenToKeys } from './commands/keyboard.ts';
import { PointerGhost } from './drag/DragGhost.tsx';
import { rememberFocus } from './focus/regions.ts';
import { useDesk, useOpen } from './state/desk-store.ts';
import { openIssue } from './state/open-issue.ts';
import { useView } from './state/view-store.ts';
import { strings } from './strings/window.ts';
import { PageView } from './view/PageView.tsx';
import { Banners } from './window/Banners.tsx';
import { Dialogs } from './window/Dialogs.tsx';
import { Foot } from './window/Foot.tsx';
import { Head } from './window/Head.tsx';
import { LeftSide } from './window/LeftSide.tsx';
import { RightSide } from './window/RightSide.tsx';

const Waiting = () => {
  const desk = useDesk((s) => s.desk);
  return (
    <main className="waiting" role="status">
      {desk.phase === 'opening' && strings.opening}
      {desk.phase === 'laying-out' && strings.layingOut}
      {desk.phase === 'failed' && (
        <>
          <h2>{strings.failedToOpen}</h2>
          <p>{desk.message}</p>
          <button type="button" onClick={() => void openIssue()}>
            {strings.retry}
          </button>
        </>
      )}
    </main>
  );
};

export const App = () => {
  const isOpen = useDesk((s) => s.desk.phase === 'open');
  const theme = useView((s) => s.theme);
  const leftShown = useView((s) => s.leftShown);
  const rightShown = useView((s) => s.rightShown);
  const archiveShown = useView((s) => s.archiveShown);
  const title = useOpen(
    (open) => `${open.issue.publication.name} — ${strings.application}`,
    strings.application,
  );

  useEffect(() => listenToKeys(commandsAtHand), []);
  useEffect(rememberFocus, []);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <div className="app">
      <Head />
      <Banners />
      {isOpen ? (
        <div className="desk" data-left={leftShown} data-right={rightShown && !archiveShown}>
          {leftShown && <LeftSide />}
          {archiveShown ? <ArchivePage /> : <PageView />}
          {rightShown && !archiveShown && <RightSide />}
        </div>
      ) : (
        <Waiting />
      )}
      <Foot />
      <Dialogs />
      <PointerGhost />
    </div>
  );
};
