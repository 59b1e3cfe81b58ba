/**
 * Problem: where the lines of a headline may end by sense: never inside a word, a name, a number or a short
 * quotation. Proposed once, when a story is imported or its headline edited, and kept in the story, so that layout
 * segments nothing and every machine gives the same lines.
 * Method: the words (headline-words.ts) by a segmenter passed in; each boundary between two words is then judged by
 * what stands on either side: function words lean forward, particles and suffixes back, characters that no word
 * claims hang together and on the word before them, as a person's name on the title.
 * Limits: no grammar. In doubt it holds together: the editor adds a break more easily than misses a wrong one.
 */
import type { HeadlineBreaks, Issue, Story } from '../issue/issue.ts';
import { countCharacters } from './character-kinds.ts';
import { type HeadlineWord, headlineWords, type WordSegmenter } from './headline-words.ts';

export type { WordSegmenter } from './headline-words.ts';

const set = (characters: string): ReadonlySet<string> => new Set(characters);

const OPENERS = set('“‘（〔【《〈「『［｛〖([');
const CLOSERS = set('”’）〕】》〉」』］｝〗)]');
/** Never at the head of a line, and a thought ends after them. */
const STOPS = set('，、；：。？！,;:?!');
const MARKS = new Set([...OPENERS, ...CLOSERS, ...STOPS, '—', '…']);
/** Nothing parts them from either neighbour. */
const JOINERS = set('·・/／～~–-&%％‰℃°+');
/** Never at the head of a line. */
const LEANS_BACK = set('的了着过们等地得之者');
/** A line begins with one rather than ends with it. */
const CONJUNCTIONS = set('和与及暨或并');
/** Function words that no name holds: they go with what follows. */
const FUNCTION_WORDS = set(
  '是变获可来到在从把被向对赴让将也都又再不没未我各该此每以为于由给跟同比按据经往当',
);
/** Beginnings of a longer word or phrase. */
const PREFIXES = set('副第老新大小首总前后本某非超微全最更很无多未两一二三四五六七八九十百千');
/** Endings of a longer word. */
const SUFFIXES = set(
  '区市县省镇乡村街路桥河湖山港门局委办会部处科室厅院所馆站园城厂店场社队组团者员家长化性感度率力型式级类人师生民军界库网线段机车器具费款金税法权制点带版册剧赛奖节展班校堂里内外旁边中上下',
);
/** Head nouns that a headline does not part from what they head, unless a meeting follows: 开展情况, 防控/工作会议. */
const HEAD_NOUNS = new Set(['工作', '情况', '活动', '仪式', '事宜', '问题', '成果', '资金', '行动']);
const MEETING = /(?:会|会议)$/;
/** What a place's name ends with, as a word of its own. */
const PLACE_HEADS = new Set(
  '街道 社区 小区 广场 公园 景区 园区 水库 大街 大道 大桥 大学 学院 中学 小学 学校 医院 公司 企业 中心'.split(
    ' ',
  ),
);
const OWN_PLACE = /^[我本全各](?:区|市|县|省|镇|乡|村|地|国)$/;
/** Verbs that want their object on the line: 好于, 迈向, 突破. */
const WANTS_OBJECT = /(?:[于向至]|突破|增长|下降|超过|达到|成为)$/;
/** Words that say nothing without what stands behind them. */
const LEADING_WORDS = new Set(
  '广大 各级 各类 各项 各界 首台 首批 首个 首家 首例 最新 最大 最高 最低 最美 最具 有关 相关'.split(' '),
);
/** A title goes with its office: 文明办主任. */
const OFFICE = /[部办局委会院所校社队科室厅处站心组司厂]$/;
const TITLE = /(?:主任|书记|主席|经理|[部局处科院校社队组站厂]长)$/;
/** Words that say nothing without what stands before them. */
const TRAILING_WORDS = new Set(
  '以上 以下 以来 以内 以外 左右 之后 之前 之间 之一 之际 期间 起来 下去 下来 出来 开来 同志 先生 女士 教授'.split(
    ' ',
  ),
);
/** Longest quotation or bracket that stays on one line, and longest title 《…》, in characters between the marks. */
const SHORT_QUOTATION = 8;
const SHORT_TITLE = 10;
/** Of a longer one, no fewer characters stand beside its mark. */
const QUOTATION_EDGE = 3;
/** A longer row of characters that no word claims is no name. */
const LONGEST_NAME = 4;

/** UTF-16 offsets at which a line of the text may end by sense, ascending. The editor's own `\n` is none of them. */
export const proposeHeadlineBreaks = (text: string, segment: WordSegmenter): readonly number[] => {
  const breaks: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    for (const offset of lineBreaks(line, segment)) breaks.push(start + offset);
    start += line.length + 1;
  }
  return breaks;
};

export const proposeStoryBreaks = (story: Story, segment: WordSegmenter): HeadlineBreaks => ({
  kicker: proposeHeadlineBreaks(story.kicker, segment),
  headline: proposeHeadlineBreaks(story.headline, segment),
  deck: proposeHeadlineBreaks(story.deck, segment),
});

/** The issue of an import, with breaks proposed for every story. */
export const withHeadlineBreaks = (issue: Issue, segment: WordSegmenter): Issue => ({
  ...issue,
  stories: issue.stories.map((story) => ({ ...story, breaks: proposeStoryBreaks(story, segment) })),
});

const lineBreaks = (line: string, segment: WordSegmenter): readonly number[] => {
  if (line === '') return [];
  const words = headlineWords(line, segment);
  const held = heldTogether(line);
  const breaks: number[] = [];
  for (let i = 1; i < words.length; i++) {
    const at = words[i]!.from;
    if (held.has(at) || !mayPart(words, i)) continue;
    if (!isAlone(line.slice(0, at)) && !isAlone(line.slice(at))) breaks.push(at);
  }
  return breaks;
};

/** Offsets inside short quotations, and before a short bracket, which explains what it stands behind. */
const heldTogether = (line: string): ReadonlySet<number> => {
  const held = new Set<number>();
  const open: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if (OPENERS.has(line[at]!)) open.push(at);
    if (!CLOSERS.has(line[at]!)) continue;
    const from = open.pop();
    if (from === undefined) continue;
    const longest = line[at] === '》' ? SHORT_TITLE : SHORT_QUOTATION;
    // Two units a character at most, so a longer slice need not be counted.
    const isLong = at - from > 2 * longest + 1 || countCharacters(line.slice(from + 1, at)) > longest;
    const edge = isLong ? QUOTATION_EDGE : at - from;
    for (let k = 1; k <= edge && from + k <= at; k++) held.add(from + k).add(at + 1 - k);
    if (!isLong && (line[from] === '（' || line[from] === '(')) held.add(from);
  }
  return held;
};

/** One character alone, with its marks, makes no line. */
const isAlone = (part: string): boolean =>
  part.length <= 6 && [...part].filter((c) => c.trim() !== '' && !MARKS.has(c)).length < 2;

/** Whether a line may end between `words[i - 1]` and `words[i]`. */
const mayPart = (words: readonly HeadlineWord[], i: number): boolean => {
  const left = words[i - 1]!;
  const right = words[i]!;
  if (left.kind === 'space' || right.kind === 'space') return left.kind === 'space' && right.kind !== 'space';
  if (TRAILING_WORDS.has(right.text)) return false;
  if (left.kind === 'mark' || right.kind === 'mark') return mayPartAtMark(words, i);
  if (LEANS_BACK.has(right.text)) return false;
  if (CONJUNCTIONS.has(left.text)) return false;
  if (CONJUNCTIONS.has(right.text)) return true;
  switch (left.kind) {
    case 'counted':
      return !leansForward(words, i - 1) && !hangsOn(words, i) && countCharacters(right.text) > 2;
    case 'number':
      // A bare number counts what follows it, whatever that is.
      return /[\u4e00-\u9fff%％‰℃°]$/.test(left.text) && !hangsOn(words, i);
    case 'latin':
      return left.text.length > 2 && !hangsOn(words, i);
    default:
      return mayPartHan(words, i);
  }
};

const mayPartAtMark = (words: readonly HeadlineWord[], i: number): boolean => {
  const left = words[i - 1]!.text;
  const right = words[i]!.text;
  if (CLOSERS.has(right) || STOPS.has(right) || JOINERS.has(right) || right === '…') return false;
  if (OPENERS.has(left) || JOINERS.has(left) || left === '—') return false;
  if (right === '—') return true;
  if (OPENERS.has(right)) return !leansForward(words, i - 1);
  if (LEANS_BACK.has(right)) return false;
  // “三送一强”活动, 常委（扩大）会议: the quotation names what follows.
  if (CLOSERS.has(left)) return !isSuffix(words, i) && !HEAD_NOUNS.has(right) && !MEETING.test(right);
  return true;
};

const mayPartHan = (words: readonly HeadlineWord[], i: number): boolean => {
  const left = words[i - 1]!;
  const right = words[i]!;
  if (leansForward(words, i - 1) || LEADING_WORDS.has(left.text) || WANTS_OBJECT.test(left.text))
    return false;
  if (right.kind === 'number' || right.kind === 'counted') return !isLoose(left) || isSuffix(words, i - 1);
  if (right.kind === 'latin') return true;
  if (hangsOn(words, i)) return false;
  if (HEAD_NOUNS.has(right.text)) return MEETING.test(words[i + 1]?.text ?? '');
  if (TITLE.test(right.text) && OFFICE.test(left.text)) return false;
  if (PLACE_HEADS.has(right.text)) return OWN_PLACE.test(left.text);
  return !(HEAD_NOUNS.has(left.text) && MEETING.test(right.text));
};

const isSingle = (word: HeadlineWord | undefined): boolean =>
  word?.kind === 'han' && countCharacters(word.text) === 1;

const isFunctionWord = (word: HeadlineWord): boolean =>
  FUNCTION_WORDS.has(word.text) || CONJUNCTIONS.has(word.text) || LEANS_BACK.has(word.text);

/** A character without a word that may be part of a name. */
const isLoose = (word: HeadlineWord | undefined): boolean =>
  word !== undefined && isSingle(word) && !isFunctionWord(word);

/** The row of loose characters around `i`, as far as its length matters. */
const looseRow = (
  words: readonly HeadlineWord[],
  i: number,
): { readonly from: number; readonly to: number } => {
  let from = i;
  let to = i + 1;
  while (i - from <= LONGEST_NAME && isLoose(words[from - 1])) from--;
  while (to - i <= LONGEST_NAME && isLoose(words[to])) to++;
  return { from, to };
};

/** A word that the line must not end with. */
const leansForward = (words: readonly HeadlineWord[], i: number): boolean => {
  const word = words[i]!;
  // 第19次 ends a thought if no word as short as 会议 follows; 32个 does not.
  if (word.kind === 'counted') return !word.text.startsWith('第');
  if (word.kind === 'number') return !/[\u4e00-\u9fff%％‰℃°]$/.test(word.text);
  if (!isSingle(word)) return false;
  if (LEANS_BACK.has(word.text)) return false;
  if (isFunctionWord(word)) return true;
  const row = looseRow(words, i);
  if (row.to - row.from > 1) return i < row.to - 1;
  const next = words[i + 1];
  return !isSuffix(words, i) && !(next && isFunctionWord(next));
};

/** A single character that ends the word before it: 机器人|队, 郑州|市. */
const isSuffix = (words: readonly HeadlineWord[], i: number): boolean => {
  const word = words[i]!;
  const before = words[i - 1];
  if (!before || !isLoose(word) || !SUFFIXES.has(word.text)) return false;
  return before.kind === 'mark'
    ? CLOSERS.has(before.text)
    : before.kind !== 'space' && !isFunctionWord(before);
};

/** A word that the line must not begin with, for what stands before it. */
const hangsOn = (words: readonly HeadlineWord[], i: number): boolean => {
  const word = words[i]!;
  if (LEANS_BACK.has(word.text)) return true;
  if (!isLoose(word)) return false;
  const row = looseRow(words, i);
  if (i > row.from) return true;
  if (isSuffix(words, i)) return true;
  if (row.to - row.from === 1) return !PREFIXES.has(word.text);
  return row.to - row.from <= LONGEST_NAME;
};
