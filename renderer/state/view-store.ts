/** How the issue is looked at: zoom, page, which panels are open, the interface's colours, the foot's notice. */
import { create } from 'zustand';
import { clampZoom, type Fit } from './zoom.ts';

export type Theme = 'system' | 'light' | 'dark';
/** 稿库、版面、归档. */
export type LeftTab = 'tray' | 'pages' | 'archive';
/** 属性、文稿、样式、问题、查找、版本. */
export type RightTab = 'inspector' | 'story' | 'styles' | 'problems' | 'find' | 'versions';

export interface Notice {
  readonly kind: 'quiet' | 'fault';
  readonly text: string;
}

export interface ViewState {
  readonly zoom: number;
  /** Kept while the window is resized; null once the user chose a zoom. */
  readonly fit: Fit | null;
  /** Index of the page in view. */
  readonly page: number;
  /** A place that the view is asked to scroll to (points of the page; null: its top); counted, so that asking twice scrolls twice. */
  readonly goal: {
    readonly page: number;
    readonly at: { readonly x: number; readonly y: number } | null;
    readonly asked: number;
  };
  readonly leftTab: LeftTab;
  readonly rightTab: RightTab;
  readonly leftShown: boolean;
  readonly rightShown: boolean;
  /** 文稿 has more room. */
  readonly storyWide: boolean;
  /** The archive takes the place of the pages and of the right side. */
  readonly archiveShown: boolean;
  readonly grid: boolean;
  readonly rulers: boolean;
  readonly theme: Theme;
  readonly notice: Notice;
  readonly setZoom: (zoom: number) => void;
  readonly fitTo: (fit: Fit) => void;
  /** The zoom that a fit comes to at the window's present size. */
  readonly fitted: (zoom: number) => void;
  readonly goTo: (page: number, at?: { readonly x: number; readonly y: number }) => void;
  readonly scrolledTo: (page: number) => void;
  readonly showLeft: (tab: LeftTab) => void;
  readonly showRight: (tab: RightTab) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly say: (text: string, kind?: Notice['kind']) => void;
}

export const useView = create<ViewState>((set) => ({
  zoom: 1,
  fit: 'page',
  page: 0,
  goal: { page: 0, at: null, asked: 0 },
  leftTab: 'pages',
  rightTab: 'inspector',
  leftShown: true,
  rightShown: true,
  storyWide: false,
  archiveShown: false,
  grid: false,
  rulers: true,
  theme: 'system',
  notice: { kind: 'quiet', text: '' },
  setZoom: (zoom) => set({ zoom: clampZoom(zoom), fit: null }),
  fitTo: (fit) => set({ fit }),
  fitted: (zoom) => set({ zoom }),
  goTo: (page, at) =>
    set(({ goal }) => ({
      page,
      goal: { page, at: at ?? null, asked: goal.asked + 1 },
      archiveShown: false,
    })),
  scrolledTo: (page) => set({ page }),
  showLeft: (leftTab) => set({ leftTab, leftShown: true }),
  showRight: (rightTab) => set({ rightTab, rightShown: true, archiveShown: false }),
  setTheme: (theme) => set({ theme }),
  say: (text, kind = 'quiet') => set({ notice: { kind, text } }),
}));
