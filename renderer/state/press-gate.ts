/**
 * The gate before pages leave the house (core/check/press-gate.ts) as the window keeps it: whatever exports or prints asks
 * here first. Pages that are drawn as they were printed have passed it.
 */
import { pressFindings } from '../../core/check/press-gate.ts';
import type { BrokenPicture } from '../../core/contract/ipc.ts';
import { host } from '../host/host.ts';
import { commitDrafts } from './commit-drafts.ts';
import { openDesk } from './desk-store.ts';
import { ask } from './dialog-store.ts';
import type { ListedProblem } from './problem-place.ts';

/** Pictures that cannot be drawn, as the host judges them: only it has their bytes. What it cannot say it says later. */
const brokenPictures = async (): Promise<readonly BrokenPicture[]> => {
  try {
    return await host()['pictures.broken']();
  } catch {
    return [];
  }
};

/** What the open issue would be printed with; null where none is open. */
export const pressFindingsNow = async (): Promise<readonly ListedProblem[] | null> => {
  commitDrafts();
  const broken = await brokenPictures();
  const open = openDesk();
  if (!open) return null;
  const { issue, layout, printed } = open;
  if (printed !== null && printed.issue === issue) return [];
  const faults = new Map(broken.map(({ id, fault }) => [id, fault]));
  return pressFindings(issue, layout, { faults });
};

/** Does `proceed` at once, or when the editor has seen the findings and goes on knowingly. */
export const passPressGate = async (proceed: () => void): Promise<void> => {
  const findings = await pressFindingsNow();
  if (findings === null) return;
  if (findings.length === 0) proceed();
  else ask({ kind: 'press-gate', findings, proceed });
};

/** 付印: asked for with what the gate found. */
export const askToPrint = async (): Promise<void> => {
  const findings = await pressFindingsNow();
  if (findings !== null) ask({ kind: 'versions', view: { kind: 'print', findings } });
};
