/** The issue goes on in another window: said for as long as this one stands. */
import { OTHER_WINDOW } from '../../core/contract/fault.ts';
import { useOtherWindow } from '../state/other-window.ts';
import { versionStrings as said } from '../strings/versions.ts';

export const OtherWindowBanner = () => {
  const hasIt = useOtherWindow((s) => s.hasIt);
  if (!hasIt) return null;
  return (
    <div className="banner fault" role="alert">
      <span>{OTHER_WINDOW}</span>
      <button type="button" onClick={() => location.reload()}>
        {said.reload}
      </button>
    </div>
  );
};
