/** Starts the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openIssue } from './state/open-issue.ts';
import { keepOnePage } from './state/present-page.ts';
import { offerLostWork, watchOpenedFiles } from './state/recover-work.ts';
import { interfaceFontReady } from './window/interface-font.ts';
import './css/app.css';
import './css/window.css';
import './css/view.css';
import './css/drag.css';
import './css/text.css';
import './css/panels.css';
import './css/inspector.css';
import './css/story.css';
import './css/archive.css';
import './css/versions.css';
import './css/dialogs.css';

// The browser host's token has become a cookie: it need not stay in the address bar and the history.
if (location.search !== '') history.replaceState(null, '', location.pathname);

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');

keepOnePage();

// The issue is opened meanwhile; work that was lost is offered over it.
void openIssue().then(async () => {
  await offerLostWork('at-start');
  watchOpenedFiles();
});
await interfaceFontReady();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
