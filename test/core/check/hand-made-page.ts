/**
 * Pages set by hand for the composition report: a small grid of two columns of 13 characters, each line's
 * characters where the test puts them. What the typesetter says of a line (fill, first, last) is a lie here
 * throughout: the report must not read it.
 */
import { compositionReport } from '../../../core/check/composition-report.ts';
import { emptyStory, type Frame, type Issue, PLAIN_FRAME, type Story } from '../../../core/issue/issue.ts';
import { boxRect, columnX } from '../../../core/makeup/column-grid.ts';
import {
  BLACK,
  type PageLayout,
  type PlacedItem,
  type PlacedLine,
  type Role,
  type StoryPart,
} from '../../../core/makeup/page-layout.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import type { Composition, PageFormat } from '../../../core/publication/publication.ts';
import { frame, issue } from '../makeup/issue-builder.ts';
import { fonts } from '../typeset/fonts.ts';

const SIZE = 9;
const HEAD_SIZE = 18;

export const GRID: PageFormat = {
  ...SHANGJIE_SHIBAO.formats[0]!,
  columns: 2,
  columnChars: 13,
  lines: 30,
  mastheadLines: 0,
};

export interface HandLine {
  readonly text: string;
  /** Begins a paragraph. */
  readonly opens?: boolean;
  /** Em added before the character of that index. */
  readonly at?: Readonly<Record<number, number>>;
  /** Em added before every character but the first. */
  readonly extra?: number;
  /** What the measure leaves over stands before the character of this index. */
  readonly slackAt?: number;
  /** Points off the grid. */
  readonly down?: number;
  readonly role?: Role;
}

export interface HandFrame {
  readonly box: Frame['box'];
  readonly columns: readonly (readonly HandLine[])[];
  readonly head?: readonly string[];
  /** The headline set down instead: its columns, from the right. */
  readonly down?: readonly string[];
  /** Copy before the first line and after the last one. */
  readonly before?: string;
  readonly after?: string;
  readonly story?: Partial<Story>;
}

const isHan = (c: string) => /\p{Script=Han}/u.test(c);
const isWestern = (c: string) => /[0-9A-Za-z]/.test(c);
const isClosing = (c: string) => /[，。；：？！”’）》]/.test(c);
const isOpening = (c: string) => /[“‘（《]/.test(c);

/** Origins in em, after the rules: adjacent marks 1½ em, ¼ em between Han and Latin, no blank at the start. */
const natural = (line: HandLine): number[] => {
  const characters = [...line.text];
  const xs: number[] = [];
  let x = isOpening(characters[0] ?? '') ? -0.5 : 0;
  characters.forEach((c, i) => {
    const previous = characters[i - 1] ?? '';
    if ((isHan(previous) && isWestern(c)) || (isWestern(previous) && isHan(c))) x += 0.25;
    if (isClosing(previous) && (isClosing(c) || isOpening(c))) x -= 0.5;
    x += (line.at?.[i] ?? 0) + (i > 0 ? (line.extra ?? 0) : 0);
    xs.push(x);
    x += fonts.advance('serif-400', c.codePointAt(0)!);
  });
  if (line.slackAt === undefined) return xs;
  const slack = GRID.columnChars - x;
  return xs.map((value, i) => (i >= line.slackAt! ? value + slack : value));
};

const placed = (
  text: string,
  xs: readonly number[],
  size: number,
  place: { x: number; y: number; frame: string; role: Role },
  source: { story: string; part: StoryPart; paragraph: number },
  from: number,
): PlacedLine => ({
  kind: 'line',
  line: {
    from,
    to: from + text.length,
    size,
    width: 0,
    indent: 0,
    runs: [{ kind: 'glyphs', face: 'serif-400', text, xs: xs.map((x) => x * size), from }],
    fill: { looseness: 0, compression: 0, forced: false },
    first: false,
    last: false,
  },
  ink: BLACK,
  source,
  ...place,
});

const build = (frames: readonly HandFrame[], rules: Partial<Composition>) => {
  const items: PlacedItem[] = [];
  const stories: Story[] = [];
  const boxes: Frame[] = [];
  frames.forEach((hand, f) => {
    const id = `f${f + 1}`;
    const story = `s${f + 1}`;
    const head = hand.head ?? [];
    const headLines = head.length === 0 ? 0 : head.length * 2 + 1;
    boxes.push(
      frame(id, story, hand.box, {
        headLines,
        columns: hand.columns.length,
        style: hand.down
          ? { ...PLAIN_FRAME, head: { place: 'vertical', side: 'right', chars: 4 } }
          : PLAIN_FRAME,
      }),
    );
    const rect = boxRect(GRID, hand.box);
    head.forEach((text, i) => {
      const xs = [...text].map((_, c) => c);
      const y = rect.y + (0.9 + i * 1.2) * HEAD_SIZE;
      items.push(
        placed(
          text,
          xs,
          HEAD_SIZE,
          { x: rect.x, y, frame: id, role: 'headline' },
          { story, part: 'headline', paragraph: 0 },
          0,
        ),
      );
    });
    (hand.down ?? []).forEach((column, c) => {
      [...column].forEach((text, i) => {
        items.push({
          kind: 'glyphs',
          face: 'serif-900',
          size: HEAD_SIZE,
          text,
          ink: BLACK,
          xs: [rect.x + rect.width - (c + 1) * HEAD_SIZE * 1.2],
          y: rect.y + (i + 0.88) * HEAD_SIZE,
          role: 'headline',
          source: {
            story,
            part: 'headline',
            paragraph: 0,
            from: i,
            to: i + 1,
            line: { from: 0, to: i + 1, wrapped: false },
          },
          cell: {
            x: rect.x + rect.width - (c + 1) * HEAD_SIZE * 1.2,
            y: rect.y + i * HEAD_SIZE,
            width: HEAD_SIZE,
            height: HEAD_SIZE,
          },
          frame: id,
        });
      });
    });
    const paragraphs: string[] = [hand.before ?? ''];
    hand.columns.forEach((column, c) => {
      column.forEach((line, row) => {
        if (line.opens && paragraphs.join('') !== '') paragraphs.push('');
        const paragraph = paragraphs.length - 1;
        const from = paragraphs[paragraph]!.length;
        paragraphs[paragraph] += line.text;
        const y =
          GRID.origin.y + (hand.box.line + headLines + row) * GRID.pitch + 0.88 * SIZE + (line.down ?? 0);
        const place = {
          x: columnX(GRID, hand.box.column + c),
          y,
          frame: id,
          role: line.role ?? 'body',
        };
        items.push(placed(line.text, natural(line), SIZE, place, { story, part: 'body', paragraph }, from));
      });
    });
    paragraphs[paragraphs.length - 1] += hand.after ?? '';
    stories.push({
      ...emptyStory(story),
      headline: head.join(''),
      paragraphs: paragraphs.map((text) => ({ role: 'body', text, marks: [], byline: '' })),
      ...hand.story,
    });
  });
  const { stylebook } = SHANGJIE_SHIBAO;
  const made: Issue = issue(
    stories,
    {
      publication: {
        ...SHANGJIE_SHIBAO,
        formats: [GRID],
        stylebook: { ...stylebook, composition: { ...stylebook.composition, ...rules } },
      },
      pages: [{ name: '', staff: { editor: '', proofreader: '', designer: '' }, frames: boxes }],
    },
    GRID.id,
  );
  const page: PageLayout = {
    number: 1,
    name: '',
    width: GRID.trim.width,
    height: GRID.trim.height,
    parts: [items],
    frames: [],
  };
  return { issue: made, page };
};

/** `last`: false where another page follows, empty and told of by nothing here. */
export const reportOn = (frames: readonly HandFrame[], rules: Partial<Composition> = {}, last = true) => {
  const { issue: made, page } = build(frames, rules);
  if (last) return compositionReport(made, [page], fonts);
  const report = compositionReport(made, [page, { ...page, number: 2, parts: [] }], fonts);
  return { ...report, findings: report.findings.filter((finding) => finding.page === 1) };
};

/** The kinds found, in the report's order, each as often as it was found. */
export const kindsOn = (frames: readonly HandFrame[], rules: Partial<Composition> = {}) =>
  reportOn(frames, rules).findings.map(({ kind }) => kind);

/** Thirteen Han: a full line. */
export const FULL = '春眠不觉晓处处闻啼鸟夜来风';
export const full: HandLine = { text: FULL };
export const opening: HandLine = { text: FULL, opens: true };
export const closing: HandLine = { text: '花落知多少' };

/** Two columns under one head, four lines each, with the lines given in the first column's midst. */
export const pageWith = (...lines: readonly HandLine[]): readonly HandFrame[] => {
  const first = [opening, ...lines, full, full];
  const second = [...Array.from({ length: first.length - 1 }, () => full), closing];
  return [
    { box: { column: 0, span: 2, line: 0, lines: 12 }, head: ['河堤补种柳树'], columns: [first, second] },
  ];
};
