/** Small issues, one for each feature of a page: what the golden dumps show. */
import type { Frame, FrameStyle, Issue, Story } from '../../../core/issue/issue.ts';
import { PLAIN_FRAME } from '../../../core/issue/issue.ts';
import { copy, frame, issue, page, story } from './issue-builder.ts';

const PICTURE = {
  id: 'sha256-0.jpg',
  mime: 'image/jpeg',
  width: 1600,
  height: 1067,
  name: 'willow.jpg',
} as const;

/** The stories on the second page, which has a folio and no masthead. */
const inner = (stories: readonly Story[], frames: readonly Frame[], more: Partial<Issue> = {}): Issue =>
  issue(stories, { pages: [page([]), page(frames, '综合')], pictures: [PICTURE], ...more });

/** The first line below the folio. */
const TOP = 3;
const box = (column: number, span: number, lines: number, line = TOP): Frame['box'] => ({
  column,
  span,
  line,
  lines,
});
const styled = (style: Partial<FrameStyle>, more: Partial<Frame> = {}): Partial<Frame> => ({
  style: { ...PLAIN_FRAME, ...style },
  ...more,
});

const pictured = (lengths: readonly number[], focus?: { x: number; y: number }): Story =>
  story('s1', '河堤公园补种柳树', lengths, {
    pictures: [
      {
        picture: PICTURE.id,
        caption: '新柳成行，孩子们在堤上放风筝。',
        credit: '（记者　方亦然　摄）',
        ...(focus ? { focus } : {}),
      },
    ],
  });

const verticalHead = {
  kicker: '便民出行“最后一公里”',
  headline: '“小公交”开进25条背街小巷',
  deck: '——2026年新开18路（含夜班）',
};

const vertical = (side: 'left' | 'right'): Issue =>
  inner(
    [story('s1', verticalHead.headline, [420, 200], verticalHead)],
    [
      frame(
        'f1',
        's1',
        box(0, 4, 28),
        styled({ head: { place: 'vertical', side, chars: 11 } }, { columns: 3, headLines: 8 }),
      ),
    ],
  );

const plain = (style: Partial<FrameStyle>, more: Partial<Frame> = {}, lengths = [120, 60]): Issue =>
  inner(
    [story('s1', '河堤公园补种柳树', lengths), story('s2', '新路灯下月亮起来', [90])],
    [
      frame('f1', 's1', box(0, 3, 18), styled(style, more)),
      frame('f2', 's2', box(3, 3, 18), { headLines: 4 }),
    ],
  );

const reDivided = (remainder: 'gaps' | 'columns'): Issue =>
  inner(
    [story('s1', '河堤公园补种柳树', [500, 140])],
    [frame('f1', 's1', box(0, 6, 18), styled({ remainder }, { columns: 5, headLines: 6 }))],
  );

export const FEATURES: Readonly<Record<string, Issue>> = {
  'vertical-head-right': vertical('right'),
  'vertical-head-left': vertical('left'),
  'vertical-head-two-columns': inner(
    [
      story('s1', '青年志愿者走进敬老院为老人理发、包饺子、表演节目', [300], {
        breaks: { kicker: [], headline: [5, 10, 16], deck: [] },
      }),
    ],
    [
      frame(
        'f1',
        's1',
        box(0, 3, 30),
        styled({ head: { place: 'vertical', side: 'right', chars: 8 } }, { columns: 2 }),
      ),
    ],
  ),
  'head-beside-the-body': inner(
    [
      story('s1', '“小公交”开进背街小巷，招手就停', [420, 120], {
        kicker: '便民出行',
        deck: '——首批12辆今起上路',
        breaks: { kicker: [], headline: [5, 7, 12], deck: [] },
      }),
    ],
    [
      frame(
        'f1',
        's1',
        box(0, 5, 22),
        styled({ head: { place: 'beside', side: 'left', chars: 11 } }, { columns: 4 }),
      ),
    ],
  ),
  box: plain({}, { border: 'box' }),
  tint: plain({ tint: 0.1 }),
  'top-rule': plain({}, { border: 'top-rule' }),
  'column-rule': inner(
    [pictured([520, 160])],
    [
      frame(
        'f1',
        's1',
        box(0, 4, 28),
        styled({ columnRule: true }, { pictures: [{ index: 0, box: box(2, 2, 12, 0) }] }),
      ),
    ],
  ),
  'unequal-columns': inner(
    [story('s1', '河堤公园补种柳树', [420, 160])],
    [frame('f1', 's1', box(0, 4, 22), styled({ columnChars: [20, 11, 13] }, { columns: 3 }))],
  ),
  're-divided-remainder-in-gaps': reDivided('gaps'),
  're-divided-remainder-in-columns': reDivided('columns'),
  'picture-caption-beside': inner(
    [pictured([400], { x: 0.8, y: 0.3 })],
    [
      frame('f1', 's1', box(0, 4, 24), {
        pictures: [{ index: 0, box: box(1, 3, 12, 0), captionBeside: true }],
      }),
    ],
  ),
  'picture-amid-the-text': inner(
    [pictured([700, 200])],
    [frame('f1', 's1', box(0, 4, 34), { pictures: [{ index: 0, box: box(1, 2, 14, 5) }] })],
  ),
  'briefs-with-bold-lead-in': inner(
    [
      story('s1', '要闻简报', [], {
        kind: 'briefs',
        paragraphs: ['植树造林。', '道路维修。', '图书捐赠。'].map((lead, n) => ({
          role: 'item' as const,
          text: lead + copy(50 + 10 * n),
          marks: [{ from: 0, to: lead.length, kind: 'bold' as const }],
          byline: '（记者　苗新雨）',
        })),
      }),
    ],
    [frame('f1', 's1', box(0, 3, 20), { headLines: 3 })],
  ),
  'standfirst-and-subheads': inner(
    [
      story('s1', '河堤公园补种柳树', [], {
        standfirst: '入春以来，管理处补种新柳300棵。记者今天沿河堤走了一遍。',
        byline: '（记者　方亦然）',
        paragraphs: [
          { role: 'body', text: copy(130), marks: [], byline: '' },
          { role: 'subhead', text: '树种下去，还要管得住', marks: [], byline: '' },
          { role: 'body', text: copy(150), marks: [], byline: '' },
        ],
      }),
    ],
    [frame('f1', 's1', box(0, 3, 20))],
  ),
  'headline-sizes': inner(
    [1, 2, 3, 4].map((n) =>
      story(`s${n}`, n === 1 ? '河堤公园补种柳树三百棵' : '新路灯下月亮起来', [60 * n], {
        kicker: '春来早',
        deck: '——管理处说要管得住',
      }),
    ),
    [
      frame('f1', 's1', box(0, 4, 16), { headLines: 9 }),
      frame('f2', 's2', box(4, 1, 24), { headLines: 10 }),
      frame('f3', 's3', box(0, 3, 20, 20), { headLines: 8 }),
      frame('f4', 's4', box(3, 2, 28, 28), { headLines: 8 }),
    ],
  ),
  'headline-larger-by-steps': plain({ headStep: 2 }, { headLines: 9 }),
  'headline-too-high-for-its-frame': plain({ headStep: 2 }, { headLines: 5 }),
  'thread-on-one-page': inner(
    [story('s1', '河堤公园补种柳树', [300, 280])],
    [
      frame('f1', 's1', box(0, 3, 14), { next: 'f2' }),
      frame('f2', 's1', box(3, 1, 22), { headLines: 0, next: 'f3' }),
      frame('f3', 's1', box(0, 3, 10, 17), { headLines: 0, columns: 2 }),
    ],
  ),
  'story-jumping-twice': issue([story('s1', '河堤公园补种柳树', [300, 280])], {
    pages: [
      page([frame('f1', 's1', { column: 0, span: 2, line: 16, lines: 12 }, { next: 'f2' })]),
      page([frame('f2', 's1', box(0, 2, 12), { headLines: 3, next: 'f3' })], '综合'),
      page([frame('f3', 's1', box(1, 3, 14), { headLines: 3 })], '副刊'),
    ],
  }),
  'imprint-and-staff': inner([story('s1', '河堤公园补种柳树', [60])], [], {
    pages: [
      page([]),
      {
        ...page([frame('f1', 's1', box(0, 2, 12))], '综合'),
        staff: { editor: '方亦然', proofreader: '苗新雨', designer: '程一苇' },
      },
    ],
    imprint: {
      compiler: '区融媒体中心',
      recipients: '区直各单位、各镇（街道）',
      printer: '市印刷厂',
      printDate: '2026年11月20日',
      printRun: '3000份',
    },
  }),
  A3: issue(
    [story('s1', '河堤公园补种柳树', [420, 160], { byline: '（记者　方亦然）' })],
    { pages: [page([frame('f1', 's1', { column: 0, span: 4, line: 18, lines: 24 }, { headLines: 6 })])] },
    'A3',
  ),
};
