/** Problems as they are listed, and where choosing one leads: a page, a place on it, and what is selected there. Pure. */
import type { FindingKind } from '../../core/check/finding.ts';
import type { FontSet } from '../../core/font/font-set.ts';
import type { Issue } from '../../core/issue/issue.ts';
import type { Problem, ProblemKind } from '../../core/issue/problem.ts';
import { partsOf, type TextPlace, textOf } from '../../core/issue/text-place.ts';
import { missingFrom } from '../../core/typeset/classify.ts';
import type { OpenDesk } from './desk-store.ts';
import { NOTHING, type Selection } from './selection-store.ts';

export interface ListedProblem extends Omit<Problem, 'kind'> {
  readonly kind: ProblemKind | FindingKind;
  /** Points on the page, where the fault itself has a place. */
  readonly at?: { readonly x: number; readonly y: number };
  /** The text to put the caret into. */
  readonly text?: TextPlace;
}

export interface ProblemPlace {
  /** Index of the page; null where the problem stands on none. */
  readonly page: number | null;
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly selection: Selection;
}

const HEAD_KINDS: readonly ListedProblem['kind'][] = ['missing-masthead-fact', 'masthead-contradiction'];

/** The first character of the story that no face has. */
const missingAt = (issue: Issue, id: string, fonts: FontSet): Selection | null => {
  const story = issue.stories.find((s) => s.id === id);
  if (!story) return null;
  const { face } = issue.publication.stylebook.body;
  for (const name of partsOf(story)) {
    const text = textOf(story, name.part, name.paragraph);
    const missing = missingFrom(text, face, fonts)[0];
    if (missing === undefined) continue;
    const character = String.fromCodePoint(missing);
    const offset = text.indexOf(character);
    const anchor = { ...name, offset };
    return {
      kind: 'text',
      anchor,
      focus: { ...name, offset: offset + character.length },
      affinity: 'before',
    };
  }
  return null;
};

export const placeOf = (
  { issue, layout, engine }: Pick<OpenDesk, 'issue' | 'layout' | 'engine'>,
  problem: ListedProblem,
): ProblemPlace => {
  const frames = layout.pages.flatMap((page) =>
    page.frames.map((report) => ({ page: page.page - 1, report })),
  );
  const found =
    frames.find(({ report }) => report.frame === problem.frame) ??
    frames.find(({ report }) => problem.frame === undefined && report.story === problem.story);
  const stated = problem.page !== undefined && problem.page <= layout.pages.length ? problem.page - 1 : null;
  const page = stated ?? found?.page ?? null;
  const corner = found && found.page === page ? { x: found.report.rect.x, y: found.report.rect.y } : null;
  return { page, at: problem.at ?? corner, selection: selectionFor() };

  function selectionFor(): Selection {
    if (problem.field !== undefined && page !== null) return { kind: 'head', page, field: problem.field };
    if (HEAD_KINDS.includes(problem.kind) && page !== null) return { kind: 'head', page, field: null };
    if (problem.text) return { kind: 'text', anchor: problem.text, focus: problem.text, affinity: 'after' };
    if (problem.kind === 'missing-glyph' && problem.story !== undefined) {
      const character = missingAt(issue, problem.story, engine.fonts);
      if (character) return character;
    }
    if (found) return { kind: 'frame', frame: found.report.frame };
    if (problem.story !== undefined && issue.stories.some(({ id }) => id === problem.story))
      return { kind: 'story', story: problem.story };
    return page === null ? NOTHING : { kind: 'page', page };
  }
};

export interface ProblemGroup {
  /** From 1; null for the issue as a whole. */
  readonly page: number | null;
  readonly problems: readonly ListedProblem[];
}

/** By page, the issue as a whole first; within a page in the order given. */
export const groupedByPage = (problems: readonly ListedProblem[]): readonly ProblemGroup[] => {
  const groups = new Map<number | null, ListedProblem[]>();
  for (const problem of problems) {
    const page = problem.page ?? null;
    const known = groups.get(page);
    if (known) known.push(problem);
    else groups.set(page, [problem]);
  }
  return [...groups].sort(([a], [b]) => (a ?? 0) - (b ?? 0)).map(([page, own]) => ({ page, problems: own }));
};
