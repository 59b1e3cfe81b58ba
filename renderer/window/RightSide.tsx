/** 属性、文稿、样式、问题、查找、版本. The story editor and its library are loaded when it is first shown. */
import { lazy, Suspense } from 'react';
import { Inspector } from '../inspector/Inspector.tsx';
import { ProblemList } from '../panels/ProblemList.tsx';
import { type RightTab, useView } from '../state/view-store.ts';
import { FindPanel } from '../story/FindPanel.tsx';
import { strings } from '../strings/window.ts';
import { StylesPanel } from '../styles/StylesPanel.tsx';
import { VersionsPanel } from '../versions/VersionsPanel.tsx';
import { Tabs } from './Tabs.tsx';

const StoryPanel = lazy(() =>
  import('../story/StoryPanel.tsx').then((module) => ({ default: module.StoryPanel })),
);

const TABS = (['inspector', 'story', 'styles', 'problems', 'find', 'versions'] satisfies RightTab[]).map(
  (id) => ({
    id,
    label: strings.rightTabs[id],
  }),
);

export const RightSide = () => {
  const tab = useView((s) => s.rightTab);
  const showRight = useView((s) => s.showRight);
  return (
    <aside className="right-side" aria-label={strings.rightSide}>
      <Tabs label={strings.rightSide} tabs={TABS} current={tab} choose={showRight}>
        {tab === 'inspector' && <Inspector />}
        {tab === 'story' && (
          <Suspense fallback={null}>
            <StoryPanel />
          </Suspense>
        )}
        {tab === 'styles' && <StylesPanel />}
        {tab === 'problems' && <ProblemList />}
        {tab === 'find' && <FindPanel />}
        {tab === 'versions' && <VersionsPanel />}
      </Tabs>
    </aside>
  );
};
