/**
 * The findings of the page as it stands (editor-findings.ts), measured when the editor pauses: never while a key is
 * pressed or something is dragged. A page is read in one idle moment; the next edit calls the rest off, and pages
 * that it left alone are known already.
 */
import { create } from 'zustand';
import type { PageLayout } from '../../core/makeup/page-layout.ts';
import { openDesk, useDesk } from './desk-store.ts';
import { editorFindings, isRead, readPage } from './editor-findings.ts';
import type { ListedProblem } from './problem-place.ts';
import { whenIdle } from './when-idle.ts';

/** How long after the last edit, ms. */
const PAUSE = 700;

const NONE: readonly ListedProblem[] = [];
export const useFindings = create<{ readonly findings: readonly ListedProblem[] }>(() => ({
  findings: NONE,
}));

let measured: readonly PageLayout[] | null = null;
let callOff: () => void = () => undefined;

const step = (): void => {
  const open = openDesk();
  if (!open || open.provisional !== null) return;
  const { layouts } = open.layout;
  const unread = layouts.find((page) => !isRead(layouts, page, open.engine.cache));
  if (unread) {
    readPage(open.issue, layouts, unread, open.engine);
    callOff = whenIdle(step);
    return;
  }
  measured = layouts;
  const findings = editorFindings(open.issue, layouts, open.engine);
  if (findings.length > 0 || useFindings.getState().findings.length > 0) useFindings.setState({ findings });
};

const sameLayouts = (a: readonly PageLayout[], b: readonly PageLayout[]): boolean =>
  a.length === b.length && a.every((page, index) => page === b[index]);

useDesk.subscribe(({ desk }, before) => {
  if (desk === before.desk) return;
  if (desk.phase !== 'open') {
    callOff();
    measured = null;
    useFindings.setState({ findings: NONE });
    return;
  }
  const now = desk.open.layout.layouts;
  const known = before.desk.phase === 'open' ? before.desk.open : null;
  if (known && known.layout.layouts === now && known.provisional === desk.open.provisional) return;
  callOff();
  if (known?.engine !== desk.open.engine) {
    // Another issue: what was found in the one before is no fault of this.
    measured = null;
    useFindings.setState({ findings: NONE });
  }
  if (measured === null || !sameLayouts(measured, now)) callOff = whenIdle(step, PAUSE);
});
