/** One page in the view: white paper, and the drawing once its fonts are there. */
import { memo } from 'react';
import type { DisplayPage } from '../../core/display/display-list.ts';
import { strings } from '../strings.ts';
import { DisplayListSvg } from '../svg/DisplayListSvg.tsx';
import { usePageFonts } from '../svg/page-fonts.ts';
import { PX_PER_PT } from './zoom.ts';

export const PageSheet = memo(({ page, zoom }: { readonly page: DisplayPage; readonly zoom: number }) => {
  const fonts = usePageFonts(page);
  const width = page.width * PX_PER_PT * zoom;
  const height = page.height * PX_PER_PT * zoom;
  return (
    <section
      className="sheet"
      data-page={page.number}
      data-fonts={fonts}
      style={{ width, height }}
      aria-busy={fonts === 'loading'}
    >
      {fonts === 'ready' && (
        <DisplayListSvg
          page={page}
          width={width}
          height={height}
          label={strings.page(page.number, page.name)}
        />
      )}
      {fonts === 'failed' && <p className="sheet-message">{strings.fontsFailed}</p>}
    </section>
  );
});
