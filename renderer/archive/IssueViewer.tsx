/**
 * A past issue to read. Its pages stand below one another; the story that was found is framed, the words that were
 * looked for are marked and gone to. F3 goes on to the next hit, Esc back to the list.
 */

import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { EDITING_KEYS, onKeys } from '../keys/editing-keys.ts';
import { isMac, keyName } from '../keys/keys.ts';
import { ask } from '../state/dialog-store.ts';
import { openFile } from '../state/open-issue.ts';
import { guardUnsaved } from '../state/unsaved-guard.ts';
import { clampZoom, type Fit, fitZoom, PX_PER_PT, stepZoom } from '../state/zoom.ts';
import { archiveStrings as said } from '../strings/archive.ts';
import { type HitMarks, hitMarks } from './hit-marks.ts';
import { queryWords } from './query-words.ts';
import { useArchiveSearch } from './search.ts';
import { ViewedSheet } from './ViewedSheet.tsx';
import { closeViewer, stepToHit, useViewer, type ViewedIssue } from './viewer.ts';

/** `+` with its Shift: in text it raises, here nothing else hears it. */
const ZOOM_IN_BY_PLUS = 'Mod+Shift+=';

const NO_MARKS: HitMarks = { frames: [], words: [], goal: null };

const useMarks = (viewed: ViewedIssue | null): HitMarks => {
  const at = useViewer((s) => s.at);
  const hit = useArchiveSearch((s) => (at === null ? undefined : s.hits[at]));
  const query = useArchiveSearch((s) => s.query);
  return useMemo(() => {
    if (!viewed || !hit || hit.file !== viewed.file) return NO_MARKS;
    return hitMarks(viewed.issue, viewed.layout, viewed.engine, hit.story, queryWords(query));
  }, [viewed, hit, query]);
};

const Pages = ({
  viewed,
  marks,
  zoom,
}: {
  readonly viewed: ViewedIssue;
  readonly marks: HitMarks;
  readonly zoom: number;
}) => (
  <div className="sheets">
    {viewed.layout.displayList.pages.map((page, index) => {
      const own = (boxes: HitMarks['words']) =>
        boxes.filter((box) => box.page === index).map(({ rect }) => rect);
      return (
        <ViewedSheet
          key={page.number}
          page={page}
          zoom={zoom}
          frames={own(marks.frames)}
          words={own(marks.words)}
        />
      );
    })}
  </div>
);

const HitSteps = () => {
  const at = useViewer((s) => s.at);
  const { hits, total, more } = useArchiveSearch();
  if (at === null) return null;
  return (
    <span className="hit-steps">
      <button type="button" disabled={at === 0} aria-keyshortcuts="Shift+F3" onClick={() => stepToHit(-1)}>
        {said.previousHit}
      </button>
      <span role="status">{said.hitPlace(at + 1, total, more)}</span>
      <button
        type="button"
        disabled={at + 1 >= hits.length}
        aria-keyshortcuts="F3"
        onClick={() => stepToHit(1)}
      >
        {said.nextHit}
      </button>
    </span>
  );
};

export const IssueViewer = () => {
  const { file, at, viewed, failure } = useViewer();
  const scroller = useRef<HTMLElement>(null);
  const marks = useMarks(viewed);
  const [fit, setFit] = useState<Fit | null>(at === null ? 'page' : 'width');
  const [zoom, setZoom] = useState(1);
  const laid = useRef(zoom);
  const first = viewed?.layout.displayList.pages[0];

  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || !first || fit === null) return;
    const apply = () => setZoom(fitZoom(fit, first, { width: view.clientWidth, height: view.clientHeight }));
    apply();
    const observer = new ResizeObserver(apply);
    observer.observe(view);
    return () => observer.disconnect();
  }, [fit, first]);

  // What stands in the middle stays there.
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || laid.current === zoom) return;
    const grown = zoom / laid.current;
    laid.current = zoom;
    const middle = (from: number, length: number) => (from + length / 2) * grown - length / 2;
    view.scrollTo(middle(view.scrollLeft, view.clientWidth), middle(view.scrollTop, view.clientHeight));
  }, [zoom]);

  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);

  // Gone to once for each hit, not again when it is zoomed.
  const gone = useRef<HitMarks | null>(null);
  useLayoutEffect(() => {
    const view = scroller.current;
    const { goal } = marks;
    if (!view || !goal || gone.current === marks || laid.current !== zoom) return;
    gone.current = marks;
    const sheet = view.querySelectorAll<HTMLElement>('[data-viewed-page]')[goal.page];
    if (!sheet) return;
    const scale = PX_PER_PT * zoom;
    view.scrollTo(
      sheet.offsetLeft + goal.rect.x * scale - view.clientWidth / 2,
      sheet.offsetTop + goal.rect.y * scale - view.clientHeight / 3,
    );
  }, [marks, zoom]);

  const zoomTo = (next: number) => {
    setFit(null);
    setZoom(clampZoom(next));
  };
  const keys: Readonly<Record<string, () => void>> = {
    ...onKeys(EDITING_KEYS.findNext, () => stepToHit(1)),
    ...onKeys(EDITING_KEYS.findPrevious, () => stepToHit(-1)),
    ...onKeys([...EDITING_KEYS.zoomIn, ZOOM_IN_BY_PLUS], () => zoomTo(stepZoom(zoom, 1))),
    ...onKeys(EDITING_KEYS.zoomOut, () => zoomTo(stepZoom(zoom, -1))),
    ...onKeys(EDITING_KEYS.fitPage, () => setFit('page')),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const run = keys[keyName(event.nativeEvent, isMac())];
    if (!run) return;
    run();
    event.preventDefault();
    event.stopPropagation();
  };
  const edit = () => file !== null && guardUnsaved(() => void openFile(file));
  const begin = () =>
    viewed && guardUnsaved(() => ask({ kind: 'new-from', file: viewed.file, issue: viewed.issue }));
  const name = viewed?.fileName ?? file?.slice(file.lastIndexOf('/') + 1) ?? '';

  return (
    <section className="issue-viewer" aria-label={said.viewer(name)} onKeyDown={onKeyDown}>
      <div className="viewer-head">
        <button type="button" onClick={closeViewer}>
          {said.back}
        </button>
        <strong title={file ?? ''}>{said.viewer(name)}</strong>
        <HitSteps />
        <span className="viewer-zoom">
          <button type="button" aria-label={said.zoomOut} onClick={() => zoomTo(stepZoom(zoom, -1))}>
            －
          </button>
          <button type="button" aria-label={said.zoomIn} onClick={() => zoomTo(stepZoom(zoom, 1))}>
            ＋
          </button>
          <button type="button" aria-pressed={fit === 'page'} onClick={() => setFit('page')}>
            {said.fitPage}
          </button>
          <button type="button" aria-pressed={fit === 'width'} onClick={() => setFit('width')}>
            {said.fitWidth}
          </button>
        </span>
        <button type="button" disabled={!viewed} onClick={begin}>
          {said.newFrom}
        </button>
        <button type="button" className="primary" disabled={!viewed} onClick={edit}>
          {said.edit}
        </button>
      </div>
      <section
        ref={scroller}
        className="viewer-pages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows and PageDown scroll it
        tabIndex={0}
        aria-label={name}
        aria-busy={!viewed && failure === null}
      >
        {viewed && <Pages viewed={viewed} marks={marks} zoom={zoom} />}
        {!viewed && (
          <p className={failure === null ? 'viewer-note' : 'viewer-note fault'} role="status">
            {failure === null ? said.viewerOpening : said.viewerFailed(failure)}
          </p>
        )}
        {viewed?.problems.map(({ message }) => (
          <p key={message} className="viewer-note">
            {message}
          </p>
        ))}
      </section>
    </section>
  );
};
