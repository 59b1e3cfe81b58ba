/** The format of the open issue's pages; the same value as long as it is the same format. */
import { formatOf, type PageFormat } from '../../core/publication/publication.ts';
import { useOpen } from '../state/desk-store.ts';

export const useFormat = (): PageFormat | null =>
  useOpen<PageFormat | null>(({ shown }) => formatOf(shown.publication, shown.format), null);
