import { describe, expect, it } from 'vitest';
import {
  closing,
  FULL,
  full,
  GRID,
  type HandFrame,
  type HandLine,
  kindsOn,
  opening,
  pageWith,
  reportOn,
} from './hand-made-page.ts';

const frameOf = (
  box: HandFrame['box'],
  columns: readonly (readonly HandLine[])[],
  more: Partial<HandFrame> = {},
): HandFrame => ({ box, columns, head: ['河堤补种柳树'], ...more });
const WIDE = { column: 0, span: 2, line: 0, lines: 12 };
const rows = (count: number, last: HandLine = full): readonly HandLine[] => [
  ...Array.from({ length: count - 1 }, () => full),
  last,
];

describe('columns', () => {
  it('do not open with a paragraph’s last line', () => {
    const columns = (second: readonly HandLine[]) => [frameOf(WIDE, [[opening, full, full, full], second])];
    expect(kindsOn(columns([closing, opening, full, closing]))).toEqual(['widow']);
    expect(kindsOn(columns([full, closing, opening, closing]))).toEqual([]);
  });

  it('do not close with a paragraph’s first line', () => {
    const columns = (first: readonly HandLine[]) => [frameOf(WIDE, [first, [full, full, full, closing]])];
    expect(kindsOn(columns([opening, full, closing, opening]))).toEqual(['orphan']);
    expect(kindsOn(columns([opening, closing, opening, full]))).toEqual([]);
  });

  it('keep their lines on the grid and level with each other', () => {
    const off = reportOn(pageWith(full, { ...full, down: 3 }));
    expect(off.findings.map(({ kind }) => kind)).toEqual(['off-grid', 'unaligned']);
    expect(off.findings[0]!.rect).toMatchObject({ x: GRID.origin.x, width: 117, height: 9 });
  });

  it('are level where the whole page is off the grid', () => {
    const down = (line: HandLine): HandLine => ({ ...line, down: 3 });
    const [page] = pageWith(full);
    const moved = { ...page!, columns: page!.columns.map((column) => column.map(down)) };
    expect(new Set(kindsOn([moved]))).toEqual(new Set(['off-grid']));
  });
});

describe('headlines', () => {
  const body = [
    [opening, full, full, full],
    [full, full, full, closing],
  ];
  it('have no line of one character', () => {
    expect(kindsOn([frameOf(WIDE, body, { head: ['河堤补种柳', '树'] })])).toEqual([
      'lone-headline-character',
    ]);
    expect(kindsOn([frameOf(WIDE, body, { head: ['河堤补', '种柳树'] })])).toEqual([]);
  });

  it('set down beside the body have no column of one character', () => {
    const vertical = (...down: readonly string[]) =>
      kindsOn([frameOf(WIDE, [[opening, full, full, full, full, closing]], { head: [], down })]);
    expect(vertical('河堤补种柳树')).not.toContain('lone-headline-character');
    expect(vertical('河堤补种', '柳树')).not.toContain('lone-headline-character');
    expect(vertical('河堤补种柳', '树').filter((kind) => kind === 'lone-headline-character')).toHaveLength(1);
    expect(vertical('河堤补种柳', '树')).not.toContain('stranded-headline');
  });

  it('have three lines of body beneath them', () => {
    const short = [
      frameOf(WIDE, [
        [opening, full],
        [full, closing],
      ]),
    ];
    expect(reportOn(short).findings).toMatchObject([{ kind: 'stranded-headline', value: 2 }]);
    expect(kindsOn([frameOf(WIDE, [[opening, closing]])])).not.toContain('stranded-headline');
  });

  it('within the text do not close a column', () => {
    const subhead: HandLine = { text: '三百棵新柳', opens: true, role: 'subhead' };
    const columns = [
      [opening, full, closing, subhead],
      [opening, full, full, closing],
    ];
    expect(kindsOn([frameOf(WIDE, columns)])).toEqual(['stranded-headline']);
  });

  it('do not stand side by side in one band', () => {
    const beside = (line: number): HandFrame[] => [
      frameOf({ column: 0, span: 1, line: 0, lines: 20 }, [[opening, ...rows(11, closing)]]),
      frameOf({ column: 1, span: 1, line, lines: 20 }, [[opening, ...rows(11 - line, closing)]], {
        head: ['新路灯下月亮起'],
      }),
    ];
    const found = reportOn(beside(0)).findings;
    expect(found).toMatchObject([
      { kind: 'headlines-abreast', story: 's2', text: '河堤补种柳树 ｜ 新路灯下月亮起' },
    ]);
    /* Three lines lower: the head stands beside body. */
    expect(kindsOn(beside(3))).not.toContain('headlines-abreast');
  });
});

describe('the page', () => {
  it('has no white hole of four lines and more', () => {
    const high = { ...WIDE, lines: 14 };
    const short = [frameOf(high, [[opening, ...rows(9)], rows(5, closing)])];
    expect(reportOn(short).findings).toMatchObject([{ kind: 'hole', value: 5, story: 's1', frame: 'f1' }]);
    expect(kindsOn([frameOf(high, [[opening, ...rows(9)], rows(8, closing)])])).toEqual([]);
  });

  /* Body rows of a frame are its lines less 3 of head and 1 at its foot; the grid has 30 lines. */
  const one = (line: number, lines: number) => ({ column: 0, span: 1, line, lines });
  const right = (line: number, lines: number) => ({ ...one(line, lines), column: 1 });
  const whole = frameOf(right(0, 30), [[opening, ...rows(25)]]);
  const cases: readonly (readonly [
    string,
    readonly HandFrame[],
    readonly (readonly [string | null, number])[],
  ])[] = [
    ['a short story in a tall frame', [frameOf(one(0, 30), [[opening, ...rows(9)]]), whole], [['f1', 16]]],
    ['white below a frame', [frameOf(one(0, 10), [[opening, ...rows(5)]]), whole], [[null, 20]]],
    [
      'white in a frame and below it',
      [frameOf(one(0, 15), [[opening, ...rows(4)]]), whole],
      [
        ['f1', 6],
        [null, 15],
      ],
    ],
    [
      'two frames one above the other, both short',
      [frameOf(one(0, 14), [[opening, ...rows(3)]]), frameOf(one(14, 16), [[opening, ...rows(4)]]), whole],
      [
        ['f1', 6],
        ['f2', 7],
      ],
    ],
    [
      'two frames with white between them',
      [frameOf(one(0, 8), [[opening, ...rows(3)]]), frameOf(one(16, 14), [[opening, ...rows(9)]]), whole],
      [[null, 8]],
    ],
    [
      'columns that differ',
      [frameOf({ ...WIDE, lines: 30 }, [[opening, ...rows(20)], rows(10)])],
      [
        ['f1', 5],
        ['f1', 16],
      ],
    ],
  ];
  it.each(cases)('tells the lines of each hole by whose they are: %s', (_, frames, expected) => {
    const found = reportOn(frames, {}, false).findings.filter(({ kind }) => kind === 'hole');
    expect(found.map(({ frame, value }) => [frame, value])).toEqual(expected);
  });

  it('counts what the last page leaves free at its foot as free, not as a hole', () => {
    const report = reportOn(pageWith(full));
    expect(report.pages[0]).toMatchObject({ page: 1, lines: 8, freeFoot: 30 - 3 - 4 });
    expect(report.findings).toEqual([]);
  });

  it('is not cut in two by a white line between stories side by side', () => {
    const half = (column: number, line: number) => ({ column, span: 1, line, lines: 8 });
    const story = [[opening, full, full, full, closing]];
    const abreast = (line: number) => [
      frameOf(half(0, line), story),
      frameOf(half(1, line), story, { head: [] }),
    ];
    expect(kindsOn([...abreast(0), ...abreast(12)])).toContain('through-line');
    /* A story over the whole width is parted from the next one by nothing else. */
    const wide = [
      [opening, full, full, full],
      [full, full, full, closing],
    ];
    expect(kindsOn([frameOf({ ...WIDE, lines: 8 }, wide), ...abreast(12)])).not.toContain('through-line');
    /* A story that reaches across the white in one column stops it. */
    const long = frameOf({ ...half(0, 0), lines: 18 }, [[opening, ...rows(10)]]);
    expect(kindsOn([long, abreast(0)[1]!, abreast(12)[1]!])).not.toContain('through-line');
  });
});

describe('the totals', () => {
  it('count by kind, page and story, and per 1,000 lines', () => {
    const report = reportOn(pageWith(full, { text: FULL.slice(0, 12) }));
    expect(report.totals.lines).toBe(10);
    expect(report.totals.kinds.filter(({ count }) => count > 0)).toEqual([
      { kind: 'forced', name: '排不满的行', count: 1, perThousand: 100 },
    ]);
    expect(report.totals.faultsButLoose).toEqual({ count: 1, perThousand: 100 });
    expect(report.pages[0]!.counts).toEqual({ forced: 1 });
    expect(report.stories).toEqual([
      { story: 's1', headline: '河堤补种柳树', lines: 10, counts: { forced: 1 } },
    ]);
  });
});
