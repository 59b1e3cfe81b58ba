/** The gate before an export and a print: what it says, and where it leads. */
import { describe, expect, it } from 'vitest';
import { NO_FACTS, type PressFacts, pressFindings } from '../../../core/check/press-gate.ts';
import { layOutIssue } from '../../../core/display/lay-out-issue.ts';
import type { Frame, ImportNote, Imprint, Issue, Story } from '../../../core/issue/issue.ts';
import { fonts } from '../../core/typeset/fonts.ts';
import { copy, frame, issue, page, story } from '../makeup/issue-builder.ts';

const IMPRINT: Imprint = {
  compiler: '',
  recipients: '全区各单位',
  printer: '某某印刷厂',
  printDate: '2026年11月20日',
  printRun: '3000份',
};
const PICTURE = {
  id: 'sha256-0.jpg',
  mime: 'image/jpeg',
  width: 1600,
  height: 1067,
  name: '湖.jpg',
} as const;

const findings = (of: Issue, facts: PressFacts = NO_FACTS) =>
  pressFindings(of, layOutIssue(of, fonts), facts);
const kinds = (of: Issue, facts?: PressFacts) => findings(of, facts).map(({ kind }) => kind);

/** A story of about that many lines of the whole width, on a page of its own. */
const full = (more: Partial<Issue> = {}, own: Partial<Story> = {}, place: Partial<Frame> = {}): Issue =>
  issue([story('s1', '河堤公园补种柳树', [1500, 1500, 1000], own)], {
    imprint: IMPRINT,
    pages: [
      page([frame('f1', 's1', { column: 0, span: 6, line: 15, lines: 74 }, { headLines: 8, ...place })]),
    ],
    ...more,
  });

describe('the gate before a print', () => {
  it('says nothing of a page that is as it should be', () => {
    expect(findings(full())).toEqual([]);
  });

  it('says what does not fit and what covers something else, with its page and frame', () => {
    const low = full({}, { paragraphs: story('', '', [6000, 6000]).paragraphs });
    expect(findings(low)).toMatchObject([{ kind: 'overset', page: 1, story: 's1', frame: 'f1' }]);
    const two = full({}, {}, {});
    const over = {
      ...two,
      pages: [page([...two.pages[0]!.frames, frame('f2', 's1', { column: 0, span: 2, line: 30, lines: 9 })])],
    };
    expect(kinds(over)).toContain('overlap');
  });

  it('says which characters and faces are missing', () => {
    expect(kinds(full({}, { headline: '河堤\u{10ABCD}' }))).toContain('missing-glyph');
    const { publication } = full();
    const masthead = { ...publication.masthead, nameplateFace: 'user:no-such' as const };
    expect(kinds(full({ publication: { ...publication, masthead } as Issue['publication'] }))).toContain(
      'missing-font',
    );
  });

  it('says which pictures are missing, damaged, without room or without a place', () => {
    const pictures = [{ picture: PICTURE.id, caption: '', credit: '' }];
    const shown = { pictures: [{ index: 0, box: { column: 0, span: 2, line: 0, lines: 10 } }] };
    expect(kinds(full({ pictures: [PICTURE] }, { pictures }, shown))).toEqual([]);
    expect(findings(full({}, { pictures }, shown))).toMatchObject([
      { kind: 'missing-picture', page: 1, frame: 'f1' },
    ]);
    const broken = findings(full({ pictures: [PICTURE] }, { pictures }, shown), {
      ...NO_FACTS,
      faults: new Map([[PICTURE.id, 'damaged']]),
    });
    expect(broken.map(({ message }) => message)).toEqual([
      '第1版“河堤公园补种柳树”的图片“湖.jpg”已损坏，画不出来，印出来是一块灰，请换上完好的图片。',
    ]);
    expect(kinds(full({ pictures: [PICTURE] }, { pictures }))).toEqual(['unplaced-picture']);
    const low = { pictures: [{ index: 0, box: { column: 0, span: 2, line: 0, lines: 20 } }], headLines: 72 };
    expect(kinds(full({ pictures: [PICTURE] }, { pictures, paragraphs: [] }, low))).toContain(
      'unshown-picture',
    );
  });

  it('takes from the notes of an import only what is printed wrong', () => {
    const note = (id: string, about: ImportNote['about']): ImportNote => ({
      id,
      file: 'a.txt',
      line: 1,
      severity: 'warning',
      message: id,
      story: null,
      words: '',
      paragraph: null,
      ...(about ? { about } : {}),
    });
    const { nameplate } = full().publication.masthead;
    const importNotes = [
      note('n1', { kind: 'nameplate', text: nameplate }),
      note('n2', { kind: 'nameplate', text: '别处日报' }),
      note('n3', { kind: 'picture' } as ImportNote['about']),
      note('n4', undefined),
    ];
    expect(findings(full({ importNotes })).map(({ message }) => message)).toEqual(['n1', 'n3']);
    /* What lies in the tray is not printed. */
    const inTray = { ...note('n5', { kind: 'picture' } as ImportNote['about']), story: 's2' };
    const stories = [...full().stories, story('s2', '小镇夜市', [100])];
    expect(findings(full({ stories, importNotes: [inTray] }))).toEqual([]);
  });

  it('says which facts of head and imprint are empty, with their field', () => {
    expect(findings(full({ masthead: { date: null, number: null, totalNumber: 1 } }))).toMatchObject([
      { kind: 'missing-masthead-fact', page: 1, field: 'date' },
      { kind: 'missing-masthead-fact', page: 1, field: 'number' },
    ]);
    expect(findings(full({ imprint: { ...IMPRINT, printer: ' ', printRun: '' } }))).toMatchObject([
      {
        kind: 'missing-imprint-fact',
        page: 1,
        field: 'imprint',
        message: expect.stringContaining('印刷单位、印数'),
      },
    ]);
    const { publication } = full();
    const nobody = { ...publication, masthead: { ...publication.masthead, publisher: '' } };
    expect(kinds(full({ publication: nobody }))).toEqual(['missing-masthead-fact', 'missing-imprint-fact']);
  });

  it('is in the order of the pages', () => {
    const pages = [full().pages[0]!, page([]), page([])];
    expect(findings(full({ pages })).map((finding) => finding.page)).toEqual([2, 3]);
  });
});

describe('a page that is white', () => {
  const white = (of: Issue) => findings(of).filter(({ kind }) => kind === 'white-page');
  const text = (characters: number) => ({ paragraphs: story('', '', [characters]).paragraphs });

  it('is told from a quarter of its type area on, by what is printed and not by its frames', () => {
    expect(white(full({}, text(4000)))).toEqual([]);
    expect(white(full({}, text(1200)))).toMatchObject([{ page: 1, severity: 'warning' }]);
    const message = white(full({ pages: [page([]), ...full().pages] }))[0]!.message;
    expect(message).toBe(
      '第1版空着 83%，合通栏 73 行、约 0.8 版：请补稿、放大标题和图片，或核对是否有意留白。',
    );
  });

  it('is not told of air between stories, short last lines and centred headlines', () => {
    const stories = Array.from({ length: 9 }, (_, n) => story(`s${n}`, '新柳', [470]));
    const frames = stories.map(({ id }, n) =>
      frame(`f${n}`, id, { column: 0, span: 6, line: 15 + n * 8, lines: 8 }, { headLines: 3 }),
    );
    expect(white(issue(stories, { imprint: IMPRINT, pages: [page(frames)] }))).toEqual([]);
    const lines = story('s1', '新柳', [], {
      paragraphs: Array.from({ length: 380 }, () => story('', '', [20]).paragraphs[0]!),
    });
    expect(copy(20).length).toBeLessThan(60);
    expect(white({ ...full(), stories: [lines] })).toEqual([]);
  });

  it('is not told of a page that a picture fills', () => {
    const pictures = [{ picture: PICTURE.id, caption: '', credit: '' }];
    const whole = { pictures: [{ index: 0, box: { column: 0, span: 6, line: 0, lines: 72 } }], headLines: 0 };
    expect(white(full({ pictures: [PICTURE] }, { pictures, paragraphs: [], headline: '' }, whole))).toEqual(
      [],
    );
  });
});
