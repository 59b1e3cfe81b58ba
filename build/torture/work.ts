/**
 * Work whose every state is known: edit `n` is the same at each run, and the issue says how many it has had. So a
 * recovered issue can be held against the one that it must be, whole.
 */
import { createHash } from 'node:crypto';
import { encode } from 'fast-png';
import type { IssueFile } from '../../core/file/issue-file.ts';
import { stateJson } from '../../core/file/state-json.ts';
import { type EditedIssue, inTurn } from '../../core/issue/edit.ts';
import { addPicture, setHeadline, setParagraphText } from '../../core/issue/edits.ts';
import {
  EMPTY_IMPRINT,
  EMPTY_STAFF,
  emptyStory,
  type Issue,
  type PictureInfo,
  paragraph,
} from '../../core/issue/issue.ts';
import { SHANGJIE_SHIBAO } from '../../core/publication/profiles/shangjie-shibao.ts';
import { describePicture } from '../../electron/pictures/describe-picture.ts';

const STORIES = 6;
const PARAGRAPHS = 12;
const PICTURE_EVERY = 25;

/** `tag` tells issues of one folder apart. */
export const startIssue = (tag = ''): Issue => ({
  publication: SHANGJIE_SHIBAO,
  format: SHANGJIE_SHIBAO.defaultFormat,
  masthead: { date: '2026-11-20', number: 43, totalNumber: 958 },
  importNotes: [],
  imprint: EMPTY_IMPRINT,
  stories: Array.from({ length: STORIES }, (_, s) => ({
    ...emptyStory(`s${s}`),
    headline: s === 0 ? `第0稿${tag}` : `第${s}篇`,
    paragraphs: Array.from({ length: PARAGRAPHS }, (_, p) =>
      paragraph(`第${s}篇第${p}段，尚未修改。`.repeat(8)),
    ),
  })),
  pages: [{ name: '要闻', staff: EMPTY_STAFF, frames: [] }],
  pictures: [],
});

/** A generator of numbers in [0, 1): mulberry32. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A picture of noise, some 60 kB, that the n-th edit brings; null for an edit without one. */
export const pictureOf = (n: number): { readonly name: string; readonly bytes: Uint8Array } | null => {
  if (n % PICTURE_EVERY !== 0) return null;
  const random = seeded(n);
  const data = Uint8Array.from({ length: 250 * 240 }, () => random() * 256);
  return { name: `图${n}.png`, bytes: encode({ width: 250, height: 240, channels: 1, depth: 8, data }) };
};

/** The n-th edit, from 1; `picture` is what the host said of `pictureOf(n)`. */
export const workEdit = (issue: Issue, n: number, picture: PictureInfo | null): EditedIssue =>
  inTurn(issue, '修改标题', [
    (at) =>
      setParagraphText(at, `s${n % STORIES}`, n % PARAGRAPHS, `第${n}次修改的这一段。`.repeat(1 + (n % 9))),
    ...(picture ? [(at: Issue) => addPicture(at, picture)] : []),
    (at) => setHeadline(at, 's0', `第${n}稿${at.stories[0]!.headline.replace(/^第\d+稿/, '')}`),
  ]);

/** How many edits the issue has had. */
export const editsIn = (issue: Issue): number =>
  Number(/^第(\d+)稿/.exec(issue.stories[0]?.headline ?? '')?.[1]);

/** Milestones and printings that a file holds. */
export interface Milestones {
  readonly versions: number;
  readonly prints: number;
}

export const NO_MILESTONES: Milestones = { versions: 0, prints: 0 };

export const milestonesIn = ({ versions, prints }: Pick<IssueFile, 'versions' | 'prints'>): Milestones => ({
  versions: versions.length,
  prints: prints.length,
});

/** What the press gets of an issue: a PDF that says how many edits it shows. */
export const pressCopyOf = (issue: Issue) => ({
  displayList: { title: `第${editsIn(issue)}稿`, pages: [] },
  faces: [],
  pdf: Buffer.from(`%PDF-1.7 ${editsIn(issue)}`),
});

const hashOf = (issue: Issue): string => createHash('sha256').update(stateJson(issue)).digest('hex');

/** The states of an issue edit by edit, made as far as somebody asks. */
export class KnownStates {
  private last: Issue;
  private readonly hashes: string[];

  constructor(tag = '') {
    this.last = startIssue(tag);
    this.hashes = [hashOf(this.last)];
  }

  /** True where the issue is what it is after as many edits as it says. */
  holds(issue: Issue): boolean {
    const n = editsIn(issue);
    if (!Number.isInteger(n)) return false;
    while (this.hashes.length <= n) {
      const next = this.hashes.length;
      const picture = pictureOf(next);
      // As the host says of a picture that it has judged (read-picture.ts).
      const info = picture && describePicture(picture.bytes, picture.name);
      this.last = workEdit(this.last, next, info).issue;
      this.hashes.push(hashOf(this.last));
    }
    return this.hashes[n] === hashOf(issue);
  }

  /** What is wrong with the milestones of a file that must have so many at least; null for nothing. */
  milestoneFault({ versions, prints }: IssueFile, least: Milestones): string | null {
    if (versions.length < least.versions) return `${versions.length} of ${least.versions} versions`;
    if (prints.length < least.prints) return `${prints.length} of ${least.prints} prints`;
    const wrong = versions.find(({ issue }) => !this.holds(issue));
    if (wrong) return `version ${wrong.number} is not what its edits make`;
    const printed = new Map(versions.map(({ issue }) => [hashOf(issue), editsIn(issue)]));
    for (const { number, issueHash, displayList, pdf } of prints) {
      const edits = printed.get(issueHash);
      if (edits === undefined) return `print ${number} has no version`;
      if (displayList?.title !== `第${edits}稿`) return `print ${number} shows another issue`;
      if (Buffer.from(pdf ?? []).toString() !== `%PDF-1.7 ${edits}`)
        return `the PDF of print ${number} is another`;
    }
    return null;
  }
}
