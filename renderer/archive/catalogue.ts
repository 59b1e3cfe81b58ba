/**
 * What the index knows of the past issues, and how it stands. While somebody looks at it the host is asked how the
 * index goes on; when it has changed, the list is fetched anew and a search asked again.
 */
import { create } from 'zustand';
import type { ArchiveStatus, ArchiveYear, IndexedIssue } from '../../core/contract/archive-channels.ts';
import { host, messageOf } from '../host/host.ts';

interface Catalogue {
  /** Null while nothing has answered. */
  readonly years: readonly ArchiveYear[] | null;
  readonly status: ArchiveStatus | null;
  readonly failure: string | null;
}

export const useCatalogue = create<Catalogue>(() => ({ years: null, status: null, failure: null }));

/** How often the host is asked, ms. */
const BUSY = 400;
const IDLE = 3_000;

let listed: number | null = null;

const look = async (): Promise<void> => {
  try {
    if (useCatalogue.getState().years === null) {
      const years = await host()['archive.list']();
      useCatalogue.setState({ years, failure: null });
      // What the list was of is not known: the first status after it decides by its own count.
      listed = null;
    }
    const status = await host()['archive.status']();
    const isStale = listed === null ? status.generation > 0 : status.generation !== listed;
    useCatalogue.setState({ status, failure: null });
    if (!isStale) {
      listed = status.generation;
      return;
    }
    const years = await host()['archive.list']();
    listed = status.generation;
    useCatalogue.setState({ years });
  } catch (error) {
    useCatalogue.setState({ failure: messageOf(error) });
  }
};

const isBusy = ({ status }: Catalogue): boolean =>
  status !== null && (status.state === 'indexing' || status.state === 'waiting' || status.exporting !== null);

let watchers = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

const goOn = async (): Promise<void> => {
  await look();
  if (watchers > 0) wait(isBusy(useCatalogue.getState()) ? BUSY : IDLE);
};

const wait = (ms: number): void => {
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => void goOn(), ms);
};

/** Asks until the answer is called. */
export const watchCatalogue = (): (() => void) => {
  watchers++;
  if (watchers === 1) void goOn();
  return () => {
    watchers--;
    if (watchers === 0 && timer !== null) clearTimeout(timer);
  };
};

const tell = async (ask: () => Promise<ArchiveStatus>): Promise<void> => {
  try {
    useCatalogue.setState({ status: await ask(), failure: null });
  } catch (error) {
    useCatalogue.setState({ failure: messageOf(error) });
  }
  if (watchers > 0) wait(BUSY);
};

/** 重新编目. */
export const indexAgain = (): Promise<void> => tell(() => host()['archive.index']());
/** Stops indexing and export. */
export const cancelArchiveWork = (): Promise<void> => tell(() => host()['archive.cancel']());
/** Something begins that is watched closely. */
export const watchClosely = (): void => wait(0);

/** Those that open, the newest first. */
export const listedIssues = (years: readonly ArchiveYear[]): readonly IndexedIssue[] =>
  years.flatMap(({ issues }) => issues.filter(({ fault }) => fault === null));

/** Those that do not. */
export const faultyFiles = (years: readonly ArchiveYear[]): readonly IndexedIssue[] =>
  years.flatMap(({ issues }) => issues.filter(({ fault }) => fault !== null));
