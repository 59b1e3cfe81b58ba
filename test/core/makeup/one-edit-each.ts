/**
 * One page each of what a newspaper has, and one small edit for each thing that a page is made from. Every edit keeps
 * all other values the same objects, as edits in the editor do: what was kept of them stays in use.
 */
import type { Frame, Issue, Page, Story } from '../../../core/issue/issue.ts';
import { PLAIN_FRAME, paragraph } from '../../../core/issue/issue.ts';
import type { Publication, Stylebook, TextStyle } from '../../../core/publication/publication.ts';
import { copy, frame, issue, page, story } from './issue-builder.ts';

const PICTURE = {
  id: 'sha256-0.jpg',
  mime: 'image/jpeg',
  width: 1600,
  height: 1067,
  name: 'willow.jpg',
} as const;

const box = (column: number, span: number, line: number, lines: number): Frame['box'] => ({
  column,
  span,
  line,
  lines,
});

/** On page 1 below the masthead: lead, a story in two frames, refers. On page 2 all else. */
export const wholeIssue = (): Issue =>
  issue(
    [
      story('s1', '河堤公园补种柳树三百棵', [150, 0, 160, 40, 300], {
        kicker: '春来早',
        deck: '——管理处说要管得住',
        standfirst: '入春以来，管理处补种新柳300棵。',
        breaks: { kicker: [], headline: [4, 6, 8], deck: [] },
        byline: '（记者　方亦然）',
        credit: '（据新华社）',
        paragraphs: [
          { ...paragraph(copy(150)), marks: [{ from: 0, to: 6, kind: 'bold' }] },
          paragraph('树种下去，还要管得住', 'subhead'),
          paragraph(copy(160)),
          paragraph(copy(300)),
        ],
        pictures: [{ picture: PICTURE.id, caption: '新柳成行。', credit: '（程一苇　摄）' }],
      }),
      story('s2', '新路灯下月亮起来', [200, 130], { byline: '（苗新雨）', refersTo: 2 }),
      story('s3', '要闻简报', [], {
        kind: 'briefs',
        paragraphs: [1, 2, 3].map((n) => ({
          ...paragraph(copy(40 + n), 'item'),
          byline: '（记者　苗新雨）',
        })),
      }),
      story('s4', '', [], {
        kind: 'refers',
        paragraphs: [paragraph('小公交开进背街小巷', 'item'), paragraph('社区食堂添了新菜', 'item')],
      }),
      story('s5', '启事', [60], { kind: 'notice' }),
      story('s6', '“小公交”开进25条背街小巷', [260], { kicker: '最后一公里', deck: '——首批12辆' }),
      story('s7', '招手就停随叫就到的公交', [200], {
        /* There is no such page. */
        refersTo: 4,
        breaks: { kicker: [], headline: [4, 8], deck: [] },
      }),
    ],
    {
      pages: [
        page([
          frame('f1', 's1', box(0, 4, 17, 30), {
            headLines: 9,
            next: 'f4',
            pictures: [{ index: 0, box: box(1, 2, 2, 10) }],
          }),
          frame('f2', 's2', box(4, 2, 17, 12), { headLines: 4, next: 'f3' }),
          frame('f3', 's2', box(4, 1, 30, 20), { headLines: 0 }),
          frame('f5', 's4', box(0, 4, 50, 12), { headLines: 3 }),
        ]),
        {
          ...page(
            [
              frame('f4', 's1', box(0, 2, 3, 20), { columns: 1, headLines: 3 }),
              frame('f6', 's3', box(2, 4, 3, 14), { headLines: 3 }),
              frame('f7', 's5', box(0, 2, 25, 10), { headLines: 3, border: 'box' }),
              frame('f8', 's6', box(2, 4, 20, 18), {
                columns: 3,
                headLines: 8,
                style: { ...PLAIN_FRAME, head: { place: 'vertical', side: 'right', chars: 11 } },
              }),
              frame('f9', 's7', box(0, 4, 44, 12), {
                columns: 3,
                style: {
                  ...PLAIN_FRAME,
                  head: { place: 'beside', side: 'left', chars: 8 },
                  columnRule: true,
                },
              }),
              /* Nothing of its story leads to it. */
              frame('f10', 's2', box(4, 2, 44, 12), { headLines: 0 }),
            ],
            '综合',
          ),
          staff: { editor: '方亦然', proofreader: '苗新雨', designer: '程一苇' },
        },
        page([], '言论'),
      ],
      pictures: [PICTURE],
      imprint: {
        compiler: '区融媒体中心',
        recipients: '区直各单位',
        printer: '市印刷厂',
        printDate: '2026年11月20日',
        printRun: '3000份',
      },
    },
  );

type Edit = (from: Issue) => Issue;

const ofStory =
  (id: string, change: Partial<Story> | ((from: Story) => Partial<Story>)): Edit =>
  (from) => ({
    ...from,
    stories: from.stories.map((one) =>
      one.id === id ? { ...one, ...(typeof change === 'function' ? change(one) : change) } : one,
    ),
  });

const ofPage =
  (index: number, change: (from: Page) => Partial<Page>): Edit =>
  (from) => ({
    ...from,
    pages: from.pages.map((one, i) => (i === index ? { ...one, ...change(one) } : one)),
  });

const ofFrame =
  (id: string, change: (from: Frame) => Partial<Frame>): Edit =>
  (from) => ({
    ...from,
    pages: from.pages.map((one) =>
      one.frames.some((each) => each.id === id)
        ? { ...one, frames: one.frames.map((each) => (each.id === id ? { ...each, ...change(each) } : each)) }
        : one,
    ),
  });

const ofPublication =
  (change: (from: Publication) => Partial<Publication>): Edit =>
  (from) => ({ ...from, publication: { ...from.publication, ...change(from.publication) } });

const ofBook = (change: (from: Stylebook) => Partial<Stylebook>): Edit =>
  ofPublication(({ stylebook }) => ({ stylebook: { ...stylebook, ...change(stylebook) } }));

const larger = (style: TextStyle): TextStyle => ({ ...style, size: style.size * 1.25 });
const LARGER: readonly (keyof Stylebook &
  (
    | 'body'
    | 'standfirst'
    | 'byline'
    | 'caption'
    | 'jumpLine'
    | 'folio'
    | 'imprint'
    | 'subhead'
    | 'briefsTitle'
    | 'refersTitle'
  ))[] = [
  'standfirst',
  'byline',
  'caption',
  'jumpLine',
  'folio',
  'imprint',
  'subhead',
  'briefsTitle',
  'refersTitle',
];

export const EDITS: readonly (readonly [what: string, edit: Edit])[] = [
  ['引题', ofStory('s1', { kicker: '春天来得早' })],
  ['引题 of a head set down the page', ofStory('s6', { kicker: '出行' })],
  ['主题', ofStory('s1', { headline: '河堤公园补种柳树五百多棵' })],
  ['主题 over a continuation', ofStory('s1', { headline: '河堤补种柳树' })],
  ['主题 of a head set down the page', ofStory('s6', { headline: '小公交开进小巷' })],
  ['主题 of a head beside the body', ofStory('s7', { headline: '招手就走' })],
  ['副题', ofStory('s1', { deck: '——管理处说还要管好' })],
  ['副题 of a head set down the page', ofStory('s6', { deck: '——首批20辆' })],
  ['提要', ofStory('s1', { standfirst: '入春以来，河堤补种新柳。' })],
  ['no 提要, so that paragraphs stand elsewhere in the list', ofStory('s1', { standfirst: '' })],
  ['where a headline breaks', ofStory('s7', { breaks: { kicker: [], headline: [5], deck: [] } })],
  ['署名', ofStory('s1', { byline: '（记者　方亦然　苗新雨）' })],
  ['来源', ofStory('s1', { credit: '（据人民日报）' })],
  ['详见几版', ofStory('s7', { refersTo: 5 })],
  ['字距', ofStory('s2', { tracking: 0.02 })],
  ['an article made refers', ofStory('s2', { kind: 'refers' })],
  ['briefs made refers', ofStory('s3', { kind: 'refers' })],
  ['briefs made a notice', ofStory('s3', { kind: 'notice' })],
  ['the lead made briefs, so that another story leads', ofStory('s1', { kind: 'briefs' })],
  [
    'the text of a paragraph',
    ofStory('s1', ({ paragraphs }) => ({ paragraphs: paragraphs.with(2, paragraph(copy(220))) })),
  ],
  [
    'a paragraph more before others',
    ofStory('s2', ({ paragraphs }) => ({ paragraphs: [paragraph(copy(30)), ...paragraphs] })),
  ],
  [
    'an empty paragraph before others, which stand where they stood',
    ofStory('s2', ({ paragraphs }) => ({ paragraphs: [paragraph(''), ...paragraphs] })),
  ],
  ['the order of paragraphs', ofStory('s2', ({ paragraphs }) => ({ paragraphs: paragraphs.toReversed() }))],
  [
    '加粗',
    ofStory('s1', ({ paragraphs }) => ({
      paragraphs: paragraphs.with(0, { ...paragraphs[0]!, marks: [{ from: 0, to: 12, kind: 'bold' }] }),
    })),
  ],
  [
    'a subhead made body',
    ofStory('s1', ({ paragraphs }) => ({
      paragraphs: paragraphs.with(1, { ...paragraphs[1]!, role: 'body' }),
    })),
  ],
  [
    'the byline of a brief',
    ofStory('s3', ({ paragraphs }) => ({
      paragraphs: paragraphs.with(1, { ...paragraphs[1]!, byline: '（方亦然）' }),
    })),
  ],
  [
    '图注',
    ofStory('s1', ({ pictures }) => ({ pictures: [{ ...pictures[0]!, caption: '新柳成行，堤上风筝。' }] })),
  ],
  [
    '摄影署名',
    ofStory('s1', ({ pictures }) => ({ pictures: [{ ...pictures[0]!, credit: '（方亦然　摄）' }] })),
  ],
  [
    'what a crop keeps in sight',
    ofStory('s1', ({ pictures }) => ({ pictures: [{ ...pictures[0]!, focus: { x: 0.9, y: 0.1 } }] })),
  ],
  ['日期', (from) => ({ ...from, masthead: { ...from.masthead, date: '2026-11-27' } })],
  ['期号', (from) => ({ ...from, masthead: { ...from.masthead, number: 44 } })],
  ['总期号', (from) => ({ ...from, masthead: { ...from.masthead, totalNumber: 959 } })],
  ['版记', (from) => ({ ...from, imprint: { ...from.imprint, printRun: '5000份' } })],
  ['版名', ofPage(1, () => ({ name: '副刊' }))],
  ['责任编辑', ofPage(1, ({ staff }) => ({ staff: { ...staff, editor: '苗新雨' } }))],
  [
    'the size of a picture’s file',
    (from) => ({ ...from, pictures: [{ ...PICTURE, width: 400, height: 900 }] }),
  ],
  [
    'a paragraph more and no 提要, so that the others stand elsewhere in the body only',
    ofStory('s1', ({ paragraphs }) => ({ standfirst: '', paragraphs: [paragraph(copy(20)), ...paragraphs] })),
  ],
  [
    'which page is the first',
    (from) => ({ ...from, pages: [from.pages[1]!, from.pages[0]!, from.pages[2]!] }),
  ],
  ['the order of pages', (from) => ({ ...from, pages: [from.pages[0]!, from.pages[2]!, from.pages[1]!] })],
  [
    'the order of stories that do not lead',
    (from) => ({ ...from, stories: [...from.stories.slice(0, 5), from.stories[6]!, from.stories[5]!] }),
  ],
  [
    'a story more that has no place',
    (from) => ({ ...from, stories: [...from.stories, story('s8', '夜市开张', [80])] }),
  ],
  ['the name of a frame', ofFrame('f9', () => ({ id: 'f90' }))],
  [
    'the name of a story',
    (from) => ({
      ...ofStory('s7', { id: 's70' })(from),
      pages: from.pages.map((one) => ({
        ...one,
        frames: one.frames.map((each) => (each.story === 's7' ? { ...each, story: 's70' } : each)),
      })),
    }),
  ],
  ['a page more', (from) => ({ ...from, pages: [...from.pages, page([], '副刊')] })],
  [
    'a page between, so that a story goes on elsewhere',
    (from) => ({ ...from, pages: from.pages.toSpliced(1, 0, page([], '副刊')) }),
  ],
  [
    'the order of stories, so that another leads',
    (from) => ({ ...from, stories: [from.stories[1]!, from.stories[0]!, ...from.stories.slice(2)] }),
  ],
  ['a story before all', (from) => ({ ...from, stories: [story('s0', '头条', [30]), ...from.stories] })],
  ['开本', (from) => ({ ...from, format: '八开' })],
  ['开本 with other columns', (from) => ({ ...from, format: '对开' })],
  ['where a frame stands', ofFrame('f2', ({ box: b }) => ({ box: { ...b, line: b.line + 1 } }))],
  ['how high a frame is', ofFrame('f1', ({ box: b }) => ({ box: { ...b, lines: b.lines - 4 } }))],
  ['columns of a frame', ofFrame('f1', () => ({ columns: 3 }))],
  ['lines of a head', ofFrame('f1', () => ({ headLines: 11 }))],
  ['the chain of frames', ofFrame('f2', () => ({ next: null }))],
  ['where a picture stands', ofFrame('f1', () => ({ pictures: [{ index: 0, box: box(0, 2, 6, 10) }] }))],
  [
    'a caption beside its picture',
    ofFrame('f1', () => ({ pictures: [{ index: 0, box: box(0, 3, 2, 10), captionBeside: true }] })),
  ],
  ['加框', ofFrame('f2', () => ({ border: 'box' }))],
  ['底纹', ofFrame('f7', ({ style }) => ({ style: { ...style, tint: 0.2 } }))],
  ['栏线', ofFrame('f1', ({ style }) => ({ style: { ...style, columnRule: true } }))],
  ['size of a head', ofFrame('f2', ({ style }) => ({ style: { ...style, headStep: -1 } }))],
  [
    'a head beside the body',
    ofFrame('f1', ({ style }) => ({
      style: { ...style, head: { place: 'beside', side: 'left', chars: 10 } },
    })),
  ],
  ['the story of a frame', ofFrame('f9', () => ({ story: 's3' }))],
  ['报名', ofPublication(({ masthead }) => ({ masthead: { ...masthead, nameplate: '上街日报' } }))],
  ['监督电话', ofPublication(({ masthead }) => ({ masthead: { ...masthead, hotline: '监督电话 12345' } }))],
  [
    'columns of the format',
    ofPublication(({ formats }) => ({
      formats: formats.map((one) => ({ ...one, gapChars: one.gapChars + 0.5 })),
    })),
  ],
  [
    'lines of the masthead',
    ofPublication(({ formats }) => ({
      formats: formats.map((one) => ({ ...one, mastheadLines: one.mastheadLines + 4 })),
    })),
  ],
  [
    'line pitch',
    ofPublication(({ formats }) => ({
      formats: formats.map((one) => ({ ...one, pitch: one.pitch * 1.02 })),
    })),
  ],
  [
    'size of headlines',
    ofBook(({ headlines, leadHeadlines }) => ({
      headlines: headlines.map((one) => ({ ...one, headline: larger(one.headline) })),
      leadHeadlines: leadHeadlines.map((one) => ({ ...one, headline: larger(one.headline) })),
    })),
  ],
  [
    'size of kickers',
    ofBook(({ headlines, leadHeadlines }) => ({
      headlines: headlines.map((one) => ({ ...one, kicker: larger(one.kicker) })),
      leadHeadlines: leadHeadlines.map((one) => ({ ...one, kicker: larger(one.kicker) })),
    })),
  ],
  ['face of the body', ofBook(({ body }) => ({ body: { ...body, face: 'kai' } }))],
  ['indent', ofBook(({ composition }) => ({ composition: { ...composition, indent: 1 } }))],
  [
    '禁则',
    ofBook(({ composition }) => ({
      composition: {
        ...composition,
        hanging: !composition.hanging,
        adjacentMarksInOneEm: !composition.adjacentMarksInOneEm,
      },
    })),
  ],
  ...LARGER.map((name) => [`size of ${name}`, ofBook((book) => ({ [name]: larger(book[name]) }))] as const),
];

/** Edits of issues that are made for them: what is kept, the issue, the edit. */
export const ODD_EDITS: readonly (readonly [what: string, from: Issue, edit: Edit])[] = [
  [
    'the size of the nameplate’s picture, over a page without stories',
    ofPublication(({ masthead }) => ({ masthead: { ...masthead, nameplatePicture: PICTURE.id } }))({
      ...wholeIssue(),
      pages: [page([]), ...wholeIssue().pages.slice(1)],
    }),
    (from) => ({ ...from, pictures: [{ ...PICTURE, width: 400, height: 900 }] }),
  ],
  [
    'the date, without which there is room for the names in the folio',
    ofPage(1, ({ staff }) => ({
      staff: { ...staff, editor: '方亦然　苗新雨　程一苇　赵大河　钱小川　孙一山' },
    }))(wholeIssue()),
    (from) => ({ ...from, masthead: { ...from.masthead, date: null } }),
  ],
  [
    'the frame that a chain ends in, so that it is a ring and no frame of it is laid out',
    ofFrame('f5', ({ box: b }) => ({ box: { ...b, line: b.line - 4 } }))(wholeIssue()),
    ofFrame('f4', () => ({ next: 'f1' })),
  ],
];

const LATIN = ' The 2026 open day of the riverside park begins at nine';

/** Latin letters in every text: only they, of all that is set, are as wide as their font says. */
export const withLatin = (of: Issue): Issue => {
  const longer = (text: string): string => (text === '' ? '' : text + LATIN);
  return {
    ...of,
    stories: of.stories.map((one) => ({
      ...one,
      kicker: longer(one.kicker),
      headline: longer(one.headline),
      deck: longer(one.deck),
      standfirst: longer(one.standfirst),
      byline: longer(one.byline),
      paragraphs: one.paragraphs.map((each) => ({ ...each, text: each.text + LATIN.repeat(3) })),
      pictures: one.pictures.map((each) => ({ ...each, caption: longer(each.caption) })),
    })),
  };
};

/** The same values, every one of them new: nothing that was kept is known for them. */
export const allNew = (of: Issue): Issue => structuredClone(of);
