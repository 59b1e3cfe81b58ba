/** The head: what is open, the menu bar, the toolbar. */

import { MenuBar } from '../menus/MenuBar.tsx';
import { ToolBar } from '../menus/ToolBar.tsx';
import { useOpen } from '../state/desk-store.ts';
import { strings } from '../strings/window.ts';

export const Head = () => {
  const name = useOpen((open) => open.shown.publication.name, strings.application);
  const facts = useOpen((open) => open.shown.masthead, null);
  const fileName = useOpen((open) => open.fileName, '');
  return (
    <header className="head">
      <div className="head-row">
        <h1>{name}</h1>
        <MenuBar />
        <p className="issue-name">
          {facts && strings.issueNumber(facts.number, facts.totalNumber)}
          {facts?.date != null && <time>{facts.date}</time>}
          <span className="quiet">{fileName}</span>
        </p>
      </div>
      <ToolBar />
    </header>
  );
};
