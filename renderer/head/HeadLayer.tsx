/**
 * The masthead editor on the page: while the head of a page is selected, an outline around each of its fields, and
 * the field that is being edited as an input in its place. A field that prints nothing has no place: the inspector
 * has it, as it has those that are several texts.
 */
import { useEffect, useMemo } from 'react';
import { type FieldBox, fieldBoxes } from '../../core/display/field-boxes.ts';
import { pageFieldText } from '../../core/issue/edits.ts';
import { focusInspectorField, focusOutline } from '../focus/focus-field.ts';
import { drawnPages, type OpenDesk, useOpen } from '../state/desk-store.ts';
import { select, selected, useSelection } from '../state/selection-store.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';
import { FieldEditor, type Leave } from './FieldEditor.tsx';
import { boxKey, isTypedInPlace, nameOfBox, nextField } from './field-order.ts';

const Outlines = ({
  open,
  page,
  scale,
  editing,
}: {
  readonly open: OpenDesk;
  readonly page: number;
  readonly scale: number;
  readonly editing: FieldBox['field'] | null;
}) => {
  const { issue, engine } = open;
  const drawn = drawnPages(open)[page];
  const boxes = useMemo(() => (drawn ? fieldBoxes(drawn, engine.fonts) : []), [drawn, engine]);
  const begin = (box: FieldBox): void => {
    if (isTypedInPlace(box.field, issue.publication)) select({ kind: 'head', page, field: box.field });
    else focusInspectorField(boxKey(box));
  };
  const edited =
    editing !== null && isTypedInPlace(editing, issue.publication)
      ? boxes.find(({ field }) => field === editing)
      : undefined;
  // Asked for by a double click on the page: what has no place of its own there is the inspector's.
  const elsewhere = edited ? null : editing;
  useEffect(() => {
    if (elsewhere === null) return;
    select({ kind: 'head', page, field: null });
    focusInspectorField(elsewhere === 'ear' ? 'ear-left' : elsewhere);
  }, [elsewhere, page]);
  const text = edited ? pageFieldText(issue, page, edited.field) : null;
  const leave = (box: FieldBox) => (how: Leave) => {
    if (how === 'away') {
      // Once the focus has arrived: a selection that changes before would draw it to the page.
      requestAnimationFrame(() => {
        const now = selected();
        if (now.kind === 'head' && now.page === page && now.field === box.field)
          select({ kind: 'head', page, field: null });
      });
      return;
    }
    const next =
      how === 'done' ? null : nextField(boxes, box.field, how === 'next' ? 1 : -1, issue.publication);
    select({ kind: 'head', page, field: next });
    if (next === null) focusOutline(page, boxKey(box));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, this is a layer over the page
    <div className="head-layer" role="group" aria-label={say.head.layer} data-head-page={page}>
      {boxes.map((box) => (
        <button
          key={boxKey(box)}
          type="button"
          data-outline={boxKey(box)}
          aria-label={say.head.edit(nameOfBox(box))}
          style={{
            left: box.rect.x * scale,
            top: box.rect.y * scale,
            width: box.rect.width * scale,
            height: box.rect.height * scale,
          }}
          onClick={() => begin(box)}
          onKeyDown={(event) => {
            if (event.key !== 'F2') return;
            event.preventDefault();
            begin(box);
          }}
        />
      ))}
      {edited && text !== null && (
        <FieldEditor
          key={edited.field}
          page={page}
          box={edited}
          scale={scale}
          text={text}
          onLeave={leave(edited)}
        />
      )}
    </div>
  );
};

/** @param page index; @param scale CSS pixels to a point */
export const HeadLayer = ({ page, scale }: { readonly page: number; readonly scale: number }) => {
  const open = useOpen<OpenDesk | null>((desk) => desk, null);
  const selection = useSelection((s) => s.selection);
  if (!open || selection.kind !== 'head' || selection.page !== page) return null;
  return <Outlines open={open} page={page} scale={scale} editing={selection.field} />;
};
