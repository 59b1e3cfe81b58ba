/** What a journal contains, in words for the one who is offered it. Pure. */
import { placeName } from '../../core/file/place-name.ts';
import type { Issue, Story } from '../../core/issue/issue.ts';

const storyText = (story: Story): string =>
  [
    story.kicker,
    story.headline,
    story.deck,
    story.standfirst,
    ...story.paragraphs.map(({ text }) => text),
    story.byline,
    story.credit,
    ...story.pictures.map(({ caption }) => caption),
  ].join('\n');

/** Between what two texts have in common at their beginning and at their end. */
const changedPart = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.max(a.length, b.length) - head - tail;
};

/** Characters of stories that differ; all of them where there is nothing to compare with. */
export const charactersChanged = (before: Issue | null, after: Issue): number => {
  const old = new Map((before?.stories ?? []).map((story) => [story.id, storyText(story)]));
  let changed = 0;
  for (const story of after.stories) {
    const text = storyText(story);
    const was = old.get(story.id);
    old.delete(story.id);
    changed += was === undefined ? text.replaceAll('\n', '').length : changedPart(was, text);
  }
  for (const gone of old.values()) changed += gone.replaceAll('\n', '').length;
  return changed;
};

/** The last edit by its name; one without a name (journal.ts) by its place in the issue. Null for neither. */
export const lastEditWords = (last: string | null): string | null => {
  if (last === null || last === '') return null;
  if (!last.startsWith('@')) return `“${last}”`;
  try {
    const path: unknown = JSON.parse(last.slice(1));
    if (!Array.isArray(path)) return null;
    // Deeper than the field itself the place says nothing to an editor.
    const shown = path.filter((key) => typeof key === 'string' || typeof key === 'number');
    return `在${placeName(shown.at(-1) === 'length' ? shown.slice(0, -1) : shown)}`;
  } catch {
    return null;
  }
};

export const recoverySummary = (edits: number, last: string | null, characters: number): string => {
  const parts = [`${edits}处修改`];
  if (last !== null) parts.push(`最后一处${last}`);
  if (characters > 0) parts.push(`涉及${characters}字`);
  return parts.join('，');
};
