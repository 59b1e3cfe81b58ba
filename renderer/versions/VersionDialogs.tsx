/** The dialogs of versions and printings. */
import { assertNever } from '../../core/assert-never.ts';
import type { VersionsDialog } from '../state/dialog-store.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { MakeVersionDialog } from './MakeVersionDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { RemoveVersionDialog } from './RemoveVersionDialog.tsx';
import { SetAnewDialog } from './SetAnewDialog.tsx';
import { ShowPrintDialog } from './ShowPrintDialog.tsx';

export const VersionDialogs = ({ view }: { readonly view: VersionsDialog }) => {
  switch (view.kind) {
    case 'make':
      return <MakeVersionDialog />;
    case 'remove':
      return <RemoveVersionDialog version={view.version} />;
    case 'print':
      return <PrintDialog findings={view.findings} />;
    case 'compare':
      return <CompareDialog before={view.before} after={view.after} />;
    case 'compare-file':
      return <MergeDialog file={view.file} />;
    case 'show-print':
      return <ShowPrintDialog print={view.print} />;
    case 'set-anew':
      return <SetAnewDialog print={view.print} differences={view.differences} />;
    default:
      return assertNever(view);
  }
};
