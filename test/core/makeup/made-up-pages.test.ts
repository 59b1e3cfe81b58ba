/**
 * Where automatic make-up puts the stories of some issues, one line a frame. Its forty prices weigh against each other,
 * so that none can be held alone: a change of any shows here as another page, to be looked at before it is accepted.
 */
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../core/issue/issue.ts';
import { makeUpIssue } from '../../../core/makeup/newspaper/make-up-issue.ts';
import type { FormatId } from '../../../core/publication/publication.ts';
import { newTypesetting } from '../../../core/typeset/typesetting.ts';
import { sampleTrial } from '../../parity/trials.ts';
import { fonts } from '../typeset/fonts.ts';
import { issue, story } from './issue-builder.ts';

const HEADLINES = [
  '河堤公园补种柳树',
  '新路灯下月亮起来',
  '小公交开进二十五条背街小巷，招手就停',
  '社区食堂添了新菜',
  '山村小学的操场铺好了，孩子们说跑起来不扬土',
  '夜市开张',
];

/** Each story as `headline:length+length…`: an index into the headlines, and characters of each paragraph. */
const ISSUES: readonly (readonly [FormatId, string])[] = [
  ['四开', '1:728+73 2:607+571 4:393+416 2:213+331+512 4:556 5:752+231 0:660+689+584 3:512+533'],
  [
    'A3',
    '0:284+356+70 0:206+343 5:172+112 5:270+266+159 1:225+337+294+284 1:327+270 4:122+89+162+339 3:278+233 1:129+242+230+329',
  ],
  [
    '四开',
    '4:177+209 3:293+189+109 1:315+147+266 5:117+320+189 0:346 5:342+320 1:163+93+250+60 4:166+201+300',
  ],
  ['对开', '1:82+688 2:569+750+231+317 0:426 5:75+219+690+698'],
  [
    'A3',
    '0:94 4:159 5:645+180 2:309+478 0:464+157 4:538+498+450+367 5:230+319+171+542 1:639+602+360 0:96 2:635+396+90+190 1:257+126+372 1:652+186 2:398 4:398+146 0:285+100+70+306 0:322+129+317+349',
  ],
  [
    '对开',
    '4:581+448 1:224 0:688+497+710 5:635+61+481 3:679+195+139+485 3:392+681+641 5:68+234+295+481 2:75+92 0:223+141 4:500 5:756+633+443+466 3:619 3:323+460+128 5:375+215+460 1:558+570+447+280',
  ],
];

const issueOf = (format: FormatId, stories: string): Issue =>
  issue(
    stories.split(' ').map((one, i) => {
      const [headline, lengths] = one.split(':');
      return story(`s${i + 1}`, HEADLINES[Number(headline)]!, lengths!.split('+').map(Number));
    }),
    {},
    format,
  );

/** Page by page: story, columns from and to, lines from and to, text columns, lines of head, and where it goes on. */
const pagesOf = (made: Issue): string =>
  made.pages
    .map(({ frames }, i) =>
      [
        `第${i + 1}版`,
        ...frames.map(({ id, story: of, box: b, columns, headLines, next }) => {
          const place = `栏${b.column + 1}–${b.column + b.span} 行${b.line + 1}–${b.line + b.lines}`;
          return `  ${id} ${of} ${place} 分${columns}栏 题${headLines}行${next === null ? '' : ` → ${next}`}`;
        }),
      ].join('\n'),
    )
    .join('\n');

describe('automatic make-up puts every story where it did', () => {
  it('of issues that are short, long, and just too long for their pages', async () => {
    const made = ISSUES.map(
      ([format, stories]) =>
        `${format} ${stories}\n${pagesOf(makeUpIssue(issueOf(format, stories), newTypesetting(fonts)))}\n`,
    );
    await expect(made.join('\n')).toMatchFileSnapshot('golden/made-up-pages.expected.txt');
  });

  it('of the sample in every format', async () => {
    const { issue: sample } = await sampleTrial();
    const made = (['对开', '四开', '八开', 'A3'] as const).map(
      (format) => `${format}\n${pagesOf(makeUpIssue({ ...sample, format }, newTypesetting(fonts)))}\n`,
    );
    await expect(made.join('\n')).toMatchFileSnapshot('golden/made-up-sample.expected.txt');
  });
});
