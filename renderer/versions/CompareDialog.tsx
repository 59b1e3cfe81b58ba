/** 比较: two versions, or a version and the issue as it is. */
import { useEffect, useState } from 'react';
import type { ComparedIssues, VersionName } from '../../core/contract/version-channels.ts';
import { ModalDialog } from '../dialogs/ModalDialog.tsx';
import { messageOf } from '../host/host.ts';
import { closeDialog } from '../state/dialog-store.ts';
import { compareVersions, useVersions } from '../state/versions.ts';
import { versionStrings } from '../strings/versions.ts';
import { ComparisonView, Scroller } from './ComparisonView.tsx';

const said = versionStrings.comparison;

/** What the host answers, once; `failure` is its sentence. */
export const useAnswer = <T,>(
  ask: () => Promise<T>,
): { readonly answer: T | null; readonly failure: string | null } => {
  const [state, setState] = useState<{ readonly answer: T | null; readonly failure: string | null }>({
    answer: null,
    failure: null,
  });
  // Asked once, when the dialog comes.
  useEffect(() => {
    let current = true;
    ask().then(
      (answer) => current && setState({ answer, failure: null }),
      (error: unknown) => current && setState({ answer: null, failure: messageOf(error) }),
    );
    return () => {
      current = false;
    };
  }, []);
  return state;
};

export const Waiting = ({ failure }: { readonly failure: string | null }) => (
  <p role="status" className={failure === null ? undefined : 'fault'}>
    {failure === null ? said.opening : said.failed(failure)}
  </p>
);

export const CompareDialog = ({
  before,
  after,
}: {
  readonly before: VersionName;
  readonly after: VersionName;
}) => {
  const versions = useVersions((s) => s.kept?.versions);
  const nameOf = (name: VersionName): string =>
    name === 'current'
      ? versionStrings.current
      : (versions?.find(({ number }) => number === name)?.name ?? String(name));
  const { answer, failure } = useAnswer<ComparedIssues>(() => compareVersions(before, after));
  const names = { before: nameOf(before), after: nameOf(after) };
  return (
    <ModalDialog wide title={said.title(names.before, names.after)} cancel={closeDialog}>
      <Scroller label={said.title(names.before, names.after)}>
        {answer ? <ComparisonView compared={answer} names={names} /> : <Waiting failure={failure} />}
      </Scroller>
      <div className="dialog-buttons">
        <button type="button" onClick={closeDialog}>
          {said.close}
        </button>
      </div>
    </ModalDialog>
  );
};
