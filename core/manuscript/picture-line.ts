/**
 * A picture on a line of its own, as Markdown has it: ![caption](file "title"), or by its name alone: 图1.jpg,
 * [图片：图1.jpg]. Offices type the name as it is, with brackets, blanks, backslashes and all, so in Markdown it ends
 * at the line's last bracket and nowhere before.
 */
export interface PictureLine {
  readonly caption: Span;
  readonly title: Span | null;
  readonly file: string;
  /** The signs about them. */
  readonly mark: string;
}

/** Offsets in the line. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const OPENING = /^\s*!\[/u;
/** Between caption and name; whoever types Chinese types its brackets. */
const MIDDLE = /\][(（]/u;
const TITLE = /^(?<file>.*\S)(?<gap>\s+)(?<quoted>"[^"]*"|'[^']*'|“[^”]*”)$/u;
/** A name of a picture before it, for the end of `照片 (1)` is the name's. */
const TITLE_IN_BRACKETS = /^(?<file>.*\.[A-Za-z]{3,4}>?)(?<gap>\s+)(?<quoted>\([^()]*\))$/u;

/** A name and a title; what is longer is a picture's bytes. */
const LONGEST = 1_000;

export const readPictureLine = (source: string): PictureLine | null => {
  const opening = OPENING.exec(source);
  const end = source.trimEnd().length;
  if (!opening || !/[)）]/u.test(source[end - 1] ?? '')) return null;
  const from = opening[0].length;
  const middle = MIDDLE.exec(source.slice(from));
  if (!middle) return null;
  const to = from + middle.index;
  const start = to + middle[0].length;
  const inner = source.slice(start, end - 1);
  // Two pictures on a line, or words behind one.
  if (inner.includes('](') || inner.includes('![') || hasWordsBehind(inner)) return null;
  const typed = inner.trimEnd();
  const titled = typed.length > LONGEST ? null : (TITLE.exec(typed) ?? TITLE_IN_BRACKETS.exec(typed));
  const { file = inner, gap = '', quoted = '' } = titled?.groups ?? {};
  const at = start + file.length + gap.length + 1;
  const { name, signs } = nameOf(file.trim());
  return {
    caption: { from, to },
    title: quoted.length > 2 ? { from: at, to: at + quoted.length - 2 } : null,
    file: name,
    mark: `![]${middle[0][1]!}${source[end - 1]!}${quoted === '' ? '' : quoted[0]! + quoted.at(-1)!}${signs}`,
  };
};

/** ![](a.jpg)之后（完） : the bracket that ends the name is not the line's last. */
const hasWordsBehind = (inner: string): boolean =>
  /\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg|heic)[>"”']?\s*[)）]/iu.test(inner);

/** `<…>` and backslashes before signs are Markdown's; a backslash before a letter parts folders. */
const nameOf = (typed: string): { readonly name: string; readonly signs: string } => {
  const isEnclosed = /^<.*>$/u.test(typed);
  const inner = isEnclosed ? typed.slice(1, -1) : typed;
  const name = inner.replace(/\\([()[\]<>"'_*!\\ ])/gu, '$1');
  return { name: name.trim(), signs: (isEnclosed ? '<>' : '') + '\\'.repeat(inner.length - name.length) };
};

const ENDING = String.raw`\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg|heic)`;
const NAMED = new RegExp(`^[^，。；！？]*${ENDING}$`, 'iu');
/** What a telephone, a camera or a program calls a picture: IMG_0012, mmexport1700000000000, 屏幕截图 2024-01-01. */
const BY_DEVICE =
  /^(?:(?:IMG|DSC[FN]?|PXL|MVIMG|WIMG|SAM|DJI|GOPR|P|Screenshot|mmexport|wx_camera|image|photo|picture|微信图片|微信截图|企业微信截图|QQ图片|QQ截图|屏幕截图|屏幕快照|截屏|截图|图片|照片|未标题|无标题)[\s_\-—(（]*\d[\d\s_\-—:：.()（）]*|[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{10,})$/iu;
/** What a program writes where nobody has. */
const BY_PROGRAM = /^(?:image|img|picture|photo|alt ?text|图片|插图|配图|在这里插入图片描述|输入图片说明)$/iu;

/**
 * True where the words before a picture are no caption but a file's name: IMG_0012, 微信图片_2024.jpg, image-1.png.
 */
export const namesPicture = (words: string, file: string): boolean => {
  const said = words.trim();
  if (NAMED.test(said) || BY_DEVICE.test(said) || BY_PROGRAM.test(said)) return true;
  const stem = file
    .slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
    .replace(/\.[A-Za-z]{3,4}$/u, '');
  // 河岸 of 河岸.jpg may well be what the picture shows.
  return said === stem && said !== '' && !/^\p{Script=Han}+$/u.test(said);
};

const LABEL = '(?:图片|配图|附图|插图|题图|头图|照片|图)';
/** The name alone, in brackets, behind a label, or with its caption behind it. A caption is no longer than a line or two. */
const NAME_ONLY = new RegExp(
  String.raw`^(?<lead>\s*(?:[[(（【]\s*)?(?:${LABEL}\s*[：:]\s*)?)(?<file>[^\s，。；！？：、“”《》[\](（【】<>|][^，。；！？：、“”《》[\]【】<>|]{0,80}?${ENDING})(?<tail>\s*[\])）】]?)(?:(?<gap>\s*[：:]\s*|\s+|(?=[（(]))(?<caption>\S.{0,79}))?\s*$`,
  'iu',
);
const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '(': ')）', '（': ')）', '【': '】' };
const LONGEST_NAMED = 240;
/** 见附件1.jpg speaks of a picture. */
const SPEAKS = /^(?:见|详见|参见|请|如|把|将|附件)/u;

/** A line that is the name of a picture file: 图1.jpg, （图：a.jpg）, 图1.jpg：市集一角. */
export const readNamedPicture = (source: string): PictureLine | null => {
  const groups =
    source.length > LONGEST_NAMED || !source.includes('.') ? undefined : NAME_ONLY.exec(source)?.groups;
  if (!groups) return null;
  const { lead = '', file = '', tail = '', gap = '', caption = '' } = groups;
  const closing = BRACKETS[lead.trim()[0] ?? ''];
  if (
    SPEAKS.test(file) ||
    (closing === undefined ? tail.trim() !== '' : !closing.includes(tail.trim() || ' '))
  )
    return null;
  const from = lead.length + file.length + tail.length + gap.length;
  const mark = (lead + tail + gap).replace(/\s/gu, '');
  return { caption: { from, to: from + caption.trimEnd().length }, title: null, file, mark };
};

const PLACEHOLDER = new RegExp(
  String.raw`^[[(（【]\s*${LABEL}\s*[\d一二三四五六七八九十]*\s*[\])）】]$|${ENDING}\s*[\])）】]?$`,
  'iu',
);

/** A line that stands for a picture, or names several: （图1）, 附图：a.jpg、b.jpg. No headline, whatever it is. */
export const standsForPicture = (text: string): boolean =>
  text.length <= LONGEST_NAMED && PLACEHOLDER.test(text);
