/** 稿库、版面、归档. */
import { ArchivePanel } from '../panels/ArchivePanel.tsx';
import { PagesPanel } from '../panels/PagesPanel.tsx';
import { StoryTray } from '../panels/StoryTray.tsx';
import { type LeftTab, useView } from '../state/view-store.ts';
import { strings } from '../strings/window.ts';
import { Tabs } from './Tabs.tsx';

const TABS = (['tray', 'pages', 'archive'] satisfies LeftTab[]).map((id) => ({
  id,
  label: strings.leftTabs[id],
}));

export const LeftSide = () => {
  const tab = useView((s) => s.leftTab);
  const showLeft = useView((s) => s.showLeft);
  return (
    <aside className="left-side" aria-label={strings.leftSide}>
      <Tabs label={strings.leftSide} tabs={TABS} current={tab} choose={showLeft}>
        {tab === 'tray' && <StoryTray />}
        {tab === 'pages' && <PagesPanel />}
        {tab === 'archive' && <ArchivePanel />}
      </Tabs>
    </aside>
  );
};
