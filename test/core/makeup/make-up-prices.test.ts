/**
 * The prices of make-up (make-up-prices.ts) held by what they decide: issues in which each of them, left out or three
 * times as high, puts a story elsewhere. They were looked for among random ones; a price that is to be changed shows
 * here what it moves.
 */
import { describe, expect, it } from 'vitest';
import { Cache } from '../../../core/cache.ts';
import { freeBoxes } from '../../../core/issue/edits.ts';
import { type Frame, type Issue, NO_BREAKS } from '../../../core/issue/issue.ts';
import { suggestJump } from '../../../core/makeup/newspaper/jump-story.ts';
import { makeUpIssue } from '../../../core/makeup/newspaper/make-up-issue.ts';
import { suggestFrame } from '../../../core/makeup/newspaper/place-story.ts';
import type { FormatId } from '../../../core/publication/publication.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { fonts } from '../typeset/fonts.ts';
import { issue, story } from './issue-builder.ts';

const PICTURE = { id: 'sha256-0.jpg', mime: 'image/jpeg', width: 1600, height: 1067, name: 'w.jpg' } as const;

/** With the breaks by sense of those that are long. */
const HEADLINES: readonly (readonly [text: string, breaks?: readonly number[]])[] = [
  ['河堤公园补种柳树'],
  ['新路灯下月亮起来'],
  ['小公交开进二十五条背街小巷，招手就停', [3, 5, 8, 12, 14]],
  ['社区食堂添了新菜'],
  ['山村小学的操场铺好了，孩子们说跑起来不扬土'],
  ['夜市开张'],
  ['全区“万名干部进万家”活动走访群众12345户解决难题678件', [2, 3, 11, 13, 20, 22, 24]],
  ['2026年第3季度“最美庭院”评选结果揭晓石桥镇等16个村（社区）上榜', [5, 6, 9, 13, 15, 17, 20, 23, 27]],
];

/** Each story as `headline:length+length…:pictures`: an index, characters of each paragraph, how many pictures. */
const issueOf = (format: FormatId, stories: string): Issue =>
  issue(
    stories.split(' ').map((one, i) => {
      const [headline, lengths, pictures = '0'] = one.split(':');
      const [text, breaks] = HEADLINES[Number(headline)]!;
      return story(`s${i + 1}`, text, lengths!.split('+').map(Number), {
        ...(breaks ? { breaks: { ...NO_BREAKS, headline: breaks } } : {}),
        pictures: Array.from({ length: Number(pictures) }, () => ({
          picture: PICTURE.id,
          caption: '新柳成行。',
          credit: '',
        })),
      });
    }),
    { pictures: [PICTURE] },
    format,
  );

const contextOf = (one: Issue) => ({ issue: one, fonts, cache: new Cache() });

const placeOf = ({ box: b }: Frame): string =>
  `栏${b.column + 1}–${b.column + b.span} 行${b.line + 1}–${b.line + b.lines}`;

/** Every third story is put away, beginning with one of the first three. */
const putAway = (one: Issue, first: number): ReadonlySet<string> =>
  new Set(one.stories.filter((_, i) => (i * 7 + first) % 3 === 0).map(({ id }) => id));

const withFrames = (one: Issue, keep: (frame: Frame, page: number) => Frame | null): Issue => ({
  ...one,
  pages: one.pages.map((page, index) => ({
    ...page,
    frames: page.frames.flatMap((frame) => {
      const kept = keep(frame, index);
      return kept ? [{ ...kept, next: null }] : [];
    }),
  })),
});

/** Where the pages' frames are. */
const madeUp = (one: Issue): readonly string[] =>
  makeUpIssue(one, newTypesetting(fonts)).pages.flatMap(({ frames }, page) =>
    frames.map((frame) => `第${page + 1}版 ${frame.story} ${placeOf(frame)} 题${frame.headLines}行`),
  );

/** Where each story that is put away would go in each free place. */
const placed = (one: Issue, first: number): readonly string[] => {
  const away = putAway(one, first);
  const left = withFrames(makeUpIssue(one, newTypesetting(fonts)), (frame) =>
    away.has(frame.story) ? null : frame,
  );
  return left.pages.flatMap((_, page) =>
    [...away].flatMap((id) =>
      freeBoxes(left, page).map((free) => {
        const suggested = suggestFrame(contextOf(left), page, id, free);
        return `第${page + 1}版 ${id} 放在栏${free.column + 1}行${free.line + 1}：${suggested ? placeOf(suggested.frame) : '放不下'}`;
      }),
    ),
  );
};

/** Half of what they need: a head and four lines at least. */
const halved = (frame: Frame): Frame => ({
  ...frame,
  box: { ...frame.box, lines: Math.max(frame.headLines + 4, Math.ceil(frame.box.lines / 2)) },
});

/** Where the first four stories of the front page would go on if they had half of their lines there. */
const jumped = (one: Issue, first: number): readonly string[] => {
  const away = putAway(one, first);
  const made = makeUpIssue(one, newTypesetting(fonts));
  return made.pages[0]!.frames.slice(0, 4).flatMap((own) => {
    const cut = withFrames(made, (frame, page) => {
      if (page === 0) return frame === own ? halved(frame) : frame;
      return away.has(frame.story) || frame.story === own.story ? null : frame;
    });
    return cut.pages.slice(1).map((_, i) => {
      const suggested = suggestJump(contextOf(cut), own.id, i + 1);
      return `${own.story} 转第${i + 2}版：${suggested ? placeOf(suggested.frame) : '放不下'}`;
    });
  });
};

type Trial = readonly [
  what: 'made-up' | 'placed' | 'jumped',
  format: FormatId,
  stories: string,
  first: number,
];

const TRIALS: readonly Trial[] = [
  [
    'jumped',
    '四开',
    '5:163 2:518+82+377:1 6:567 4:216+124:2 3:193:3 1:442+541+227+425:1 4:286 2:92+637 3:70+177+415:2 6:258 0:305+371+260',
    0,
  ],
  ['made-up', '四开', '3:264:1 3:607+340+319:1 2:359 4:65 1:104+74+241:2 0:635+572 4:100+520+266 2:538:3', 0],
  [
    'jumped',
    '四开',
    '7:220 0:600+154+302+463 6:292+641+551+559 0:234+357+534 1:422+85+399+272 7:369+522 5:639:1 6:628',
    0,
  ],
  [
    'placed',
    'A3',
    '2:117+553+541+65 3:285+348+467 2:98+650 0:568 1:398+368+534 3:117+580+150+131:1 6:189',
    1,
  ],
  [
    'jumped',
    '四开',
    '5:589+604+519+164 2:552+550+646+414 4:428+506+227:3 3:119+561 1:550 3:602+251 6:110+492+446',
    2,
  ],
  [
    'made-up',
    'A3',
    '4:576+207+416+423:3 0:654+263 2:401 7:168+237 5:533+455:2 4:517+169+449+185 1:105+405+92:3 5:473 3:536 4:383+255+382 1:633+463 1:246+65',
    2,
  ],
  [
    'placed',
    '四开',
    '0:371+483 2:653:3 6:501+565+623+405 0:562+363+394:1 1:183:2 0:400+182+241+327 7:323 6:369+173+236 0:586+536+454 0:651+379+622+659 6:500 6:114 1:464:2',
    2,
  ],
  ['placed', '对开', '4:501+229 6:472:2 4:391 5:133+379+378 7:346+334+534 0:191 1:65+580+539+209', 1],
  [
    'placed',
    '四开',
    '7:179 2:151+509 0:536+517+404+545 4:604:1 0:413 3:617 2:641+586 4:332 4:427 2:490+424',
    1,
  ],
];

describe('the prices of make-up', () => {
  it('put stories where they did', async () => {
    const lines = TRIALS.flatMap(([what, format, stories, first]) => {
      const one = issueOf(format, stories);
      const found =
        what === 'made-up' ? madeUp(one) : what === 'placed' ? placed(one, first) : jumped(one, first);
      return [`${what} ${format} ${stories}`, ...found.map((line) => `  ${line}`)];
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/make-up-prices.expected.txt');
  });
});
