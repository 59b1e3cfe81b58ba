/** 导出多期: the issues that were chosen, and how their export went. Its progress is the catalogue's. */
import { create } from 'zustand';
import type { ArchiveExportResult } from '../../core/contract/archive-channels.ts';
import { host, messageOf } from '../host/host.ts';
import { watchClosely } from './catalogue.ts';

interface BatchExport {
  readonly choosing: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly running: boolean;
  readonly result: ArchiveExportResult | null;
  readonly failure: string | null;
}

const NONE: ReadonlySet<string> = new Set();

export const useBatchExport = create<BatchExport>(() => ({
  choosing: false,
  chosen: NONE,
  running: false,
  result: null,
  failure: null,
}));

export const startChoosing = (choosing: boolean): void =>
  useBatchExport.setState({ choosing, chosen: NONE, result: null, failure: null });

/** What stands there stays. */
export const leaveInTheWay = (): void => {
  const { result } = useBatchExport.getState();
  if (result) useBatchExport.setState({ result: { ...result, inTheWay: [] } });
};

export const chooseIssues = (files: readonly string[]): void =>
  useBatchExport.setState({ chosen: new Set(files), result: null, failure: null });

export const toggleIssue = (file: string): void => {
  const chosen = new Set(useBatchExport.getState().chosen);
  if (!chosen.delete(file)) chosen.add(file);
  chooseIssues([...chosen]);
};

export const exportChosen = (): Promise<void> => {
  const { chosen } = useBatchExport.getState();
  return exportFiles([...chosen].sort(), false);
};

/** Those that were held back since something else has their names: the editor was asked. */
export const overwriteInTheWay = (): Promise<void> => {
  const { result } = useBatchExport.getState();
  return exportFiles(result?.inTheWay ?? [], true);
};

const exportFiles = async (files: readonly string[], overwrite: boolean): Promise<void> => {
  if (useBatchExport.getState().running || files.length === 0) return;
  useBatchExport.setState({ running: true, result: null, failure: null });
  watchClosely();
  try {
    const result = await host()['archive.export']({ files, folder: null, overwrite });
    useBatchExport.setState({ running: false, result });
  } catch (error) {
    useBatchExport.setState({ running: false, failure: messageOf(error) });
  }
};
