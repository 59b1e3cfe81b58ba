import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import { parseIssue } from '../../../core/file/issue-schema.ts';
import { applyPatches, frameAt } from '../../../core/issue/edits.ts';
import { EMPTY_HISTORY, record, undo } from '../../../core/issue/history.ts';
import {
  type Frame,
  type Issue,
  type Paragraph,
  PLAIN_FRAME,
  paragraph,
  type Story,
} from '../../../core/issue/issue.ts';
import { type Copyfit, copyfitStory } from '../../../core/makeup/copyfit.ts';
import type { CopyfitLimits } from '../../../core/makeup/copyfit-limits.ts';
import { layOutPages } from '../../../core/makeup/lay-out-pages.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import type { Publication } from '../../../core/publication/publication.ts';
import { fonts } from '../typeset/fonts.ts';
import { copy, frame, issue, page, story } from './issue-builder.ts';

const PICTURE = `sha256-${'0'.repeat(64)}.jpg`;
const TEXT = [160, 120, 90, 140];
const LONG = [210, 190, 230, 170, 150, 220, 180];
const VERY_LONG = [...LONG, ...LONG.map((length) => length + 30)];

interface Case {
  readonly text?: readonly number[];
  readonly lines: number;
  readonly span?: number;
  readonly more?: Partial<Frame>;
  readonly of?: Partial<Story>;
  /** With widow control a single line is never left over alone: another goes with it. */
  readonly widowControl?: boolean;
}

const book = (widowControl: boolean): Publication => {
  const { stylebook } = SHANGJIE_SHIBAO;
  const composition = { ...stylebook.composition, widowControl };
  return { ...SHANGJIE_SHIBAO, stylebook: { ...stylebook, composition } };
};

/** Paragraphs of that many characters, no two of which begin alike. */
const varied = (lengths: readonly number[]): Paragraph[] => {
  const all = copy(2000);
  return lengths.map((length, i) =>
    paragraph(all.slice(17 * i, 17 * i + length).replace(/^[，。、：””…—]+/u, '')),
  );
};

/** A lead on page 2, and the story on page 1, in three columns unless said. */
const placed = ({ text = TEXT, lines, span = 3, more = {}, of = {}, widowControl = true }: Case): Issue =>
  issue(
    [story('s0', '首篇', [40]), story('s1', '河堤公园补种柳树', [], { paragraphs: varied(text), ...of })],
    {
      publication: book(widowControl),
      pictures: [{ id: PICTURE, mime: 'image/jpeg', width: 1600, height: 1067, name: 'willow.jpg' }],
      pages: [
        page([frame('f1', 's1', { column: 0, span, line: 15, lines }, more)]),
        page([frame('f0', 's0', { column: 0, span: 2, line: 4, lines: 20 })], '综合'),
      ],
    },
  );

const pictured = (lines: number, line: number, high = 16): Case => ({
  text: LONG,
  lines,
  of: { pictures: [{ picture: PICTURE, caption: '新柳成行。', credit: '' }] },
  more: { pictures: [{ index: 0, box: { column: 1, span: 2, line, lines: high } }] },
});

const fit = (one: Issue, limits: Partial<CopyfitLimits> = {}): Copyfit =>
  copyfitStory(one, 's1', fonts, new Cache(), limits);

/** What the page's own report says of the story. */
const reported = (one: Issue) => {
  const frames = layOutPages(one, fonts).reports.flatMap((report) => report.frames);
  const own = frames.filter((report) => report.story === 's1');
  return {
    overset: own.reduce((sum, report) => sum + report.overset, 0),
    free: own.at(-1)!.free,
    lines: own.reduce((sum, report) => sum + report.lines, 0),
  };
};

/** The case in a frame, and with so much more copy, that it leaves as many lines over (positive) or free (negative). */
const find = (make: (lines: number) => Case, over: (lines: number) => boolean): Issue => {
  for (let more = 0; more < 150; more += 11)
    for (let lines = 12; lines < 72; lines++) {
      const { text = TEXT, ...rest } = make(lines);
      const one = placed({ ...rest, text: [...text.slice(1), text[0]! + more] });
      const { overset, free } = reported(one);
      if (over(overset > 0 ? overset : -free)) return one;
    }
  throw new Error('no such case');
};

const kinds = (done: Copyfit) => done.actions.map((action) => action.kind);

/** The edit's issue, which must be a legal one, fit as it says, and go back to what it was. */
const done = (result: Copyfit, from: Issue): Issue => {
  const { edited, after } = result;
  if (!edited) throw new Error(result.summary);
  expect(parseIssue(JSON.parse(JSON.stringify(edited.issue)))).toEqual(edited.issue);
  expect(reported(edited.issue)).toMatchObject({ overset: after.overset, free: after.free });
  expect(applyPatches(from, edited.patches)).toEqual(edited.issue);
  expect(applyPatches(edited.issue, edited.inverse)).toEqual(from);
  return edited.issue;
};

describe('a story that is left over by little', () => {
  it('by a line is got in with tracking alone', () => {
    const one = find(
      (lines) => ({ text: VERY_LONG, lines, span: 5, more: { columns: 2 }, widowControl: false }),
      (over) => over === 1,
    );
    const result = fit(one);
    done(result, one);
    expect(kinds(result)).toEqual(['tracking']);
    expect(result.before.overset).toBe(1);
    expect(result.after.overset).toBe(0);
    expect(result.summary).toMatch(/^《河堤公园补种柳树》原余 1 行（\d+ 字）：字距由 0% 改为 −[\d.]+%，现在/);
  });

  it('by three lines is got in, with no line more free than has to be', () => {
    const one = find(
      (lines) => ({ text: LONG, lines }),
      (over) => over === 3,
    );
    const result = fit(one);
    done(result, one);
    expect(result.after).toEqual({ overset: 0, oversetCharacters: 0, free: 0 });
  });

  it('is got in by a smaller headline, whose lines go to the body, where tracking is not allowed', () => {
    const one = find(
      (lines) => ({ lines }),
      (over) => over === 3,
    );
    const result = fit(one, { tracking: 0 });
    const after = done(result, one);
    expect(kinds(result)).toEqual(['head']);
    const [was, is] = [one.pages[0]!.frames[0]!, after.pages[0]!.frames[0]!];
    expect(is.style.headStep).toBeLessThan(0);
    expect(is.headLines).toBeLessThan(was.headLines);
    expect(after.stories[1]!.tracking).toBe(0);
    expect(result.summary).toContain('标题由二号改为');
  });

  it('keeps the body’s size and leading, and every other story, as they are', () => {
    const one = find(
      (lines) => ({ text: LONG, lines }),
      (over) => over === 3,
    );
    const after = done(fit(one), one);
    expect(after.publication).toBe(one.publication);
    expect(after.stories[0]).toBe(one.stories[0]);
    expect(after.pages[1]).toBe(one.pages[1]);
    expect(after.stories[1]!.paragraphs).toBe(one.stories[1]!.paragraphs);
  });
});

describe('a story that cannot be made to fit', () => {
  it('thirty lines over is left as it is, and the summary says by how much and what to do', () => {
    const one = find(
      (lines) => ({ lines }),
      (over) => over >= 28 && over <= 32,
    );
    const result = fit(one);
    expect(result.edited).toBeNull();
    expect(result.actions).toEqual([]);
    expect(result.after).toEqual(result.before);
    expect(result.summary).toMatch(
      /^《河堤公园补种柳树》余 \d+ 行（\d+ 字），限度之内最多挤出约 \d+ 行，没有改动：请删减稿件、加高版位或转版。$/,
    );
  });

  it('stays as it is where it would still leave a hole of four lines in every column', () => {
    const one = find(
      (lines) => ({ lines }),
      (over) => over <= -30,
    );
    const result = fit(one);
    expect(result.edited).toBeNull();
    expect(result.summary).toMatch(/缺 3\d 行，限度之内最多撑出约 \d+ 行，没有改动：请补稿/);
  });

  it('says so where the limits allow nothing', () => {
    const one = find(
      (lines) => ({ lines }),
      (over) => over === 2,
    );
    const result = fit(one, { tracking: 0, headSteps: 0, pictureLines: 0 });
    expect(result.edited).toBeNull();
    expect(result.summary).toContain('限度之内一行也挤不出来');
  });

  it('is told from one that no frame shows', () => {
    const one = placed({ lines: 20 });
    const result = fit({ ...one, pages: [] });
    expect(result.edited).toBeNull();
    expect(result.summary).toBe('《河堤公园补种柳树》还没有排上版面：请先放置版位。');
  });
});

describe('a story that leaves lines free', () => {
  it('is loosened until fewer are free and none is left over', () => {
    const one = find(
      (lines) => ({ text: LONG, lines }),
      (over) => over <= -4 && over >= -6,
    );
    const result = fit(one);
    done(result, one);
    expect(result.after.overset).toBe(0);
    expect(result.after.free).toBeLessThan(result.before.free);
    expect(result.summary).toMatch(/原缺 \d 行：/);
  });

  it('gets a larger headline where tracking is not allowed', () => {
    const one = find(
      (lines) => ({ lines }),
      (over) => over <= -3 && over >= -6,
    );
    const result = fit(one, { tracking: 0 });
    const after = done(result, one);
    expect(kinds(result)).toEqual(['head']);
    expect(after.pages[0]!.frames[0]!.style.headStep).toBeGreaterThan(0);
  });

  it('is not set wider where that would make its narrow columns loose, unless the limits accept that', () => {
    const one = find(
      (lines) => ({ text: LONG, lines }),
      (over) => over <= -8 && over >= -12,
    );
    const only = { headSteps: 0, pictureLines: 0 };
    expect(fit(one, only).edited).toBeNull();
    const loose = fit(one, { ...only, looseLines: 1000 });
    expect(done(loose, one).stories[1]!.tracking).toBeGreaterThan(0);
  });

  it('is left alone where the limits accept them', () => {
    const one = find(
      (lines) => ({ lines }),
      (over) => over === -1,
    );
    const result = fit(one, { freeLines: 2 });
    expect(result.edited).toBeNull();
    expect(result.summary).toBe('《河堤公园补种柳树》只缺 1 行，不用调整。');
  });
});

describe('a story that fits', () => {
  it('has nothing to be done, and the summary says so', () => {
    const one = find(
      (lines) => ({ text: LONG, lines }),
      (over) => over === 0,
    );
    const result = fit(one);
    expect(result.edited).toBeNull();
    expect(result.summary).toBe('《河堤公园补种柳树》正好排满版位，不用调整。');
  });

  it('after a copyfitting has nothing more to be done', () => {
    const one = find(
      (lines) => ({ text: LONG, lines }),
      (over) => over === 3,
    );
    expect(fit(done(fit(one), one)).edited).toBeNull();
  });
});

describe('a picture', () => {
  const only: Partial<CopyfitLimits> = { tracking: 0, headSteps: 0 };
  const over = (one: Case) =>
    find(
      (lines) => ({ ...one, lines }),
      (lines) => lines >= 3 && lines <= 4,
    );

  it('is made lower by whole lines, from its foot', () => {
    const one = over(pictured(0, 0));
    const result = fit(one, only);
    const box = done(result, one).pages[0]!.frames[0]!.pictures[0]!.box;
    expect(kinds(result)).toEqual(['picture']);
    expect(box).toEqual({ column: 1, span: 2, line: 0, lines: 14 });
    expect(result.summary).toContain('第 1 张图片压低 2 行');
  });

  it('on the foot of its frame is made lower from its head', () => {
    const one = over(pictured(0, 0));
    const low = structuredClone(one) as Issue;
    const at = one.pages[0]!.frames[0]!;
    const rows = at.box.lines - at.headLines - 1;
    const box = { column: 1, span: 2, line: rows - 16, lines: 16 };
    const moved: Issue = {
      ...low,
      pages: [{ ...low.pages[0]!, frames: [{ ...at, pictures: [{ index: 0, box }] }] }, low.pages[1]!],
    };
    const after = done(fit(moved, only), moved).pages[0]!.frames[0]!.pictures[0]!.box;
    expect(after.lines).toBeLessThan(16);
    expect(after.line + after.lines).toBe(rows);
  });

  it('is never cropped by more than a fifth, nor made lower than five lines', () => {
    const one = find(
      (lines) => pictured(lines, 0),
      (lines) => lines >= 7 && lines <= 9,
    );
    expect(fit(one, { ...only, crop: 0 }).edited).toBeNull();
    expect(fit(one, { ...only, leastPictureLines: 14 }).edited).toBeNull();
    expect(fit(one, { ...only, pictureLines: 1 }).edited).toBeNull();
  });

  it('goes together with tracking or the headline where one alone is not enough', () => {
    const one = find(
      (lines) => pictured(lines, 0),
      (lines) => lines >= 8 && lines <= 9,
    );
    const result = fit(one);
    done(result, one);
    expect(result.after.overset).toBe(0);
    expect(kinds(result).length).toBeGreaterThan(1);
  });
});

describe('a headline', () => {
  it('of another story stays smaller than the lead’s on its page', () => {
    const one = find(
      (lines) => ({ lines }),
      (over) => over <= -3 && over >= -6,
    );
    const lead = frame('f0', 's0', { column: 3, span: 3, line: 15, lines: 20 });
    /* The lead's own style set down to one step above the other's. */
    const beside: Issue = {
      ...one,
      pages: [{ ...one.pages[0]!, frames: [...one.pages[0]!.frames, lead] }],
    };
    const small = { ...lead, style: { ...PLAIN_FRAME, headStep: -1 } };
    const close: Issue = {
      ...beside,
      pages: [{ ...beside.pages[0]!, frames: [one.pages[0]!.frames[0]!, small] }],
    };
    const step = ({ edited }: Copyfit) =>
      edited === null ? 0 : frameAt(edited.issue, 'f1').frame.style.headStep;
    expect(step(fit(one, { tracking: 0 }))).toBeGreaterThan(0);
    expect(step(fit(close, { tracking: 0 }))).toBe(0);
  });

  it('beside its body is left alone', () => {
    const head = { place: 'beside', side: 'left', chars: 6 } as const;
    const style = { ...PLAIN_FRAME, head };
    const one = find(
      (lines) => ({ lines, more: { style } }),
      (over) => over === 3,
    );
    expect(kinds(fit(one))).not.toContain('head');
  });
});

describe('copyfitting', () => {
  it('is one step to undo, which restores the issue exactly', () => {
    const one = find(
      (lines) => pictured(lines, 0),
      (lines) => lines >= 8 && lines <= 9,
    );
    const { edited } = fit(one);
    const back = undo(record(EMPTY_HISTORY, edited!), edited!.issue)!;
    expect(back.issue).toEqual(one);
    expect(back.history.done).toBeNull();
    expect(back.name).toBe('使稿件合版');
  });

  it('gives the same for the same issue, whatever was laid out before', () => {
    const one = find(
      (lines) => pictured(lines, 0),
      (lines) => lines >= 3 && lines <= 6,
    );
    const cache = new Cache();
    layOutPages(one, fonts, cache);
    const first = copyfitStory(one, 's1', fonts, cache);
    expect(copyfitStory(one, 's1', fonts, cache)).toEqual(first);
    expect(fit(one)).toEqual(first);
  });

  it('fits a story that goes on over a page', () => {
    const jumping = (lines: number): Issue => {
      const one = placed({ text: VERY_LONG, lines: 34, span: 5, more: { next: 'f2' } });
      const rest = frame('f2', 's1', { column: 2, span: 3, line: 4, lines }, { headLines: 3 });
      return { ...one, pages: [one.pages[0]!, { ...one.pages[1]!, frames: [rest] }] };
    };
    const heights = Array.from({ length: 60 }, (_, i) => i + 8);
    const one = heights.map(jumping).find((each) => [1, 2, 3].includes(reported(each).overset))!;
    const result = fit(one);
    done(result, one);
    expect(result.after.overset).toBe(0);
  });

  it('throws on limits that are none and on a story that is not there', () => {
    const one = placed({ lines: 20 });
    expect(() => fit(one, { tracking: 0.05 })).toThrow('not limits');
    expect(() => fit(one, { headSteps: -1 })).toThrow('not limits');
    expect(() => copyfitStory(one, 's9', fonts)).toThrow('no story s9');
  });
});
