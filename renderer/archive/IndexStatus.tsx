/** How the index stands: its progress, its fault, the files that do not open. */
import { archiveStrings as said } from '../strings/archive.ts';
import { cancelArchiveWork, faultyFiles, indexAgain, useCatalogue } from './catalogue.ts';

export const IndexStatus = () => {
  const { years, status, failure } = useCatalogue();
  const faults = faultyFiles(years ?? []);
  const isIndexing = status?.state === 'indexing';
  return (
    <div className="index-status">
      <p role="status">
        {failure !== null && <span className="fault">{said.failed(failure)}</span>}
        {isIndexing && said.indexing(status.done, status.total)}
        {status?.state === 'waiting' && said.waiting}
        {status?.state === 'failed' && (
          <span className="fault">{said.indexFailed(status.failure ?? '')}</span>
        )}
      </p>
      {isIndexing ? (
        <>
          {status.total > 0 && (
            <progress
              aria-label={said.indexing(status.done, status.total)}
              value={status.done}
              max={status.total}
            />
          )}
          <button type="button" onClick={() => void cancelArchiveWork()}>
            {said.cancel}
          </button>
        </>
      ) : (
        <button type="button" onClick={() => void indexAgain()}>
          {said.reindex}
        </button>
      )}
      {faults.length > 0 && (
        <details className="index-faults">
          <summary>{said.faults(faults.length)}</summary>
          <ul>
            {faults.map(({ file, fault }) => (
              <li key={file}>{fault}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
