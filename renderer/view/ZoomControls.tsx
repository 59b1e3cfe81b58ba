/** Zoom buttons and the zoom itself. */
import { useApp } from '../state/app-store.ts';
import { strings } from '../strings.ts';
import { stepZoom } from './zoom.ts';

export const ZoomControls = () => {
  const zoom = useApp((s) => s.zoom);
  const fit = useApp((s) => s.fit);
  const { setZoom, fitTo } = useApp.getState();
  return (
    <fieldset className="zoom" aria-label={strings.zoom}>
      <button type="button" title={strings.zoomOut} onClick={() => setZoom(stepZoom(zoom, -1))}>
        −
      </button>
      <button type="button" className="zoom-value" title={strings.actualSize} onClick={() => setZoom(1)}>
        {Math.round(zoom * 100)}%
      </button>
      <button type="button" title={strings.zoomIn} onClick={() => setZoom(stepZoom(zoom, 1))}>
        +
      </button>
      <button type="button" aria-pressed={fit === 'page'} onClick={() => fitTo('page')}>
        {strings.fitPage}
      </button>
      <button type="button" aria-pressed={fit === 'width'} onClick={() => fitTo('width')}>
        {strings.fitWidth}
      </button>
    </fieldset>
  );
};
