/**
 * What is said of a paste: one sentence for the foot, and notes that are kept with the issue (导入提示), from which the
 * words that were left out can be put back. Nothing is said where all was taken. Pure.
 */
import type { ImportNote, StoryId } from '../../core/issue/issue.ts';
import { PASTE_LIMITS, type PastedCopy } from './pasted-copy.ts';
import type { LeftOutReason } from './text-look.ts';

const NAMES: Readonly<Record<LeftOutReason, string>> = {
  deleted: '删去的文字',
  hidden: '隐藏的文字',
  white: '看不见的文字（白字）',
  comment: '批注',
  reading: '注音',
};
const ORDER: readonly LeftOutReason[] = ['deleted', 'hidden', 'white', 'comment', 'reading'];

/** As much of the words as a sentence quotes. */
const QUOTED = 24;

const quoted = (words: string): string => {
  const line = words.replaceAll('\n', ' ');
  const characters = [...line.slice(0, 4 * QUOTED)];
  return `“${characters.slice(0, QUOTED).join('')}${characters.length > QUOTED ? '…' : ''}”`;
};

const places = (copy: PastedCopy, reason: LeftOutReason) => copy.left.filter((one) => one.reason === reason);

const insertedText = (copy: PastedCopy): string =>
  copy.insertions === 0 ? '' : `修订中插入的文字${copy.insertions}处，已经放进来`;

const picturesText = (copy: PastedCopy): string =>
  copy.pictures === 0 ? '' : `图片${copy.pictures}幅没有随文字粘贴，请把图片文件拖进来`;

const plainText = ({ plainFor }: PastedCopy): string =>
  plainFor === null
    ? ''
    : plainFor === 'long'
      ? '剪贴板里的网页太长，按纯文字粘贴，字体格式没有了，隐藏和删去的文字也可能在内，请核对'
      : '剪贴板里的网页不完整，按纯文字粘贴，字体格式没有了，隐藏和删去的文字也可能在内，请核对';

/** The foot's sentence; '' for nothing to say. `onLine`: raised or lowered text that a headline cannot hold. */
export const pasteSentence = (copy: PastedCopy, onLine: readonly string[], kept: boolean): string => {
  if (copy.tooLong !== null)
    return `没有粘贴：剪贴板里有${copy.tooLong}个字，一次最多粘贴${PASTE_LIMITS.characters}个字、${PASTE_LIMITS.lines}段；请存成文件，用“导入”分篇导入。`;
  const left = ORDER.flatMap((reason) => {
    const all = places(copy, reason);
    return all.length === 0
      ? []
      : [`${NAMES[reason]}${all.length}处（${quoted(all[0]!.words)}${all.length > 1 ? '等' : ''}）`];
  });
  const parts = [
    left.length === 0 ? '' : `没有放进版面：${left.join('、')}${kept ? '，可以在“问题”里放回' : ''}`,
    insertedText(copy),
    onLine.length === 0 ? '' : `${onLine.slice(0, 3).map(quoted).join('、')}在这里排不成上下标，请改写`,
    picturesText(copy),
    plainText(copy),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `粘贴：${parts.join('；')}。`;
};

/** The notes for a paste into that story; `paragraphOf` the paragraph that a line of the copy became. */
export const pasteNotes = (
  copy: PastedCopy,
  story: StoryId,
  paragraphOf: (line: number) => number | null,
): readonly Omit<ImportNote, 'id'>[] => {
  const note = (severity: ImportNote['severity'], message: string, words = '', line = 0) => ({
    file: '粘贴',
    line: null,
    severity,
    message,
    story,
    words,
    paragraph: paragraphOf(line),
  });
  const left = ORDER.flatMap((reason) => {
    const all = places(copy, reason);
    if (all.length === 0) return [];
    const inserted = reason === 'deleted' && copy.insertions > 0 ? `；${insertedText(copy)}` : '';
    const words = all.map((one) => one.words).join('\n');
    const message = `粘贴的文字里有${NAMES[reason]}${all.length}处（${quoted(all[0]!.words)}${all.length > 1 ? '等' : ''}），没有放进来${inserted}，请核对。`;
    return [note('warning', message, words, all[0]!.line)];
  });
  const onlyInserted = copy.insertions > 0 && places(copy, 'deleted').length === 0;
  return [
    ...left,
    ...(onlyInserted ? [note('note', `粘贴的文字里有${insertedText(copy)}，请核对。`)] : []),
    ...(copy.pictures > 0 ? [note('note', `粘贴的文字里有${picturesText(copy)}。`)] : []),
    ...(copy.plainFor === null ? [] : [note('warning', `${plainText(copy)}。`)]),
  ];
};
