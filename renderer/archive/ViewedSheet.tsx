/** A page of a past issue to read: the drawing that the editor's pages have, without anything of the editor's over it. */
import { memo, useEffect, useRef, useState } from 'react';
import type { DisplayPage } from '../../core/display/display-list.ts';
import type { Rect } from '../../core/geometry.ts';
import { rectStyle } from '../pasteboard/rect-style.ts';
import { PX_PER_PT } from '../state/zoom.ts';
import { strings } from '../strings/window.ts';
import { DisplayListSvg } from '../svg/DisplayListSvg.tsx';
import { usePageFonts } from '../svg/page-fonts.ts';

interface SheetProps {
  readonly page: DisplayPage;
  readonly zoom: number;
  readonly frames: readonly Rect[];
  readonly words: readonly Rect[];
}

const Drawing = memo(({ page, zoom }: { readonly page: DisplayPage; readonly zoom: number }) => {
  const { state, painted } = usePageFonts(page);
  const laid = { width: page.width * PX_PER_PT, height: page.height * PX_PER_PT };
  return (
    <>
      {painted && (
        <div className="sheet-drawing" data-fonts={state} style={{ ...laid, transform: `scale(${zoom})` }}>
          <DisplayListSvg page={painted} {...laid} label={strings.page(page.number, page.name)} />
        </div>
      )}
      {state === 'failed' && <p className="sheet-message">{strings.fontsFailed}</p>}
    </>
  );
});

export const ViewedSheet = ({ page, zoom, frames, words }: SheetProps) => {
  const sheet = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  // Once drawn it stays: an issue has few pages.
  useEffect(() => {
    const own = sheet.current;
    if (!own || near) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '400px' },
    );
    observer.observe(own);
    return () => observer.disconnect();
  }, [near]);
  const scale = PX_PER_PT * zoom;
  return (
    <section
      ref={sheet}
      className="sheet"
      data-viewed-page={page.number}
      style={{ width: page.width * scale, height: page.height * scale }}
    >
      {near && <Drawing page={page} zoom={zoom} />}
      {frames.map((rect, index) => (
        <div key={index} className="hit-frame" style={rectStyle(rect, scale)} />
      ))}
      {words.map((rect, index) => (
        <div key={index} className="hit-word" style={rectStyle(rect, scale)} />
      ))}
    </section>
  );
};
