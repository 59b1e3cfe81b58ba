/** The field of the archive's search, in the tab and on the full page. ↓ and Enter go to what was found. */
import { useEffect, useRef } from 'react';
import { archiveStrings as said } from '../strings/archive.ts';
import { askArchive, useArchiveSearch } from './search.ts';

/** The focus that was given already, across fields that come and go. */
let given = 0;

export const SearchField = ({ goDown }: { readonly goDown?: () => void }) => {
  const query = useArchiveSearch((s) => s.query);
  const focusAsked = useArchiveSearch((s) => s.focusAsked);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusAsked === given) return;
    given = focusAsked;
    field.current?.focus();
    field.current?.select();
  }, [focusAsked]);
  return (
    <input
      ref={field}
      type="search"
      className="archive-search"
      aria-label={said.search}
      placeholder={said.searchHint}
      value={query}
      onChange={(event) => askArchive(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === 'Escape' && query !== '') {
          event.stopPropagation();
          event.preventDefault();
          askArchive('');
        }
        if (goDown && (event.key === 'ArrowDown' || event.key === 'Enter')) {
          event.preventDefault();
          goDown();
        }
      }}
    />
  );
};
