/** What the open desk places stories with. */
import type { PlacingContext } from '../../core/makeup/newspaper/place-story.ts';
import type { OpenDesk } from '../state/desk-store.ts';

export const placingContext = ({ engine, issue }: OpenDesk): PlacingContext => ({
  issue,
  fonts: engine.fonts,
  cache: engine.cache.layout,
});
