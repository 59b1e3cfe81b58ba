/**
 * Jump lines typed by hand, （下转二版） and （上接一版）: taken out of the text, because the program makes its own
 * from where the text really continues. Recognised in brackets anywhere, without brackets on a line of their own or
 * after the stop that ends a paragraph.
 */
import { readNumber } from './character-kinds.ts';
import { joinTraced, sliceTraced, type TracedText, trimTraced } from './traced-text.ts';

export interface FoundJump {
  readonly direction: 'to' | 'from';
  /** Page from 1; null where it is not a plain number (A2). */
  readonly page: number | null;
  readonly text: string;
}

const PAGE =
  '(?:本报)?第?\\s*(?<page>[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}|[A-Da-d]\\s*[0-9０-９]{1,2})\\s*版';
const BRACKETED = `[（【]\\s{0,4}[▶▷►→◀◁◄←]{0,4}\\s{0,4}(?:紧)?(?<verb>下转|上接|转|接)\\s*${PAGE}[^（）【】。]{0,16}[）】]`;
const BARE = `[▶▷►→◀◁◄←]*\\s*(?:紧)?(?<verb>下转|上接)\\s*${PAGE}\\s*[▶▷►→…]*`;
const ANYWHERE = new RegExp(BRACKETED, 'gu');
const WHOLE = new RegExp(`^\\s*${BARE}\\s*$`, 'u');
const AT_END = new RegExp(`(?<=[。！？；，、”》\\s])${BARE}\\s*$`, 'u');

const readJump = (match: RegExpExecArray): FoundJump => {
  const verb = match.groups?.verb ?? '';
  const page = match.groups?.page ?? '';
  return { direction: verb.endsWith('转') ? 'to' : 'from', page: readNumber(page), text: match[0].trim() };
};

/** The text without its jump lines, and the jump lines in their order. */
export const takeJumpLines = (source: TracedText): { text: TracedText; jumps: readonly FoundJump[] } => {
  if (!source.text.includes('版')) return { text: source, jumps: [] };
  const whole = source.text.length < 60 ? WHOLE.exec(source.text) : null;
  if (whole) return { text: sliceTraced(source, 0, 0), jumps: [readJump(whole)] };
  const jumps: FoundJump[] = [];
  const kept: TracedText[] = [];
  let from = 0;
  const cut = (match: RegExpExecArray): void => {
    jumps.push(readJump(match));
    kept.push(trimTraced(sliceTraced(source, from, match.index)));
    from = match.index + match[0].length;
  };
  ANYWHERE.lastIndex = 0;
  for (let match = ANYWHERE.exec(source.text); match; match = ANYWHERE.exec(source.text)) cut(match);
  // The look-behind runs over the tail only: a jump line is short.
  const tail = Math.max(from, source.text.length - 60);
  const end = AT_END.exec(source.text.slice(tail));
  if (end) {
    end.index += tail;
    cut(end);
  }
  if (jumps.length === 0) return { text: source, jumps };
  kept.push(trimTraced(sliceTraced(source, from)));
  return { text: joinTraced(kept), jumps };
};
