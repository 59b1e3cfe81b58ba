/**
 * What the window shows: the opened issue with its pages, and how they are looked at. The store calls the host
 * and the layout worker; components only read it and call its actions.
 */
import { create } from 'zustand';
import type { DisplayPage } from '../../core/display/display-list.ts';
import type { Issue } from '../../core/issue/issue.ts';
import type { Problem } from '../../core/issue/problem.ts';
import { host, messageOf } from '../host/host.ts';
import { layOutInWorker } from '../layout/lay-out-in-worker.ts';
import { strings } from '../strings.ts';
import { clampZoom, type Fit } from '../view/zoom.ts';

export interface OpenIssue {
  readonly issue: Issue;
  readonly fileName: string;
  readonly pages: readonly DisplayPage[];
  readonly problems: readonly Problem[];
}

export type Opening =
  | { readonly phase: 'opening' }
  | { readonly phase: 'laying-out' }
  | { readonly phase: 'failed'; readonly message: string }
  | { readonly phase: 'open'; readonly open: OpenIssue };

export type Theme = 'system' | 'light' | 'dark';

export interface AppState {
  readonly opening: Opening;
  readonly zoom: number;
  /** Kept while the window is resized; null once the user chose a zoom. */
  readonly fit: Fit | null;
  /** Index of the page in view. */
  readonly page: number;
  /** A page that the view is asked to scroll to; counted so that asking twice scrolls twice. */
  readonly goal: { readonly page: number; readonly asked: number };
  readonly problemsShown: boolean;
  readonly theme: Theme;
  readonly notice: string;
  readonly openIssue: () => Promise<void>;
  readonly exportPdf: () => Promise<void>;
  readonly setZoom: (zoom: number) => void;
  readonly fitTo: (fit: Fit) => void;
  /** The zoom that a fit comes to at the window's present size. */
  readonly fitted: (zoom: number) => void;
  readonly goTo: (page: number) => void;
  readonly scrolledTo: (page: number) => void;
  readonly toggleProblems: () => void;
  readonly setTheme: (theme: Theme) => void;
}

/** Problems of reading and of layout together, the worst first, in page order. */
export const inOrder = (problems: readonly Problem[]): readonly Problem[] => {
  const rank = { error: 0, warning: 1, note: 2 };
  return [...problems].sort((a, b) => rank[a.severity] - rank[b.severity] || (a.page ?? 0) - (b.page ?? 0));
};

export const useApp = create<AppState>((set) => ({
  opening: { phase: 'opening' },
  zoom: 1,
  fit: 'page',
  page: 0,
  goal: { page: 0, asked: 0 },
  problemsShown: true,
  theme: 'system',
  notice: '',

  openIssue: async () => {
    set({ opening: { phase: 'opening' } });
    try {
      const { issue, fileName, problems } = await host()['issue.open']();
      set({ opening: { phase: 'laying-out' } });
      const laidOut = await layOutInWorker(issue);
      const open = {
        issue,
        fileName,
        pages: laidOut.pages,
        problems: inOrder([...problems, ...laidOut.problems]),
      };
      set({ opening: { phase: 'open', open }, page: 0 });
    } catch (error) {
      set({ opening: { phase: 'failed', message: messageOf(error) } });
    }
  },

  exportPdf: async () => {
    set({ notice: strings.exporting });
    try {
      const made = await host()['export.pdf']({ pages: [] });
      if (made.address !== null) {
        const link = document.createElement('a');
        link.href = made.address;
        link.download = made.fileName;
        link.click();
      }
      const cancelled = made.path === null && made.address === null;
      set({ notice: cancelled ? '' : strings.exported(made.path ?? made.fileName) });
    } catch (error) {
      set({ notice: strings.exportFailed(messageOf(error)) });
    }
  },

  setZoom: (zoom) => set({ zoom: clampZoom(zoom), fit: null }),
  fitTo: (fit) => set({ fit }),
  fitted: (zoom) => set({ zoom }),
  goTo: (page) => set(({ goal }) => ({ page, goal: { page, asked: goal.asked + 1 } })),
  scrolledTo: (page) => set({ page }),
  toggleProblems: () => set(({ problemsShown }) => ({ problemsShown: !problemsShown })),
  setTheme: (theme) => set({ theme }),
}));
