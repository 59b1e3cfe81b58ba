/** What is done with an import note 导入提示: gone to, its words put back, put aside. Each an edit, undone like any other. */
import { caretBox } from '../../core/display/text-geometry.ts';
import { dismissImportNotes, putBackWords } from '../../core/issue/edits.ts';
import { type ImportNote, storyOf } from '../../core/issue/issue.ts';
import { noteProblem } from '../../core/issue/open-notes.ts';
import type { TextPlace } from '../../core/issue/text-place.ts';
import { headlineOf } from '../../core/makeup/page-report.ts';
import { openDesk } from '../state/desk-store.ts';
import { edit, endBurst } from '../state/edit-issue.ts';
import { type ListedProblem, placeOf } from '../state/problem-place.ts';
import { select } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { panelStrings } from '../strings/panels.ts';
import { focusTextInput } from '../text/caret-input.ts';

const said = panelStrings.importNotes;

/** Shows the place of a problem and selects what has it. */
export const goToProblem = (problem: ListedProblem): void => {
  const open = openDesk();
  if (!open) return;
  const { page, at, selection } = placeOf(open, problem);
  select(selection);
  const view = useView.getState();
  if (page !== null) view.goTo(page, at ?? undefined);
  else if (selection.kind === 'story') view.showLeft('tray');
};

export const goToNote = (note: ImportNote): void => goToProblem(noteProblem(note));

/** 放回: the caret goes to the words, on the page where the story stands on one, else in the panel 文稿. */
export const putBack = ({ id, story }: ImportNote): void => {
  endBurst();
  const before = openDesk()?.issue;
  if (!before || story === null || !edit((issue) => putBackWords(issue, id))) return;
  const open = openDesk();
  if (!open) return;
  const was = storyOf(before, story).paragraphs;
  const now = storyOf(open.issue, story);
  const paragraph = now.paragraphs.findIndex((own, index) => own !== was[index]);
  const place: TextPlace = { story, part: 'body', paragraph: Math.max(0, paragraph), offset: 0 };
  const view = useView.getState();
  select({ kind: 'text', anchor: place, focus: place, affinity: 'after' });
  const box = caretBox(open.layout.displayList.pages, open.engine, place, 'after');
  if (box) {
    view.goTo(box.page, { x: box.x, y: box.top });
    focusTextInput();
  } else view.showRight('story');
  view.say(said.wasPutBack(headlineOf(now)));
};

/** 知道了. */
export const dismissNotes = (notes: readonly ImportNote[]): void => {
  endBurst();
  const ids = notes.map(({ id }) => id);
  if (edit((issue) => dismissImportNotes(issue, ids))) useView.getState().say(said.wereDismissed(ids.length));
};
