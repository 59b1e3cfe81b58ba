/**
 * What a selection gives to the clipboard: paragraphs; in HTML bold, superscripts and subscripts too, which plain text says
 * in characters (10⁴ is never 104). Pure.
 */
import type { Issue, Mark } from '../../core/issue/issue.ts';
import { storyOf } from '../../core/issue/issue.ts';
import { markedText } from '../../core/issue/script-forms.ts';
import { type TextRange, textAt } from '../../core/issue/text-place.ts';
import type { ClipboardTexts } from './paste.ts';

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
    const own = marks.flatMap((m) => {
      const cut = { ...m, from: Math.max(m.from, start) - start, to: Math.min(m.to, end) - start };
      return m.kind in TAGS && cut.from < cut.to ? [cut] : [];
    });
    return { text: text.slice(start, end), marks: own };
  });
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign]!);

/** The outer one first. Emphasis dots are this paper's own: they are not given away. */
const TAGS: Readonly<Partial<Record<Mark['kind'], string>>> = {
  bold: 'b',
  superscript: 'sup',
  subscript: 'sub',
};

const htmlOf = ({ text, marks }: Piece): string => {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  let html = '';
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i]!, edges[i + 1]!];
    const tags = Object.entries(TAGS).flatMap(([kind, tag]) =>
      marks.some((m) => m.kind === kind && m.from <= from && m.to >= to) ? [tag] : [],
    );
    html += tags.map((tag) => `<${tag}>`).join('') + escaped(text.slice(from, to));
    html += tags
      .reverse()
      .map((tag) => `</${tag}>`)
      .join('');
  }
  return `<p>${html}</p>`;
};

export const copied = (issue: Issue, range: TextRange): ClipboardTexts => {
  const pieces = piecesOf(issue, range);
  return {
    text: pieces.map(({ text, marks }) => markedText(text, marks)).join('\n'),
    html: pieces.map(htmlOf).join(''),
  };
};
