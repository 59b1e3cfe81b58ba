/** Random edits for the property tests: numbers pick an edit and its arguments, so that every choice is a legal one. */
import fc from 'fast-check';
import * as edits from '../../../core/issue/edits.ts';
import { bodyWidth, doColumnsFit, widestStrip } from '../../../core/issue/frame-grid.ts';
import { type Frame, type Issue, paragraph } from '../../../core/issue/issue.ts';
import { isCharacterEdge } from '../../../core/issue/marks.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { frame, story } from './small-issue.ts';

export interface Choice {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly text: string;
}

const WORDS = ['', '湖', '新馆', 'Python', '3.5%', '——', '𬭎', '“开门”', '20℃'];

export const choices = (most: number): fc.Arbitrary<Choice[]> =>
  fc.array(
    fc.record({
      kind: fc.nat(47),
      a: fc.nat(1000),
      b: fc.nat(1000),
      c: fc.nat(1000),
      text: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join('')),
    }),
    { maxLength: most },
  );

const pick = <T>(values: readonly T[], n: number): T | null => values[n % Math.max(1, values.length)] ?? null;

/** A place in the text that cuts no character. */
const edge = (text: string, n: number): number => {
  const offset = n % (text.length + 1);
  return isCharacterEdge(text, offset) ? offset : offset - 1;
};

/** Up to two breaks in the text, of those that cut no character. */
const breaksIn = (text: string, a: number, b: number): readonly number[] =>
  [...new Set([edge(text, a), edge(text, b)])]
    .filter((at) => at > 0 && at < text.length)
    .sort((x, y) => x - y);

/** The edit that the choice means for this issue; null where the issue has nothing to do it to. */
export const randomEdit = (issue: Issue, { kind, a, b, c, text }: Choice): edits.EditedIssue | null => {
  const chosen = pick(issue.stories, a);
  const frames = issue.pages.flatMap((p) => p.frames);
  const placed = pick(frames, a);
  const pageIndex = a % Math.max(1, issue.pages.length);
  const fresh = `n${a}-${b}-${c}`;
  switch (kind) {
    case 0:
      return edits.setMasthead(issue, {
        date: pick([null, '2026-12-04', '2027-02-06'], a),
        number: (b % 60) + 1,
      });
    case 1:
      return edits.setImprint(issue, { printer: text, printRun: String(a) });
    case 2:
      return edits.setPublicationMasthead(issue, 'publisher', text);
    case 3:
      return edits.setPermit(issue, [text, '二']);
    case 4:
      return issue.pages.length < 4
        ? edits.addPage(
            issue,
            { name: text, staff: { editor: '', proofreader: '', designer: '' }, frames: [] },
            b % (issue.pages.length + 1),
          )
        : null;
    case 5:
      return issue.pages.length > 1 ? edits.removePage(issue, pageIndex) : null;
    case 6:
      return issue.pages.length ? edits.setPageName(issue, pageIndex, text) : null;
    case 7:
      return issue.pages.length ? edits.setPageStaff(issue, pageIndex, { editor: text }) : null;
    case 8:
      return issue.stories.some((s) => s.id === fresh)
        ? null
        : edits.addStory(issue, story(fresh, text, text), b % (issue.stories.length + 1));
  }
  if (kind >= 43) return headEdit(issue, kind, a, b, text);
  if (kind >= 9 && kind <= 22) {
    if (!chosen) return null;
    const at = b % Math.max(1, chosen.paragraphs.length);
    const target = chosen.paragraphs[at];
    const picture = b % Math.max(1, chosen.pictures.length);
    if (kind === 9) return edits.removeStory(issue, chosen.id);
    if (kind === 10) return edits.moveStory(issue, chosen.id, b % issue.stories.length);
    if (kind === 11)
      return edits.setStoryPart(
        issue,
        chosen.id,
        pick(['kicker', 'headline', 'deck', 'standfirst', 'byline', 'credit'] as const, b)!,
        text,
      );
    if (kind === 12)
      return edits.insertParagraph(
        issue,
        chosen.id,
        b % (chosen.paragraphs.length + 1),
        paragraph(text, 'subhead'),
      );
    if (kind === 13) return edits.setStoryKind(issue, chosen.id, pick(['article', 'notice'] as const, b)!);
    if (kind === 14) return edits.setRefersTo(issue, chosen.id, pick([null, 2, 3], b));
    if (kind === 15)
      return chosen.pictures.length ? edits.setCaption(issue, chosen.id, picture, text, text) : null;
    if (kind === 16)
      return chosen.pictures.length ? edits.removeStoryPicture(issue, chosen.id, picture) : null;
    if (kind === 17) {
      const known = pick(issue.pictures, b);
      return known
        ? edits.addStoryPicture(issue, chosen.id, { picture: known.id, caption: text, credit: '' })
        : null;
    }
    if (!target) return null;
    if (kind === 18) return edits.removeParagraph(issue, chosen.id, at);
    if (kind === 19) return edits.moveParagraph(issue, chosen.id, at, c % chosen.paragraphs.length);
    if (kind === 20) return edits.setParagraphText(issue, chosen.id, at, text);
    const [from, to] = [edge(target.text, b), edge(target.text, c)].sort((x, y) => x - y) as [number, number];
    if (kind === 21) return edits.replaceText(issue, chosen.id, at, from, to, text);
    return from < to
      ? edits.toggleMark(issue, chosen.id, at, { from, to, kind: pick(['bold', 'emphasis'] as const, a)! })
      : null;
  }
  if (kind === 32) {
    if (!chosen) return null;
    const part = pick(['kicker', 'headline', 'deck'] as const, a)!;
    return c % 2 === 0
      ? edits.setHeadlineBreaks(issue, chosen.id, part, breaksIn(chosen[part], b, c))
      : edits.setStoryPart(issue, chosen.id, part, text, breaksIn(text, b, c));
  }
  if (kind === 33) return chosen && edits.setTracking(issue, chosen.id, ((b % 9) - 4) / 200);
  if (kind === 34)
    return chosen?.pictures.length
      ? edits.setPictureFocus(
          issue,
          chosen.id,
          b % chosen.pictures.length,
          pick([null, { x: 0.25, y: (c % 5) / 4 }], c),
        )
      : null;
  if (kind === 23) {
    if (!chosen || issue.pages.length === 0 || frames.some((f) => f.id === fresh)) return null;
    return edits.placeFrame(issue, b % issue.pages.length, frame(fresh, chosen.id, c % 5, b % 68));
  }
  if (!placed) return null;
  switch (kind) {
    case 24:
      return edits.removeFrame(issue, placed.id);
    case 25:
      return edits.moveFrame(issue, placed.id, {
        column: b % (7 - placed.box.span),
        line: c % (89 - placed.box.lines),
        page: b % issue.pages.length,
      });
    case 26:
      return edits.resizeFrame(issue, placed.id, {
        ...placed.box,
        span: (b % (6 - placed.box.column)) + 1,
        lines: (c % (88 - placed.box.line)) + 1,
      });
    case 27:
      return edits.setFrameColumns(issue, placed.id, (b % 3) + 1);
    case 28:
      return edits.setHeadLines(issue, placed.id, b % (placed.box.lines + 1));
    case 29: {
      const onward = pick(
        [
          null,
          ...frames
            .filter((f) => f.story === placed.story && !leadsTo(issue, f.id, placed.id))
            .map((f) => f.id),
        ],
        b,
      );
      return edits.threadFrame(issue, placed.id, onward);
    }
    case 30:
      return edits.setFrameBorder(issue, placed.id, pick(['none', 'box', 'top-rule'] as const, b)!);
    case 31:
      return placed.pictures[0] ? edits.takePicture(issue, placed.id, placed.pictures[0].index) : null;
    default:
      return styleEdit(issue, placed, kind, b, c);
  }
};

/** Edits of the printed head, the stylebook and the order of the pages. */
const headEdit = (
  issue: Issue,
  kind: number,
  a: number,
  b: number,
  text: string,
): edits.EditedIssue | null => {
  const pages = issue.pages.length;
  switch (kind) {
    case 43:
      return edits.setEar(issue, a % 2 === 0 ? 'left' : 'right', a % 3 === 0 ? [] : [text, '']);
    case 44:
      return edits.setNameplatePicture(issue, pick([null, ...issue.pictures.map((p) => p.id)], a));
    case 45: {
      const { entry } = pick(edits.styleEntries(issue.publication.stylebook), a)!;
      const size = (b % 80) + 4;
      return edits.setTextStyle(issue, entry, {
        face: pick(['serif-400', 'kai'], b)!,
        ...(edits.sizeFault(issue, entry, size) === null ? { size } : {}),
      });
    }
    case 46:
      return edits.setComposition(issue, { indent: a % 3, hanging: b % 2 === 0 });
    default:
      return pages === 0 ? null : edits.movePage(issue, a % pages, b % pages);
  }
};

const styleEdit = (
  issue: Issue,
  frame: Frame,
  kind: number,
  b: number,
  c: number,
): edits.EditedIssue | null => {
  const { id } = frame;
  const format = formatOf(issue.publication, issue.format);
  switch (kind) {
    case 35:
      return edits.setFrameHead(
        issue,
        id,
        pick(
          [
            { place: 'above' },
            { place: 'beside', side: 'left', chars: (c % widestStrip(format, frame.box.span)) + 1 },
            { place: 'vertical', side: 'right', chars: (c % widestStrip(format, frame.box.span)) + 1 },
          ] as const,
          b,
        )!,
      );
    case 36:
      return edits.setHeadStep(issue, id, (b % 25) - 12);
    case 37: {
      const widths = Array.from({ length: frame.columns }, (_, i) => 4 + ((b + i * c) % 6));
      const fit = doColumnsFit(widths, bodyWidth(format, frame).body, format.gapChars);
      return edits.setColumnWidths(issue, id, fit ? widths : null);
    }
    case 38:
      return edits.setRemainder(issue, id, pick(['gaps', 'columns'] as const, b)!);
    case 39:
      return edits.setColumnRule(issue, id, b % 2 === 0);
    case 40:
      return edits.setTint(issue, id, (b % 4) / 10);
    default: {
      const shown = frame.pictures[0];
      if (!shown) return null;
      if (kind === 41)
        return edits.setCaptionBeside(issue, id, shown.index, shown.box.span > 1 && b % 2 === 0);
      const { line, lines } = shown.box;
      return b % 2 === 0
        ? edits.resizePicture(issue, id, shown.index, (c % (frame.box.lines - line)) + 1)
        : edits.resizePicture(issue, id, shown.index, (c % (line + lines)) + 1, 'foot');
    }
  }
};

const leadsTo = (issue: Issue, from: string, to: string): boolean => {
  for (let at: string | null = from; at !== null; at = edits.frameAt(issue, at).frame.next)
    if (at === to) return true;
  return false;
};
