/**
 * The texts that are measured, as files on disk: the two newspaper seeds together, the same sixteen times, and the
 * sample. In the sixteen, every line of each copy gets a character that no other copy has at that place: a cache that
 * goes by value would otherwise do one sixteenth of the work and look sixteen times as fast.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FormatId } from '../../core/publication/publication.ts';
import { SAMPLE_FORMAT, samplePaths } from '../../electron/session/sample.ts';

export const TEXT_IDS = ['seeds', 'sixteen', 'sample'] as const;
export type TextId = (typeof TEXT_IDS)[number];

export interface BenchText {
  readonly id: TextId;
  readonly name: string;
  readonly paths: readonly string[];
  readonly format: FormatId | null;
  /** Code points of the files, line ends included: as the reference figures do. */
  readonly characters: number;
}

const SEEDS = ['shangjie-shibao-2020-11.txt', 'shangjie-shibao-2020-03-15.txt'];

/** One for each copy; none of them ends a sentence or opens a heading. */
const COPY_MARKS = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'];

/** Shorter lines are dates, names and heads of sections, by which the copy is recognised: they stay. */
const SHORTEST_MARKED = 16;

const HAN = /\p{Script=Han}/u;

/** The mark between the two Han nearest behind the line's middle, so that no number or word changes its kind. */
const markLine = (line: string, mark: string): string => {
  const letters = [...line];
  if (letters.length < SHORTEST_MARKED) return line;
  for (let at = letters.length >> 1; at < letters.length; at++)
    if (HAN.test(letters[at - 1]!) && HAN.test(letters[at]!))
      return [...letters.slice(0, at), mark, ...letters.slice(at)].join('');
  return line;
};

const charactersIn = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + [...readFileSync(path, 'utf8')].length, 0);

/** Writes the copies into `folder`; gives their paths, copy by copy. */
export const sixteenCopies = (paths: readonly string[], folder: string): readonly string[] => {
  mkdirSync(folder, { recursive: true });
  return COPY_MARKS.flatMap((mark, copy) =>
    paths.map((path) => {
      const target = join(folder, `${String(copy + 1).padStart(2, '0')}-${basename(path)}`);
      const lines = readFileSync(path, 'utf8').split('\n');
      writeFileSync(target, lines.map((line) => markLine(line, mark)).join('\n'));
      return target;
    }),
  );
};

/** All texts that this machine has. Writes the sixteen copies into `work`. */
export const benchTexts = (root: string, work: string): readonly BenchText[] => {
  const seeds = SEEDS.map((name) => join(root, '..', 'shared', 'seeds', name));
  const sample = samplePaths(root);
  const texts: Omit<BenchText, 'characters'>[] = [];
  if (seeds.every((path) => existsSync(path)))
    texts.push(
      { id: 'seeds', name: 'newspaper seeds', paths: seeds, format: null },
      {
        id: 'sixteen',
        name: 'newspaper seeds × 16',
        paths: sixteenCopies(seeds, join(work, 'sixteen')),
        format: null,
      },
    );
  texts.push({ id: 'sample', name: 'sample', paths: sample, format: SAMPLE_FORMAT });
  return texts.map((text) => ({ ...text, characters: charactersIn(text.paths) }));
};
