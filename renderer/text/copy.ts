/** What a selection gives to the clipboard: paragraphs, and bold in HTML. Pure. */
import type { Issue, Mark } from '../../core/issue/issue.ts';
import { storyOf } from '../../core/issue/issue.ts';
import { type TextRange, textAt } from '../../core/issue/text-place.ts';
import type { ClipboardTexts } from './paste.ts';

interface Piece {
  readonly text: string;
  readonly bold: readonly Mark[];
}

const piecesOf = (issue: Issue, { from, to }: TextRange): readonly Piece[] => {
  if (from.part !== 'body')
    return textAt(issue, from)
      .slice(from.offset, to.offset)
      .split('\n')
      .map((text) => ({ text, bold: [] }));
  const { paragraphs } = storyOf(issue, from.story);
  return paragraphs.slice(from.paragraph, to.paragraph + 1).map(({ text, marks }, i, all) => {
    const start = i === 0 ? from.offset : 0;
    const end = i === all.length - 1 ? to.offset : text.length;
    const bold = marks.flatMap((m) => {
      const cut = { ...m, from: Math.max(m.from, start) - start, to: Math.min(m.to, end) - start };
      return m.kind === 'bold' && cut.from < cut.to ? [cut] : [];
    });
    return { text: text.slice(start, end), bold };
  });
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign]!);

const htmlOf = ({ text, bold }: Piece): string => {
  let html = '';
  let at = 0;
  for (const { from, to } of bold) {
    html += `${escaped(text.slice(at, from))}<b>${escaped(text.slice(from, to))}</b>`;
    at = to;
  }
  return `<p>${html}${escaped(text.slice(at))}</p>`;
};

export const copied = (issue: Issue, range: TextRange): ClipboardTexts => {
  const pieces = piecesOf(issue, range);
  return { text: pieces.map(({ text }) => text).join('\n'), html: pieces.map(htmlOf).join('') };
};
