/** 导出多期: what is chosen, how far it went, where it went. */
import type { IndexedIssue } from '../../core/contract/archive-channels.ts';
import { archiveStrings as said } from '../strings/archive.ts';
import {
  chooseIssues,
  exportChosen,
  leaveInTheWay,
  overwriteInTheWay,
  startChoosing,
  useBatchExport,
} from './batch-export.ts';
import { cancelArchiveWork, useCatalogue } from './catalogue.ts';
import { useArchiveSearch } from './search.ts';

export const ExportBar = ({ listed }: { readonly listed: readonly IndexedIssue[] }) => {
  const { chosen, running, result, failure } = useBatchExport();
  const progress = useCatalogue((s) => s.status?.exporting ?? null);
  const year = useArchiveSearch((s) => s.filters.year);
  return (
    <section className="export-bar" aria-label={said.exportBar}>
      <span>{said.chosen(chosen.size)}</span>
      <button
        type="button"
        disabled={running || listed.length === 0}
        onClick={() => chooseIssues(listed.map(({ file }) => file))}
      >
        {year === null ? said.chooseListed : said.chooseYear}
      </button>
      <button type="button" disabled={running || chosen.size === 0} onClick={() => chooseIssues([])}>
        {said.chooseNone}
      </button>
      <button
        type="button"
        className="primary"
        disabled={running || chosen.size === 0}
        onClick={() => void exportChosen()}
      >
        {said.export}
      </button>
      {running ? (
        <>
          <span role="status">{said.exporting(progress?.done ?? 0, progress?.total ?? chosen.size)}</span>
          <progress
            aria-label={said.exportBar}
            value={progress?.done ?? 0}
            max={progress?.total ?? chosen.size}
          />
          <button type="button" onClick={() => void cancelArchiveWork()}>
            {said.cancel}
          </button>
        </>
      ) : (
        <button type="button" onClick={() => startChoosing(false)}>
          {said.stopChoosing}
        </button>
      )}
      <div role="status" className="export-result">
        {failure !== null && <p className="fault">{said.exportFailed(failure)}</p>}
        {result && (
          <p>{(result.cancelled ? said.exportCancelled : said.exported)(result.written, result.folder)}</p>
        )}
        {result?.problems.map((problem) => (
          <p key={problem} className="fault">
            {problem}
          </p>
        ))}
        {result && result.inTheWay.length > 0 && !running && (
          <p>
            {said.overwriteAsk(result.inTheWay.length)}
            <button type="button" onClick={leaveInTheWay}>
              {said.overwriteNo}
            </button>
            <button type="button" onClick={() => void overwriteInTheWay()}>
              {said.overwriteYes}
            </button>
          </p>
        )}
      </div>
    </section>
  );
};
