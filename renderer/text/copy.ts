/**
 * What a selection gives to the clipboard: paragraphs; in HTML their marks too, as a paste reads them, which plain text
 * says in characters (10⁴ is never 104). Pure.
 */
import { type Issue, MARK_KINDS, type Mark, type MarkKind, storyOf } from '../../core/issue/issue.ts';
import { markedText } from '../../core/issue/script-forms.ts';
import { type TextRange, textAt } from '../../core/issue/text-place.ts';
import type { ClipboardTexts } from '../paste/pasted-copy.ts';

interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const piecesOf = (issue: Issue, { from, to }: TextRange): readonly Piece[] => {
  if (from.part !== 'body')
    return textAt(issue, from)
      .slice(from.offset, to.offset)
      .split('\n')
      .map((text) => ({ text, marks: [] }));
  const { paragraphs } = storyOf(issue, from.story);
  return paragraphs.slice(from.paragraph, to.paragraph + 1).map(({ text, marks }, i, all) => {
    const start = i === 0 ? from.offset : 0;
    const end = i === all.length - 1 ? to.offset : text.length;
    const cut = marks.flatMap((m) => {
      const within = { ...m, from: Math.max(m.from, start) - start, to: Math.min(m.to, end) - start };
      return within.from < within.to ? [within] : [];
    });
    return { text: text.slice(start, end), marks: cut };
  });
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign]!);

const TAGS: Readonly<Record<MarkKind, readonly [open: string, close: string]>> = {
  bold: ['<b>', '</b>'],
  emphasis: ['<span class="zuban-emphasis">', '</span>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
};

const htmlOf = ({ text, marks }: Piece): string => {
  const cuts = [...new Set([0, text.length, ...marks.flatMap((m) => [m.from, m.to])])].sort((a, b) => a - b);
  const runs = cuts.slice(1).map((to, i) => {
    const from = cuts[i]!;
    const kinds = MARK_KINDS.filter((kind) =>
      marks.some((m) => m.kind === kind && m.from <= from && m.to >= to),
    );
    return kinds.reduce(
      (inner, kind) => TAGS[kind][0] + inner + TAGS[kind][1],
      escaped(text.slice(from, to)),
    );
  });
  return `<p>${runs.join('')}</p>`;
};

export const copied = (issue: Issue, range: TextRange): ClipboardTexts => {
  const pieces = piecesOf(issue, range);
  return {
    text: pieces.map(({ text, marks }) => markedText(text, marks)).join('\n'),
    html: pieces.map(htmlOf).join(''),
  };
};
