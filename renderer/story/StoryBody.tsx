/** 正文: the editor of the story's paragraphs with its few tools. What the editor is stands in body-editor.ts. */

import type { Command } from 'prosemirror-state';
import { useEffect, useRef, useState } from 'react';
import { setParagraphByline } from '../../core/issue/edits.ts';
import type { Story } from '../../core/issue/issue.ts';
import { TextField } from '../fields/TextField.tsx';
import { EDITING_KEYS } from '../keys/editing-keys.ts';
import { isMac, shownKeys } from '../keys/keys.ts';
import { edit, showProvisional } from '../state/edit-issue.ts';
import { storyStrings } from '../strings/story.ts';
import { moveChosen, setRole, toggle } from './body-commands.ts';
import { BodyEditor, type BodyState, NO_BODY_STATE } from './body-editor.ts';
import { caretIn } from './field-caret.ts';

interface Tool {
  readonly label: string;
  /** What the button shows; the label is said in full. */
  readonly sign: string;
  readonly keys: string | null;
  readonly pressed: ((state: BodyState) => boolean) | null;
  readonly command: Command;
}

const TOOLS: readonly Tool[] = [
  {
    label: storyStrings.bold,
    sign: 'B',
    keys: EDITING_KEYS.bold[0],
    pressed: (s) => s.marks.includes('bold'),
    command: toggle('bold'),
  },
  {
    label: storyStrings.emphasis,
    sign: storyStrings.emphasis,
    keys: EDITING_KEYS.emphasisInText[0],
    pressed: (s) => s.marks.includes('emphasis'),
    command: toggle('emphasis'),
  },
  {
    label: storyStrings.superscript,
    sign: storyStrings.superscript,
    keys: EDITING_KEYS.superscript[0],
    pressed: (s) => s.marks.includes('superscript'),
    command: toggle('superscript'),
  },
  {
    label: storyStrings.subscript,
    sign: storyStrings.subscript,
    keys: EDITING_KEYS.subscriptInEditor[0],
    pressed: (s) => s.marks.includes('subscript'),
    command: toggle('subscript'),
  },
  {
    label: storyStrings.subhead,
    sign: storyStrings.subhead,
    keys: EDITING_KEYS.subhead[0],
    pressed: (s) => s.role === 'subhead',
    command: setRole('subhead'),
  },
  {
    label: storyStrings.bodyRole,
    sign: storyStrings.bodyRole,
    keys: EDITING_KEYS.bodyText[0],
    pressed: (s) => s.role === 'body',
    command: setRole('body'),
  },
  {
    label: storyStrings.paragraphUp,
    sign: '↑',
    keys: EDITING_KEYS.moveUp[0],
    pressed: null,
    command: moveChosen(-1),
  },
  {
    label: storyStrings.paragraphDown,
    sign: '↓',
    keys: EDITING_KEYS.moveDown[0],
    pressed: null,
    command: moveChosen(1),
  },
];

/** Briefs and refers are made of items. */
const ITEM_TOOL: Tool = {
  label: storyStrings.item,
  sign: storyStrings.item,
  keys: null,
  pressed: (s) => s.role === 'item',
  command: setRole('item'),
};

const toolsFor = ({ kind }: Story): readonly Tool[] =>
  kind === 'briefs' || kind === 'refers' ? [...TOOLS.slice(0, 4), ITEM_TOOL, ...TOOLS.slice(4)] : TOOLS;

/** Mounted anew for each story (its `key`). */
export const StoryBody = ({ story }: { readonly story: Story }) => {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<BodyEditor | null>(null);
  const [state, setState] = useState(NO_BODY_STATE);
  const { id } = story;

  useEffect(() => {
    if (!place.current) return;
    const made = new BodyEditor(place.current, id, setState);
    editor.current = made;
    return () => {
      editor.current = null;
      made.destroy();
    };
  }, [id]);

  const current = story.paragraphs[state.paragraph];
  return (
    <section className="story-body">
      <div className="story-tools" role="toolbar" aria-label={storyStrings.bodyTools}>
        {toolsFor(story).map(({ label, sign, keys, pressed, command }) => (
          <button
            key={label}
            type="button"
            aria-label={label}
            aria-pressed={pressed?.(state)}
            title={keys === null ? label : `${label}（${shownKeys(keys, isMac())}）`}
            // The text keeps its selection and its focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => editor.current?.run(command)}
          >
            {sign}
          </button>
        ))}
      </div>
      <div ref={place} />
      {current && (current.role === 'item' || current.byline !== '') && (
        <TextField
          key={state.paragraph}
          label={storyStrings.parts['item-byline']}
          value={current.byline}
          onEdit={(text, group) =>
            edit((issue) => setParagraphByline(issue, id, state.paragraph, text), group)
          }
          onCompose={(text) =>
            showProvisional((issue) => setParagraphByline(issue, id, state.paragraph, text))
          }
          onCaret={caretIn(id, 'item-byline', state.paragraph)}
        />
      )}
    </section>
  );
};
