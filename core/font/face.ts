/**
 * A face 字体 is one weight of one typeface. What the engine knows of it is a table of advances made from the
 * font's own bytes by a build step, so that neither the renderer nor the typesetter parses fonts.
 */

/** Identifies a face, e.g. `serif-400`. The built-in ones are in `BUILT_IN_FACES`. */
export type FaceId = string;

export interface FaceTable {
  readonly id: FaceId;
  readonly unitsPerEm: number;
  /** Above the baseline, font units. */
  readonly ascent: number;
  /** Below the baseline, font units, negative. */
  readonly descent: number;
  /** Lower and upper edge of the dash's ink above the baseline, font units: what a joined dash is drawn with. */
  readonly dashBottom: number;
  readonly dashTop: number;
  /** The characters that the face has, ascending. */
  readonly codePoints: Uint32Array;
  /** Advance of each of `codePoints`, font units. */
  readonly advances: Uint16Array;
}

export interface BuiltInFace {
  readonly id: FaceId;
  /** What an editor calls it. */
  readonly name: string;
  /** npm package under `@fontsource/` and its weight: where the bytes come from. */
  readonly fontsource: string;
  readonly weight: number;
  /** PostScript name in the PDF. */
  readonly postScriptName: string;
  /** Faces asked, in this order, for a character that this face lacks. */
  readonly fallback: readonly FaceId[];
}

/** The faces that come with the program (all under the SIL Open Font License). */
export const BUILT_IN_FACES: readonly BuiltInFace[] = [
  {
    id: 'serif-400',
    name: '宋体',
    fontsource: 'noto-serif-sc',
    weight: 400,
    postScriptName: 'NotoSerifSC-Regular',
    fallback: ['kai'],
  },
  {
    id: 'serif-700',
    name: '粗宋',
    fontsource: 'noto-serif-sc',
    weight: 700,
    postScriptName: 'NotoSerifSC-Bold',
    fallback: ['kai'],
  },
  {
    id: 'serif-900',
    name: '大标宋',
    fontsource: 'noto-serif-sc',
    weight: 900,
    postScriptName: 'NotoSerifSC-Black',
    fallback: ['kai'],
  },
  {
    id: 'sans-400',
    name: '黑体',
    fontsource: 'noto-sans-sc',
    weight: 400,
    postScriptName: 'NotoSansSC-Regular',
    fallback: ['serif-400', 'kai'],
  },
  {
    id: 'sans-700',
    name: '粗黑',
    fontsource: 'noto-sans-sc',
    weight: 700,
    postScriptName: 'NotoSansSC-Bold',
    fallback: ['serif-700', 'kai'],
  },
  {
    id: 'kai',
    name: '楷体',
    fontsource: 'lxgw-wenkai',
    weight: 500,
    postScriptName: 'LXGWWenKai-Regular',
    fallback: ['serif-400'],
  },
  {
    id: 'brush',
    name: '行楷',
    fontsource: 'ma-shan-zheng',
    weight: 400,
    postScriptName: 'MaShanZheng-Regular',
    fallback: ['kai'],
  },
];
