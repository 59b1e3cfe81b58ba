/**
 * Bylines 署名 and credits 来源 by their form, on a line of their own or at a paragraph's end: （记者 …）,
 * （摘自…）, （某某街道）. Strong ones name reporters or a source and end a story wherever they stand. Weak ones,
 * a bare office or name in brackets, count only where the copy breaks after them: sentences hold brackets too.
 * Works on normalised text (full-width brackets).
 */
export interface Attribution {
  readonly kind: 'byline' | 'credit';
  readonly strong: boolean;
  readonly confidence: number;
}

/** Longest byline: a dozen names. */
const LONGEST = 90;

const REPORTER =
  /^（(?:[\p{Script=Han}]{0,8}?)(?:记者|通讯员|实习生|供稿|撰稿|撰文|作者)(?:[\s：／/、·\p{Script=Han}]|[A-Za-z]){0,80}）$/u;
const TEXT_AND_PICTURE =
  /^（(?:文|图|文[／/]图|图[／/]文|文图|整理|编辑)[\s：／/][\s、／/\p{Script=Han}]{2,40}）$/u;
const SOURCE =
  /^（(?:摘自|来源|原载|转自|转载自|稿源|源自|选自|引自|新华社|据(?!了解|统计|悉|介绍))[^（）。！？]{0,40}）$/u;
const SOURCE_PLAIN = /^(?:稿件)?来源：[^。！？]{2,30}$/u;
const REPORTER_PLAIN =
  /^(?:本报|本台|见习|实习|特约|首席|全媒体|融媒体)*(?:记者|通讯员|作者)[\s：／/][\s、·／/\p{Script=Han}]{2,40}$/u;
const OFFICE =
  /^（[\p{Script=Han}、\s]{1,24}(?:街道|街道办|镇|乡|村|社区|办|委|局|部|院|处|室|科|所|站|队|团|校|中心|公司|集团|联|会|学|法院|银行|馆|台)）$/u;
const NAMES = /^（[\p{Script=Han}]{2,4}(?:[\s、][\p{Script=Han}]{2,4}){0,7}）$/u;
const NO_NAME = /^（(?:待续|未完|未完待续|节选|完|全文完|续完|下同|略|图略|暂定|试行|草案|扩大|上|中|下)）$/u;

const attribute = (bracket: string): Attribution | null => {
  if (bracket.length > LONGEST || NO_NAME.test(bracket)) return null;
  if (SOURCE.test(bracket)) return { kind: 'credit', strong: true, confidence: 0.97 };
  if (REPORTER.test(bracket)) return { kind: 'byline', strong: true, confidence: 0.98 };
  if (TEXT_AND_PICTURE.test(bracket)) return { kind: 'byline', strong: true, confidence: 0.9 };
  if (OFFICE.test(bracket)) return { kind: 'byline', strong: false, confidence: 0.8 };
  if (NAMES.test(bracket)) return { kind: 'byline', strong: false, confidence: 0.6 };
  return null;
};

/** A line that is nothing but a byline or credit. */
export const wholeAttribution = (text: string): Attribution | null => {
  if (text.length > LONGEST) return null;
  if (text.startsWith('（')) return attribute(text);
  if (REPORTER_PLAIN.test(text)) return { kind: 'byline', strong: true, confidence: 0.85 };
  if (SOURCE_PLAIN.test(text)) return { kind: 'credit', strong: true, confidence: 0.9 };
  return null;
};

/** A byline or credit in brackets at the end of a paragraph that is finished before it; `at` is where it begins. */
export const trailingAttribution = (text: string): (Attribution & { readonly at: number }) | null => {
  if (!text.endsWith('）')) return null;
  const at = text.lastIndexOf('（');
  if (at <= 0 || text.length - at > LONGEST) return null;
  const found = attribute(text.slice(at));
  if (!found) return null;
  const finished = /[。！？…”’』」》]\s*$/u.test(text.slice(Math.max(0, at - 4), at));
  return finished ? { ...found, at } : null;
};
