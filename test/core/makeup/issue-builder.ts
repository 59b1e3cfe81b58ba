/** Tiny builders of issues: one line a case. */
import {
  EMPTY_IMPRINT,
  emptyStory,
  type Frame,
  type Issue,
  PLAIN_FRAME,
  paragraph,
  type Story,
} from '../../../core/issue/issue.ts';
import { SHANGJIE_SHIBAO } from '../../../core/publication/profiles/shangjie-shibao.ts';
import type { FormatId } from '../../../core/publication/publication.ts';

const SENTENCES = [
  '河堤上的柳树先绿了起来，孩子们放学后在堤上放风筝。',
  '管理处的老陈说：“今年补种了300棵，成活率在95%以上。”',
  '到了傍晚，散步的人多起来，卖糖葫芦的也来了——一天能卖200多串。',
  '附近的居民盼着把路灯也换一换……',
];

/** Running text of about `characters` characters, the same for the same number. */
export const copy = (characters: number): string => {
  let text = '';
  for (let i = 0; text.length < characters; i++) text += SENTENCES[i % SENTENCES.length]!;
  return text;
};

export const story = (
  id: string,
  headline: string,
  lengths: readonly number[],
  more: Partial<Story> = {},
): Story => ({
  ...emptyStory(id),
  headline,
  paragraphs: lengths.map((length) => paragraph(copy(length))),
  ...more,
});

export const issue = (
  stories: readonly Story[],
  more: Partial<Issue> = {},
  format: FormatId = '四开',
): Issue => ({
  publication: SHANGJIE_SHIBAO,
  format,
  masthead: { date: '2026-11-20', number: 43, totalNumber: 958 },
  importNotes: [],
  imprint: EMPTY_IMPRINT,
  stories,
  pages: [],
  pictures: [],
  ...more,
});

export const frame = (id: string, of: string, box: Frame['box'], more: Partial<Frame> = {}): Frame => ({
  id,
  story: of,
  box,
  columns: box.span,
  headLines: 5,
  next: null,
  pictures: [],
  border: 'none',
  style: PLAIN_FRAME,
  ...more,
});

export const page = (frames: readonly Frame[], name = '要闻') => ({
  name,
  staff: { editor: '', proofreader: '', designer: '' },
  frames,
});
