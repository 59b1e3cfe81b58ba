/**
 * A picture on a line of its own as Markdown has it: ![caption](file "title"). Offices type the name as it is, with
 * brackets, blanks, backslashes and all, so the name ends at the line's last bracket and nowhere before.
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

const NAMED = /^[^，。；！？]*\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg|heic)$/iu;

/** True where the words before a picture are no caption but a file's name: IMG_0012, 微信图片_2024.jpg, image-1.png. */
export const namesPicture = (words: string, file: string): boolean => {
  const said = words.trim();
  if (NAMED.test(said)) return true;
  const stem = file
    .slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
    .replace(/\.[A-Za-z]{3,4}$/u, '');
  // 河岸 of 河岸.jpg may well be what the picture shows.
  return said === stem && said !== '' && !/^\p{Script=Han}+$/u.test(said);
};
