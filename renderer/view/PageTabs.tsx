/** The pages of the issue in small, to choose from. */
import type { DisplayPage } from '../../core/display/display-list.ts';
import { useApp } from '../state/app-store.ts';
import { strings } from '../strings.ts';
import { PageThumbnail } from './PageThumbnail.tsx';

const THUMBNAIL_WIDTH = 112;

export const PageTabs = ({ pages }: { readonly pages: readonly DisplayPage[] }) => {
  const current = useApp((s) => s.page);
  const goTo = useApp((s) => s.goTo);
  return (
    <nav className="page-tabs" aria-label={strings.pages}>
      {pages.map((page, index) => (
        <button
          type="button"
          key={page.number}
          className="page-tab"
          aria-current={index === current ? 'page' : undefined}
          onClick={() => goTo(index)}
        >
          <PageThumbnail page={page} width={THUMBNAIL_WIDTH} />
          <span>{strings.page(page.number, page.name)}</span>
        </button>
      ))}
    </nav>
  );
};
