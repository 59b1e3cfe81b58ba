/**
 * The sheet of an office on which copy is handed in and signed 审签单: a table with a label beside each cell. Its
 * title, the label of the copy and the reviewers' words are no copy: they stand back with the reason `form`, so that
 * a note holds them. The headline gets the mark that the manuscript reader knows.
 */
import { type Block, type ParagraphBlock, printed, type TableBlock, type TextRun } from './blocks.ts';

const HEADLINE = /^(?:主?标题|题目|稿件(?:标题|题目|名称))$/u;
const COPY = /^(?:正文|内容|稿件(?:内容|正文)|稿件全文)$/u;
const REVIEW =
  /^(?:.{0,6}(?:审签|审核|审稿|审批|审阅|初审|复审|终审|一审|二审|三审|签发|编辑|领导|分管|主管)(?:.{0,6}(?:意见|签字|签名|签发))?|.{0,8}(?:意见|签字|签名)|备注|编号)$/u;
const TITLE = /^.{2,30}(?:审签|审稿|审核|审批|送审|发稿|投稿|签发|用稿).{0,3}[单表笺]$/u;

/** Changes the runs of the sheet's paragraphs in place: remarks and lines know blocks by identity. */
export const settleForms = (blocks: readonly Block[]): void => {
  blocks.forEach((block, at) => {
    if (block.kind === 'box') settleForms(block.blocks);
    if (block.kind !== 'table' || !isForm(block)) return;
    settleRows(block);
    const above = blocks[at - 1];
    if (above?.kind === 'paragraph' && TITLE.test(labelOf([above]))) standBack([above]);
  });
};

/** It names its headline and its copy. */
const isForm = ({ rows }: TableBlock): boolean => {
  const labels = rows.map(([first]) => labelOf(first ?? []));
  return labels.some((label) => HEADLINE.test(label)) && labels.some((label) => COPY.test(label));
};

const settleRows = ({ rows }: TableBlock): void => {
  for (const row of rows) {
    const [first, ...rest] = row;
    const label = labelOf(first ?? []);
    if (COPY.test(label)) standBack(first!);
    else if (REVIEW.test(label)) for (const cell of row) standBack(cell);
    else if (HEADLINE.test(label) && rest.length > 0) {
      standBack(first!);
      const line = rest
        .flat()
        .find((one): one is ParagraphBlock => one.kind === 'paragraph' && textOf(one) !== '');
      line?.runs.unshift({ ...PLAIN, text: '标题：' });
    } else if (TITLE.test(label)) for (const cell of row) standBack(cell);
  }
};

const textOf = ({ runs }: ParagraphBlock): string => runs.map(printed).join('').trim();

/** The words of a cell as a label; blanks and colons are its setting. */
const labelOf = (cell: readonly Block[]): string =>
  cell
    .map((block) => (block.kind === 'paragraph' ? textOf(block) : '\n'))
    .join('')
    .slice(0, 60)
    .replace(/[ \u3000\t：:]/gu, '');

const standBack = (cell: readonly Block[]): void => {
  for (const block of cell)
    if (block.kind === 'paragraph')
      block.runs.forEach((run, at) => {
        if (run.standing === 'printed') block.runs[at] = { ...run, standing: 'form' };
      });
};

const PLAIN: TextRun = {
  text: '',
  bold: false,
  size: null,
  script: null,
  raised: 0,
  standing: 'printed',
  inserted: false,
};
