/** A passage of a text around what was searched for, with the places of the matches in it. Pure. */
import type { Excerpt, MatchRange } from '../../core/contract/archive-channels.ts';
import { foldText } from './han-bigrams.ts';

/** Three lines of a list. */
const LENGTH = 96;
const BEFORE = 24;
/** Matches looked at in one text. */
const MOST_MATCHES = 200;

/** All places of the phrases in the text, in order, those that overlap joined. */
export const matchesIn = (text: string, phrases: readonly RegExp[]): readonly MatchRange[] => {
  const folded = foldText(text);
  const found: { from: number; to: number }[] = [];
  for (const phrase of phrases)
    for (const match of folded.matchAll(phrase)) {
      found.push({ from: match.index, to: match.index + match[0].length });
      if (found.length >= MOST_MATCHES) break;
    }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const joined: { from: number; to: number }[] = [];
  for (const range of found) {
    const last = joined.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else joined.push(range);
  }
  return joined;
};

/** The passage that holds most of the matches, the first of such; the beginning where there are none. */
export const excerptOf = (text: string, phrases: readonly RegExp[]): Excerpt => {
  const matches = matchesIn(text, phrases);
  let from = 0;
  let most = 0;
  for (const first of matches) {
    const within = matches.filter((m) => m.from >= first.from && m.to <= first.from + LENGTH - BEFORE).length;
    if (within <= most) continue;
    most = within;
    from = Math.max(0, first.from - BEFORE);
  }
  const start = edge(text, from);
  const end = edge(text, Math.min(text.length, start + LENGTH));
  const opening = start > 0 ? '…' : '';
  const shift = opening.length - start;
  return {
    text: `${opening}${text.slice(start, end).replace(/\n/g, ' ')}${end < text.length ? '…' : ''}`,
    matches: matches
      .filter((match) => match.from >= start && match.to <= end)
      .map((match) => ({ from: match.from + shift, to: match.to + shift })),
  };
};

/** Never between the halves of a character. */
const edge = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
};
