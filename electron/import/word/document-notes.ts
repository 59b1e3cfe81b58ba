/**
 * What a Word document has to tell beside its text (core/manuscript/copy-note.ts): words that are not printed, with
 * which they can be put back; what was made of formulas, readings, tables; what could not be taken. Remarks of one
 * kind about one line are one note, and a document that has very many ends in one that holds the rest.
 */
import { wordsInScript } from '../../../core/issue/script-forms.ts';
import type { CopyNote } from '../../../core/manuscript/copy-note.ts';
import type { Block, ParagraphBlock, Remark, RemarkKind, Standing } from './blocks.ts';

/** Notes of one kind that an editor reads one by one. */
const MOST_OF_A_KIND = 40;
const EXCERPT = 24;

export interface NoteSource {
  readonly blocks: readonly Block[];
  readonly remarks: readonly Remark[];
  readonly lineOf: ReadonlyMap<Block, number>;
  /** Characters that stand where they were moved to. */
  readonly movedTo: number;
  /** Parts that could not be read whole. */
  readonly broken: readonly string[];
}

const excerpt = (words: string): string => {
  const line = words
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('／')
    .replace(/<\/?su[bp]>/g, '');
  /* No more than two units a character. */
  const first = [...line.slice(0, 2 * EXCERPT + 2)];
  return first.length > EXCERPT ? `${first.slice(0, EXCERPT).join('')}…` : line;
};

const quoted = (words: string): string => (words.trim() === '' ? '' : `“${excerpt(words)}”`);

export const documentNotes = (source: NoteSource): CopyNote[] => {
  const paragraphs = paragraphsOf(source.blocks);
  return [
    ...leftOut(paragraphs, source),
    ...changesNotes(paragraphs, source),
    ...remarkNotes(source),
    ...layoutNotes(source),
    ...source.broken.map((part) =>
      note('warning', `文档里的“${part}”这一部分坏了，没有读全，请对照原稿核对。`),
    ),
  ]
    .map((one) => ({ ...one, message: clean(one.message).replaceAll('\n', ' '), words: clean(one.words) }))
    .sort((a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER));
};

const note = (
  severity: CopyNote['severity'],
  message: string,
  words = '',
  line: number | null = null,
): CopyNote => ({ severity, message, words, line });

/** Words as an issue can hold them. */
const clean = (words: string): string =>
  words
    .replaceAll('\t', '\u3000')
    .replace(/<\/?su[bp]>/g, '')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .trim();

const paragraphsOf = (blocks: readonly Block[], found: ParagraphBlock[] = []): ParagraphBlock[] => {
  for (const block of blocks) {
    if (block.kind === 'paragraph') found.push(block);
    else if (block.kind === 'box') paragraphsOf(block.blocks, found);
    else if (block.kind === 'table')
      for (const row of block.rows) for (const cell of row) paragraphsOf(cell, found);
  }
  return found;
};

type LeftOut = Exclude<Standing, 'printed' | 'deleted' | 'moved'>;

const LEFT_OUT: Readonly<Record<LeftOut, (words: string) => string>> = {
  hidden: (words) => `隐藏的文字${words}没有排入，要用请放回。`,
  white: (words) => `白色的文字${words}没有排入，要用请放回。`,
  tiny: (words) => `小到看不见的文字${words}没有排入，要用请放回。`,
  struck: (words) => `带删除线的文字${words}没有排入，要用请放回。`,
  form: (words) => `审签单上的${words}不是稿件，没有排入，要用请放回。`,
  placeholder: (words) => `未填写的提示${words}没有排入。`,
};

const isLeftOut = (standing: Standing): standing is LeftOut => Object.hasOwn(LEFT_OUT, standing);

interface Passage {
  readonly standing: LeftOut;
  words: string;
  readonly line: number;
}

/** A passage of one kind is one note, also over several paragraphs. */
const leftOut = (paragraphs: readonly ParagraphBlock[], { lineOf }: NoteSource): CopyNote[] => {
  const passages: Passage[] = [];
  let open: Passage | undefined;
  for (const paragraph of paragraphs) {
    if (open) open.words += '\n';
    for (const { standing, text: plain, script } of paragraph.runs) {
      const text = wordsInScript(plain, script);
      if (isLeftOut(standing)) {
        if (open?.standing !== standing) {
          open = { standing, words: '', line: lineOf.get(paragraph) ?? 1 };
          passages.push(open);
        }
        open.words += text;
      } else if (text.trim() !== '') open = undefined;
    }
  }
  return limited(
    passages
      .filter(({ words }) => words.trim() !== '')
      .map(({ standing, words, line }) => {
        const trimmed = words.trim().replace(/\n{2,}/g, '\n');
        return {
          kind: standing,
          note: note(
            standing === 'form' ? 'note' : 'warning',
            LEFT_OUT[standing](quoted(trimmed)),
            trimmed,
            line,
          ),
        };
      }),
  );
};

/** Tracked changes: what was deleted is not printed, what was inserted is, what was moved stands where it went. */
const changesNotes = (paragraphs: readonly ParagraphBlock[], { lineOf, movedTo }: NoteSource): CopyNote[] => {
  const deleted: string[] = [];
  const moved: string[] = [];
  let inserted = 0;
  let first: number | null = null;
  for (const paragraph of paragraphs) {
    let before = '';
    for (const { text: plain, script, standing, inserted: isNew } of paragraph.runs) {
      const text = wordsInScript(plain, script);
      const change = standing === 'deleted' || standing === 'moved' ? standing : isNew ? 'inserted' : '';
      if (text === '') continue;
      if (change === 'deleted' || change === 'moved') {
        const list = change === 'deleted' ? deleted : moved;
        if (before === change) list[list.length - 1] += text;
        else list.push(text);
      } else if (change === 'inserted' && before !== change) inserted++;
      if (change !== '') first ??= lineOf.get(paragraph) ?? 1;
      before = change;
    }
  }
  /* What was moved away and stands nowhere is gone, as what was deleted. */
  const isGone = moved.join('').length > movedTo;
  const gone = isGone ? [...deleted, ...moved] : deleted;
  const told = [
    gone.length > 0 ? `删去的${gone.length}处（${quoted(gone.join('／'))}）没有排入` : '',
    inserted > 0 ? `插入的${inserted}处已排入` : '',
    !isGone && moved.length > 0 ? `移动的${moved.length}处排在移到的地方` : '',
  ].filter((part) => part !== '');
  if (told.length === 0) return [];
  return [note('warning', `文档里有没接受的修订：${told.join('，')}，请核对。`, gone.join('\n'), first)];
};

const REMARKS: Readonly<
  Record<
    RemarkKind,
    (remark: Remark) => readonly [severity: CopyNote['severity'], message: string, words: string]
  >
> = {
  reading: ({ about, words }) => {
    const pair = `${about}（${words}）`;
    return ['note', `注音没有排：${pair}。`, pair];
  },
  formula: ({ words }) => ['warning', `公式${quoted(words)}排成了一行文字，请对照原稿核对。`, ''],
  equation: ({ words }) => ['warning', `用域做的“${excerpt(words)}”排成了普通文字，请对照原稿核对。`, ''],
  field: ({ about, words }) => [
    'warning',
    `一处域${quoted(about)}没有结果，这里可能缺字，请对照原稿核对。`,
    words,
  ],
  symbol: ({ about }) => ['warning', `一个符号（${about}）认不出，以〓代替，请改正。`, ''],
  footnote: ({ words }) => ['warning', `脚注${quoted(words)}没有排入正文，要用请放回。`, words],
  endnote: ({ words }) => ['warning', `尾注${quoted(words)}没有排入正文，要用请放回。`, words],
  comment: ({ about, words }) => [
    'note',
    `${about === '' ? '' : `${about}的`}批注没有排入：${quoted(words)}。`,
    words,
  ],
  chart: ({ about, words }) => [
    'warning',
    `图表${quoted(about)}没有带过来，请截成图片拖入${words === '' ? '' : '；其中的数据可以放回'}。`,
    words,
  ],
  diagram: ({ words }) => [
    'warning',
    `图示（SmartArt）没有带过来，请截成图片拖入${words === '' ? '' : `；其中的文字${quoted(words)}可以放回`}。`,
    words,
  ],
  object: ({ about }) => [
    'warning',
    `嵌入的对象${about === '' ? '' : `（${about}）`}没有带过来，请核对。`,
    '',
  ],
  ink: () => ['warning', '手写的墨迹没有带过来，请核对。', ''],
  'word-art': ({ words }) => ['warning', `艺术字${quoted(words)}没有排入，要用请放回。`, words],
  'embedded-document': () => ['warning', '文档里嵌着另一份文档，没有带过来，请打开原稿复制。', ''],
  'picture-left-out': ({ about }) => ['warning', `隐藏或删去的图片“${about}”没有带过来。`, ''],
  'picture-changed': ({ about, words }) => [
    'warning',
    `图片“${about}”在 Word 里${words}，带过来的是没有动过的整幅，请处理好再用。`,
    '',
  ],
  'too-many-pictures': () => ['warning', '文档里的图片太多，后面的没有带过来。', ''],
  header: ({ words }) => ['note', `页眉没有排入：${quoted(words)}。`, words],
  footer: ({ words }) => ['note', `页脚没有排入：${quoted(words)}。`, words],
};

const remarkNotes = ({ remarks, lineOf }: NoteSource): CopyNote[] =>
  limited(
    remarks.flatMap((remark) => {
      if (remark.kind === 'word-art' && remark.words === '') return [];
      const [severity, message, words] = REMARKS[remark.kind](remark);
      const line = remark.at ? (lineOf.get(remark.at) ?? 1) : 1;
      return [{ kind: remark.kind, note: note(severity, message, words, line) }];
    }),
  );

const layoutNotes = ({ blocks, lineOf }: NoteSource): CopyNote[] => {
  const tables: Block[] = [];
  const boxes: Block[] = [];
  const visit = (list: readonly Block[]): void => {
    for (const block of list) {
      if (block.kind === 'box') {
        boxes.push(block);
        visit(block.blocks);
      } else if (block.kind === 'table') {
        if (block.rows.some((row) => row.length > 1)) tables.push(block);
        for (const row of block.rows) for (const cell of row) visit(cell);
      }
    }
  };
  visit(blocks);
  const notes: CopyNote[] = [];
  const [table] = tables;
  if (table)
    notes.push(
      note(
        'note',
        `文档里的${tables.length > 1 ? `${tables.length}个` : ''}表格已拆成文字，格子之间空一字，请核对。`,
        '',
        lineOf.get(table) ?? 1,
      ),
    );
  if (boxes.length > 0)
    notes.push(note('note', `文档里有${boxes.length}个文本框，里面的内容排在所在的段落之后，请核对位置。`));
  return notes;
};

interface KindOfNote {
  readonly kind: string;
  readonly note: CopyNote;
}

/** Notes of one kind and line as one; of very many of a kind the last holds the words of all the others. */
const limited = (notes: readonly KindOfNote[]): CopyNote[] => {
  const count = new Map<string, number>();
  const kept: CopyNote[] = [];
  const rest = new Map<string, { count: number; words: string[]; line: number | null; message: string }>();
  const lastOf = new Map<string, number>();
  for (const { kind, note: one } of notes) {
    const at = lastOf.get(kind);
    const before = at === undefined ? undefined : kept[at];
    if (before && before.line === one.line && kind === 'reading') {
      kept[at!] = {
        ...before,
        message:
          before.message.length < 200 ? `${before.message.slice(0, -1)}、${one.words}。` : before.message,
        words: `${before.words}\n${one.words}`,
      };
      continue;
    }
    const number = (count.get(kind) ?? 0) + 1;
    count.set(kind, number);
    if (number <= MOST_OF_A_KIND) {
      lastOf.set(kind, kept.length);
      kept.push(one);
      continue;
    }
    const more = rest.get(kind) ?? { count: 0, words: [], line: one.line, message: one.message };
    more.count++;
    if (one.words !== '') more.words.push(one.words);
    rest.set(kind, more);
  }
  for (const { count: more, words, line, message } of rest.values())
    kept.push(note('warning', `这样的还有${more}处：${message}`, words.join('\n'), line));
  return kept;
};
