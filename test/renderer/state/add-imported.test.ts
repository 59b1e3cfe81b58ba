import { describe, expect, it } from 'vitest';
import type { ImportedFile } from '../../../core/contract/ipc.ts';
import { createEngine } from '../../../core/engine/engine.ts';
import { applyPatches } from '../../../core/issue/edit.ts';
import type { NewImportNote } from '../../../core/issue/import-notes.ts';
import { type ImportNote, type Issue, type PictureInfo, storyOf } from '../../../core/issue/issue.ts';
import { formatOf } from '../../../core/publication/publication.ts';
import { addImported, type ImportTarget } from '../../../renderer/state/add-imported.ts';
import { frame, issue, page, story } from '../../core/makeup/issue-builder.ts';
import { fonts } from '../../core/typeset/fonts.ts';

const picture = (letter: string): PictureInfo => ({
  id: `sha256-${letter.repeat(64)}.jpg`,
  mime: 'image/jpeg',
  width: 1600,
  height: 1000,
  name: `${letter}.jpg`,
});

const pictureFile = (letter: string, name: string): ImportedFile => ({
  kind: 'picture',
  name,
  picture: picture(letter),
  notes: [],
});

type StoriesFile = Extract<ImportedFile, { kind: 'stories' }>;
const storiesFile = (name: string, more: Partial<StoriesFile> = {}): ImportedFile => ({
  kind: 'stories',
  name,
  stories: [story('s1', name, [60]), story('s2', `${name}之二`, [60])],
  facts: null,
  paper: null,
  pictures: [],
  notes: [],
  ...more,
});

const note = (more: Partial<ImportNote> = {}): NewImportNote => ({
  file: '稿.txt',
  line: 3,
  severity: 'warning',
  message: '一处要核对。',
  story: 's1',
  words: '',
  paragraph: 0,
  ...more,
});

const box = (column: number, span: number, line: number, lines: number) => ({ column, span, line, lines });
const made = (): Issue =>
  issue([story('s1', '旧稿', [200]), story('s7', '旧稿二', [100])], {
    pages: [page([frame('f1', 's1', box(0, 4, 15, 40))])],
  });

const add = (files: readonly ImportedFile[], target: ImportTarget = { kind: 'tray' }, to = made()) =>
  addImported(createEngine(fonts), to, files, target);

describe('imported stories', () => {
  it('come last in rank with ids that no story of the issue has, as one edit', () => {
    const { edited, added } = add([storiesFile('一'), storiesFile('二')]);
    expect(added).toEqual(['s8', 's9', 's10', 's11']);
    expect(edited.issue.stories.map(({ id }) => id)).toEqual(['s1', 's7', ...added]);
    expect(edited.name).toBe('导入稿件');
    expect(applyPatches(edited.issue, edited.inverse)).toEqual(made());
    expect(applyPatches(made(), edited.patches)).toEqual(edited.issue);
  });

  it('bring the pictures that they name', () => {
    const own = {
      ...story('s1', '图文', [60]),
      pictures: [{ picture: picture('a').id, caption: '', credit: '' }],
    };
    const { edited, pictures } = add([storiesFile('图文', { stories: [own], pictures: [picture('a')] })]);
    expect(pictures).toBe(1);
    expect(edited.issue.pictures).toEqual([picture('a')]);
  });

  it('bring their notes, by their new ids and in the same step to undo', () => {
    const { edited, notes } = add([
      storiesFile('一', { notes: [note({ story: 's2', words: '撤下的一段。' })] }),
    ]);
    expect(notes).toBe(1);
    expect(edited.issue.importNotes).toEqual([note({ story: 's9', words: '撤下的一段。', id: 'n1' })]);
    const undone = applyPatches(edited.issue, edited.inverse);
    expect(undone).toEqual(made());
    expect(applyPatches(undone, edited.patches)).toEqual(edited.issue);
  });

  it('leave a note of each file that was not taken, even where nothing came in', () => {
    const failed = addImported(createEngine(fonts), made(), [], { kind: 'tray' }, ['“旧稿.wps”打不开。']);
    expect(failed.edited.issue.importNotes.map(({ message, story: own }) => [message, own])).toEqual([
      ['“旧稿.wps”打不开。', null],
    ]);
    expect(failed.edited.name).toBe('导入提示');
  });

  it('fill only those facts of the masthead that the issue has not', () => {
    const facts = { date: '2020-03-15', number: 9, totalNumber: 636 };
    const blank = { ...made(), masthead: { date: null, number: 43, totalNumber: null } };
    const { edited } = add([storiesFile('一', { facts })], { kind: 'tray' }, blank);
    expect(edited.issue.masthead).toEqual({ date: '2020-03-15', number: 43, totalNumber: 636 });
    expect(add([storiesFile('一', { facts })]).edited.issue.masthead).toEqual(made().masthead);
  });

  it('wait in the tray where several are dropped on a page, and one stands where it was dropped', () => {
    const at = { page: 0, at: { x: 30, y: 900 } };
    expect(add([storiesFile('一')], { kind: 'page', ...at }).edited.issue.pages).toEqual(made().pages);
    const one = storiesFile('一', { stories: [story('s1', '一', [60])] });
    const { edited } = add([one], { kind: 'page', ...at });
    const placed = edited.issue.pages[0]!.frames.at(-1)!;
    const format = formatOf(edited.issue.publication, edited.issue.format);
    expect(placed.story).toBe('s8');
    expect(placed.box.column).toBe(0);
    expect(placed.box.line).toBe(Math.floor((900 - format.origin.y) / format.pitch));
  });

  it('wait in the tray where they are dropped on what is taken', () => {
    const one = storiesFile('一', { stories: [story('s1', '一', [60])] });
    const format = formatOf(made().publication, made().format);
    const at = { x: format.origin.x + 5, y: format.origin.y + 20 * format.pitch };
    const { edited } = add([one], { kind: 'page', page: 0, at });
    expect(edited.issue.pages).toEqual(made().pages);
    expect(storyOf(edited.issue, 's8').headline).toBe('一');
  });
});

describe('imported pictures', () => {
  it('become stories of their own in the tray; the name of a file is no caption', () => {
    const { edited, added } = add([pictureFile('a', '消防演练.jpg'), pictureFile('b', 'IMG_2031.JPG')]);
    expect(edited.name).toBe('添加图片');
    expect(added.map((id) => storyOf(edited.issue, id).pictures[0]!.caption)).toEqual(['', '']);
    expect(added.map((id) => storyOf(edited.issue, id).headline)).toEqual(['', '']);
  });

  it('go to the story that names their file, with the caption that waited, and end the note', () => {
    const awaited = { kind: 'picture', file: 'img/A.jpg', caption: '新馆开门。', credit: '甲 摄' } as const;
    const copy = storiesFile('图文', { notes: [note({ story: 's2', about: awaited })] });
    for (const files of [
      [copy, pictureFile('a', 'a.jpg')],
      [pictureFile('a', 'a.jpg'), copy],
    ]) {
      const { edited, added } = add(files);
      expect(added).toEqual(['s8', 's9']);
      expect(storyOf(edited.issue, 's9').pictures).toEqual([
        { picture: picture('a').id, caption: '新馆开门。', credit: '甲 摄' },
      ]);
      expect(edited.issue.importNotes).toEqual([]);
      expect(applyPatches(edited.issue, edited.inverse)).toEqual(made());
    }
  });

  it('stand in the frame that they were dropped on, one below the other', () => {
    const { edited, withoutRoom } = add([pictureFile('a', '一.jpg'), pictureFile('b', '二.jpg')], {
      kind: 'frame',
      frame: 'f1',
    });
    const { pictures, columns, box: own } = edited.issue.pages[0]!.frames[0]!;
    expect(withoutRoom).toBe(0);
    expect(pictures.map(({ index }) => index)).toEqual([0, 1]);
    expect(pictures[0]!.box.column + pictures[0]!.box.span).toBe(columns);
    expect(pictures[1]!.box.line).toBe(pictures[0]!.box.line + pictures[0]!.box.lines);
    for (const { box } of pictures) expect(box.line + box.lines).toBeLessThan(own.lines);
    expect(storyOf(edited.issue, 's1').pictures).toHaveLength(2);
    expect(applyPatches(edited.issue, edited.inverse)).toEqual(made());
  });

  it('go to the story of a frame that has no room, and are counted', () => {
    const low = {
      ...made(),
      pages: [page([frame('f1', 's1', box(0, 4, 15, 7))])],
    };
    const { edited, withoutRoom } = add([pictureFile('a', '一.jpg')], { kind: 'frame', frame: 'f1' }, low);
    expect(withoutRoom).toBe(1);
    expect(edited.issue.pages).toEqual(low.pages);
    expect(storyOf(edited.issue, 's1').pictures).toHaveLength(1);
  });

  it('go to a story of the tray that they were dropped on', () => {
    const { edited, added } = add([pictureFile('a', '一.jpg')], { kind: 'story', story: 's7' });
    expect(added).toEqual([]);
    expect(storyOf(edited.issue, 's7').pictures[0]!.picture).toBe(picture('a').id);
    expect(edited.issue.pages).toEqual(made().pages);
  });
});
