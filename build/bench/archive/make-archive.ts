/**
 * An archive made up for the benchmark: issues of ten stories of 500 characters on four pages, with three pictures
 * each, the same on every run. Words are the headline vocabulary's, drawn by Zipf's law as in real copy, so that some
 * are in every tenth story and most in few.
 */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encode } from 'fast-png';
import { issueFileName } from '../../../core/file/archive-name.ts';
import {
  EMPTY_IMPRINT,
  emptyStory,
  type Frame,
  type Issue,
  type PictureInfo,
  PLAIN_FRAME,
  paragraph,
  type Story,
} from '../../../core/issue/issue.ts';
import { NEWSPAPER_WORDS } from '../../../core/manuscript/newspaper-words.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { packIssue } from '../../../electron/files/issue-container.ts';
import { replaceFile } from '../../../electron/files/issue-store.ts';

const STORIES = 10;
const CHARACTERS = 500;
const PICTURES = 3;
const PAGES = ['要闻', '综合', '民生', '副刊'];
const ISSUES_A_YEAR = 48;
const FIRST_YEAR = 1980;
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const GIVEN = [...'明华建国志强丽芳伟军敏静磊洋艳勇'];

/** A linear congruential generator (Numerical Recipes): the same numbers everywhere. */
export class Dice {
  constructor(private state: number) {}

  /** From 0 to below `below`. */
  roll(below: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * below);
  }
}

const WORDS = [...NEWSPAPER_WORDS];

/** Rank r is drawn about 1/r as often as the first. */
export const zipfWord = (dice: Dice): string =>
  WORDS[Math.min(WORDS.length - 1, Math.floor(WORDS.length ** (dice.roll(1_000_000) / 1_000_000)) - 1)]!;

const sentences = (dice: Dice, characters: number): string => {
  let text = '';
  while (text.length < characters) {
    for (let words = 3 + dice.roll(5); words > 0; words--) text += zipfWord(dice);
    text += dice.roll(4) === 0 ? `${1 + dice.roll(90)}${'万亩人户'[dice.roll(4)]}，` : '，';
    if (dice.roll(3) === 0) text = `${text.slice(0, -1)}。`;
  }
  return text.slice(0, characters);
};

export const personName = (dice: Dice): string =>
  SURNAMES[dice.roll(SURNAMES.length)]! + GIVEN[dice.roll(GIVEN.length)]! + GIVEN[dice.roll(GIVEN.length)]!;

const pictureOf = (dice: Dice, name: string): { info: PictureInfo; bytes: Uint8Array } => {
  const data = Uint8Array.from({ length: 256 }, () => dice.roll(256));
  const bytes = encode({ width: 16, height: 16, channels: 1, depth: 8, data });
  const id = `sha256-${createHash('sha256').update(bytes).digest('hex')}.png`;
  return { bytes, info: { id, mime: 'image/png', width: 16, height: 16, name } };
};

/** Issue `index` from 0 of the archive, with its pictures. */
export const madeIssue = (index: number): { issue: Issue; pictures: Map<string, Uint8Array> } => {
  const dice = new Dice(index * 7919 + 1);
  const year = FIRST_YEAR + Math.floor(index / ISSUES_A_YEAR);
  const number = (index % ISSUES_A_YEAR) + 1;
  const date = `${year}-${String(Math.ceil(number / 4)).padStart(2, '0')}-${String(((number - 1) % 4) * 7 + 1).padStart(2, '0')}`;
  const pictures = Array.from({ length: PICTURES }, (_, i) => pictureOf(dice, `照片${i + 1}.png`));
  const stories = Array.from(
    { length: STORIES },
    (_, i): Story => ({
      ...emptyStory(`s${i + 1}`),
      headline: sentences(dice, 14).replace(/[，。]/g, ''),
      paragraphs: Array.from({ length: 4 }, () => paragraph(sentences(dice, CHARACTERS / 4))),
      byline: `（记者 ${personName(dice)} ${personName(dice)}）`,
      pictures:
        i < PICTURES ? [{ picture: pictures[i]!.info.id, caption: sentences(dice, 12), credit: '' }] : [],
    }),
  );
  const issue: Issue = {
    publication: SHANGJIE_SHIBAO,
    format: '四开',
    masthead: { date, number, totalNumber: index + 1 },
    importNotes: [],
    imprint: EMPTY_IMPRINT,
    stories,
    pages: pagesOf(stories, dice),
    pictures: pictures.map(({ info }) => info),
  };
  return { issue, pictures: new Map(pictures.map(({ info, bytes }) => [info.id, bytes])) };
};

/** Stories one under another over the page's width. */
const pagesOf = (stories: readonly Story[], dice: Dice): Issue['pages'] => {
  const { columns, lines, mastheadLines, folioLines } = formatOf(SHANGJIE_SHIBAO, '四开');
  return PAGES.map((name, page) => {
    const own = stories.filter((_, i) => i % PAGES.length === page);
    const top = page === 0 ? mastheadLines : folioLines;
    const height = Math.floor((lines - top) / own.length);
    const frames = own.map(
      (story, i): Frame => ({
        id: `f-${story.id}`,
        story: story.id,
        box: { column: 0, span: columns, line: top + i * height, lines: height },
        columns,
        headLines: 4,
        next: null,
        pictures: [],
        border: 'none',
        style: PLAIN_FRAME,
      }),
    );
    return { name, staff: { editor: personName(dice), proofreader: personName(dice), designer: '' }, frames };
  });
};

/** Writes the archive; resolves to its size in bytes. */
export const makeArchive = async (folder: string, issues: number): Promise<number> => {
  let written = 0;
  for (let index = 0; index < issues; index++) {
    const { issue, pictures } = madeIssue(index);
    const path = join(folder, ...issueFileName(issue.masthead).split('/'));
    await mkdir(dirname(path), { recursive: true });
    const bytes = packIssue(issue, pictures);
    await replaceFile(path, bytes);
    written += bytes.length;
  }
  return written;
};
