/**
 * The story editor's document: the paragraphs of one body, nothing deeper. Role and byline are attributes of the
 * paragraph; bold, emphasis, superscript and subscript are marks. What is pasted is read as on the page (text/paste.ts): the rules here read
 * only what the browser's own editing leaves in the element.
 */
import { Schema } from 'prosemirror-model';

export const storySchema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: {
      content: 'text*',
      attrs: { role: { default: 'body' }, byline: { default: '' } },
      parseDOM: [
        {
          tag: 'p',
          getAttrs: (element) => ({
            role: element.dataset.role ?? 'body',
            byline: element.dataset.byline ?? '',
          }),
        },
        { tag: 'div' },
      ],
      toDOM: ({ attrs: { role, byline } }) => [
        'p',
        byline === '' ? { 'data-role': role } : { 'data-role': role, 'data-byline': byline },
        0,
      ],
    },
    text: {},
  },
  marks: {
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    emphasis: { parseDOM: [{ tag: 'em' }], toDOM: () => ['em', { class: 'zuban-emphasis' }, 0] },
    superscript: { excludes: 'subscript superscript', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
    subscript: { excludes: 'superscript subscript', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
  },
});
