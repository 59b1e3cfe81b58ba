/** The one dialog that may be open, and what it was asked for. */
import { create } from 'zustand';
import type { Recovery } from '../../core/contract/ipc.ts';
import type { PrintFacts, VersionFacts, VersionName } from '../../core/contract/version-channels.ts';
import type { DisplayDifference } from '../../core/file/compare-display.ts';
import type { Issue } from '../../core/issue/issue.ts';
import type { ListedProblem } from './problem-place.ts';

/** The printed head of copy of another paper: 照用, 先空着, or nothing is imported. */
export type HeadAnswer = 'keep' | 'clear' | 'cancel';

export type Dialog =
  | { readonly kind: 'new' | 'open' | 'import' | 'save-as' | 'keys' }
  /** 以此为底新建一期: after that file of the archive. */
  | { readonly kind: 'new-from'; readonly file: string; readonly issue: Issue }
  | { readonly kind: 'versions'; readonly view: VersionsDialog }
  | { readonly kind: 'recovery'; readonly found: readonly Recovery[] }
  /** A file did not open: as openFile was asked for it, and why. */
  | { readonly kind: 'not-opened'; readonly file: string | null; readonly why: string }
  /** Pictures were chosen while a story was selected; `answer` says whether they go to it. */
  | {
      readonly kind: 'pictures-to';
      readonly headline: string;
      readonly count: number;
      readonly answer: (into: boolean) => void;
    }
  /** Copy names another paper than the issue's nameplate. */
  | {
      readonly kind: 'other-paper';
      readonly file: string;
      readonly paper: string;
      readonly nameplate: string;
      readonly answer: (head: HeadAnswer) => void;
    }
  /** 导出前: what stands in the way of `proceed`. */
  | { readonly kind: 'press-gate'; readonly findings: readonly ListedProblem[]; readonly proceed: () => void }
  /** Something that must be read. */
  | { readonly kind: 'notice'; readonly title: string; readonly text: string }
  /** Unsaved work stands in the way of `then`. */
  | { readonly kind: 'unsaved'; readonly then: () => void };

/** Of versions 版本 and printings 付印. */
export type VersionsDialog =
  | { readonly kind: 'make' }
  | { readonly kind: 'print'; readonly findings: readonly ListedProblem[] }
  | { readonly kind: 'remove'; readonly version: VersionFacts }
  | { readonly kind: 'show-print'; readonly print: PrintFacts }
  /** The two sides, by a version's number; a file of the archive is beside the issue as it is. */
  | { readonly kind: 'compare'; readonly before: VersionName; readonly after: VersionName }
  | { readonly kind: 'compare-file'; readonly file: string }
  /** An edit would set printed pages anew. */
  | {
      readonly kind: 'set-anew';
      readonly print: PrintFacts;
      readonly differences: readonly DisplayDifference[];
    };

export const useDialog = create<{ readonly dialog: Dialog | null }>(() => ({ dialog: null }));

export const ask = (dialog: Dialog): void => useDialog.setState({ dialog });
export const closeDialog = (): void => useDialog.setState({ dialog: null });
