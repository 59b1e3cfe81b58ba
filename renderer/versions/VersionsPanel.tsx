/** 版本: what of the issue went to the press, its milestones and printings, the newest first, and another's file beside it. */
import { useEffect, useState } from 'react';
import { ADDRESSES } from '../../core/contract/addresses.ts';
import type { ArchivedIssue } from '../../core/contract/ipc.ts';
import type { PrintedFacts, PrintFacts, VersionFacts } from '../../core/contract/version-channels.ts';
import { printOfVersion } from '../../core/file/issue-file.ts';
import { refreshArchive, useArchive } from '../state/archive-store.ts';
import { isReadOnly, useOpen } from '../state/desk-store.ts';
import { ask } from '../state/dialog-store.ts';
import { useOtherWindow } from '../state/other-window.ts';
import { askToPrint } from '../state/press-gate.ts';
import { refreshVersions, restoreVersion, useVersions } from '../state/versions.ts';
import { useView } from '../state/view-store.ts';
import { versionStrings as said } from '../strings/versions.ts';
import { dayName, momentName, otherFiles, versionEntries } from './version-entries.ts';

const StateLine = ({ state }: { readonly state: PrintedFacts }) => {
  if (state.kind === 'never-printed') return <p className="versions-state">{said.state[state.kind]}</p>;
  const { print, sameEngine, kind } = state;
  return (
    <p className="versions-state">
      {said.state[kind](print.number, dayName(print.at))}
      {kind === 'as-printed' && !print.hasPages && said.pdfOnly}
      {kind === 'as-printed' && print.hasPages && !sameEngine && said.otherEngine}
    </p>
  );
};

const restore = async ({ number, name }: VersionFacts): Promise<void> => {
  const failure = await restoreVersion(number, name);
  if (failure !== null) useView.getState().say(said.restoreFailed(failure), 'fault');
};

const VersionItem = ({
  version,
  mayEdit,
  others,
  print,
}: {
  readonly version: VersionFacts;
  /** The number of the print that needs it; null where none does. */
  readonly print: number | null;
  readonly mayEdit: boolean;
  readonly others: readonly VersionFacts[];
}) => {
  const [beside, setBeside] = useState('current');
  const other = others.find(({ number }) => String(number) === beside);
  // The earlier one stands at the left.
  const compare = (): void =>
    ask({
      kind: 'versions',
      view: {
        kind: 'compare',
        before: other ? Math.min(other.number, version.number) : version.number,
        after: other ? Math.max(other.number, version.number) : 'current',
      },
    });
  return (
    <li>
      <strong>{version.name}</strong>
      <span className="version-facts">{said.by(version.by, momentName(version.at))}</span>
      {version.note !== '' && <p className="version-note">{version.note}</p>}
      <span className="version-actions">
        {others.length > 0 && (
          <select
            aria-label={`${version.name}：${said.compareWith}`}
            value={other ? beside : 'current'}
            onChange={(event) => setBeside(event.target.value)}
          >
            <option value="current">{said.current}</option>
            {others.map(({ number, name, at }) => (
              <option key={number} value={number}>
                {name} {momentName(at)}
              </option>
            ))}
          </select>
        )}
        <button type="button" onClick={compare}>
          {other ? said.compare : said.compareWithCurrent}
        </button>
        <button type="button" disabled={!mayEdit} onClick={() => void restore(version)}>
          {said.restore}
        </button>
        <button
          type="button"
          disabled={!mayEdit || print !== null}
          title={print === null ? undefined : said.neededByPrint(print)}
          onClick={() => ask({ kind: 'versions', view: { kind: 'remove', version } })}
        >
          {said.remove}
        </button>
      </span>
    </li>
  );
};

const PrintItem = ({ print }: { readonly print: PrintFacts }) => (
  <li>
    <strong>{said.printName(print.number)}</strong>
    <span className="version-facts">{said.by(print.by, momentName(print.at))}</span>
    <span className="version-facts">{said.engine(print.engine)}</span>
    <span className="version-actions">
      {print.hasPages && (
        <button type="button" onClick={() => ask({ kind: 'versions', view: { kind: 'show-print', print } })}>
          {said.showPrint}
        </button>
      )}
      {print.hasPdf && <PrintPdfLink number={print.number} />}
    </span>
  </li>
);

/** The desktop's window opens no other: there the PDF is saved. */
export const PrintPdfLink = ({ number }: { readonly number: number }) => (
  <a
    href={ADDRESSES.printPdf(number)}
    {...(window.zuban ? { download: '' } : { target: '_blank', rel: 'noopener' })}
  >
    {said.openPdf}
  </a>
);

const NO_FILES: readonly ArchivedIssue[] = [];

const OtherFile = () => {
  const issues = useArchive((s) => s.issues) ?? NO_FILES;
  const own = useOpen((open) => open.file, null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => void refreshArchive(), []);
  const files = otherFiles(issues, own);
  const file = chosen !== null && files.includes(chosen) ? chosen : (files[0] ?? null);
  if (file === null) return <p className="panel-empty">{said.noOtherFile}</p>;
  return (
    <div className="versions-other">
      <select aria-label={said.chooseFile} value={file} onChange={(event) => setChosen(event.target.value)}>
        {files.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <button type="button" onClick={() => ask({ kind: 'versions', view: { kind: 'compare-file', file } })}>
        {said.compareFile}
      </button>
    </div>
  );
};

export const VersionsPanel = () => {
  const { kept, state, failure } = useVersions();
  const saved = useOpen((open) => open.saved, null);
  const issue = useOpen((open) => open.issue === open.saved, true);
  const reading = useOpen(isReadOnly, false);
  const mayEdit = !useOtherWindow((s) => s.hasIt) && !reading;
  // What was saved or edited is in another state of printing.
  useEffect(() => void refreshVersions(), [saved, issue]);
  const entries = kept ? versionEntries(kept) : [];
  return (
    <div className="versions">
      {state && <StateLine state={state} />}
      <div className="versions-make">
        <button
          type="button"
          disabled={!mayEdit}
          onClick={() => ask({ kind: 'versions', view: { kind: 'make' } })}
        >
          {said.make}
        </button>
        <button type="button" className="primary" disabled={!mayEdit} onClick={() => void askToPrint()}>
          {said.print}
        </button>
      </div>
      {failure !== null && (
        <p className="panel-empty fault" role="alert">
          {said.failed(failure)}
        </p>
      )}
      {!kept && failure === null && (
        <p className="panel-empty" role="status">
          {said.loading}
        </p>
      )}
      {kept && entries.length === 0 && <p className="panel-empty">{said.none}</p>}
      {entries.length > 0 && (
        <ul aria-label={said.list} className="version-list">
          {entries.map((entry) =>
            entry.kind === 'version' ? (
              <VersionItem
                key={`v${entry.version.number}`}
                version={entry.version}
                mayEdit={mayEdit}
                print={printOfVersion(kept?.prints ?? [], entry.version)}
                others={(kept?.versions ?? []).filter(({ number }) => number !== entry.version.number)}
              />
            ) : (
              <PrintItem key={`p${entry.print.number}`} print={entry.print} />
            ),
          )}
        </ul>
      )}
      <h3>{said.otherFile}</h3>
      <OtherFile />
    </div>
  );
};
