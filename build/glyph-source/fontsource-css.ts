/**
 * What a `@fontsource` package says of its slices: one `@font-face` per file in `<weight>.css`, with the
 * characters that the file is for. Read as the packages write it, not as CSS in general.
 */

export interface SliceRule {
  /** File name without directory and ending. */
  readonly name: string;
  /** Pairs of first and last character; null where the file is the whole font. */
  readonly ranges: readonly (readonly [number, number])[] | null;
}

/** Slices in the style sheet's order: of two that claim a character, a browser takes the later. */
export const readSliceRules = (css: string): SliceRule[] =>
  [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, body]) => {
    const name = /url\(\.\/files\/([^)]+)\.woff2\)/.exec(body!)?.[1];
    if (name === undefined) throw new Error(`@font-face without a woff2 file: ${body}`);
    const list = /unicode-range:\s*([^;]+);/.exec(body!)?.[1];
    if (list === undefined) return { name, ranges: null };
    const ranges = list.split(',').map((item) => {
      const [first, last] = item.trim().slice(2).split('-');
      return [Number.parseInt(first!, 16), Number.parseInt(last ?? first!, 16)] as const;
    });
    return { name, ranges };
  });

/** `U+4e00-4e03,U+4e09` of ascending characters. */
export const unicodeRange = (ascending: readonly number[]): string => {
  const parts: string[] = [];
  for (let i = 0; i < ascending.length; ) {
    let end = i;
    while (end + 1 < ascending.length && ascending[end + 1] === ascending[end]! + 1) end++;
    const first = ascending[i]!.toString(16);
    parts.push(end === i ? `U+${first}` : `U+${first}-${ascending[end]!.toString(16)}`);
    i = end + 1;
  }
  return parts.join(',');
};

export interface FaceSlice {
  /** Address of the file as the page asks for it. */
  readonly url: string;
  /** The characters that this slice sets, ascending; null where it is the face's only one. */
  readonly characters: readonly number[] | null;
}

/** The `@font-face` rules of one face. */
export const fontFaceCss = (family: string, slices: readonly FaceSlice[]): string =>
  slices
    .map(({ url, characters }) => {
      const range = characters === null ? '' : `;unicode-range:${unicodeRange(characters)}`;
      return `@font-face{font-family:${family};font-display:block;src:url(${url}) format('woff2')${range}}\n`;
    })
    .join('');
