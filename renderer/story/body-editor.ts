/**
 * The body's editor: a ProseMirror view that shows the paragraphs of one story and turns what is typed into edits of
 * the issue. The issue is the truth. A transaction of the view becomes the smallest edit (paragraph-edits.ts); any
 * other change of the issue becomes the smallest transaction (story-document.ts). Undo is the application's.
 *
 * An input method's composition is never disturbed: while it runs, what it shows is laid out provisionally, changes
 * from outside wait, and its end is one edit, so that a word is one step to undo.
 */

import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { type Command, EditorState, Plugin, Selection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import type { EditedIssue } from '../../core/issue/edit.ts';
import { isCleanLine } from '../../core/issue/edit.ts';
import {
  type Issue,
  MARK_KINDS,
  type Mark,
  type Paragraph,
  type ParagraphRole,
  type StoryId,
} from '../../core/issue/issue.ts';
import { type InsertedLine, plainLine, replaceRange, type TextEdit } from '../../core/issue/text-edits.ts';
import type { TextPlace } from '../../core/issue/text-place.ts';
import { EDITING_KEYS, editorKeys, onKeys } from '../keys/editing-keys.ts';
import { pasteOver } from '../paste/paste-edit.ts';
import { tellOfPaste, transferCopy } from '../paste/transfer-copy.ts';
import { openDesk, useDesk } from '../state/desk-store.ts';
import { edit, endBurst, redo, showProvisional, undo } from '../state/edit-issue.ts';
import { select, selected, useSelection } from '../state/selection-store.ts';
import { storyStrings } from '../strings/story.ts';
import { chosenParagraphs, moveChosen, selectAll, setRole, toggle } from './body-commands.ts';
import { editParagraphsSince, isTyping, listDifference } from './paragraph-edits.ts';
import { docOf, FROM_ISSUE, paragraphsOf, placeAt, selectionOf, syncTransaction } from './story-document.ts';
import { storySchema } from './story-schema.ts';

/** What the toolbar shows of the place where the caret stands. */
export interface BodyState {
  /** Kinds that the caret or all that is selected has. */
  readonly marks: readonly Mark['kind'][];
  readonly role: ParagraphRole;
  readonly paragraph: number;
}

export const NO_BODY_STATE: BodyState = { marks: [], role: 'body', paragraph: 0 };

/** Something of the application's as a command: the key is taken, whatever came of it. */
const done =
  (run: () => unknown): Command =>
  () => {
    run();
    return true;
  };

const EMPTY_LINE = plainLine('');

/** The caret's paragraph is marked at its edge, so that a caret set on the page shows here without the focus. */
const caretParagraph = new Plugin({
  props: {
    decorations: ({ doc, selection: { $head } }) =>
      $head.depth === 0
        ? null
        : DecorationSet.create(doc, [
            Decoration.node($head.before(1), $head.after(1), { class: 'at-caret' }),
          ]),
  },
});

const on = (keys: readonly string[], command: Command): Readonly<Record<string, Command>> =>
  onKeys(editorKeys(keys), command);

export class BodyEditor {
  private readonly view: EditorView;
  private readonly stops: (() => void)[] = [];
  /** The story's paragraphs that the view's document was made from. */
  private base: readonly Paragraph[];
  private composing = false;
  private told: BodyState = NO_BODY_STATE;

  constructor(
    place: HTMLElement,
    private readonly story: StoryId,
    private readonly tell: (state: BodyState) => void,
  ) {
    this.base = this.paragraphs(openDesk()?.issue ?? null) ?? [];
    this.view = new EditorView(place, {
      state: EditorState.create({
        doc: docOf(this.base),
        plugins: [keymap(this.keys()), keymap(baseKeymap), caretParagraph],
      }),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': storyStrings.parts.body,
        class: 'story-text',
        spellcheck: 'false',
      },
      dispatchTransaction: (tr) => this.dispatch(tr),
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n'),
      handleDOMEvents: {
        paste: (_, event) => this.onPaste(event),
        drop: (_, event) => this.onDrop(event),
        // Text is moved by keys and by cut and paste; a drag would go past the issue's own edits.
        dragstart: (_, event) => {
          event.preventDefault();
          return true;
        },
        compositionstart: () => {
          this.composing = true;
          return false;
        },
        beforeinput: (_, event) => this.onBeforeInput(event),
        focus: () => {
          this.reportCaret();
          return false;
        },
        blur: () => {
          endBurst();
          return false;
        },
      },
    });
    // After ProseMirror's own listener, which reads what the composition left in the element.
    this.view.dom.addEventListener('compositionend', () => this.onCompositionEnd());
    this.stops.push(
      useDesk.subscribe(({ desk }, before) => {
        const was = before.desk.phase === 'open' ? before.desk.open.issue : null;
        if (desk.phase === 'open' && desk.open.issue !== was) this.sync();
      }),
      useSelection.subscribe(() => this.followSelection()),
    );
    this.followSelection();
    this.tellState();
  }

  destroy(): void {
    for (const stop of this.stops) stop();
    endBurst();
    this.view.destroy();
  }

  /** Runs a command of the toolbar and gives the focus to the text. */
  run(command: Command): void {
    this.view.focus();
    if (!this.composing) command(this.view.state, this.view.dispatch, this.view);
  }

  private keys(): Record<string, Command> {
    return {
      ...on(EDITING_KEYS.bold, toggle('bold')),
      ...on(EDITING_KEYS.emphasisInText, toggle('emphasis')),
      ...on(EDITING_KEYS.superscript, toggle('superscript')),
      /* The same key where Shift changes its character. */
      'Mod-Shift-+': toggle('superscript'),
      ...on([...EDITING_KEYS.subscript, ...EDITING_KEYS.subscriptInEditor], toggle('subscript')),
      ...on(EDITING_KEYS.bodyText, setRole('body')),
      ...on(EDITING_KEYS.subhead, setRole('subhead')),
      ...on(EDITING_KEYS.moveUp, moveChosen(-1)),
      ...on(EDITING_KEYS.moveDown, moveChosen(1)),
      ...on(EDITING_KEYS.selectAll, selectAll),
      // ProseMirror keeps these keys from the browser's undo, and so from the application's listener as well.
      ...on(EDITING_KEYS.undo, done(undo)),
      ...on(EDITING_KEYS.redo, done(redo)),
      Enter: () => this.replaceChosen([EMPTY_LINE, EMPTY_LINE]),
      'Shift-Enter': () => this.replaceChosen([EMPTY_LINE, EMPTY_LINE]),
      Backspace: (state) => this.deleteAcross(state, -1),
      Delete: (state) => this.deleteAcross(state, 1),
    };
  }

  private paragraphs(issue: Issue | null): readonly Paragraph[] | null {
    return issue?.stories.find(({ id }) => id === this.story)?.paragraphs ?? null;
  }

  private dispatch(tr: Transaction): void {
    const { view } = this;
    const next = view.state.apply(tr);
    const own = tr.docChanged && !tr.getMeta(FROM_ISSUE);
    const after = own ? paragraphsOf(next.doc) : null;
    const change = after && listDifference(this.base, after);
    // What no issue may hold is not taken in: the view then restores its element.
    if (change && !change.put.every(({ text }) => isCleanLine(text))) return;
    view.updateState(next);
    if (after && change) {
      if (this.composing) showProvisional((issue) => this.editTo(issue, after));
      else this.commit(isTyping(change) ? `type ${this.story} body ${change.from}` : null);
    }
    if (!tr.getMeta(FROM_ISSUE)) {
      // The caret was moved: what is typed there is another step.
      if (tr.selectionSet && !tr.docChanged && !this.composing) endBurst();
      this.reportCaret();
    }
    this.tellState();
  }

  private editTo(issue: Issue, after: readonly Paragraph[]): EditedIssue | null {
    return editParagraphsSince(issue, this.story, this.base, after);
  }

  /** Makes an edit of what the view shows. */
  private commit(group: string | null): void {
    const after = paragraphsOf(this.view.state.doc);
    edit((issue) => this.editTo(issue, after), group);
    // Where the edit could not be made or nothing changed, no one else tells.
    this.sync();
  }

  /** Shows the issue's paragraphs as they are now; after a composition, where one runs. */
  private sync(): void {
    const now = this.paragraphs(openDesk()?.issue ?? null);
    if (!now || this.composing) return;
    this.base = now;
    const tr = syncTransaction(this.view.state, now);
    if (!tr) return;
    // While the focus is here, others change the text by undo and redo: the caret goes to what changed.
    if (this.view.hasFocus())
      tr.mapping.maps[0]?.forEach((_from, _to, _start, end) => {
        tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView();
      });
    this.view.dispatch(tr);
    this.reportCaret();
  }

  private onCompositionEnd(): void {
    this.composing = false;
    this.commit(null);
    this.reportCaret();
  }

  private onBeforeInput(event: InputEvent): boolean {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
    event.preventDefault();
    if (event.inputType === 'historyUndo') undo();
    else redo();
    return true;
  }

  /** A place of the body as the issue names it. */
  private placeOf(position: number): TextPlace {
    return { story: this.story, part: 'body', ...placeAt(this.view.state.doc, position) };
  }

  private reportCaret(): void {
    if (!this.view.hasFocus()) return;
    const { selection } = this.view.state;
    const [anchor, focus] = [this.placeOf(selection.anchor), this.placeOf(selection.head)];
    const now = selected();
    if (now.kind === 'text' && now.origin === 'story' && same(now.anchor, anchor) && same(now.focus, focus))
      return;
    select({ kind: 'text', anchor, focus, affinity: 'after', origin: 'story' });
  }

  /** A caret that was set on the page is set here as well, without the focus. */
  private followSelection(): void {
    const now = selected();
    if (this.composing || now.kind !== 'text' || this.view.hasFocus()) return;
    const { anchor, focus } = now;
    if ([anchor, focus].some((place) => place.story !== this.story || place.part !== 'body')) return;
    const { state } = this.view;
    const before = chosenParagraphs(state);
    const selection = selectionOf(state.doc, anchor, focus);
    if (!selection.eq(state.selection))
      this.view.dispatch(state.tr.setSelection(selection).setMeta(FROM_ISSUE, true));
    if (focus.paragraph === before.first && before.first === before.last) return;
    const shown = this.view.nodeDOM(selection.$head.before(1));
    if (shown instanceof Element) shown.scrollIntoView({ block: 'nearest' });
  }

  /** Replaces what is chosen by the lines, as on the page; the caret stands behind them. */
  private replaceChosen(lines: readonly InsertedLine[]): boolean {
    const { selection } = this.view.state;
    return this.replace(this.placeOf(selection.from), this.placeOf(selection.to), lines);
  }

  private replace(from: TextPlace, to: TextPlace, lines: readonly InsertedLine[]): boolean {
    if (this.composing) return false;
    this.replaceBy((issue) => replaceRange(issue, from, to, lines));
    return true;
  }

  /** False where no edit may be made. */
  private replaceBy(make: (issue: Issue) => TextEdit): boolean {
    if (this.composing) return false;
    let caret: TextPlace | null = null;
    endBurst();
    edit((issue) => {
      const edited = make(issue);
      caret = edited.caret;
      return edited;
    });
    if (caret) this.setCaret(caret);
    return caret !== null;
  }

  private setCaret(place: TextPlace): void {
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(selectionOf(state.doc, place, place)).scrollIntoView());
  }

  /** What joins paragraphs; within one paragraph the browser deletes, which knows what a character is. */
  private deleteAcross({ doc, selection }: EditorState, direction: 1 | -1): boolean {
    const [from, to] = [this.placeOf(selection.from), this.placeOf(selection.to)];
    if (!selection.empty) return from.paragraph !== to.paragraph && this.replace(from, to, [EMPTY_LINE]);
    if (direction === -1) {
      if (from.offset > 0) return false;
      const before = doc.maybeChild(from.paragraph - 1);
      const end = { ...from, paragraph: from.paragraph - 1, offset: before?.content.size ?? 0 };
      return before === null || this.replace(end, from, [EMPTY_LINE]);
    }
    if (from.offset < doc.child(from.paragraph).content.size) return false;
    const start = { ...from, paragraph: from.paragraph + 1, offset: 0 };
    return start.paragraph >= doc.childCount || this.replace(from, start, [EMPTY_LINE]);
  }

  private onPaste(event: ClipboardEvent): boolean {
    const data = event.clipboardData;
    event.preventDefault();
    this.insert(data);
    return true;
  }

  /** Files are the window's; text is put in like pasted text. */
  private onDrop(event: DragEvent): boolean {
    const data = event.dataTransfer;
    if (!data || data.files.length > 0) return true;
    event.preventDefault();
    const at = this.view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (at) this.setCaret(this.placeOf(at.pos));
    this.insert(data);
    return true;
  }

  private insert(data: DataTransfer | null): void {
    const copy = transferCopy(data);
    if (this.composing) return;
    const { selection } = this.view.state;
    const range = { from: this.placeOf(selection.from), to: this.placeOf(selection.to) };
    if (this.replaceBy((issue) => pasteOver(issue, range, copy))) tellOfPaste(copy);
    this.view.focus();
  }

  private tellState(): void {
    const { state } = this.view;
    const { $head, empty, from, to } = state.selection;
    const has = (kind: Mark['kind']) => {
      const mark = storySchema.marks[kind];
      if (empty) return mark.isInSet(state.storedMarks ?? $head.marks()) !== undefined;
      return state.doc.rangeHasMark(from, to, mark);
    };
    const { paragraph } = placeAt(state.doc, $head.pos);
    const now: BodyState = {
      marks: MARK_KINDS.filter(has),
      role: paragraphsOf(state.doc)[paragraph]?.role ?? 'body',
      paragraph,
    };
    const { told } = this;
    if (told.marks.join() === now.marks.join() && told.role === now.role && told.paragraph === now.paragraph)
      return;
    this.told = now;
    this.tell(now);
  }
}

const same = (a: TextPlace, b: TextPlace): boolean =>
  a.story === b.story && a.part === b.part && a.paragraph === b.paragraph && a.offset === b.offset;
