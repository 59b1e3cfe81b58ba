/**
 * Briefs 简讯 (● items under a common head) and refers 导读 (a list of headlines with 详见二版): what tells them from
 * an article's own list. The page that a refer points to is taken out of the text and kept as a number.
 */
import { readNumber } from './character-kinds.ts';
import type { Element } from './elements.ts';
import { sliceTraced, type TracedText, trimTraced } from './traced-text.ts';

/** Heads of a column of briefs: words of the trade, on a head of its own. */
export const isBriefsHeading = (text: string): boolean =>
  text.length <= 12 &&
  /(?:简报|简讯|短讯|快讯|短波|速览|速递|点击|集锦|一句话新闻|微新闻|要闻简)/u.test(text);

export const isRefersHeading = (text: string): boolean =>
  text.length <= 12 && /(?:导读|导航|内容提要|今日看点|本期看点|重点推荐)/u.test(text);

/** A head of briefs above ● items, or of refers above lines with 详见…版: by itself however short, in brackets too. */
export const isColumnHead = (source: string, below: Element | undefined): boolean => {
  if (source.length > 16) return false;
  const text = columnWords(source);
  if (/[。，；：！？]/u.test(text)) return false;
  if (isRefersHeading(text))
    return below?.kind === 'list' || (below?.kind === 'text' && takeReferTarget(below.text) !== null);
  return isBriefsHeading(text) && below?.kind === 'item';
};

/** 【简　讯】 reads 简讯. */
const columnWords = (text: string): string => text.replace(/[\s\u3000]|^[【［]|[】］]$/gu, '');

const TARGET =
  /[（【](?:详见|见|全文见|内容见|报道见|详情见|刊|均见|均详见)\s*(?:本报|今日)?第?\s*(?<page>[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})\s*版[）】]$/u;

export interface ReferTarget {
  readonly text: TracedText;
  readonly page: number;
  /** As typed. */
  readonly target: string;
}

/** The text without the （详见二版） at its end; null where it has none. */
export const takeReferTarget = (source: TracedText): ReferTarget | null => {
  if (!source.text.endsWith('版）') && !source.text.endsWith('版】')) return null;
  const from = Math.max(0, source.text.length - 24);
  const match = TARGET.exec(source.text.slice(from));
  const page = match ? readNumber(match.groups?.page ?? '') : null;
  if (!match || page === null) return null;
  return { text: trimTraced(sliceTraced(source, 0, from + match.index)), page, target: match[0] };
};
