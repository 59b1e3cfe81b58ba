/**
 * What is selected: one thing at a time, as an editor points at it. Text is selected by two places (anchor and
 * focus; equal for a caret); its frame counts as selected with it. Selections are values that name things of the
 * issue: after an edit or an undo those that are gone are let go (`stillThere`).
 */
import { create } from 'zustand';
import type { Affinity } from '../../core/display/text-geometry.ts';
import type { FrameId, Issue, StoryId } from '../../core/issue/issue.ts';
import { mapText } from '../../core/issue/map-place.ts';
import type { PageField } from '../../core/issue/page-field.ts';
import type { TextPlace } from '../../core/issue/text-place.ts';
import { useDesk } from './desk-store.ts';

export type { Affinity };

export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'page'; readonly page: number }
  /** 报头、报眉 of a page; `field` is the one being edited in place. */
  | { readonly kind: 'head'; readonly page: number; readonly field: PageField | null }
  /** A story in the tray. */
  | { readonly kind: 'story'; readonly story: StoryId }
  | { readonly kind: 'frame'; readonly frame: FrameId }
  | { readonly kind: 'picture'; readonly frame: FrameId; readonly index: number }
  | {
      readonly kind: 'text';
      readonly anchor: TextPlace;
      readonly focus: TextPlace;
      readonly affinity: Affinity;
      /** Where it was made: one of the story editor or the find panel leaves the focus there. Absent: the page. */
      readonly origin?: 'page' | 'story';
    };

export const NOTHING: Selection = { kind: 'none' };

export const useSelection = create<{ readonly selection: Selection }>(() => ({ selection: NOTHING }));

export const select = (selection: Selection): void => useSelection.setState({ selection });
export const selected = (): Selection => useSelection.getState().selection;

const hasFrame = (issue: Issue, id: FrameId): boolean =>
  issue.pages.some((page) => page.frames.some((frame) => frame.id === id));

/** Length of the text at a place; null where it is gone. */
const lengthAt = (issue: Issue, { story: id, part, paragraph }: TextPlace): number | null => {
  const story = issue.stories.find((s) => s.id === id);
  if (!story) return null;
  switch (part) {
    case 'body':
      return story.paragraphs[paragraph]?.text.length ?? null;
    case 'item-byline':
      return story.paragraphs[paragraph]?.byline.length ?? null;
    case 'caption':
      return story.pictures[paragraph]?.caption.length ?? null;
    default:
      return story[part].length;
  }
};

const clipped = (issue: Issue, place: TextPlace): TextPlace | null => {
  const length = lengthAt(issue, place);
  if (length === null) return null;
  return place.offset > length ? { ...place, offset: length } : place;
};

/** The place in its text, where that has come to stand; within it, where it was changed. Null where it is gone. */
const followed = (before: Issue, issue: Issue, place: TextPlace): TextPlace | null => {
  const text = mapText(before, issue, place);
  return clipped(issue, text === null || text.paragraph === place.paragraph ? place : { ...place, ...text });
};

/** The selection with what the issue no longer has let go, and text followed to where paragraphs have moved. */
export const stillThere = (issue: Issue, selection: Selection, before: Issue = issue): Selection => {
  switch (selection.kind) {
    case 'none':
      return selection;
    case 'page':
    case 'head':
      if (selection.page < issue.pages.length) return selection;
      return issue.pages.length === 0 ? NOTHING : { kind: 'page', page: issue.pages.length - 1 };
    case 'story':
      return issue.stories.some((s) => s.id === selection.story) ? selection : NOTHING;
    case 'frame':
      return hasFrame(issue, selection.frame) ? selection : NOTHING;
    case 'picture': {
      const frame = issue.pages.flatMap((p) => p.frames).find((f) => f.id === selection.frame);
      if (!frame) return NOTHING;
      return frame.pictures.some((p) => p.index === selection.index)
        ? selection
        : { kind: 'frame', frame: frame.id };
    }
    case 'text': {
      const anchor = followed(before, issue, selection.anchor);
      const focus = followed(before, issue, selection.focus);
      if (!anchor || !focus) return NOTHING;
      if (anchor === selection.anchor && focus === selection.focus) return selection;
      return { ...selection, anchor, focus };
    }
  }
};

// While a composition is shown the caret may stand past the committed text: the shown issue counts.
useDesk.subscribe(({ desk }, before) => {
  if (desk.phase !== 'open') {
    if (selected() !== NOTHING) select(NOTHING);
    return;
  }
  const last = before.desk.phase === 'open' ? before.desk.open.shown : desk.open.shown;
  if (before.desk.phase === 'open' && last === desk.open.shown) return;
  const now = selected();
  const kept = stillThere(desk.open.shown, now, last);
  if (kept !== now) select(kept);
});

/** The frame that the selection stands in or is; null for none. */
export const selectedFrame = (issue: Issue, selection: Selection): FrameId | null => {
  switch (selection.kind) {
    case 'frame':
    case 'picture':
      return selection.frame;
    case 'text':
      return issue.pages.flatMap((p) => p.frames).find((f) => f.story === selection.focus.story)?.id ?? null;
    default:
      return null;
  }
};

/** The story that the selection belongs to; null for none. */
export const selectedStory = (issue: Issue, selection: Selection): StoryId | null => {
  if (selection.kind === 'story') return selection.story;
  if (selection.kind === 'text') return selection.focus.story;
  const id = selectedFrame(issue, selection);
  return issue.pages.flatMap((p) => p.frames).find((f) => f.id === id)?.story ?? null;
};
