/**
 * The end matter of a publication (发放范围, 责任编辑, 共印…份): labelled lines at the very end of the copy. They
 * become a story of kind notice, and what the imprint 版记 asks for (《内部资料性出版物管理办法》 art. 14) is read
 * from them. A newspaper prints the imprint at its foot: there what it says leaves the notice.
 */
import { EMPTY_IMPRINT, type Imprint } from '../issue/issue.ts';
import type { DraftParagraph, DraftStory } from './draft-story.ts';
import type { Element } from './elements.ts';
import { joinTraced, sliceTraced, type TracedText, trimTraced, untouched } from './traced-text.ts';

const LABELS =
  '本期送|发送|发|报|送|抄送|抄报|主送|责任编辑|编辑|校对|美编|审核|签发|主管|主办|承办|编辑出版|编印|编印单位|电话|联系电话|邮箱|投稿邮箱|地址|印刷|承印|印刷单位|印刷日期|印数|发放范围|发送对象|发送范围';
const LABEL = new RegExp(String.raw`^(?:${LABELS})\s*[：:]`, 'u');
/** A label within a line stands behind a blank or a semicolon, and has more than one character. */
const PART = new RegExp(
  String.raw`(?:^|(?<=[\s；;]))(?:(?=\p{Script=Han}{2})(?:${LABELS})\s*[：:]|共印(?=\s*[0-9]+\s*份))`,
  'gu',
);
const BRACKETED = /^（\s*(?:共印|内部资料|内部刊物|印数)[^（）]{0,24}）$/u;
/** A line of them is no longer: what is longer is text. */
const LONGEST = 2_000;

const isEndMatter = (e: Element): boolean =>
  e.kind === 'text' && (LABEL.test(e.text.text) || BRACKETED.test(e.text.text));

/** Index of the first element of the end matter; the number of elements where there is none. */
export const endMatterAt = (elements: readonly Element[]): number => {
  let from = elements.length;
  for (let i = elements.length - 1; i >= 0; i--) {
    const e = elements[i]!;
    if (isEndMatter(e)) from = i;
    else if (e.kind !== 'rule') break;
  }
  return from;
};

/** One labelled fact of a line; offsets are the line's. */
export interface LabelledPart {
  readonly label: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** The facts of a line that opens with a label; none of any other. */
export const labelledParts = (text: string): readonly LabelledPart[] => {
  const first = text.length > LONGEST ? null : LABEL.exec(text);
  if (!first) return bracketedPart(text);
  const later = [...text.matchAll(PART)].filter(({ index }) => index > 0);
  const starts = [
    { at: 0, label: first[0] },
    ...later.map((match) => ({ at: match.index, label: match[0] })),
  ];
  return starts.map(({ at, label }, i) => {
    const to = starts[i + 1]?.at ?? text.length;
    const value = text.slice(at + label.length, to).trim();
    return {
      label: label.replace(/\s*[：:]$/u, ''),
      value: i + 1 < starts.length ? value.replace(/[；;]$/u, '') : value,
      from: at,
      to,
    };
  });
};

const bracketedPart = (text: string): readonly LabelledPart[] => {
  const run = BRACKETED.test(text) ? /共印\s*(?<run>[0-9]+\s*份)/u.exec(text)?.groups?.run : undefined;
  return run === undefined ? [] : [{ label: '印数', value: run, from: 0, to: text.length }];
};

const COMPILER = /^(?:编印单位|编印|编辑出版|主办)$/u;
const RECIPIENTS = /^(?:发放范围|发送对象|发送范围|发送|发)$/u;
const PRINTER = /^(?:印刷单位|承印|印刷)$/u;

/** The imprint's fields that the parts name, over those known already; `used` are the parts that it prints. */
export const readImprint = (
  parts: readonly LabelledPart[],
  known: Imprint = EMPTY_IMPRINT,
): { readonly imprint: Imprint; readonly used: ReadonlySet<LabelledPart> } => {
  const used = new Set<LabelledPart>();
  const value = (label: RegExp): string => {
    const part = parts.find((candidate) => candidate.value !== '' && label.test(candidate.label));
    // Who runs the paper is not who compiles it: the fact stays where it stands.
    if (part && part.label !== '主办') used.add(part);
    return part?.value ?? '';
  };
  const recipients = [value(/^本期送$/u), value(RECIPIENTS)].filter((text) => text !== '');
  return {
    imprint: {
      compiler: value(COMPILER) || known.compiler,
      recipients: recipients.join('；').replace(/。；/u, '；') || known.recipients,
      printer: value(PRINTER) || known.printer,
      printDate: value(/^印刷日期$/u) || known.printDate,
      printRun: value(/^(?:印数|共印)$/u) || known.printRun,
    },
    used,
  };
};

/** A paragraph of the end matter in its story. */
export interface EndLine {
  readonly story: DraftStory;
  readonly paragraph: DraftParagraph;
}

/** The imprint that the lines name; where it is printed, what it says leaves them. */
export const takeImprint = (lines: readonly EndLine[], known: Imprint, isPrinted: boolean): Imprint => {
  const read = lines.map((line) => ({ ...line, parts: labelledParts(line.paragraph.text.text) }));
  const { imprint, used } = readImprint(
    read.flatMap(({ parts }) => parts),
    known,
  );
  if (isPrinted)
    for (const { story, paragraph, parts } of read) {
      const printed = parts.filter((part) => used.has(part));
      const { text, line } = paragraph;
      for (const { from, to } of printed)
        story.file.removed.push({ reason: 'imprint', text: text.text.slice(from, to).trim(), line, story });
      paragraph.text = withoutParts(text, parts, printed);
      if (paragraph.text.text === '') story.paragraphs = story.paragraphs.filter((own) => own !== paragraph);
    }
  return imprint;
};

const withoutParts = (
  text: TracedText,
  parts: readonly LabelledPart[],
  taken: readonly LabelledPart[],
): TracedText =>
  taken.length === 0
    ? text
    : joinTraced(
        parts
          .filter((part) => !taken.includes(part))
          .flatMap(({ from, to }, i) => [
            ...(i === 0 ? [] : [untouched('\u3000')]),
            trimTraced(sliceTraced(text, from, to)),
          ]),
      );
